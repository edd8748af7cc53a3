package org.chancery.resolution;

import java.util.List;
import java.util.Optional;

/**
 * Two things that were weighed against each other, and what came of it.
 *
 * @param one what stands first in the order of the articles
 * @param points the sum of what speaks for and against; vetoes have no points
 * @param needed how many points make two things one
 * @param reasons what spoke for and against, in a fixed order
 * @param remark what else decided, such as a line of a curation file
 */
public record Comparison(
    Verdict verdict,
    Side one,
    Side other,
    double points,
    double needed,
    List<Reason> reasons,
    Optional<String> remark) {
  /** What came of it. */
  public enum Verdict {
    /** They are one. */
    MERGE,
    /** They stayed apart, for want of evidence or for what spoke against it. */
    NEAR_MISS
  }

  /**
   * One of the two.
   *
   * @param iri the entity that it is
   * @param name what the article calls it
   * @param article the identifier of the first article that tells of it
   * @param articles how many articles tell of it in just this way
   */
  public record Side(String iri, String name, String article, int articles) {}

  /**
   * One piece of evidence.
   *
   * @param evidence its name in {@code ontology/resolution/evidence.tsv}
   * @param points for, or below zero against; 0 for a veto
   * @param says in words
   */
  public record Reason(String evidence, double points, boolean veto, String says) {
    /** Whether it speaks for their being one. */
    public boolean speaksFor() {
      return !veto && points >= 0;
    }
  }

  public Comparison {
    reasons = List.copyOf(reasons);
  }
}
