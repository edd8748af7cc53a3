package org.chancery.article;

/** What became of one input: an article, or the reason why there is none. */
public sealed interface Read {
  /** The input was read. */
  record Ok(Article article) implements Read {}

  /**
   * The input was passed over.
   *
   * @param source the file, as a path without line breaks
   * @param code the kind of defect in one word: {@code empty}, {@code blank}, {@code binary},
   *     {@code invalid-utf8}, {@code invalid-utf16}, {@code too-large}, {@code unreadable}, {@code
   *     vanished}, {@code not-a-file}, {@code symbolic-link}, {@code duplicate-id}, {@code
   *     analysis-failed}
   * @param reason what is wrong, where, and what to do next, in one line
   */
  record Rejected(String source, String code, String reason) implements Read {}
}
