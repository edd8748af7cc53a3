package org.chancery.portrait;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A stretch of an article's text within which no evidence begins or ends.
 *
 * @param text the stretch itself
 * @param anchors names of the evidence that begins here
 * @param facts numbers of the facts that rest on it, ascending; none for plain text
 * @param ended numbers of the facts whose evidence ends here, ascending
 */
public record Segment(String text, List<String> anchors, List<Integer> facts, List<Integer> ended) {
  public Segment {
    anchors = List.copyOf(anchors);
    facts = List.copyOf(facts);
    ended = List.copyOf(ended);
  }

  /** The facts' numbers with a space between them. */
  public String numbers() {
    return String.join(" ", facts.stream().map(String::valueOf).toList());
  }

  /**
   * Some evidence.
   *
   * @param start 0-based UTF-16 offset of its first character
   * @param end just past its last character
   * @param facts numbers of the facts that rest on it
   */
  record Cover(String anchor, int start, int end, Collection<Integer> facts) {}

  /**
   * Takes a text apart where evidence begins and ends, however it overlaps. The segments put
   * together are the text. Evidence that does not lie within the text is passed over.
   */
  static List<Segment> of(String text, Collection<Cover> covers) {
    List<Cover> within =
        covers.stream()
            .filter(c -> c.start() >= 0 && c.start() < c.end() && c.end() <= text.length())
            .toList();
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
    within.forEach(
        cover -> {
          cuts.add(cover.start());
          cuts.add(cover.end());
        });
    List<Segment> segments = new ArrayList<>();
    int start = 0;
    for (int end : cuts.tailSet(1)) {
      segments.add(segment(text, start, end, within));
      start = end;
    }
    return segments;
  }

  private static Segment segment(String text, int start, int end, List<Cover> covers) {
    List<String> anchors = new ArrayList<>();
    TreeSet<Integer> facts = new TreeSet<>();
    TreeSet<Integer> ended = new TreeSet<>();
    for (Cover cover : covers) {
      if (cover.start() <= start && end <= cover.end()) {
        facts.addAll(cover.facts());
        if (cover.start() == start) {
          anchors.add(cover.anchor());
        }
        if (cover.end() == end) {
          ended.addAll(cover.facts());
        }
      }
    }
    return new Segment(text.substring(start, end), anchors, List.copyOf(facts), List.copyOf(ended));
  }
}
