package org.chancery.portrait;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDFS;

/**
 * What the graph says of a thing, as triples: with the thing as subject or object, and the labels
 * of what these name.
 *
 * @param graph of its own, free to be written to
 * @param complete whether that is all
 */
public record Triples(Graph graph, boolean complete) {
  /** Quads that are read in each direction; one triple may stand in many graphs. */
  private static final int READ = 20_000;

  /** Triples that are taken in each direction. */
  private static final int TAKEN = 5_000;

  /** Call inside a read transaction. */
  public static Triples of(DatasetGraph dataset, String iri) {
    Node thing = NodeFactory.createURI(iri);
    Lookup lookup = new Lookup(dataset, iri);
    Set<Triple> triples = new LinkedHashSet<>();
    boolean complete = add(lookup.quads(thing, Node.ANY, READ + 1), triples);
    complete &= add(lookup.quads(Node.ANY, thing, READ + 1), triples);
    for (Node selector : lookup.objects(thing, OA.hasSelector.asNode(), TAKEN)) {
      complete &= add(lookup.quads(selector, Node.ANY, READ + 1), triples);
    }
    Set<Triple> labels = new LinkedHashSet<>();
    for (Triple triple : triples) {
      for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
        if (node.isURI() && !node.equals(thing)) {
          lookup
              .object(node, RDFS.label.asNode())
              .ifPresent(label -> labels.add(Triple.create(node, RDFS.label.asNode(), label)));
        }
      }
    }
    Graph graph = GraphFactory.createDefaultGraph();
    triples.forEach(graph::add);
    labels.forEach(graph::add);
    return new Triples(graph, complete);
  }

  private static boolean add(List<Quad> quads, Set<Triple> triples) {
    int before = triples.size();
    for (Quad quad : quads) {
      if (triples.size() - before >= TAKEN) {
        return false;
      }
      triples.add(quad.asTriple());
    }
    return quads.size() <= READ;
  }
}
