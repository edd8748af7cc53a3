package org.chancery.evaluation;

import java.util.Locale;

/**
 * A range of shares, both ends included.
 *
 * @param low in [0, {@code high}]
 * @param high in [{@code low}, 1]
 */
record Interval(double low, double high) {
  /**
   * @throws IllegalArgumentException if the ends are in the wrong order or no shares
   */
  Interval {
    if (!(0 <= low && low <= high && high <= 1)) {
      throw new IllegalArgumentException("[%s, %s] is no range of shares".formatted(low, high));
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%5.3f-%5.3f", low, high);
  }
}
