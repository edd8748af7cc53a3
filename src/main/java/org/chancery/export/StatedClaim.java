package org.chancery.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.chancery.graph.Terms;
import org.chancery.ontology.Status;

/**
 * A claim of an article, with what an export tells beside it.
 *
 * @param article the article's node, which names its graph, too
 * @param identifier the article's
 * @param published the article's day, empty if not known
 * @param rules what found it, sorted
 * @param quotes the words that it rests on, sorted by the IRIs of the evidence
 */
record StatedClaim(
    Node claim,
    Triple fact,
    Node status,
    String confidence,
    boolean acting,
    Node article,
    String identifier,
    String published,
    List<Node> rules,
    List<String> quotes) {
  StatedClaim {
    rules = List.copyOf(rules);
    quotes = List.copyOf(quotes);
  }

  /** Goes through the claims article by article, sorted by IRI; holds one article at a time. */
  static void forEach(DatasetGraph dataset, Consumer<StatedClaim> reader) {
    for (Node name : graphs(dataset)) {
      Graph graph = dataset.getGraph(name);
      if (graph.contains(name, RDF.type.asNode(), Terms.ARTICLE)) {
        for (Node claim : subjects(graph, Terms.CLAIM)) {
          of(claim, name, graph).ifPresent(reader);
        }
      }
    }
  }

  static List<Node> graphs(DatasetGraph dataset) {
    TreeSet<Node> names = new TreeSet<>(NodeCmp::compareRDFTerms);
    dataset.listGraphNodes().forEachRemaining(names::add);
    return List.copyOf(names);
  }

  static List<Node> subjects(Graph graph, Node type) {
    return sorted(
        graph.find(Node.ANY, RDF.type.asNode(), type).mapWith(Triple::getSubject).toList());
  }

  static List<Node> objects(Graph graph, Node subject, Node property) {
    return sorted(graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList());
  }

  static Optional<Node> object(Graph graph, Node subject, Node property) {
    return objects(graph, subject, property).stream().findFirst();
  }

  static String text(Graph graph, Node subject, Node property) {
    return object(graph, subject, property)
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .orElse("");
  }

  private static List<Node> sorted(List<Node> nodes) {
    return nodes.stream()
        .distinct()
        .sorted(Comparator.nullsFirst(NodeCmp::compareRDFTerms))
        .toList();
  }

  /** Empty if part of it is left out, as in an export that was cut. */
  private static Optional<StatedClaim> of(Node claim, Node article, Graph graph) {
    Optional<Node> subject = object(graph, claim, RDF.subject.asNode());
    Optional<Node> predicate = object(graph, claim, RDF.predicate.asNode());
    Optional<Node> object = object(graph, claim, RDF.object.asNode());
    Optional<Node> status = object(graph, claim, Terms.STATUS);
    if (subject.isEmpty() || predicate.isEmpty() || object.isEmpty() || status.isEmpty()) {
      return Optional.empty();
    }
    List<String> quotes = new ArrayList<>();
    for (Node evidence : objects(graph, claim, Terms.EVIDENCE)) {
      for (Node selector : objects(graph, evidence, OA.hasSelector.asNode())) {
        String words = text(graph, selector, OA.exact.asNode());
        if (!words.isEmpty()) {
          quotes.add(words);
        }
      }
    }
    return Optional.of(
        new StatedClaim(
            claim,
            Triple.create(subject.get(), predicate.get(), object.get()),
            status.get(),
            text(graph, claim, Terms.CONFIDENCE),
            text(graph, claim, Terms.ACTING).equals("true"),
            article,
            text(graph, article, DCTerms.identifier.asNode()),
            text(graph, article, Terms.PUBLISHED_ON),
            objects(graph, claim, Terms.RULE),
            quotes));
  }

  boolean asserted() {
    return status.hasURI(Status.ASSERTED.iri());
  }

  /** The part of an IRI behind the last {@code #} or {@code /}. */
  static String localName(Node node) {
    String iri = node.getURI();
    return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
  }
}
