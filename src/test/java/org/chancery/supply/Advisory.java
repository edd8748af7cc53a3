package org.chancery.supply;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is known to be wrong with a library, and what follows from it: a line of {@code
 * advisories.tsv}, whose head explains the columns.
 *
 * @param judged the version that was in the jar when this was written, or "-"
 * @param evidence a file of this repository with a word in it after "#", or "-"
 */
record Advisory(
    String id,
    String component,
    String affected,
    String judged,
    Status status,
    String why,
    String evidence,
    String source) {
  static final Path TABLE = Path.of("src/build/advisories.tsv");

  private static final String HEAD =
      "advisory\tcomponent\taffected\tjudged\tstatus\twhy\tevidence\tsource";

  enum Status {
    FIXED,
    NOT_AFFECTED,
    MITIGATED,
    NOT_SHIPPED
  }

  static List<Advisory> all() throws IOException {
    return parse(Files.readAllLines(TABLE));
  }

  /**
   * @throws IllegalArgumentException if a line has other columns
   */
  static List<Advisory> parse(List<String> lines) {
    List<String> rows = lines.stream().filter(line -> !line.startsWith("#")).toList();
    if (rows.isEmpty() || !rows.get(0).equals(HEAD)) {
      throw new IllegalArgumentException("the first line is not: " + HEAD);
    }
    return rows.stream().skip(1).map(Advisory::row).toList();
  }

  private static Advisory row(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != HEAD.split("\t").length || Stream.of(cells).anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("other columns than the head's, or an empty one: " + line);
    }
    Status status = Status.valueOf(cells[4].toUpperCase(Locale.ROOT));
    return new Advisory(
        cells[0], cells[1], cells[2], cells[3], status, cells[5], cells[6], cells[7]);
  }

  /**
   * Whether a version is in one of the ranges.
   *
   * @throws IllegalArgumentException if a range is none
   */
  boolean affects(String version) {
    return Stream.of(affected.split(" \\| ", -1))
        .anyMatch(range -> Stream.of(range.split(" ", -1)).allMatch(edge -> within(edge, version)));
  }

  private static boolean within(String edge, String version) {
    String sign = edge.replaceFirst("[0-9].*", "");
    int order = Version.parse(version).compareTo(Version.parse(edge.substring(sign.length())));
    return switch (sign) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">=" -> order >= 0;
      default -> throw new IllegalArgumentException("\"%s\" is no edge of a range".formatted(edge));
    };
  }

  @Override
  public String toString() {
    return id + " of " + component;
  }
}
