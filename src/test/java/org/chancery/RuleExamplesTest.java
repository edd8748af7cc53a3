package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.chancery.analysis.DependencyPattern;
import org.chancery.claims.Claim;
import org.chancery.ontology.ExtractionRule;
import org.chancery.ontology.RuleBook;
import org.chancery.ontology.Status;
import org.chancery.ontology.VerbClasses;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs the sentences that each extraction rule brings along. */
class RuleExamplesTest {
  private static final List<ExtractionRule> RULES = RuleBook.load(VerbClasses.load()).rules();
  private static final List<String> NAMES = RULES.stream().map(ExtractionRule::name).toList();

  @TestFactory
  Stream<DynamicNode> rulesReadTheirExamples() {
    return RULES.stream()
        .map(
            rule ->
                dynamicContainer(
                    rule.name(),
                    rule.examples().stream()
                        .map(
                            example ->
                                dynamicTest(example.text(), () -> assertReads(rule, example)))));
  }

  @TestFactory
  Stream<DynamicNode> rulesResistTheirLookAlikes() {
    return RULES.stream()
        .map(
            rule ->
                dynamicContainer(
                    rule.name(),
                    rule.silentOn().stream()
                        .map(text -> dynamicTest(text, () -> assertSilent(rule, text)))));
  }

  /** A rule whose example another rule reads in its stead would be dead weight. */
  @TestFactory
  Stream<DynamicNode> rulesMatchAnExampleOfTheirOwn() {
    return RULES.stream()
        .map(
            rule -> {
              DependencyPattern pattern = DependencyPattern.compile(rule.pattern());
              return dynamicTest(
                  rule.name(),
                  () ->
                      assertThat(rule.examples())
                          .as("%s in %s matches none of its examples", rule.pattern(), rule.file())
                          .anyMatch(example -> Sample.of(example.text()).isMatchedBy(pattern)));
            });
  }

  private static void assertReads(ExtractionRule rule, ExtractionRule.Example example) {
    Sample sample = Sample.of(example.text());
    Graph expected = Sample.turtle(example.reads());
    Graph actual = sample.asserted(rule.yields());
    assertThat(actual.isIsomorphicWith(expected))
        .as("%s%s in %s\nis %s\nnot %s", sample.shown(), rule.name(), rule.file(), actual, expected)
        .isTrue();
    assertThat(sample.claims(rule.yields(), Status.ASSERTED))
        .extracting(Claim::rule)
        .as("rules that read \"%s\"", example.text())
        .isSubsetOf(NAMES);
  }

  private static void assertSilent(ExtractionRule rule, String text) {
    Sample sample = Sample.of(text);
    Graph actual = sample.asserted(rule.yields());
    assertThat(actual.isEmpty())
        .as("%s%s in %s\nreads %s", sample.shown(), rule.name(), rule.file(), actual)
        .isTrue();
  }
}
