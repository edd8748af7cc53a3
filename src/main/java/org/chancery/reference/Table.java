package org.chancery.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Tab-separated tables: comment lines begin with {@code #}, the first other line names the columns,
 * several values in a field are divided by {@code |}.
 */
final class Table {
  private static final String FOLDER = "ontology/reference/";

  private Table() {}

  /**
   * Reads a table of {@code ontology/reference/} from the classpath.
   *
   * @throws UserException with {@link ExitCode#CONFIG} if it is missing or a row is malformed
   */
  static <T> List<T> load(String name, List<String> columns, Function<Row, T> row) {
    String file = FOLDER + name;
    try (InputStream in = Table.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new UserException(
            ExitCode.CONFIG, file + " is not in the jar. Build it again with its ontology folder.");
      }
      return read(file, new InputStreamReader(in, StandardCharsets.UTF_8), columns, row);
    } catch (IOException failure) {
      throw new UncheckedIOException(file, failure);
    }
  }

  /**
   * @param file what messages call the table
   * @throws UserException with {@link ExitCode#CONFIG} if a row is malformed
   */
  static <T> List<T> read(String file, Reader source, List<String> columns, Function<Row, T> parsed)
      throws IOException {
    List<T> rows = new ArrayList<>();
    BufferedReader lines = new BufferedReader(source);
    boolean headed = false;
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isEmpty() || line.charAt(0) == '#') {
        continue;
      }
      Row row = new Row(file, number, split(line, '\t'));
      if (!headed) {
        if (!row.fields().equals(columns)) {
          throw row.malformed("the columns should be " + String.join(", ", columns));
        }
        headed = true;
        continue;
      }
      if (row.fields().size() != columns.size()) {
        throw row.malformed(
            "%d fields instead of %d".formatted(row.fields().size(), columns.size()));
      }
      rows.add(parsed.apply(row));
    }
    return rows;
  }

  private static List<String> split(String line, char divider) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int end = line.indexOf(divider); end >= 0; end = line.indexOf(divider, start)) {
      parts.add(line.substring(start, end));
      start = end + 1;
    }
    parts.add(line.substring(start));
    return parts;
  }

  /**
   * One line of a table.
   *
   * @param line counted from 1, comments included
   */
  record Row(String file, int line, List<String> fields) {
    /** A field that must not be blank. */
    String text(int column) {
      String field = fields.get(column);
      if (field.isBlank()) {
        throw malformed("field %d is blank".formatted(column + 1));
      }
      return field;
    }

    Optional<String> optional(int column) {
      String field = fields.get(column);
      return field.isBlank() ? Optional.empty() : Optional.of(field);
    }

    List<String> list(int column) {
      String field = fields.get(column);
      if (field.isEmpty()) {
        return List.of();
      }
      List<String> values = split(field, '|');
      if (values.stream().anyMatch(String::isBlank)) {
        throw malformed("\"%s\" has a blank value".formatted(field));
      }
      return values;
    }

    /** A field in one of the forms that {@code pattern} allows. */
    String matching(int column, String pattern) {
      String field = text(column);
      if (!field.matches(pattern)) {
        throw malformed("\"%s\" is not of the form %s".formatted(field, pattern));
      }
      return field;
    }

    boolean yes(int column) {
      return matching(column, "yes|no").equals("yes");
    }

    <T> T number(int column, Function<String, T> parsed) {
      String field = text(column);
      try {
        return parsed.apply(field);
      } catch (NumberFormatException cause) {
        throw malformed("\"%s\" is not a number".formatted(field), cause);
      }
    }

    UserException malformed(String why) {
      return malformed(why, null);
    }

    private UserException malformed(String why, @Nullable Throwable cause) {
      String message = "%s, line %d: %s. Correct that line.".formatted(file, line, why);
      return cause == null
          ? new UserException(ExitCode.CONFIG, message)
          : new UserException(ExitCode.CONFIG, message, cause);
    }
  }
}
