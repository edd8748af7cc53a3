package org.chancery.claims;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a referent is called.
 *
 * @param best the fullest name that the article supports
 * @param others every other form in use, without {@code best}, in natural order
 */
public record Names(String best, SortedSet<String> others) {
  public Names {
    if (best.isBlank()) {
      throw new IllegalArgumentException("a name is blank");
    }
    TreeSet<String> copy = new TreeSet<>(others);
    copy.remove(best);
    others = Collections.unmodifiableSortedSet(copy);
  }

  public static Names of(String best) {
    return new Names(best, new TreeSet<>());
  }

  public static Names of(String best, Set<String> others) {
    return new Names(best, new TreeSet<>(others));
  }
}
