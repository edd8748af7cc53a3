package org.chancery.portrait;

import java.util.List;
import java.util.Optional;

/**
 * Facts of one kind about a thing.
 *
 * @param id names the section within its page and in addresses
 * @param title such as {@code Meetings attended}
 * @param facts what is shown of it
 * @param first which one the first shown is, from 1
 * @param total how many there are, as far as they were counted
 * @param more whether there are more than were counted
 * @param next the page of this section that goes on, if anything is left
 */
public record Section(
    String id,
    String title,
    List<Fact> facts,
    int first,
    int total,
    boolean more,
    Optional<Integer> next) {
  public Section {
    facts = List.copyOf(facts);
  }

  /** Such as {@code 1 to 50 of more than 1,000}; empty if all are shown. */
  public String extent() {
    if (first == 1 && next.isEmpty()) {
      return "";
    }
    return "%,d to %,d of %s%,d"
        .formatted(first, first + facts.size() - 1, more ? "more than " : "", total);
  }

  /** Such as {@code 1,000+}. */
  public String count() {
    return "%,d%s".formatted(total, more ? "+" : "");
  }
}
