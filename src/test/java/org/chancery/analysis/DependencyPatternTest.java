package org.chancery.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.chancery.ontology.ExtractionRule;
import org.chancery.ontology.RuleBook;
import org.chancery.ontology.VerbClasses;
import org.junit.jupiter.api.Test;

class DependencyPatternTest {
  private static final List<Unit> GHANA_SIGNED_A_TREATY =
      units("Ghana/France/NNP/COUNTRY", "signed/sign/VBD/O", "treaty/treaty/NN/AGREEMENT");

  @Test
  void patternMayMatchWhereEachNodeFindsAWord() {
    assertMayMatch("{lemma:/sign|ink/;tag:/VB.*/}=event >nsubj {}=subject >obj {ner:AGREEMENT}");
  }

  @Test
  void patternCannotMatchWithoutItsVerb() {
    assertCannotMatch("{lemma:/ink|initial/}=event >obj {ner:AGREEMENT}=object");
  }

  @Test
  void patternCannotMatchWithoutItsKindInAGroup() {
    assertCannotMatch("{lemma:sign}=event >/obl:(in|at)/ ({} >nmod {ner:/CITY|PLACE/}=object)");
  }

  @Test
  void oneWordMustMeetAllThatANodeAsks() {
    assertCannotMatch("{lemma:sign;tag:NNP}=event");
  }

  @Test
  void negatedRelationAsksForNothing() {
    assertMayMatch("{lemma:sign}=event !>/aux.*/ {lemma:have} >obj {ner:AGREEMENT}=object");
    assertMayMatch("{lemma:sign}=event !>obl ({ner:CITY} >nmod {ner:DAY}) >obj {ner:AGREEMENT}");
  }

  @Test
  void nodeBehindANegatedOneStillAsks() {
    assertCannotMatch("{lemma:sign}=event !>obj {ner:DAY} >obl {ner:CITY}=object");
    assertCannotMatch("{lemma:sign}=event !>obl ({ner:DAY} >nmod {}) >obl {ner:CITY}=object");
  }

  @Test
  void alternativesAskForNothing() {
    assertMayMatch("{lemma:sign}=event [>obl {ner:CITY} | [>nmod {ner:DAY} >obj {}]]");
  }

  /** The words alone never rule out what the parse then matches. */
  @Test
  void everyMatchOfARuleWasPossible() {
    Parser parser = new Parser();
    List<Parse> parses =
        List.of(
            parser.parse(GHANA_SIGNED_A_TREATY),
            parser.parse(
                units(
                    "Johnson/Johnson/NNP/OFFICIAL",
                    "met/meet/VBD/O",
                    "Johnson/Johnson/NNP/OFFICIAL",
                    "in/in/IN/O",
                    "London/London/NNP/CITY",
                    "on/on/IN/O",
                    "Monday/Monday/NNP/DAY")),
            parser.parse(
                units(
                    "Johnson/Johnson/NNP/OFFICIAL",
                    "attended/attend/VBD/O",
                    "the/the/DT/O",
                    "summit/summit/NN/MEETING",
                    "in/in/IN/O",
                    "London/London/NNP/CITY")));
    int matches = 0;
    for (ExtractionRule rule : RuleBook.load(VerbClasses.load()).rules()) {
      DependencyPattern pattern = DependencyPattern.compile(rule.pattern());
      for (Parse parse : parses) {
        if (!pattern.matches(parse).isEmpty()) {
          matches++;
          assertThat(pattern.mayMatch(parse.units())).as(rule.name()).isTrue();
        }
      }
    }
    assertThat(matches).isGreaterThan(3);
  }

  private static void assertMayMatch(String pattern) {
    assertThat(DependencyPattern.compile(pattern).mayMatch(GHANA_SIGNED_A_TREATY)).isTrue();
  }

  private static void assertCannotMatch(String pattern) {
    assertThat(DependencyPattern.compile(pattern).mayMatch(GHANA_SIGNED_A_TREATY)).isFalse();
  }

  /** Units of one token each, given as word, lemma, tag and kind. */
  private static List<Unit> units(String... words) {
    List<Unit> units = new ArrayList<>();
    for (String word : words) {
      List<String> parts = List.of(word.split("/", -1));
      int at = units.size();
      units.add(new Unit(at, at, at + 1, parts.get(0), parts.get(1), parts.get(2), parts.get(3)));
    }
    return units;
  }
}
