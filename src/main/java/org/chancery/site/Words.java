package org.chancery.site;

import java.util.Locale;

/** Names that programs gave, for people. */
public final class Words {
  private Words() {}

  /** {@code heldOn}: "held on". */
  static String of(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
        .replaceAll("[-_]+", " ")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  /** With a capital at its beginning. */
  static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, words.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
            + words.substring(words.offsetByCodePoints(0, 1));
  }

  /** With commas between thousands. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** "1 article", "2 articles". */
  static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }
}
