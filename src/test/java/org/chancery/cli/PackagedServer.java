package org.chancery.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged jar at work as a server, as users start it. */
final class PackagedServer implements AutoCloseable {
  private final Process process;
  private final List<String> announcement = new ArrayList<>();

  /** Serves a store that is there. */
  static PackagedServer over(Path store) throws IOException {
    return new PackagedServer(List.of("serve", "--store", store.toString(), "--port", "0"));
  }

  /**
   * Starts and waits until the server can be asked.
   *
   * @param arguments a command that serves
   */
  PackagedServer(List<String> arguments) throws IOException {
    this(List.of("-Xmx2g"), arguments);
  }

  /** With options for Java. */
  PackagedServer(List<String> options, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", jar().toString()));
    command.addAll(arguments);
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      announcement.add(line);
      if (line.startsWith("Press ")) {
        return;
      }
    }
    throw new AssertionError("the server ended: " + announcement);
  }

  static Path jar() {
    String jar = System.getProperty("chancery.jar");
    if (jar == null) {
      throw new AssertionError("run this by mvn verify, which sets the property chancery.jar");
    }
    return Path.of(jar);
  }

  /** What it said on its standard output, line by line. */
  List<String> announcement() {
    return List.copyOf(announcement);
  }

  URI address() {
    return announcement.stream()
        .filter(line -> line.startsWith("Query editor: "))
        .findFirst()
        .map(line -> URI.create(line.substring("Query editor: ".length())))
        .orElseThrow(() -> new AssertionError(announcement.toString()));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Asks the server to end, as Ctrl+C or an init system does, and returns what it exited with. */
  int terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new AssertionError("the server goes on after SIGTERM");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
