package org.chancery.resolution;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LongSummaryStatistics;
import java.util.Optional;

/**
 * From a first to a last day, both included.
 *
 * @param first days since 1970-01-01
 * @param last not before {@code first}
 */
record Period(long first, long last) {
  Period {
    if (last < first) {
      throw new IllegalArgumentException("a period from %d to %d".formatted(first, last));
    }
  }

  static Period of(LocalDate first, LocalDate last) {
    long start = first.toEpochDay();
    return new Period(start, Math.max(start, last.toEpochDay()));
  }

  /** From the first to the last of the articles whose day is known; empty if none is. */
  static Optional<Period> of(Collection<Appearance> appearances) {
    LongSummaryStatistics days =
        appearances.stream()
            .flatMap(appearance -> appearance.published().stream())
            .mapToLong(LocalDate::toEpochDay)
            .summaryStatistics();
    return days.getCount() == 0
        ? Optional.empty()
        : Optional.of(new Period(days.getMin(), days.getMax()));
  }

  /** How many days lie from one to the other; 0 if they overlap. */
  long gap(Period other) {
    return Math.max(0, Math.max(first - other.last, other.first - last));
  }

  /** Whether both are known and at most so many days apart. */
  static boolean near(Optional<Period> one, Optional<Period> other, long days) {
    return one.isPresent() && other.isPresent() && one.get().gap(other.get()) <= days;
  }

  /** Whether both are known and more than so many days apart. */
  static boolean far(Optional<Period> one, Optional<Period> other, long days) {
    return one.isPresent() && other.isPresent() && one.get().gap(other.get()) > days;
  }
}
