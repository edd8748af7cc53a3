package org.chancery.claims;

import java.util.List;
import org.chancery.article.Span;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/**
 * A fact found in one sentence, before the rest of the article is asked.
 *
 * @param nominal whether a noun tells it ("the visit"), which alone does not say that it happened
 * @param sentence index of the sentence in the analysis
 */
record Found(
    String rule,
    double confidence,
    String subject,
    Predicate predicate,
    Argument object,
    Status status,
    boolean nominal,
    int sentence,
    Span evidence) {

  Found with(Status other) {
    return new Found(
        rule, confidence, subject, predicate, object, other, nominal, sentence, evidence);
  }

  /** The key of the object, or nothing if it is a day or words. */
  String objectKey() {
    return object instanceof Argument.Thing thing ? thing.key() : "";
  }

  boolean isAsserted() {
    return status == Status.ASSERTED;
  }

  Claim claim() {
    return new Claim(
        subject, predicate, object, status, false, rule, confidence, List.of(evidence));
  }
}
