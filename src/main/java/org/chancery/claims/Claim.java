package org.chancery.claims;

import java.util.List;
import org.chancery.article.Span;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/**
 * One fact as one article states it.
 *
 * @param subject key of a referent of the article
 * @param acting for {@code holdsOffice}: held in an acting or interim capacity; false for other
 *     predicates
 * @param rule local name of the rule that found it, such as {@code sign-active}
 * @param confidence in [0, 1]: how often claims of this rule are right
 * @param evidence the words that say so, in the order of the text; at least one span
 */
public record Claim(
    String subject,
    Predicate predicate,
    Argument object,
    Status status,
    boolean acting,
    String rule,
    double confidence,
    List<Span> evidence) {
  /**
   * @throws IllegalArgumentException without evidence, or with a confidence outside [0, 1]
   */
  public Claim {
    evidence = evidence.stream().distinct().sorted().toList();
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a claim needs evidence");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not in [0, 1]");
    }
  }
}
