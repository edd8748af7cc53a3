package org.chancery.resolution;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.chancery.ontology.WordLists;

/**
 * What a title says, whatever its word order: {@code Minister of Ports}, {@code Minister for Ports}
 * and {@code Ports Minister} are the same value.
 *
 * @param head the word that says what kind of post it is: {@code minister}
 * @param content the other words that carry meaning
 */
record OfficeTitle(String head, SortedSet<String> content) {
  private static final Set<String> FUNCTION_WORDS = WordLists.load().require("small-in-offices");

  /** Before these comes the head. {@code to} and {@code at} count: an ambassador to somewhere. */
  private static final Set<String> AFTER_HEAD = WordLists.load().require("after-head");

  /** Words that make another post of it, not a closer description of the same. */
  private static final Set<String> RANKS = WordLists.load().require("rank-word");

  private static final Map<String, String> SPELLINGS = WordLists.load().requireValues("spelling");

  OfficeTitle {
    content = Collections.unmodifiableSortedSet(new TreeSet<>(content));
  }

  static OfficeTitle of(String title) {
    List<String> words = Words.of(title);
    int end = 0;
    while (end < words.size() && (end == 0 || !AFTER_HEAD.contains(words.get(end)))) {
      end++;
    }
    String head = end == 0 ? title : SPELLINGS.getOrDefault(words.get(end - 1), words.get(end - 1));
    SortedSet<String> content = new TreeSet<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (i != end - 1 && !FUNCTION_WORDS.contains(word)) {
        content.add(SPELLINGS.getOrDefault(word, word));
      }
    }
    if (content.size() > 1) {
      // A foreign minister is a minister of foreign affairs.
      content.remove("affairs");
    }
    return new OfficeTitle(head, content);
  }

  /** Whether one of the two is the other with words left out that do not change the post. */
  boolean mayBe(OfficeTitle other) {
    return isWithin(other) || other.isWithin(this);
  }

  private boolean isWithin(OfficeTitle fuller) {
    if (!head.equals(fuller.head) || !fuller.content.containsAll(content)) {
      return false;
    }
    return fuller.content.stream().noneMatch(w -> !content.contains(w) && RANKS.contains(w));
  }
}
