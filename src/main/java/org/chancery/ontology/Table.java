package org.chancery.ontology;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.ExitCode;
import org.chancery.UserException;

/**
 * A tab-separated table of {@code ontology/}: lines that start with {@code #} are comments, the
 * first other line names the columns, every further one is a row.
 *
 * @param name the resource that it was read from, for messages
 */
public record Table(String name, List<String> columns, List<Row> rows) {
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param line 1-based line in the file
   */
  public record Row(String table, int line, Map<String, String> cells) {
    /** The cell of a column; empty text if the row ends before it. */
    public String get(String column) {
      String cell = cells.get(column);
      if (cell == null) {
        throw malformed("there is no column \"" + column + "\"");
      }
      return cell;
    }

    /** One of some words, as an exception says which are allowed. */
    public <E extends Enum<E>> E get(String column, Class<E> type) {
      String cell = get(column);
      for (E value : type.getEnumConstants()) {
        if (value.name().equalsIgnoreCase(cell.replace('-', '_'))) {
          return value;
        }
      }
      throw malformed(
          "\"%s\" is no %s; write one of %s"
              .formatted(cell, column, Arrays.toString(type.getEnumConstants())));
    }

    /** The exception for a row that cannot be right. */
    public UserException malformed(String cause) {
      return new UserException(ExitCode.CONFIG, "%s, line %d: %s".formatted(table, line, cause));
    }
  }

  /**
   * Reads a table from the class path.
   *
   * @param resource such as {@code ontology/lexicons/titles.tsv}
   * @throws UserException with {@link ExitCode#CONFIG} if a row has more cells than columns
   */
  public static Table load(String resource) {
    try (InputStream bytes = Table.class.getClassLoader().getResourceAsStream(resource)) {
      if (bytes == null) {
        throw new UserException(
            ExitCode.CONFIG, resource + " is not in the program; build it anew");
      }
      return read(
          resource, new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Reads a table from text; {@code name} stands in messages. */
  public static Table read(String name, BufferedReader lines) throws IOException {
    List<String> columns = List.of();
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = List.of(line.split("\t", -1));
      if (columns.isEmpty()) {
        columns = cells;
        continue;
      }
      Map<String, String> byColumn = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        byColumn.put(columns.get(i), i < cells.size() ? cells.get(i).strip() : "");
      }
      Row row = new Row(name, number, byColumn);
      if (cells.size() > columns.size()) {
        throw row.malformed(
            "%d cells for %d columns; separate them by single tabs"
                .formatted(cells.size(), columns.size()));
      }
      rows.add(row);
    }
    return new Table(name, columns, rows);
  }
}
