package org.chancery.link;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/** Takes a stream of triples into an index: what has a role, a subject at a time. */
final class Intake extends StreamRDFBase {
  /** A subject that never ends would not fit in memory; the index puts the parts together. */
  private static final int MOST = 10_000;

  private final Knowledge knowledge;
  private final LabelIndex.Builder index;
  private Item current = Item.empty("");
  private int size;

  Intake(Knowledge knowledge, LabelIndex.Builder index) {
    this.knowledge = knowledge;
    this.index = index;
  }

  @Override
  public void quad(Quad quad) {
    triple(quad.asTriple());
  }

  @Override
  public void triple(Triple triple) {
    if (!triple.getSubject().isURI() || !triple.getPredicate().isURI()) {
      return;
    }
    knowledge
        .role(triple.getPredicate().getURI())
        .ifPresent(
            role ->
                text(triple.getObject())
                    .ifPresent(value -> take(triple.getSubject().getURI(), role, value)));
  }

  private static Optional<String> text(Node node) {
    if (node.isURI()) {
      return Optional.of(node.getURI());
    }
    return node.isLiteral() ? Optional.of(node.getLiteralLexicalForm()) : Optional.empty();
  }

  private void take(String subject, Role role, String value) {
    if (!current.iri().equals(subject) || size == MOST) {
      finish();
      current = Item.empty(subject);
    }
    Set<String> before = current.all(role);
    if (!before.contains(value)) {
      current.add(role, value);
      size++;
    }
  }

  /** Ends the last subject. */
  @Override
  public void finish() {
    index.add(current);
    current = Item.empty("");
    size = 0;
  }
}
