package org.chancery.graph;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;

/**
 * Everything that goes into a store.
 *
 * @param articles the articles' graphs; these the shapes are for
 * @param background the reference data and the ontology, each in a graph of its own
 */
public record CorpusGraph(Collection<Quad> articles, Collection<Quad> background) {
  public CorpusGraph {
    articles = List.copyOf(articles);
    background = List.copyOf(background);
  }

  public Stream<Quad> quads() {
    return Stream.concat(articles.stream(), background.stream());
  }

  public int size() {
    return articles.size() + background.size();
  }
}
