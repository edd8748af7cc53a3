package org.chancery.site;

import java.util.List;

/**
 * What a page of search results shows.
 *
 * @param heading what was looked for
 * @param note what to know about the results; may be empty
 * @param filters by kind, with how many there are of each
 * @param first number of the first row, from 1
 * @param previous href of the page before; empty text if there is none
 * @param next href of the page after; empty text if there is none
 */
public record SearchView(
    String text,
    String kind,
    String heading,
    String note,
    List<Filter> filters,
    List<Row> rows,
    int first,
    String pages,
    String previous,
    String next) {
  public SearchView {
    filters = List.copyOf(filters);
    rows = List.copyOf(rows);
  }

  /** A kind to see alone. */
  public record Filter(String words, String number, String href, boolean chosen) {}

  /**
   * Something found.
   *
   * @param alias the name by which it was found, if that is not its best; else empty text
   * @param articles how many mention it, in words
   */
  public record Row(
      String label, String href, String kind, String kindWords, String alias, String articles) {}
}
