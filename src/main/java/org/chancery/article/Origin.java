package org.chancery.article;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where an article was read: the way back from its text to the source.
 *
 * @param file the path as it was given, in one line; {@code -} for standard input
 * @param record 1-based number of the line, entry or record in the file; empty where the article is
 *     the whole file
 * @param url the address that the source itself names, http or https
 */
public record Origin(String file, OptionalInt record, Optional<String> url) {
  /** Of a text that came by no file. */
  public static final Origin UNKNOWN = new Origin("", OptionalInt.empty(), Optional.empty());
}
