package org.chancery.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program serving a store in a process of its own, and what that process holds (Linux). */
final class ServedProcess implements AutoCloseable {
  private static final String READY = "Press ";
  private static final String ADDRESS = "Query editor: ";

  private final Process process;
  private final URI address;

  /**
   * What a process holds.
   *
   * @param files open files and sockets
   * @param mebibytes of memory that are resident, mapped files included
   * @param heap mebibytes of Java's heap that are in use after a full collection
   */
  record Holdings(long files, long threads, double mebibytes, double heap) {}

  /** Serves with the launcher's own heap; returns once it answers. */
  ServedProcess(Path store) throws IOException {
    process =
        new ProcessBuilder(
                java("java"),
                "-Xmx2g",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                "org.chancery.cli.Chancery",
                "serve",
                "--store",
                store.toString(),
                "--port",
                "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    URI found = null;
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(ADDRESS)) {
        found = URI.create(line.substring(ADDRESS.length()));
      }
      if (line.startsWith(READY)) {
        break;
      }
    }
    if (found == null) {
      process.destroyForcibly();
      throw new IOException("the server ended before it answered");
    }
    address = found;
  }

  private static String java(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }

  /** Ends in a slash. */
  URI address() {
    return address;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks for a full collection of garbage first. */
  Holdings holdings() throws IOException, InterruptedException {
    String pid = Long.toString(process.pid());
    ask(java("jcmd"), pid, "GC.run");
    double heap = heap(ask(java("jstat"), "-gc", pid));
    Path proc = Path.of("/proc", pid);
    try (Stream<Path> files = Files.list(proc.resolve("fd"))) {
      return new Holdings(
          files.count(), status(proc, "Threads:"), status(proc, "VmRSS:") / 1024.0, heap);
    }
  }

  private static long status(Path proc, String name) throws IOException {
    return Files.readAllLines(proc.resolve("status")).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow(() -> new IOException(proc + " does not tell " + name));
  }

  /** Survivors, Eden and the old generation; {@code jstat} tells KiB under the heads of columns. */
  private static double heap(String told) {
    List<String> lines = told.lines().toList();
    List<String> heads = List.of(lines.get(0).trim().split("\\s+"));
    List<String> cells = List.of(lines.get(1).trim().split("\\s+"));
    return Stream.of("S0U", "S1U", "EU", "OU")
            .mapToDouble(head -> Double.parseDouble(cells.get(heads.indexOf(head))))
            .sum()
        / 1024;
  }

  private static String ask(String... command) throws IOException, InterruptedException {
    Process asked = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    asked.waitFor();
    return told;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
