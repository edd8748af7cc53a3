package org.chancery.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.chancery.article.Article;
import org.junit.jupiter.api.Test;

class VerificationTest {
  private static final String TEXT = "In Accra, Ghana and Togo signed a treaty.";

  @Test
  void wordsInTheirPlaceAreRight() {
    Verification verification = verification("oa:start 10 ; oa:end 22", "\"Ghana and To\"");

    assertThat(verification.check(article("a", TEXT, "h"))).isEmpty();
    assertThat(verification.isSound()).isTrue();
    assertThat(verification.pieces()).isEqualTo(1);
    assertThat(verification.articles()).isEqualTo(1);
  }

  @Test
  void otherWordsAreToldForEachClaim() {
    assertThat(mismatches("oa:start 10 ; oa:end 15", "\"Gabon\""))
        .containsExactly(
            new Mismatch("a", "https://example.org/c1", "exact", "[10,15)", "Gabon", "Ghana"),
            new Mismatch("a", "https://example.org/c2", "exact", "[10,15)", "Gabon", "Ghana"));
  }

  @Test
  void offsetsCountUtf16CodeUnits() {
    Verification verification = verification("oa:start 3 ; oa:end 8", "\"Accra\"");

    assertThat(verification.check(article("a", "\ud83d\ude00 Accra", "h"))).isEmpty();
    assertThat(verification.isSound()).isTrue();
  }

  @Test
  void wordsBeforeAndAfterAreHeldAgainstTheTextToo() {
    assertThat(
            mismatches(
                "oa:start 10 ; oa:end 15",
                "\"Ghana\" ; oa:prefix \"In Lomé, \" ; oa:suffix \" and Togo\""))
        .extracting(Mismatch::part, Mismatch::expected, Mismatch::found)
        .containsOnly(tuple("prefix", "In Lomé, ", "n Accra, "));
    assertThat(mismatches("oa:start 34 ; oa:end 40", "\"treaty\" ; oa:suffix \" in Accra\""))
        .extracting(Mismatch::part, Mismatch::found)
        .containsOnly(tuple("suffix", "."));
  }

  @Test
  void offsetsBeyondTheTextAreMismatches() {
    assertThat(mismatches("oa:start 10 ; oa:end 99", "\"Ghana\""))
        .extracting(Mismatch::part, Mismatch::found)
        .containsOnly(tuple("offsets", "a text of 41 characters"));
    assertThat(mismatches("oa:start 15 ; oa:end 10", "\"Ghana\""))
        .extracting(Mismatch::part)
        .containsOnly("offsets");
  }

  @Test
  void evidenceWithoutAPartOrWithTwoIsIncomplete() {
    assertThat(mismatches("oa:start 10", "\"Ghana\""))
        .extracting(Mismatch::part, Mismatch::offsets)
        .containsOnly(tuple("incomplete", "[10,)"));
    assertThat(mismatches("oa:start 10 ; oa:end 15", "\"Ghana\" , \"Gabon\""))
        .extracting(Mismatch::part)
        .containsOnly("incomplete");
    assertThat(mismatches("oa:start \"ten\" ; oa:end 15", "\"Ghana\""))
        .extracting(Mismatch::part)
        .containsOnly("incomplete");
  }

  @Test
  void evidenceOfNoClaimIsCheckedAndNamedByItself() {
    Verification verification =
        Verification.of(
            dataset(
                """
                <https://example.org/a> { <https://example.org/a> a chy:Article ; dcterms:identifier "a" ; chy:contentHash "h" .
                  <https://example.org/e> oa:hasSelector [ oa:exact "Togo" ] , [ oa:start 0 ; oa:end 4 ] . }
                """));

    assertThat(verification.check(article("a", TEXT, "h")))
        .containsExactly(
            new Mismatch("a", "https://example.org/e", "exact", "[0,4)", "Togo", "In A"));
    assertThat(verification.isSound()).isFalse();
  }

  @Test
  void evidenceThatAClaimNamesAndNothingDescribesIsIncomplete() {
    Verification verification =
        Verification.of(
            dataset(
                """
                <https://example.org/a> { <https://example.org/a> a chy:Article ; dcterms:identifier "a" ; chy:contentHash "h" .
                  <https://example.org/c> chy:evidence <https://example.org/e> . }
                """));

    assertThat(verification.check(article("a", TEXT, "h")))
        .extracting(Mismatch::claim, Mismatch::part)
        .containsExactly(tuple("https://example.org/c", "incomplete"));
  }

  @Test
  void articlesWithoutTheirSourceAreNamed() {
    Verification verification = verification("oa:start 10 ; oa:end 15", "\"Ghana\"");

    assertThat(verification.check(article("b", TEXT, "h"))).isEmpty();
    assertThat(verification.missing()).containsExactly("a");
    assertThat(verification.isSound()).isFalse();

    assertThat(verification.check(article("a", TEXT, "other"))).isEmpty();
    assertThat(verification.missing()).isEmpty();
    assertThat(verification.changed()).containsExactly("a");
    assertThat(verification.pieces()).isZero();
    assertThat(verification.isSound()).isFalse();

    assertThat(verification.check(article("a", TEXT, "h"))).isEmpty();
    assertThat(verification.changed()).isEmpty();
    assertThat(verification.isSound()).isTrue();
  }

  private static List<Mismatch> mismatches(String position, String quote) {
    Verification verification = verification(position, quote);
    List<Mismatch> mismatches = verification.check(article("a", TEXT, "h"));
    assertThat(verification.isSound()).isFalse();
    assertThat(verification.mismatches()).isEqualTo(mismatches.size());
    return mismatches;
  }

  private static Verification verification(String position, String quote) {
    return Verification.of(
        dataset(
            """
            <https://example.org/a> {
              <https://example.org/a> a chy:Article ; dcterms:identifier "a" ; chy:contentHash "h" .
              <https://example.org/c1> chy:evidence <https://example.org/e> . <https://example.org/c2> chy:evidence <https://example.org/e> .
              <https://example.org/e> oa:hasSelector <https://example.org/q> , <https://example.org/p> .
              <https://example.org/q> oa:exact %s . <https://example.org/p> %s .
            }
            <https://example.org/reference> { <https://example.org/x> dcterms:identifier "x" . }
            """
                .formatted(quote, position)));
  }

  private static DatasetGraph dataset(String trig) {
    String prefixes =
        """
        PREFIX chy: <https://w3id.org/chancery/ontology#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX oa: <http://www.w3.org/ns/oa#>
        """;
    return RDFParser.fromString(prefixes + trig, Lang.TRIG).toDatasetGraph();
  }

  private static Article article(String id, String text, String hash) {
    return new Article(
        id, text, hash, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
