package org.chancery.catalogue;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.chancery.ontology.Chy;
import org.chancery.store.Store;

/**
 * One version of a graph, counted.
 *
 * @param things how many there are, by the class's name without its namespace
 */
public record Catalogue(SortedMap<String, Integer> things) {
  public Catalogue {
    things = new TreeMap<>(things);
  }

  /** Reads through the store once. */
  public static Catalogue of(Store store) {
    return store.read(dataset -> new Catalogue(count(dataset.getUnionGraph())));
  }

  private static SortedMap<String, Integer> count(Graph graph) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    try (Stream<Triple> types = graph.stream(Node.ANY, RDF.type.asNode(), Node.ANY)) {
      types
          .map(Triple::getObject)
          .filter(type -> type.isURI() && type.getURI().startsWith(Chy.NS))
          .map(type -> Map.entry(type.getURI().substring(Chy.NS.length()), 1))
          .forEach(type -> counts.merge(type.getKey(), type.getValue(), Integer::sum));
    }
    return counts;
  }
}
