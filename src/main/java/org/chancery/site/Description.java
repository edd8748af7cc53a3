package org.chancery.site;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;

/**
 * What the store says of one thing, taken out of it.
 *
 * @param outgoing triples with the thing as subject, in a stable order
 * @param incoming triples with the thing as object, in a stable order
 * @param labels names of all that occurs in them, where the store has one
 */
record Description(
    Node thing, List<Triple> outgoing, List<Triple> incoming, Map<Node, String> labels) {
  private static final Comparator<Triple> ORDER = Comparator.comparing(NodeFmtLib::str);

  Description {
    outgoing = List.copyOf(outgoing);
    incoming = List.copyOf(incoming);
    labels = Map.copyOf(labels);
  }

  /** Call inside a read transaction. */
  static Description of(Node thing, DatasetGraph dataset) {
    Graph union = dataset.getUnionGraph();
    List<Triple> outgoing = sorted(union.stream(thing, Node.ANY, Node.ANY));
    List<Triple> incoming = sorted(union.stream(Node.ANY, Node.ANY, thing));
    Map<Node, String> labels = new HashMap<>();
    Stream.concat(outgoing.stream(), incoming.stream())
        .flatMap(
            triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
        .filter(Node::isURI)
        .distinct()
        .forEach(node -> label(node, union).ifPresent(label -> labels.put(node, label)));
    return new Description(thing, outgoing, incoming, labels);
  }

  private static List<Triple> sorted(Stream<Triple> triples) {
    return triples.distinct().sorted(ORDER).toList();
  }

  private static Optional<String> label(Node node, Graph union) {
    return union.stream(node, RDFS.label.asNode(), Node.ANY)
        .map(Triple::getObject)
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .sorted()
        .findFirst();
  }

  boolean isEmpty() {
    return outgoing.isEmpty() && incoming.isEmpty();
  }

  /** All triples, with the prefixes that make them readable. */
  Graph graph() {
    Graph graph = GraphFactory.createDefaultGraph();
    outgoing.forEach(graph::add);
    incoming.forEach(graph::add);
    Prefixes.COMMON.forEach(graph.getPrefixMapping()::setNsPrefix);
    return graph;
  }
}
