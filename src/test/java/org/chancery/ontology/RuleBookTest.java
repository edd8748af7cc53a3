package org.chancery.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.junit.jupiter.api.Test;

class RuleBookTest {
  private static final VerbClasses VERBS = VerbClasses.load();

  private static final String GOOD =
      """
      @prefix rule: <https://w3id.org/chancery/rule#> .
      @prefix chy: <https://w3id.org/chancery/ontology#> .
      rule:tours
          rule:yields chy:visits ;
          rule:pattern "{lemma:@visit}=event >nsubj {}=subject >obj {}=object" ;
          rule:example [ rule:text "Trade Minister Ana Wolff toured Oslo." ;
            rule:reads "<official/ana-wolff> chy:visits <city/no/oslo> ." ] ;
          rule:silentOn "Trade Minister Ana Wolff may tour Oslo." .
      """;

  private static final String WITHOUT_PATTERN =
      """
      @prefix rule: <https://w3id.org/chancery/rule#> .
      @prefix chy: <https://w3id.org/chancery/ontology#> .
      rule:day-of-sentence
          rule:yields chy:heldOn , chy:signedOn ;
          rule:describes "The only day of a sentence is that of its only meeting." ;
          rule:confidence 0.8 ;
          rule:example [ rule:text "Norway met Ghana on 4 June 2031." ;
            rule:reads "_:a chy:heldOn '2031-06-04' ." ] ;
          rule:silentOn "It rained on 4 June 2031." .
      """;

  @Test
  void ruleWithoutPatternIsRead() {
    ContextRule rule = read(WITHOUT_PATTERN).contextRules().get(0);
    assertThat(rule.name()).isEqualTo("day-of-sentence");
    assertThat(rule.yieldedNames()).containsExactlyInAnyOrder("heldOn", "signedOn");
    assertThat(rule.confidence()).isEqualTo(0.8);
    assertThat(rule.describes()).startsWith("The only day");
    assertThat(read(WITHOUT_PATTERN).rules()).isEmpty();
  }

  @Test
  void ruleWithoutPatternThatNothingReadsByIsNamed() {
    assertMalformed(
        WITHOUT_PATTERN.replace("rule:day-of-sentence", "rule:day-of-week"),
        "visits.ttl, rule:day-of-week: nothing reads by this name; there are [",
        "day-of-sentence");
  }

  @Test
  void ruleWithBothPatternAndDescriptionIsNamed() {
    assertMalformed(
        GOOD.replace("chy:visits ;", "chy:visits ; rule:describes \"Tours are visits.\" ;"),
        "visits.ttl, rule:tours: rule:describes is for rules without a rule:pattern");
  }

  @Test
  void ruleWithoutPatternNeedsWhatOthersNeed() {
    assertMalformed(
        WITHOUT_PATTERN.replace("chy:signedOn", "chy:sealedOn"),
        "rule:day-of-sentence: <https://w3id.org/chancery/ontology#sealedOn> is no predicate");
    assertMalformed(
        WITHOUT_PATTERN.replaceAll("    rule:yields.*\n", ""),
        "rule:day-of-sentence: rule:yields is missing");
    assertMalformed(
        WITHOUT_PATTERN.replace("0.8 ;", "8 ;"),
        "rule:day-of-sentence: rule:confidence 8.0 is not in [0, 1]");
    assertMalformed(
        WITHOUT_PATTERN.replaceAll("(?s)    rule:example.*?\\] ;\n", ""),
        "rule:day-of-sentence: it needs a rule:example");
    assertMalformed(
        WITHOUT_PATTERN.replaceAll(" ;\n    rule:silentOn.*\n", " .\n"),
        "rule:day-of-sentence: it needs a rule:silentOn");
  }

  @Test
  void missingRuleWithoutPatternIsNamed() {
    RuleBook book = read(WITHOUT_PATTERN);
    assertThat(book.require(ContextRule.Way.DAY_OF_SENTENCE).name()).isEqualTo("day-of-sentence");
    assertThatThrownBy(() -> book.require(ContextRule.Way.CITY_OF_VISIT))
        .isInstanceOfSatisfying(
            UserException.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.CONFIG))
        .hasMessage(
            "ontology/rules/context.ttl, rule:city-of-visit: it is missing, and the program reads"
                + " by it");
  }

  @Test
  void soundRuleIsRead() {
    ExtractionRule rule = read(GOOD).rules().get(0);
    assertThat(rule.name()).isEqualTo("tours");
    assertThat(rule.yields()).isEqualTo(Predicate.VISITS);
    assertThat(rule.confidence()).isEqualTo(0.9);
    assertThat(rule.purposeStatus()).isEmpty();
    assertThat(rule.triggers()).contains("visit", "tour");
    assertThat(rule.pattern()).startsWith("{lemma:/").contains("visit").doesNotContain("@");
  }

  @Test
  void everyRuleOfTheBookHasExamplesAndLookAlikes() {
    for (ExtractionRule rule : RuleBook.load(VERBS).rules()) {
      assertThat(rule.examples()).as(rule.name()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(rule.silentOn()).as(rule.name()).hasSizeGreaterThanOrEqualTo(2);
    }
    for (ContextRule rule : RuleBook.load(VERBS).contextRules()) {
      assertThat(rule.examples()).as(rule.name()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(rule.silentOn()).as(rule.name()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(rule.describes()).as(rule.name()).matches("[A-Z].*\\.");
    }
  }

  @Test
  void namesOfRulesAreDistinct() {
    RuleBook book = RuleBook.load(VERBS);
    assertThat(
            Stream.concat(
                book.rules().stream().map(ExtractionRule::name),
                book.contextRules().stream().map(ContextRule::name)))
        .doesNotHaveDuplicates();
  }

  @Test
  void malformedTurtleIsNamed() {
    assertMalformed(GOOD.replace("rule:yields", "rule:yields [[["), "visits.ttl: not Turtle: ");
  }

  @Test
  void unknownPredicateIsNamed() {
    assertMalformed(
        GOOD.replace("chy:visits ;", "chy:vists ;"),
        "visits.ttl, rule:tours: <https://w3id.org/chancery/ontology#vists> is no predicate");
  }

  @Test
  void predicateOfAnotherVocabularyIsNamed() {
    assertMalformed(
        GOOD.replace("chy:visits ;", "<https://example.org/visits> ;"),
        "rule:tours: <https://example.org/visits> is no predicate");
  }

  @Test
  void unknownVerbClassIsNamedWithThoseThatExist() {
    assertMalformed(
        GOOD.replace("@visit", "@wander"),
        "visits.ttl, rule:tours: there is no verb class @wander; there are [",
        "visit");
  }

  @Test
  void missingExampleIsNamed() {
    String without = GOOD.replaceAll("(?s)    rule:example.*?\\] ;\n", "");
    assertMalformed(without, "visits.ttl, rule:tours: it needs a rule:example");
  }

  @Test
  void missingLookAlikeIsNamed() {
    String without = GOOD.replaceAll(" ;\n    rule:silentOn.*\n", " .\n");
    assertMalformed(without, "visits.ttl, rule:tours: it needs a rule:silentOn");
  }

  @Test
  void missingPatternIsNamed() {
    String without = GOOD.replaceAll("    rule:pattern.*\n", "");
    assertMalformed(without, "visits.ttl, rule:tours: rule:pattern is missing");
  }

  @Test
  void missingNodeIsNamed() {
    assertMalformed(
        GOOD.replace("=subject", ""),
        "visits.ttl, rule:tours: the pattern has no node \"subject\"");
    assertMalformed(
        GOOD.replace("=event", ""), "visits.ttl, rule:tours: the pattern has no node \"event\"");
  }

  @Test
  void exampleWithoutReadingIsNamed() {
    assertMalformed(
        GOOD.replaceAll("rule:reads \".*\"", ""), "visits.ttl, an example: rule:reads is missing");
  }

  @Test
  void exampleThatIsOnlyTextIsNamed() {
    String text = GOOD.replaceAll("(?s)rule:example \\[.*?\\] ;", "rule:example \"A toured B.\" ;");
    assertMalformed(text, "visits.ttl, rule:tours: rule:example needs rule:text and rule:reads");
  }

  @Test
  void patternThatIsNoTextIsNamed() {
    assertMalformed(
        GOOD.replaceAll("rule:pattern \".*\"", "rule:pattern rule:tours"),
        "visits.ttl, rule:tours: rule:pattern is no text");
  }

  @Test
  void confidenceOutsideItsRangeIsNamed() {
    assertMalformed(
        GOOD.replace("chy:visits ;", "chy:visits ; rule:confidence 1.5 ;"),
        "visits.ttl, rule:tours: rule:confidence 1.5 is not in [0, 1]");
  }

  @Test
  void unknownStatusIsNamed() {
    assertMalformed(
        GOOD.replace("chy:visits ;", "chy:visits ; rule:inPurposeClause chy:Certain ;"),
        "rule:tours: <https://w3id.org/chancery/ontology#Certain> is no status");
  }

  private static void assertMalformed(String turtle, String... parts) {
    assertThat(turtle).isNotIn(GOOD, WITHOUT_PATTERN);
    assertThatThrownBy(() -> read(turtle))
        .isInstanceOfSatisfying(
            UserException.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.CONFIG))
        .hasMessageContainingAll(parts);
  }

  private static RuleBook read(String turtle) {
    ByteArrayInputStream bytes = new ByteArrayInputStream(turtle.getBytes(StandardCharsets.UTF_8));
    return RuleBook.read("visits.ttl", bytes, VERBS);
  }
}
