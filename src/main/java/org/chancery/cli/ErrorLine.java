package org.chancery.cli;

import org.chancery.article.Read;

/** How a command tells of an input that it passed over. */
final class ErrorLine {
  private ErrorLine() {}

  /** In one line: {@code record} is the line of a JSON Lines file, and left out for whole files. */
  static String of(Read.Rejected no) {
    String record = no.line().isPresent() ? " record=" + no.line().getAsInt() : "";
    return "ERROR code=%s file=%s%s reason=%s"
        .formatted(no.code(), no.source(), record, no.reason());
  }
}
