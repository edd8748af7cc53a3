package org.chancery.analysis;

import java.time.LocalDate;
import java.util.Optional;
import org.chancery.article.Span;

/**
 * Words that name a day, or several days in a row. Ordered by span.
 *
 * @param first the first day, as read in a report of what has happened: {@code Thursday} is the
 *     latest Thursday up to the day of publication
 * @param last the last day, itself included; {@code first} for a single day
 * @param derived whether the day of publication was needed to find the days
 * @param ahead the days if the sentence speaks of what is to come, where that makes a difference:
 *     {@code Thursday} is then the next Thursday from the day of publication on
 */
public record DayMention(
    Span span,
    LocalDate first,
    LocalDate last,
    Precision precision,
    boolean derived,
    Optional<Period> ahead)
    implements Comparable<DayMention> {
  /** How exactly the words say it. */
  public enum Precision {
    DAY,
    MONTH,
    YEAR,
    /** "Last week", "this weekend": some day of these. */
    WEEK,
    /** Several days in a row, told by their first and last. */
    RANGE
  }

  /**
   * Days in a row.
   *
   * @param last itself included
   */
  public record Period(LocalDate first, LocalDate last) {
    /**
     * @throws IllegalArgumentException if the last day is before the first
     */
    public Period {
      if (last.isBefore(first)) {
        throw new IllegalArgumentException(last + " is before " + first);
      }
    }
  }

  /**
   * @throws IllegalArgumentException if the last day is before the first
   */
  public DayMention {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(last + " is before " + first);
    }
  }

  @Override
  public int compareTo(DayMention other) {
    return span.compareTo(other.span);
  }
}
