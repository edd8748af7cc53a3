package org.chancery.verification;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.chancery.article.Article;
import org.chancery.ontology.Chy;

/**
 * What a store has of an article that can be compared with it.
 *
 * @param id the article's identifier, or its graph's IRI if it has none
 * @param hash of the bytes that it was read from; empty if the store has none
 */
record StoredArticle(String id, String hash, List<Piece> pieces) {
  private static final Node ARTICLE = NodeFactory.createURI(Chy.NS + "Article");
  private static final Node CONTENT_HASH = NodeFactory.createURI(Chy.NS + "contentHash");

  StoredArticle {
    pieces = List.copyOf(pieces);
  }

  /** All of a store's, by identifier: each graph that describes an article or quotes one. */
  static List<StoredArticle> of(DatasetGraph dataset) {
    SortedSet<Node> graphs = new TreeSet<>(Comparator.comparing(Node::toString));
    dataset
        .findNG(Node.ANY, Node.ANY, RDF.type.asNode(), ARTICLE)
        .forEachRemaining(quad -> graphs.add(quad.getGraph()));
    dataset
        .findNG(Node.ANY, Node.ANY, OA.hasSelector.asNode(), Node.ANY)
        .forEachRemaining(quad -> graphs.add(quad.getGraph()));
    return graphs.stream()
        .map(graph -> of(dataset, graph))
        .sorted(Comparator.comparing(StoredArticle::id))
        .toList();
  }

  private static StoredArticle of(DatasetGraph dataset, Node graph) {
    SortedSet<Node> evidence = new TreeSet<>(Comparator.comparing(Node::toString));
    dataset
        .find(graph, Node.ANY, NodeFactory.createURI(Chy.NS + "evidence"), Node.ANY)
        .forEachRemaining(quad -> evidence.add(quad.getObject()));
    dataset
        .find(graph, Node.ANY, OA.hasSelector.asNode(), Node.ANY)
        .forEachRemaining(quad -> evidence.add(quad.getSubject()));
    return new StoredArticle(
        value(dataset, graph, DCTerms.identifier.asNode(), graph.toString()),
        value(dataset, graph, CONTENT_HASH, ""),
        evidence.stream().map(node -> Piece.of(dataset, graph, node)).toList());
  }

  private static String value(DatasetGraph dataset, Node graph, Node property, String otherwise) {
    SortedSet<String> values = new TreeSet<>();
    dataset
        .find(graph, graph, property, Node.ANY)
        .forEachRemaining(quad -> values.add(quad.getObject().getLiteralLexicalForm()));
    return values.isEmpty() ? otherwise : String.join("|", values);
  }

  boolean isOf(Article source) {
    return id.equals(source.id()) && hash.equals(source.contentHash());
  }

  Stream<Mismatch> mismatches(String text) {
    return pieces.stream().flatMap(piece -> piece.mismatches(id, text).stream());
  }
}
