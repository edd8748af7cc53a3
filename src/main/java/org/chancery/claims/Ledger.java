package org.chancery.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.article.Span;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/**
 * Gathers an article's claims: the same fact told twice in one status is one claim with two pieces
 * of evidence.
 */
final class Ledger {
  private record Fact(String subject, Predicate predicate, Argument object, Status status) {}

  private final Map<Fact, Claim> claims = new LinkedHashMap<>();

  void add(Claim claim) {
    Fact fact = new Fact(claim.subject(), claim.predicate(), claim.object(), claim.status());
    claims.merge(fact, claim, Ledger::both);
  }

  private static Claim both(Claim one, Claim other) {
    List<Span> evidence = new ArrayList<>(one.evidence());
    evidence.addAll(other.evidence());
    Claim surer = other.confidence() > one.confidence() ? other : one;
    return new Claim(
        one.subject(),
        one.predicate(),
        one.object(),
        one.status(),
        one.acting() || other.acting(),
        surer.rule(),
        surer.confidence(),
        evidence);
  }

  /** The claims in the order of their first evidence. */
  List<Claim> claims() {
    return claims.values().stream()
        .sorted(
            Comparator.comparing((Claim claim) -> claim.evidence().get(0))
                .thenComparing(Claim::predicate)
                .thenComparing(Claim::subject)
                .thenComparing(claim -> claim.object().toString())
                .thenComparing(Claim::status))
        .toList();
  }
}
