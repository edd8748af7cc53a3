package org.chancery.article;

import java.util.List;
import java.util.OptionalInt;

/** What became of one input: an article, or the reason why there is none. */
public sealed interface Read {
  /**
   * The input was read.
   *
   * @param bytes how many were read for it
   * @param warnings what was odd about it and yet no reason to leave it out
   */
  record Ok(Article article, long bytes, List<Warning> warnings) implements Read {
    public Ok {
      warnings = List.copyOf(warnings);
    }

    /** An article that nothing is odd about. */
    public Ok(Article article) {
      this(article, article.text().length(), List.of());
    }
  }

  /**
   * The input was refused, though it was to be an article.
   *
   * @param source the file, as a path without line breaks
   * @param line 1-based number of the line, entry or record of the file that holds the article, or
   *     at which reading ended; empty where the input is a whole file
   * @param code the kind of defect in one word: {@code empty}, {@code blank}, {@code binary},
   *     {@code invalid-utf8}, {@code invalid-utf16}, {@code invalid-charset}, {@code too-large},
   *     {@code unreadable}, {@code vanished}, {@code not-a-file}, {@code invalid-name}, {@code
   *     duplicate-id}, {@code not-english}, {@code invalid-json}, {@code duplicate-key}, {@code
   *     wrong-type}, {@code too-deep}, {@code missing-field}, {@code invalid-field}, {@code
   *     invalid-gzip}, {@code inflates}, {@code invalid-warc}, {@code cut-off}, {@code
   *     invalid-feed}, {@code no-text}, {@code timeout}, {@code analysis-failed}
   * @param reason what is wrong, where, and what to do next, in one line
   */
  record Rejected(String source, OptionalInt line, String code, String reason) implements Read {
    /** A whole file that was passed over. */
    public Rejected(String source, String code, String reason) {
      this(source, OptionalInt.empty(), code, reason);
    }
  }

  /**
   * Something that is no article by its kind, or one that came before: counted and left.
   *
   * @param source the file, as a path without line breaks
   * @param line as of {@link Rejected}
   * @param code why: {@code copy}, {@code other-kind}, {@code symbolic-link}, {@code other-record},
   *     {@code other-status}, {@code other-media}
   * @param reason in one line
   */
  record Skipped(String source, OptionalInt line, String code, String reason) implements Read {
    /** Whether a person may have meant it to be read. */
    public boolean isNoteworthy() {
      return code.equals("symbolic-link");
    }
  }

  /**
   * Something odd about an input.
   *
   * @param code {@code charset}, {@code cut-off}, {@code replaced}, {@code summary}
   * @param reason in one line
   */
  record Warning(String code, String reason) {}
}
