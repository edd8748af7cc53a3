package org.chancery.reconcile;

import java.util.List;

/**
 * A thing in a few lines, for a template.
 *
 * @param name its label
 * @param kind its class in words
 * @param kindName its class in addresses and style sheets
 * @param aliases some of its other names
 * @param articles how many mention it, in words; may be empty
 * @param lines what is said to be so of it
 * @param address of its page
 */
public record PreviewView(
    String name,
    String kind,
    String kindName,
    List<String> aliases,
    String articles,
    List<Line> lines,
    String address) {
  /** A property with its values, in words; {@code more} if there are others. */
  public record Line(String term, List<String> values, boolean more) {
    public Line {
      values = List.copyOf(values);
    }
  }

  public PreviewView {
    aliases = List.copyOf(aliases);
    lines = List.copyOf(lines);
  }
}
