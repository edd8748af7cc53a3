package org.chancery.article;

import java.util.function.IntFunction;

/**
 * Text as a message may quote it: names and articles may hold line breaks and terminal commands.
 */
public final class OneLine {
  private OneLine() {}

  /** The text with the code points of control, format and line-breaking characters spelt out. */
  public static String of(String text) {
    return of(text, "\\u%04x"::formatted);
  }

  /**
   * The same, spelt out in a way of the caller's.
   *
   * @param spelling of a code point
   */
  public static String of(String text, IntFunction<String> spelling) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (Character.getType(c)) {
                case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    line.append(spelling.apply(c));
                default -> line.appendCodePoint(c);
              }
            });
    return line.toString();
  }
}
