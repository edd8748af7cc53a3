package org.chancery.site;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.chancery.ontology.Chy;
import org.chancery.ontology.EntityType;

/**
 * What things are called, and which thing is called so. Use inside the read transaction that the
 * dataset is in.
 */
final class Names {
  private static final String PAGES = "/id/";
  private static final int LONGEST = 300;

  private final DatasetGraph dataset;
  private final String base;
  private final Map<Node, Linked> known = new HashMap<>();

  /**
   * @param base what the IRIs of entities start with
   */
  Names(DatasetGraph dataset, String base) {
    this.dataset = dataset;
    this.base = base;
  }

  Linked of(Node node) {
    return known.computeIfAbsent(node, this::find);
  }

  private Linked find(Node node) {
    if (!node.isURI()) {
      return new Linked("", node.isLiteral() ? node.getLiteralLexicalForm() : "unnamed", "");
    }
    String iri = node.getURI();
    String name =
        value(node, RDFS.label.asNode())
            .filter(Node::isLiteral)
            .map(Node::getLiteralLexicalForm)
            .orElseGet(() -> iri.startsWith(base) ? path(iri) : Prefixes.shorten(iri));
    return new Linked(iri.startsWith(base) ? page(iri) : "", name, kind(node));
  }

  private String path(String iri) {
    return iri.substring(base.length());
  }

  private String page(String iri) {
    return PAGES + path(iri).replace("?", "%3F").replace("#", "%23");
  }

  /**
   * The first in the order of the index. Every article's graph repeats the best name of what it
   * speaks of, so all are alike, and reading on could take long.
   */
  Optional<Node> value(Node subject, Node property) {
    Iterator<Quad> quads = dataset.findNG(Node.ANY, subject, property, Node.ANY);
    try {
      return quads.hasNext() ? Optional.of(quads.next().getObject()) : Optional.empty();
    } finally {
      Iter.close(quads);
    }
  }

  private String kind(Node node) {
    return Stream.of(EntityType.values())
        .filter(type -> is(node, NodeFactory.createURI(type.iri())))
        .findFirst()
        .map(type -> type.localName().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  private boolean is(Node node, Node type) {
    return dataset.contains(Node.ANY, node, RDF.type.asNode(), type);
  }

  /**
   * The thing that a reader means.
   *
   * @param text an IRI, its part after the base, the address of its page, or one of its names
   */
  Optional<Node> meant(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    String start = text.startsWith(PAGES) ? text.substring(PAGES.length()) : text;
    Optional<Node> direct =
        Stream.of(base + start, text)
            .filter(iri -> iri.startsWith(base))
            .map(NodeFactory::createURI)
            .filter(node -> !kind(node).isEmpty())
            .findFirst();
    return direct.isPresent() ? direct : called(text);
  }

  private Optional<Node> called(String name) {
    return Stream.of(RDFS.label.asNode(), SKOS.altLabel.asNode())
        .flatMap(
            naming ->
                Stream.of(
                        NodeFactory.createLiteralString(name),
                        NodeFactory.createLiteralLang(name, "en"))
                    .flatMap(literal -> subjects(naming, literal))
                    .distinct()
                    .filter(node -> !kind(node).isEmpty())
                    .sorted((one, other) -> one.toString().compareTo(other.toString())))
        .findFirst();
  }

  private Stream<Node> subjects(Node property, Node literal) {
    return dataset.getUnionGraph().stream(Node.ANY, property, literal).map(Triple::getSubject);
  }

  /** The code of a country, if the graph has it. */
  Optional<String> text(Node subject, String localName) {
    return value(subject, NodeFactory.createURI(Chy.NS + localName))
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm);
  }
}
