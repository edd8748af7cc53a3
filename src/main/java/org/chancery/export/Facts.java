package org.chancery.export;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.chancery.ontology.Chy;
import org.chancery.ontology.EntityType;
import org.chancery.ontology.Predicate;

/**
 * What articles state as so, without who says it and in which words: the relations of the ontology
 * between the things of articles, and the types and names of these things, wherever they stand.
 */
final class Facts {
  private static final Node ARTICLE = NodeFactory.createURI(Chy.NS + "Article");

  private static final Set<Node> RELATIONS =
      Stream.of(Predicate.values())
          .map(predicate -> NodeFactory.createURI(predicate.iri()))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<Node> TYPES =
      Stream.of(EntityType.values())
          .map(type -> NodeFactory.createURI(type.iri()))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<Node> NAMES =
      Set.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), SKOS.altLabel.asNode());

  private Facts() {}

  /** The facts among the quads, in their order. */
  static List<Quad> of(Collection<Quad> quads) {
    Set<Node> articles =
        quads.stream()
            .filter(quad -> isType(quad) && quad.getObject().equals(ARTICLE))
            .map(Quad::getGraph)
            .collect(Collectors.toSet());
    Set<Node> things = new HashSet<>();
    for (Quad quad : quads) {
      if (articles.contains(quad.getGraph())) {
        if (RELATIONS.contains(quad.getPredicate())) {
          things.add(quad.getSubject());
          things.add(quad.getObject());
        } else if (isType(quad) && TYPES.contains(quad.getObject())) {
          things.add(quad.getSubject());
        }
      }
    }
    return quads.stream()
        .filter(
            quad ->
                (articles.contains(quad.getGraph()) && RELATIONS.contains(quad.getPredicate()))
                    || (things.contains(quad.getSubject()) && describes(quad)))
        .toList();
  }

  private static boolean describes(Quad quad) {
    return NAMES.contains(quad.getPredicate())
        || (isType(quad) && TYPES.contains(quad.getObject()));
  }

  private static boolean isType(Quad quad) {
    return quad.getPredicate().equals(RDF.type.asNode());
  }
}
