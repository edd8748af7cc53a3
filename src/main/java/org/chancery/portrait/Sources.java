package org.chancery.portrait;

import java.util.List;

/**
 * Who states a fact, and in which words.
 *
 * @param articles how many do, as far as they were counted
 * @param more whether there are more than were counted
 * @param independent how many of those counted carry a text of their own
 * @param quotes of the first of them
 * @param unquoted how many of those counted are not quoted
 */
public record Sources(
    int articles, boolean more, int independent, List<Quote> quotes, int unquoted) {
  static final Sources NONE = new Sources(0, false, 0, List.of(), 0);

  public Sources {
    quotes = List.copyOf(quotes);
  }

  /** Such as {@code 3 articles, 2 independent}. */
  public String summary() {
    String count =
        more
            ? "more than %,d articles".formatted(articles)
            : articles == 1 ? "1 article" : "%,d articles".formatted(articles);
    return independent < articles ? "%s, %,d independent".formatted(count, independent) : count;
  }
}
