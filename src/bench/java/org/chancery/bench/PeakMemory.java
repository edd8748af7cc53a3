package org.chancery.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The most memory that this process has held: {@code VmHWM} where the system tells it (Linux), else
 * the sum of the peaks of Java's own pools, which leaves out what Java itself takes.
 */
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private PeakMemory() {}

  /** Which of the two measures holds on this machine. */
  static String measure() {
    return Files.exists(STATUS) ? "VmHWM of /proc/self/status" : "the peaks of Java's pools";
  }

  static double mebibytes() {
    return resident().orElseGet(PeakMemory::pools);
  }

  private static Optional<Double> resident() {
    if (!Files.exists(STATUS)) {
      return Optional.empty();
    }
    try {
      return Files.readAllLines(STATUS, StandardCharsets.UTF_8).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static double pools() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      bytes += pool.getPeakUsage().getUsed();
    }
    return bytes / 1024.0 / 1024.0;
  }
}
