package org.chancery.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.chancery.Sample;
import org.chancery.article.Span;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.junit.jupiter.api.Test;

/** The words that a claim rests on. */
class EvidenceTest {
  private static final String TEXT =
      """
      Strait talks open

      RIGA, Latvia (News) — Norwegian Energy Minister Maria Strand met Latvian Finance Minister \
      Peter Okoro in Riga.

      “We shall lower the fees this year,” Okoro said. The two countries signed a fisheries \
      treaty 🐟 on March 3, 2015.
      """;

  @Test
  void everyClaimRestsOnWordsOfTheArticle() {
    Sample sample = Sample.of(TEXT);
    assertThat(sample.reading().claims()).hasSizeGreaterThan(6);
    for (Claim claim : sample.reading().claims()) {
      for (Span span : claim.evidence()) {
        assertThat(span.end()).isLessThanOrEqualTo(TEXT.length());
        assertThat(span.of(TEXT)).as(claim.toString()).isEqualTo(span.of(TEXT).strip());
      }
    }
  }

  @Test
  void evidenceReachesFromSubjectToObject() {
    Sample sample = Sample.of("On Monday, Energy Minister Maria Strand visited Riga for a day.");
    Claim claim = sample.claims(Predicate.VISITS, Status.ASSERTED).get(0);
    assertThat(claim.evidence())
        .extracting(span -> span.of(sample.text()))
        .containsExactly("Energy Minister Maria Strand visited Riga");
  }

  @Test
  void quotationStandsWhereItsSpanSays() {
    Sample sample = Sample.of(TEXT);
    assertThat(sample.reading().referents().values())
        .filteredOn(Referent.Quotation.class::isInstance)
        .isNotEmpty()
        .allSatisfy(
            referent -> {
              Referent.Quotation quotation = (Referent.Quotation) referent;
              assertThat(quotation.span().of(TEXT)).isEqualTo(quotation.words());
            });
  }

  @Test
  void readingTwiceGivesTheSame() {
    assertThat(Sample.of(TEXT).reading()).isEqualTo(Sample.of(TEXT).reading());
  }
}
