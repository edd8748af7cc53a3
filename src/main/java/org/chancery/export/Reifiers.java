package org.chancery.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/** Claims as reifiers of RDF 1.2. */
final class Reifiers {
  private static final Node REIFIES = NodeFactory.createURI(RDF.uri + "reifies");
  private static final Node SUBJECT = RDF.subject.asNode();
  private static final Node PREDICATE = RDF.predicate.asNode();
  private static final Node OBJECT = RDF.object.asNode();
  private static final Set<Node> PARTS = Set.of(SUBJECT, PREDICATE, OBJECT);

  private record Place(Node graph, Node claim) {}

  private Reifiers() {}

  /** The quads, with the three parts of each claim that has all of them made one. */
  static List<Quad> of(Collection<Quad> quads) {
    Map<Place, Map<Node, Node>> claims = new HashMap<>();
    for (Quad quad : quads) {
      if (PARTS.contains(quad.getPredicate())) {
        claims
            .computeIfAbsent(
                new Place(quad.getGraph(), quad.getSubject()), place -> new HashMap<>())
            .put(quad.getPredicate(), quad.getObject());
      }
    }
    claims.values().removeIf(parts -> parts.size() < PARTS.size());
    List<Quad> reified = new ArrayList<>();
    for (Quad quad : quads) {
      Map<Node, Node> parts =
          claims.getOrDefault(new Place(quad.getGraph(), quad.getSubject()), Map.of());
      if (parts.isEmpty() || !PARTS.contains(quad.getPredicate())) {
        reified.add(quad);
      } else if (quad.getPredicate().equals(SUBJECT)) {
        Node stated =
            NodeFactory.createTripleTerm(
                quad.getObject(), part(parts, PREDICATE), part(parts, OBJECT));
        reified.add(Quad.create(quad.getGraph(), quad.getSubject(), REIFIES, stated));
      }
    }
    return reified;
  }

  private static Node part(Map<Node, Node> parts, Node property) {
    Node part = parts.get(property);
    if (part == null) {
      throw new AssertionError("no " + property + " in " + parts);
    }
    return part;
  }
}
