package org.chancery;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.chancery.ontology.Chy;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/** How many claims a graph has of which kind. */
public final class ClaimTally {
  private static final Node STATUS = NodeFactory.createURI(Chy.NS + "status");

  private static final Map<String, Predicate> PREDICATES =
      Arrays.stream(Predicate.values()).collect(Collectors.toMap(Predicate::iri, p -> p));

  private static final Map<String, Status> STATUSES =
      Arrays.stream(Status.values()).collect(Collectors.toMap(Status::iri, s -> s));

  private ClaimTally() {}

  /** The name of a kind of claims. */
  public static String kind(Predicate predicate, Status status) {
    return predicate.localName() + " " + status.name();
  }

  static SortedMap<String, Integer> of(Collection<Quad> quads) {
    Map<Node, Status> statuses = new HashMap<>();
    for (Quad quad : quads) {
      if (quad.getPredicate().equals(STATUS)) {
        statuses.put(quad.getSubject(), STATUSES.get(quad.getObject().getURI()));
      }
    }
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (Quad quad : quads) {
      Status status = statuses.get(quad.getSubject());
      if (status != null && quad.getPredicate().equals(RDF.predicate.asNode())) {
        Optional.ofNullable(PREDICATES.get(quad.getObject().getURI()))
            .ifPresent(predicate -> counts.merge(kind(predicate, status), 1, Integer::sum));
      }
    }
    return counts;
  }
}
