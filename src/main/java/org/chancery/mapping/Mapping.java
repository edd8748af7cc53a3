package org.chancery.mapping;

import java.util.Comparator;
import java.util.Optional;

/**
 * One row of a mapping set: that a thing of ours is one of theirs, may be, or is not. Fields are
 * named as in SSSOM.
 *
 * @param subjectId IRI of our thing
 * @param predicateId IRI of the relation
 * @param negated whether it is said not to hold
 * @param objectId IRI of their thing, or {@link #NO_TERM}
 * @param justification IRI of how it was found
 * @param confidence in [0, 1]
 * @param similarity of the names, in [0, 1]
 * @param matchString the name that both share, folded
 * @param tool program that found it; empty for a person
 * @param reviewer who decided, if that is said
 * @param date when it was decided, if that is said
 * @param comment by a person
 * @param other what spoke for and against, as {@code key=value} divided by {@code |}
 */
public record Mapping(
    String subjectId,
    String subjectLabel,
    String predicateId,
    boolean negated,
    String objectId,
    String objectLabel,
    String justification,
    Optional<Double> confidence,
    Optional<Double> similarity,
    String matchString,
    String tool,
    String reviewer,
    String date,
    String comment,
    String other) {
  /** The object of a decision that the target has no such thing. */
  public static final String NO_TERM = "https://w3id.org/sssom/NoTermFound";

  public static final String SAME_AS = "http://www.w3.org/2002/07/owl#sameAs";
  public static final String EXACT_MATCH = "http://www.w3.org/2004/02/skos/core#exactMatch";
  public static final String CLOSE_MATCH = "http://www.w3.org/2004/02/skos/core#closeMatch";

  private static final String SEMAPV = "https://w3id.org/semapv/vocab/";

  /** A person decided. */
  public static final String MANUAL = SEMAPV + "ManualMappingCuration";

  /** The names are alike. */
  public static final String LEXICAL = SEMAPV + "LexicalMatching";

  /** Names and other features together. */
  public static final String COMPOSITE = SEMAPV + "CompositeMatching";

  /** An identifier that both carry. */
  public static final String IDENTIFIER = SEMAPV + "BackgroundKnowledgeBasedMatching";

  static final Comparator<Mapping> ORDER =
      Comparator.comparing(Mapping::subjectId)
          .thenComparing(Mapping::negated)
          .thenComparing(mapping -> -mapping.confidence().orElse(1.0))
          .thenComparing(Mapping::objectId);

  /** Whether a person decided this: that the two are one, that they are not, or that none is. */
  public boolean isDecision() {
    return isByHand()
        && (negated
            || objectId.equals(NO_TERM)
            || predicateId.equals(SAME_AS)
            || predicateId.equals(EXACT_MATCH));
  }

  /** Whether a person looked at it, be anything decided by that or not. */
  public boolean isByHand() {
    return justification.equals(MANUAL);
  }

  /** Whether a person decided that the target has no such thing. */
  public boolean isNoMatch() {
    return isDecision() && objectId.equals(NO_TERM);
  }

  /** Whether a person decided that the two are not the same. */
  public boolean isRejection() {
    return isDecision() && negated && !isNoMatch();
  }

  /** Whether the two count as the same. */
  public boolean isLink() {
    return !negated && !isProposal() && !objectId.equals(NO_TERM);
  }

  /** Whether a person should look at it. */
  public boolean isProposal() {
    return !negated && !isDecision() && predicateId.equals(CLOSE_MATCH);
  }

  /** This link as a proposal. */
  public Mapping proposed(String why) {
    return new Mapping(
        subjectId,
        subjectLabel,
        CLOSE_MATCH,
        false,
        objectId,
        objectLabel,
        LEXICAL,
        confidence,
        similarity,
        matchString,
        tool,
        reviewer,
        date,
        why,
        other);
  }
}
