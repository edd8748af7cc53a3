package org.chancery.resolution;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Appearances of one thing.
 *
 * @param members in order, at least one
 */
record Cluster(List<Appearance> members) {
  Cluster(Collection<Appearance> members) {
    this(members.stream().sorted().toList());
  }

  Cluster {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a cluster of nothing");
    }
  }

  /**
   * The first member in the order of the articles: it stands for the cluster wherever order counts.
   */
  Appearance first() {
    return members.get(0);
  }

  /** The best name: the fullest, then the most frequent, then the first in natural order. */
  String label() {
    return best(members.stream().map(member -> member.names().best()));
  }

  /** Every other name. */
  SortedSet<String> altLabels() {
    SortedSet<String> names = new TreeSet<>();
    for (Appearance member : members) {
      names.add(member.names().best());
      names.addAll(member.names().others());
    }
    names.remove(label());
    return names;
  }

  /** The fullest of some names, then the most frequent, then the one not all in capitals. */
  static String best(Stream<String> names) {
    Map<String, Integer> counts = new TreeMap<>();
    names.forEach(name -> counts.merge(name, 1, Integer::sum));
    Comparator<Map.Entry<String, Integer>> fullest =
        Comparator.<Map.Entry<String, Integer>>comparingInt(e -> -Words.of(e.getKey()).size())
            .thenComparingInt(e -> -e.getValue())
            .thenComparing(e -> !e.getKey().chars().anyMatch(Character::isLowerCase))
            .thenComparing(Map.Entry::getKey);
    return counts.entrySet().stream().min(fullest).orElseThrow().getKey();
  }
}
