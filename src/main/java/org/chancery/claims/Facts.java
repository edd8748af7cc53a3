package org.chancery.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.analysis.Analysis;
import org.chancery.article.Span;
import org.chancery.article.Zone;
import org.chancery.ontology.ContextRule;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.RuleBook;
import org.chancery.ontology.Status;

/** The facts of an article while they are completed, in the order in which they were found. */
final class Facts {
  private final Analysis analysis;
  private final References references;
  private final RuleBook rules;
  private final List<Found> all = new ArrayList<>();

  Facts(Analysis analysis, References references, RuleBook rules) {
    this.analysis = analysis;
    this.references = references;
    this.rules = rules;
  }

  void add(Found fact) {
    all.add(fact);
  }

  /** Takes back what proves to be none; the condition sees all facts as they were. */
  void removeIf(java.util.function.Predicate<Found> condition) {
    List<Found> gone = list().stream().filter(condition).toList();
    all.removeAll(gone);
  }

  /** Adds what a rule without a pattern concludes. */
  void add(
      ContextRule.Way way,
      String subject,
      Predicate predicate,
      Argument object,
      Status status,
      Analysis.Read read,
      Span evidence) {
    ContextRule rule = rules.require(way);
    all.add(
        new Found(
            rule.name(),
            rule.confidence(),
            subject,
            predicate,
            object,
            status,
            false,
            read.sentence().index(),
            evidence));
  }

  /** Whether a fact is told by the way: "fishermen praised on Monday the accord that …". */
  boolean isAside(Found fact) {
    return rules.isToldAside(fact.rule());
  }

  /** All that is known by now; what is added later is not in it. */
  List<Found> list() {
    return List.copyOf(all);
  }

  Stream<Found> stream() {
    return all.stream();
  }

  boolean inHeadline(Found fact) {
    return analysis.sentences().get(fact.sentence()).sentence().zone().kind() == Zone.Kind.TITLE;
  }

  /** Whether the key is that of a meeting by telephone or video, which has no city. */
  boolean isCall(String key) {
    References.Told thing = references.told().get(key);
    return thing != null && thing.call;
  }
}
