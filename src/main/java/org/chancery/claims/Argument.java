package org.chancery.claims;

import java.time.LocalDate;

/** What a claim says of its subject: another referent, a day, or words. */
public sealed interface Argument {
  /** A referent of the same article, by its key. */
  record Thing(String key) implements Argument {}

  /** A calendar day. */
  record Day(LocalDate date) implements Argument {}

  /** A string, such as the words of a quotation. */
  record Words(String text) implements Argument {}
}
