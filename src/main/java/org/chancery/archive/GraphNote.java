package org.chancery.archive;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a graph of a store came to, so that an unchanged one need not be made again.
 *
 * @param source fingerprint of all that it was made from
 * @param quads how many it has
 * @param claims how many of its claims are of which kind, by a name for each kind
 */
public record GraphNote(String source, int quads, SortedMap<String, Integer> claims) {
  public GraphNote {
    claims = Collections.unmodifiableSortedMap(new TreeMap<>(claims));
  }

  /** How many claims it has in all. */
  public int claimCount() {
    return claims.values().stream().mapToInt(Integer::intValue).sum();
  }
}
