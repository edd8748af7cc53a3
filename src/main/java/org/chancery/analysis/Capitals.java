package org.chancery.analysis;

import java.util.Locale;
import java.util.Set;
import org.chancery.ontology.WordLists;

/** Capitals as English titles have them. */
final class Capitals {
  private static final Set<String> SMALL = WordLists.load().require("small-in-titles");

  private Capitals() {}

  /**
   * {@code minister of public works} as {@code Minister of Public Works}; other letters stay as
   * they are.
   */
  static String ofTitle(String words) {
    StringBuilder title = new StringBuilder();
    for (String word : spoken(words).split(" ", -1)) {
      if (!title.isEmpty()) {
        title.append(' ');
      }
      title.append(SMALL.contains(word) && !title.isEmpty() ? word : capitalized(word));
    }
    return title.toString();
  }

  /** Words in capitals throughout as they would be written in a sentence; acronyms alone stay. */
  static String spoken(String words) {
    boolean capitals =
        words.length() > 5
            && words.chars().anyMatch(Character::isLetter)
            && words.chars().noneMatch(Character::isLowerCase)
            && words.contains(" ");
    return capitals ? words.toLowerCase(Locale.ROOT) : words;
  }

  /** A name in capitals throughout with capitals as names have them. */
  static String ofName(String name) {
    String lower = spoken(name);
    if (lower.equals(name)) {
      return name;
    }
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < lower.length(); i++) {
      boolean first =
          i == 0
              || !Character.isLetter(lower.charAt(i - 1))
                  && lower.charAt(i - 1) != '’'
                  && lower.charAt(i - 1) != '\'';
      result.append(first ? Character.toTitleCase(lower.charAt(i)) : lower.charAt(i));
    }
    return result.toString();
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
