package org.chancery.resolution;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /**
   * The best name: of the full names the one that most articles use, then the longest, then the
   * first in natural order.
   */
  String label() {
    Map<String, Rank> ranks = new TreeMap<>();
    for (Appearance member : members) {
      ranks.merge(
          member.names().best(),
          new Rank(member.fullness()),
          (one, other) -> one.fullness >= other.fullness ? one : other);
    }
    for (Appearance member : members) {
      note(ranks, member.names().best(), member.article());
      member.names().others().forEach(name -> note(ranks, name, member.article()));
    }
    Comparator<Map.Entry<String, Rank>> best =
        Comparator.<Map.Entry<String, Rank>>comparingInt(e -> -e.getValue().fullness)
            .thenComparing(e -> isAllCapitals(e.getKey()))
            .thenComparingInt(e -> -e.getValue().articles.size())
            .thenComparingInt(e -> -Words.of(e.getKey()).size())
            .thenComparingInt(e -> -e.getKey().length())
            .thenComparing(Map.Entry::getKey);
    return ranks.entrySet().stream().min(best).orElseThrow().getKey();
  }

  /** How full a name is, and which articles use it. */
  private record Rank(int fullness, Set<String> articles) {
    Rank(int fullness) {
      this(fullness, new HashSet<>());
    }
  }

  private static void note(Map<String, Rank> ranks, String name, String article) {
    Rank rank = ranks.get(name);
    if (rank != null) {
      rank.articles.add(article);
    }
  }

  private static boolean isAllCapitals(String name) {
    return name.indexOf(' ') >= 0 && name.chars().noneMatch(Character::isLowerCase);
  }

  /** Whether some article calls it by a full name. */
  boolean hasFullName() {
    return members.stream().anyMatch(member -> member.fullness() > 0);
  }

  /**
   * The fullest name: what an IRI is made of, as it stays the same while shorter names come and go.
   */
  String fullest() {
    return fullest(members.stream().map(member -> member.names().best()));
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
  static String fullest(Stream<String> names) {
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
