package org.chancery.article;

import java.util.Optional;

/** Which characters are blank: white space, no-break spaces and control characters. */
final class Blank {
  private Blank() {}

  static boolean is(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  /** The part of {@code [start, end)} without blanks at either end, unless all of it is blank. */
  static Optional<Span> trim(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && is(text.charAt(from))) {
      from++;
    }
    while (to > from && is(text.charAt(to - 1))) {
      to--;
    }
    return from < to ? Optional.of(new Span(from, to)) : Optional.empty();
  }
}
