package org.chancery.ontology;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A rule of {@code ontology/rules/} without a pattern: what it concludes from, several sentences or
 * a grammar of its own, is found by Java, and the file tells it in words.
 *
 * @param file the file that it stands in, for messages
 * @param yields the predicates of its claims
 * @param describes one sentence: what is concluded from what
 * @param confidence in [0, 1]: how often its claims are right
 * @param examples with the triples of all its predicates
 */
public record ContextRule(
    Way way,
    String file,
    Set<Predicate> yields,
    String describes,
    double confidence,
    List<ExtractionRule.Example> examples,
    List<String> silentOn) {
  public ContextRule {
    yields = Set.copyOf(yields);
    examples = List.copyOf(examples);
    silentOn = List.copyOf(silentOn);
  }

  /** The ways that Java knows; each has one rule. */
  public enum Way {
    CITY_OF_HEADLINE,
    CITY_OF_NAME,
    CITY_OF_SENTENCE,
    CITY_OF_VISIT,
    DAY_OF_SENTENCE,
    DIRECT_SPEECH,
    HEADLINE_MEETING,
    MEETING_NAME,
    OFFICE_PHRASE,
    SIGN_FOR_COUNTRY;

    /** The local name of its rule, such as {@code day-of-sentence}. */
    public String ruleName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Way> of(String ruleName) {
      return Arrays.stream(values()).filter(way -> way.ruleName().equals(ruleName)).findFirst();
    }

    static List<String> ruleNames() {
      return Arrays.stream(values()).map(Way::ruleName).toList();
    }
  }

  /** Local name, such as {@code day-of-sentence}. */
  public String name() {
    return way.ruleName();
  }

  /** The local names of what it yields, in the order of the ontology. */
  public List<String> yieldedNames() {
    EnumSet<Predicate> ordered = EnumSet.noneOf(Predicate.class);
    ordered.addAll(yields);
    return ordered.stream().map(Predicate::localName).toList();
  }
}
