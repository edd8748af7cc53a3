package org.chancery.graph;

import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.chancery.article.Span;
import org.chancery.claims.Claim;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/** All claims of one article that say the same with the same status: one claim in the graph. */
final class Statement {
  /** What is said, and how. */
  record Content(Node subject, Predicate predicate, Node object, Status status) {}

  private final Content content;
  private boolean acting;
  private double confidence;
  private final SortedSet<String> rules = new TreeSet<>();
  private final SortedSet<Span> evidence = new TreeSet<>();

  Statement(Content content) {
    this.content = Objects.requireNonNull(content);
  }

  /** Adds a claim that says this. One place that says "acting" is enough. */
  void add(Claim claim) {
    acting |= claim.acting() && content.predicate() == Predicate.HOLDS_OFFICE;
    confidence = Math.max(confidence, claim.confidence());
    rules.add(claim.rule());
    evidence.addAll(claim.evidence());
  }

  Content content() {
    return content;
  }

  boolean acting() {
    return acting;
  }

  double confidence() {
    return confidence;
  }

  Set<String> rules() {
    return rules;
  }

  SortedSet<Span> evidence() {
    return evidence;
  }
}
