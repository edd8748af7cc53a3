package org.chancery.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an answer is printed. */
public enum AnswerFormat {
  /** Aligned columns for people. */
  TABLE,
  CSV,
  TSV,
  JSON,
  XML,
  TURTLE;

  public static Optional<AnswerFormat> named(String name) {
    return Arrays.stream(values()).filter(format -> format.toString().equals(name)).findFirst();
  }

  /** The format as the command line writes it, in small letters. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What suits an answer when nobody says: a table, or Turtle for triples. */
  public static AnswerFormat suiting(Answer answer) {
    return answer instanceof Answer.Triples ? TURTLE : TABLE;
  }
}
