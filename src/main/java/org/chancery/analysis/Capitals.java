package org.chancery.analysis;

import java.util.Set;

/** Capitals as English titles have them. */
final class Capitals {
  private static final Set<String> SMALL =
      Set.of(
          "of", "for", "the", "and", "to", "on", "at", "in", "from", "with", "a", "an", "by",
          "without");

  private Capitals() {}

  /**
   * {@code minister of public works} as {@code Minister of Public Works}; other letters stay as
   * they are.
   */
  static String ofTitle(String words) {
    StringBuilder title = new StringBuilder();
    for (String word : words.split(" ", -1)) {
      if (!title.isEmpty()) {
        title.append(' ');
      }
      title.append(SMALL.contains(word) && !title.isEmpty() ? word : capitalized(word));
    }
    return title.toString();
  }

  private static String capitalized(String word) {
    if (word.isEmpty()) {
      return word;
    }
    int first = word.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + word.substring(Character.charCount(first));
  }
}
