package org.chancery.article;

import java.util.regex.Pattern;

/** What can be told of sentences from their outside. */
final class Sentences {
  private static final Pattern CLOSED = Pattern.compile("[.!?…][\"'”’»)\\]]*$");
  private static final Pattern ABBREVIATION =
      Pattern.compile("(?:\\b(?:\\p{Lu}\\.){2,}|\\b(?:Jr|Sr|Inc|Corp|Ltd|Co|St|Dr|No)\\.)$");

  private Sentences() {}

  /** Whether the words end as a sentence does, not with the period of an abbreviation. */
  static boolean isClosed(String words) {
    String end = words.substring(Math.max(0, words.length() - 40));
    return CLOSED.matcher(end).find() && !ABBREVIATION.matcher(end).find();
  }
}
