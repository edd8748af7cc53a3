package org.chancery.evaluation;

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

  Tally plus(Tally other) {
    return new Tally(
        required + other.required,
        found + other.found,
        right + other.right,
        wrong + other.wrong,
        trapped + other.trapped);
  }

  /** Share of the graph's facts that are right, in [0, 1]; 1 where it has none. */
  public double precision() {
    return right + wrong == 0 ? 1 : (double) right / (right + wrong);
  }

  /** Share of the required facts that were found, in [0, 1]; 1 where none is required. */
  public double recall() {
    return required == 0 ? 1 : (double) found / required;
  }

  /** Harmonic mean of precision and recall, in [0, 1]. */
  public double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
}
