package org.chancery.article;

import java.util.OptionalInt;

/** What became of one input: an article, or the reason why there is none. */
public sealed interface Read {
  /** The input was read. */
  record Ok(Article article) implements Read {}

  /**
   * The input was passed over.
   *
   * @param source the file, as a path without line breaks
   * @param line 1-based number of the line of a JSON Lines file that holds the article, or at which
   *     reading ended; empty where the input is a whole file
   * @param code the kind of defect in one word: {@code empty}, {@code blank}, {@code binary},
   *     {@code invalid-utf8}, {@code invalid-utf16}, {@code too-large}, {@code unreadable}, {@code
   *     vanished}, {@code not-a-file}, {@code symbolic-link}, {@code duplicate-id}, {@code
   *     invalid-json}, {@code duplicate-key}, {@code wrong-type}, {@code missing-field}, {@code
   *     invalid-field}, {@code invalid-gzip}, {@code inflates}, {@code analysis-failed}
   * @param reason what is wrong, where, and what to do next, in one line
   */
  record Rejected(String source, OptionalInt line, String code, String reason) implements Read {
    /** A whole file that was passed over. */
    public Rejected(String source, String code, String reason) {
      this(source, OptionalInt.empty(), code, reason);
    }
  }
}
