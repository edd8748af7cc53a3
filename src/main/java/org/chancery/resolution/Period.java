package org.chancery.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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

  /**
   * Appearances by when articles tell of them: in each list none is more than so many days from the
   * next. What has no day goes with the others if they are of one time, else by itself.
   */
  static List<List<Appearance>> runs(List<Appearance> appearances, long days) {
    List<Appearance> byDay =
        appearances.stream()
            .filter(each -> each.published().isPresent())
            .sorted(
                Comparator.comparing((Appearance each) -> each.published().orElseThrow())
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    List<List<Appearance>> runs = new ArrayList<>();
    long last = Long.MIN_VALUE;
    for (Appearance each : byDay) {
      long day = each.published().orElseThrow().toEpochDay();
      if (runs.isEmpty() || day - last > days) {
        runs.add(new ArrayList<>());
      }
      runs.get(runs.size() - 1).add(each);
      last = day;
    }
    if (runs.size() < 2) {
      return List.of(appearances);
    }
    List<Appearance> undated =
        appearances.stream().filter(each -> each.published().isEmpty()).toList();
    if (!undated.isEmpty()) {
      runs.add(undated);
    }
    return runs.stream().map(run -> run.stream().sorted().toList()).toList();
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
