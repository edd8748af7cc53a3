package org.chancery.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.chancery.ontology.OntologyFile;

/**
 * The terms and their alignments, each in the graph of its ontology's IRI, so that a store explains
 * itself. The shapes stay outside: they are for the gate, and would only litter the union of
 * graphs.
 */
public final class OntologyGraph {
  private OntologyGraph() {}

  /** The quads of both graphs; there are no blank nodes among them. */
  public static Collection<Quad> quads() {
    List<Quad> quads = new ArrayList<>();
    for (OntologyFile file : List.of(OntologyFile.TERMS, OntologyFile.ALIGNMENTS)) {
      Node graph = GraphBuilder.iri(file.iri());
      file.read().stream().map(triple -> new Quad(graph, triple)).forEach(quads::add);
    }
    return List.copyOf(quads);
  }
}
