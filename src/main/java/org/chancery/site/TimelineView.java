package org.chancery.site;

import java.util.List;

/**
 * Meetings, signings and tenures in the order of time, as they are drawn and listed.
 *
 * @param total how many there are, shown or not
 * @param undated meetings, agreements and tenures of which no day is known
 * @param complete whether all reports were counted
 */
public record TimelineView(List<Item> items, int total, int undated, boolean complete) {
  public TimelineView {
    items = List.copyOf(items);
  }

  /**
   * Something with its days.
   *
   * @param kind {@code meeting}, {@code signing} or {@code tenure}
   * @param first a day
   * @param last a day, not before the first
   * @param with the office of a tenure, the city of a meeting or the parties to a signing
   * @param note what else is to be said, or empty
   */
  public record Item(
      String kind,
      Linked thing,
      String first,
      String last,
      String status,
      List<Linked> with,
      String note,
      int articles) {
    public Item {
      with = List.copyOf(with);
    }

    /** For people. */
    public String days() {
      return first.equals(last) ? first : first + " to " + last;
    }
  }
}
