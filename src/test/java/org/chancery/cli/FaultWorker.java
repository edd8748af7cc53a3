package org.chancery.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.store.DiskFault;

/**
 * Takes steps of {@link FaultSteps} in a process of its own, to be killed there. It reads the
 * numbers of steps, one a line, and answers with each when it is done, or with an exit code behind
 * a minus sign. Behind a number there may be how much memory the step is to find free.
 */
final class FaultWorker implements AutoCloseable {
  /** What fills the memory of the process. */
  private static final List<byte[]> BALLAST = new ArrayList<>();

  private final Process process;
  private final BufferedReader answers;

  private FaultWorker(Process process) {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts a process that loads what all steps need, and then waits.
   *
   * @param options for Java
   */
  static FaultWorker start(Path folder, List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=off", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(FaultWorker.class.getName(), folder.toString()));
    return new FaultWorker(
        new ProcessBuilder(command)
            .redirectError(
                new File(folder.resolveSibling(folder.getFileName() + ".err").toString()))
            .start());
  }

  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    FaultSteps steps = new FaultSteps(Path.of(arguments[0]));
    System.out.println("ready");
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      String[] parts = order.split(" ", 2);
      try {
        if (parts.length > 1) {
          fill(Long.parseLong(parts[1]));
        }
        steps.take(Integer.parseInt(parts[0]));
        System.out.println(parts[0]);
      } catch (UserException failure) {
        System.out.println("-" + failure.exitCode());
      } catch (RuntimeException | Error failure) {
        // As the command line does.
        if (!DiskFault.isIn(failure)) {
          throw failure;
        }
        System.out.println("-" + ExitCode.IO);
      }
    }
  }

  /** Takes memory until not more is free than this, in KiB. */
  private static void fill(long free) {
    Runtime java = Runtime.getRuntime();
    BALLAST.clear();
    System.gc();
    while (java.maxMemory() - java.totalMemory() + java.freeMemory() > (free + 64) * 1024) {
      BALLAST.add(new byte[64 * 1024]);
    }
  }

  /** Waits until the process has loaded what it needs; says whether it came to that. */
  boolean isReady() throws IOException {
    return "ready".equals(answers.readLine());
  }

  void order(int step) throws IOException {
    order("" + step);
  }

  /**
   * Orders a step for which there is little memory.
   *
   * @param free in KiB
   */
  void order(int step, long free) throws IOException {
    order(step + " " + free);
  }

  private void order(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** The next answer, or an empty text if the process ended. */
  String answer() throws IOException {
    String line = answers.readLine();
    return line == null ? "" : line;
  }

  /** Whether there is an answer to be had. */
  boolean hasAnswered() throws IOException {
    return answers.ready();
  }

  /** Kills the process as nothing can be caught, and waits for its end. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends the process by closing its input, and says what it exited with. */
  int end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
