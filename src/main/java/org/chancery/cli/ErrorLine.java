package org.chancery.cli;

import java.util.OptionalInt;
import org.chancery.article.OneLine;
import org.chancery.article.Read;

/** How a command tells of an input that it passed over, or that it wonders at. */
final class ErrorLine {
  private ErrorLine() {}

  /**
   * In one line: {@code record} is the line, entry or record in a file, and left out for whole
   * files.
   */
  static String of(Read.Rejected no) {
    return line("ERROR", no.code(), no.source(), no.line(), no.reason());
  }

  static String of(Read.Skipped skipped) {
    return line("WARNING", skipped.code(), skipped.source(), skipped.line(), skipped.reason());
  }

  static String of(Read.Ok ok, Read.Warning warning) {
    String file = ok.article().origin().file();
    return line(
        "WARNING",
        warning.code(),
        file.isEmpty() ? ok.article().id() : file,
        ok.article().origin().record(),
        warning.reason());
  }

  private static String line(
      String level, String code, String file, OptionalInt record, String reason) {
    return "%s code=%s file=%s%s reason=%s"
        .formatted(
            level,
            code,
            file,
            record.isPresent() ? " record=" + record.getAsInt() : "",
            OneLine.of(reason));
  }
}
