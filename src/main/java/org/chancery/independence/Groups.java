package org.chancery.independence;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which of a number of articles belong together: a forest of disjoint sets. */
final class Groups {
  /** The article through which each belongs to its group; a group's first belongs to itself. */
  private final int[] through;

  Groups(int articles) {
    through = new int[articles];
    for (int article = 0; article < articles; article++) {
      through[article] = article;
    }
  }

  boolean together(int one, int other) {
    return first(one) == first(other);
  }

  void join(int one, int other) {
    int left = first(one);
    int right = first(other);
    through[Math.max(left, right)] = Math.min(left, right);
  }

  private int first(int article) {
    int at = article;
    while (through[at] != at) {
      through[at] = through[through[at]];
      at = through[at];
    }
    return at;
  }

  /** The groups of two and more, in the order of their first articles. */
  List<SortedSet<String>> members(List<String> names) {
    Map<Integer, SortedSet<String>> groups = new TreeMap<>();
    for (int article = 0; article < through.length; article++) {
      groups.computeIfAbsent(first(article), f -> new TreeSet<>()).add(names.get(article));
    }
    return groups.values().stream().filter(group -> group.size() > 1).toList();
  }
}
