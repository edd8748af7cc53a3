package org.chancery.article;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a source tells of an article in fields of its own, outside the text.
 *
 * @param title in one line, not blank
 * @param publishedOn goes before any day that the text states
 * @param byline who wrote or issued it, in one line, not blank
 * @param url of the article, http or https
 */
record Head(
    Optional<String> title,
    Optional<LocalDate> publishedOn,
    Optional<String> byline,
    Optional<String> url) {
  static final Head NONE =
      new Head(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** What the other head tells where this one tells nothing. */
  Head or(Head other) {
    return new Head(
        title.or(other::title),
        publishedOn.or(other::publishedOn),
        byline.or(other::byline),
        url.or(other::url));
  }
}
