package org.chancery.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.chancery.article.Span;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final Ledger ledger = new Ledger();

  @Test
  void factToldTwiceIsOneClaimWithBothPiecesOfEvidence() {
    ledger.add(claim("city/1", Status.ASSERTED, "visit", 0.8, new Span(40, 50)));
    ledger.add(claim("city/1", Status.ASSERTED, "travel-to", 0.9, new Span(0, 10)));
    assertThat(ledger.claims())
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.evidence()).containsExactly(new Span(0, 10), new Span(40, 50));
              assertThat(claim.rule()).isEqualTo("travel-to");
              assertThat(claim.confidence()).isEqualTo(0.9);
            });
  }

  @Test
  void sameWordsAreOnePieceOfEvidence() {
    ledger.add(claim("city/1", Status.ASSERTED, "visit", 0.8, new Span(0, 10)));
    ledger.add(claim("city/1", Status.ASSERTED, "travel-to", 0.7, new Span(0, 10)));
    assertThat(ledger.claims().get(0).evidence()).containsExactly(new Span(0, 10));
    assertThat(ledger.claims().get(0).rule()).isEqualTo("visit");
  }

  @Test
  void otherStatusIsAnotherClaim() {
    ledger.add(claim("city/1", Status.ASSERTED, "visit", 0.8, new Span(0, 10)));
    ledger.add(claim("city/1", Status.DENIED, "visit", 0.8, new Span(20, 30)));
    assertThat(ledger.claims())
        .extracting(Claim::status)
        .containsExactly(Status.ASSERTED, Status.DENIED);
  }

  @Test
  void claimsFollowTheOrderOfTheirEvidence() {
    ledger.add(claim("city/2", Status.ASSERTED, "visit", 0.8, new Span(20, 30)));
    ledger.add(claim("city/1", Status.ASSERTED, "visit", 0.8, new Span(0, 10)));
    assertThat(ledger.claims())
        .extracting(Claim::object)
        .containsExactly(new Argument.Thing("city/1"), new Argument.Thing("city/2"));
  }

  private static Claim claim(
      String city, Status status, String rule, double confidence, Span evidence) {
    return new Claim(
        "official/1",
        Predicate.VISITS,
        new Argument.Thing(city),
        status,
        false,
        rule,
        confidence,
        java.util.List.of(evidence));
  }
}
