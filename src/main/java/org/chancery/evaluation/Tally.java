package org.chancery.evaluation;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Counts for one relation.
 *
 * @param required facts that gold asserts
 * @param found those of them that the graph has
 * @param right facts of the graph that gold asserts or allows
 * @param wrong the other facts of the graph
 * @param trapped those of the wrong ones that gold warns of
 */
public record Tally(int required, int found, int right, int wrong, int trapped) {
  static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  static Tally sum(List<Tally> tallies) {
    return tallies.stream().reduce(NONE, Tally::plus);
  }

  Tally plus(Tally other) {
    return new Tally(
        required + other.required,
        found + other.found,
        right + other.right,
        wrong + other.wrong,
        trapped + other.trapped);
  }

  /** How many facts the graph has. */
  int said() {
    return right + wrong;
  }

  /** Share of the graph's facts that are right, in [0, 1]; empty where it has none. */
  public OptionalDouble precision() {
    return share(right, said());
  }

  /** Share of the required facts that were found, in [0, 1]; empty where none is required. */
  public OptionalDouble recall() {
    return share(found, required);
  }

  /**
   * Harmonic mean of precision and recall, in [0, 1]. Where one of them is empty it is 0 if the
   * other is 0, as it would be beside any number, and else empty.
   */
  public OptionalDouble f1() {
    OptionalDouble precision = precision();
    OptionalDouble recall = recall();
    if (isZero(precision) || isZero(recall)) {
      return OptionalDouble.of(0);
    }
    if (precision.isEmpty() || recall.isEmpty()) {
      return OptionalDouble.empty();
    }
    double p = precision.getAsDouble();
    double r = recall.getAsDouble();
    return OptionalDouble.of(2 * p * r / (p + r));
  }

  /** Share of the graph's facts that gold warns of, in [0, 1]; empty where the graph has none. */
  OptionalDouble trappedShare() {
    return share(trapped, said());
  }

  private static OptionalDouble share(int part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }

  private static boolean isZero(OptionalDouble share) {
    return share.isPresent() && share.getAsDouble() == 0;
  }
}
