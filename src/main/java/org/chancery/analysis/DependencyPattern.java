package org.chancery.analysis;

import edu.stanford.nlp.semgraph.semgrex.SemgrexMatcher;
import edu.stanford.nlp.semgraph.semgrex.SemgrexParseException;
import edu.stanford.nlp.semgraph.semgrex.SemgrexPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A Semgrex pattern over enhanced dependencies; {@code ner} is a unit's mention kind. */
public final class DependencyPattern {
  private final SemgrexPattern pattern;
  private final NodeNeeds needs;

  private DependencyPattern(SemgrexPattern pattern, NodeNeeds needs) {
    this.pattern = pattern;
    this.needs = needs;
  }

  /**
   * @throws IllegalArgumentException if the pattern is not Semgrex; the message is Semgrex's cause
   */
  public static DependencyPattern compile(String pattern) {
    try {
      return new DependencyPattern(SemgrexPattern.compile(pattern), NodeNeeds.of(pattern));
    } catch (SemgrexParseException malformed) {
      throw new IllegalArgumentException(malformed.getMessage(), malformed);
    }
  }

  /** Whether some parse of the units could match; quick, so that a parse can be spared. */
  public boolean mayMatch(List<Unit> units) {
    return needs.areMetBy(units);
  }

  /** Every distinct match: for each named node of the pattern, the 0-based index of its unit. */
  public List<Map<String, Integer>> matches(Parse parse) {
    List<Map<String, Integer>> matches = new ArrayList<>();
    SemgrexMatcher matcher = pattern.matcher(parse.enhanced());
    while (matcher.find()) {
      Map<String, Integer> bound = new TreeMap<>();
      for (String name : matcher.getNodeNames()) {
        bound.put(name, matcher.getNode(name).index() - 1);
      }
      if (!matches.contains(bound)) {
        matches.add(bound);
      }
    }
    return matches;
  }
}
