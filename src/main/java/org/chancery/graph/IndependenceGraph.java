package org.chancery.graph;

import java.util.Collection;
import java.util.SortedSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.chancery.resolution.Iris;

/**
 * The graph of what is concluded from all articles together and stated by none: which of them carry
 * one text, and so count as one source.
 */
public final class IndependenceGraph {
  /** The graph's name. */
  public static final String IRI = "https://w3id.org/chancery/derived";

  private IndependenceGraph() {}

  /**
   * The graph's quads.
   *
   * @param groups identifiers of the articles that carry one text
   * @param base what the IRIs of articles start with
   */
  public static Collection<Quad> of(Collection<SortedSet<String>> groups, String base) {
    Iris iris = new Iris(base);
    GraphBuilder graph = new GraphBuilder(IRI);
    for (SortedSet<String> group : groups) {
      // Named by its first article alone, so that another copy leaves the name as it is.
      Node text = GraphBuilder.iri(iris.hashed("text", group.first()));
      graph.type(text, Terms.SHARED_TEXT);
      for (String article : group) {
        graph.add(GraphBuilder.iri(iris.article(article)), Terms.CARRIES, text);
      }
    }
    return graph.quads();
  }
}
