package org.chancery.portrait;

import java.util.List;

/**
 * Two things, as articles call them, that were weighed against each other.
 *
 * @param first what an article calls the one
 * @param second what an article calls the other
 * @param other the thing that the one portrayed was weighed against, where it is another
 * @param points such as {@code 4 of 5 points}
 * @param speaksFor evidence, in words
 * @param speaksAgainst evidence, in words
 * @param remarks what else decided
 */
public record Likeness(
    Side first,
    Side second,
    List<Value> other,
    String points,
    List<String> speaksFor,
    List<String> speaksAgainst,
    List<String> remarks) {
  public Likeness {
    other = List.copyOf(other);
    speaksFor = List.copyOf(speaksFor);
    speaksAgainst = List.copyOf(speaksAgainst);
    remarks = List.copyOf(remarks);
  }

  /** A name in an article. */
  public record Side(String name, Value article) {}
}
