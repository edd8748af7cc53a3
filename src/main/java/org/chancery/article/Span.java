package org.chancery.article;

/**
 * A stretch of an article's text, as half-open offsets. Ordered by start, then end.
 *
 * @param start 0-based UTF-16 offset of the first character in {@link Article#text()}
 * @param end 0-based UTF-16 offset just past the last character
 */
public record Span(int start, int end) implements Comparable<Span> {
  /**
   * @throws IllegalArgumentException if the span is empty or starts before the text
   */
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "span [%d, %d) is empty or negative".formatted(start, end));
    }
  }

  /**
   * The words that this span covers.
   *
   * @throws IndexOutOfBoundsException if the span ends after {@code text}
   */
  public String of(String text) {
    return text.substring(start, end);
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** The smallest span over this one and the other. */
  public Span through(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  @Override
  public int compareTo(Span other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}
