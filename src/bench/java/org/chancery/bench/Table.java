package org.chancery.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Rows of a name with the least, the middle and the most of what several rounds gave. */
final class Table {
  private final StringBuilder text = new StringBuilder();

  Table(String head) {
    text.append(row(head, "min", "median", "max"))
        .append("-".repeat(44))
        .append("  --------  --------  --------\n");
  }

  /**
   * Adds a row.
   *
   * @param decimals how many digits follow the point
   */
  void add(String name, List<Double> values, int decimals) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    String form = "%." + decimals + "f";
    text.append(
        row(
            name,
            String.format(Locale.ROOT, form, sorted.get(0)),
            String.format(Locale.ROOT, form, median),
            String.format(Locale.ROOT, form, sorted.get(sorted.size() - 1))));
  }

  /** One value by another, pair by pair: what was measured in one round. */
  static List<Double> ratios(List<Double> above, List<Double> below) {
    DoubleStream ratios =
        IntStream.range(0, above.size()).mapToDouble(i -> above.get(i) / below.get(i));
    return ratios.boxed().toList();
  }

  private static String row(String name, String min, String median, String max) {
    return String.format(Locale.ROOT, "%-44s  %8s  %8s  %8s%n", name, min, median, max)
        .replace(System.lineSeparator(), "\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
