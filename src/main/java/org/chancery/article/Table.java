package org.chancery.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.chancery.ExitCode;
import org.chancery.UserException;

/**
 * A tab-separated table of {@code ontology/lexicons}: lines that start with {@code #} are comments,
 * the first other line names the columns.
 */
record Table(String name, List<Row> rows) {
  Table {
    rows = List.copyOf(rows);
  }

  /**
   * One line of the table.
   *
   * @param line its number in the file, from 1
   */
  record Row(String table, int line, List<String> cells) {
    Row {
      cells = List.copyOf(cells);
    }

    String cell(int column) {
      if (column >= cells.size()) {
        throw malformed("there is no column %d. Add it.".formatted(column + 1));
      }
      return cells.get(column);
    }

    UserException malformed(String what) {
      return new UserException(ExitCode.CONFIG, "%s, line %d: %s".formatted(table, line, what));
    }
  }

  /**
   * @throws UserException if a line has not the same number of columns as the first
   */
  static Table read(String name) {
    String path = "ontology/lexicons/" + name;
    try (InputStream in = Table.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + path);
      }
      return parse(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  static Table parse(String path, String content) {
    List<Row> rows = new ArrayList<>();
    int columns = -1;
    int line = 0;
    for (String raw : content.lines().toList()) {
      line++;
      if (raw.isBlank() || raw.startsWith("#")) {
        continue;
      }
      Row row = new Row(path, line, List.of(raw.split("\t", -1)));
      if (columns < 0) {
        columns = row.cells().size();
        continue;
      }
      if (row.cells().size() != columns) {
        throw row.malformed(
            "has %d columns, not %d. Separate columns with one tab."
                .formatted(row.cells().size(), columns));
      }
      rows.add(row);
    }
    return new Table(path, rows);
  }
}
