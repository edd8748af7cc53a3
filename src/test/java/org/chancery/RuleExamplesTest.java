package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.chancery.analysis.DependencyPattern;
import org.chancery.claims.Claim;
import org.chancery.ontology.ContextRule;
import org.chancery.ontology.ExtractionRule;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.RuleBook;
import org.chancery.ontology.Status;
import org.chancery.ontology.VerbClasses;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs the sentences that each extraction rule brings along. */
class RuleExamplesTest {
  private static final RuleBook BOOK = RuleBook.load(VerbClasses.load());

  /** What the build asks of a rule, with a pattern or without. */
  private record Tried(
      String name,
      String file,
      Set<Predicate> yields,
      List<ExtractionRule.Example> examples,
      List<String> silentOn) {
    static Tried of(ExtractionRule rule) {
      return new Tried(
          rule.name(), rule.file(), Set.of(rule.yields()), rule.examples(), rule.silentOn());
    }

    static Tried of(ContextRule rule) {
      return new Tried(rule.name(), rule.file(), rule.yields(), rule.examples(), rule.silentOn());
    }
  }

  private static final List<Tried> RULES =
      Stream.concat(
              BOOK.rules().stream().map(Tried::of), BOOK.contextRules().stream().map(Tried::of))
          .toList();
  private static final Map<String, Set<Predicate>> YIELDS =
      RULES.stream()
          .collect(
              Collectors.groupingBy(
                  Tried::name,
                  Collectors.flatMapping(rule -> rule.yields().stream(), Collectors.toSet())));

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
    return BOOK.rules().stream()
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

  /** What another rule finds as well would tell nothing of one without a pattern. */
  @TestFactory
  Stream<DynamicNode> rulesWithoutPatternFindWhatTheirExamplesShow() {
    return BOOK.contextRules().stream()
        .flatMap(
            rule ->
                rule.examples().stream()
                    .map(
                        example ->
                            dynamicTest(
                                rule.name() + ": " + example.text(),
                                () ->
                                    assertThat(claims(Sample.of(example.text()), rule.yields()))
                                        .extracting(Claim::rule)
                                        .contains(rule.name()))));
  }

  /** Else the graph would say of the rule what its file does not. */
  @TestFactory
  Stream<DynamicNode> rulesWithoutPatternFindAllThatTheyYield() {
    return BOOK.contextRules().stream()
        .map(
            rule ->
                dynamicTest(
                    rule.name(),
                    () ->
                        assertThat(
                                rule.examples().stream()
                                    .flatMap(
                                        example ->
                                            claims(Sample.of(example.text()), rule.yields())
                                                .stream())
                                    .filter(claim -> claim.rule().equals(rule.name()))
                                    .map(Claim::predicate)
                                    .collect(Collectors.toSet()))
                            .isEqualTo(rule.yields())));
  }

  private static void assertReads(Tried rule, ExtractionRule.Example example) {
    Sample sample = Sample.of(example.text());
    Graph expected = Sample.turtle(example.reads());
    Graph actual = sample.asserted(rule.yields());
    assertThat(actual.isIsomorphicWith(expected))
        .as("%s%s in %s\nis %s\nnot %s", sample.shown(), rule.name(), rule.file(), actual, expected)
        .isTrue();
    assertThat(sample.reading().claims())
        .as("rules that read \"%s\"", example.text())
        .allSatisfy(
            claim ->
                assertThat(YIELDS.getOrDefault(claim.rule(), Set.of()))
                    .as(claim.rule())
                    .contains(claim.predicate()));
  }

  private static List<Claim> claims(Sample sample, Set<Predicate> predicates) {
    return predicates.stream()
        .flatMap(predicate -> sample.claims(predicate, Status.ASSERTED).stream())
        .toList();
  }

  private static void assertSilent(Tried rule, String text) {
    Sample sample = Sample.of(text);
    Graph actual = sample.asserted(rule.yields());
    assertThat(actual.isEmpty())
        .as("%s%s in %s\nreads %s", sample.shown(), rule.name(), rule.file(), actual)
        .isTrue();
    assertThat(sample.analysis().sentences())
        .as("nothing in \"%s\" could tempt %s", text, rule.name())
        .anyMatch(read -> !read.mentions().isEmpty());
  }
}
