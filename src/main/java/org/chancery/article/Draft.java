package org.chancery.article;

import java.util.List;
import java.util.OptionalInt;

/**
 * An article as its source has it, before anything in its text is told apart.
 *
 * @param record its number in the file, from 1; empty where it is the whole file
 * @param hash SHA-256 of what was read, in lower-case hexadecimal
 * @param bytes how many were read for it
 */
record Draft(
    OptionalInt record,
    String id,
    Head head,
    String body,
    String hash,
    long bytes,
    List<Read.Warning> warnings) {
  Draft {
    warnings = List.copyOf(warnings);
  }
}
