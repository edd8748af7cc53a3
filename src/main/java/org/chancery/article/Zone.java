package org.chancery.article;

/**
 * A part of an article with one function on the page.
 *
 * @param span where it stands in {@link Article#text()}; zones never overlap
 */
public record Zone(Kind kind, Span span) {
  /**
   * What a zone is for. Claims are read from {@link #TITLE}, {@link #CAPTION} and {@link #BODY}.
   */
  public enum Kind {
    /** A line of data before the text, such as {@code date 2014-03-05}. */
    HEADER,
    /** The headline. */
    TITLE,
    /** The line that names the author or the issuing office. */
    BYLINE,
    /** Place, agency and day before the first sentence: {@code OSLO (Agency) -}. */
    DATELINE,
    /** The text under a picture. */
    CAPTION,
    /** The picture's agency and photographer. */
    CREDIT,
    /** A paragraph or list item of the article. */
    BODY,
    /** {@code Reporting by …}, contact lines and the like after the text. */
    SIGN_OFF,
    /** What the web page added: advertisements, newsletter forms, navigation. */
    FURNITURE;

    /** Whether sentences of such a zone say what the article says. */
    public boolean isRead() {
      return this == TITLE || this == CAPTION || this == BODY;
    }
  }
}
