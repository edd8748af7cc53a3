package org.chancery.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one process measured, by name and in the order told. It travels to the parent as lines
 * {@code name<TAB>value} in a file, since contestants print what they like.
 */
record Measurement(Map<String, Double> values) {
  /** Seconds from the start of the contestant's loading to its readiness. */
  static final String LOAD = "load";

  /** Tokens per second of the pass after the warm-up. */
  static final String SPEED = "speed";

  /**
   * Tokens per second of processor time of that pass, compiler and garbage collector included: what
   * other work on the machine disturbs least.
   */
  static final String THRIFT = "thrift";

  /** Peak resident memory of the process, in MiB. */
  static final String PEAK = "peak";

  double get(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("no \"%s\" among %s".formatted(name, values.keySet()));
    }
    return value;
  }

  void write(Path file) throws IOException {
    List<String> lines =
        values.entrySet().stream()
            .map(entry -> String.format(Locale.ROOT, "%s\t%.6f", entry.getKey(), entry.getValue()))
            .toList();
    Files.write(file, lines, StandardCharsets.UTF_8);
  }

  static Measurement read(Path file) throws IOException {
    Map<String, Double> values = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      List<String> cells = List.of(line.split("\t", -1));
      values.put(cells.get(0), Double.valueOf(cells.get(1)));
    }
    return new Measurement(values);
  }
}
