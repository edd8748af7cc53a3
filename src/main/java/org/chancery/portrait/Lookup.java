package org.chancery.portrait;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDFS;
import org.chancery.graph.ReferenceGraph;
import org.chancery.graph.Terms;
import org.chancery.ontology.Chy;

/**
 * Small questions to a dataset, each answered from a bounded number of quads: a thing that every
 * second article names has the same triple in tens of thousands of graphs, one after the other in
 * the index. What was found is kept as long as this lives, which is within one read transaction.
 */
final class Lookup {
  /** Quads that one question may pass. */
  private static final int PATIENCE = 20_000;

  /** Quads in which a thing's class is looked for. */
  private static final int FEW = 20;

  /** How much of a quotation names it. */
  private static final int NAME_LENGTH = 90;

  private static final Pattern WEB = Pattern.compile("https?://[^\\s\"<>]+");
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private final DatasetGraph dataset;
  private final String base;
  private final Map<Node, Value> values = new HashMap<>();
  private final Map<Node, Node> carried = new HashMap<>();

  /**
   * @param base what the IRIs of things with pages start with
   */
  Lookup(DatasetGraph dataset, String base) {
    this.dataset = dataset;
    this.base = base;
  }

  /**
   * The nodes in one place of the quads that match, whatever their graph, each once, in the store's
   * order.
   */
  Found find(Node s, Node p, Node o, Function<Quad, Node> place, int wanted) {
    Set<Node> found = new LinkedHashSet<>();
    Iterator<Quad> quads = dataset.find(Node.ANY, s, p, o);
    try {
      for (long left = PATIENCE + 10L * wanted; quads.hasNext(); left--) {
        Node node = place.apply(quads.next());
        if (left == 0 || (found.size() == wanted && !found.contains(node))) {
          return new Found(List.copyOf(found), true);
        }
        found.add(node);
      }
    } finally {
      Iter.close(quads);
    }
    return new Found(List.copyOf(found), false);
  }

  List<Node> objects(Node s, Node p, int wanted) {
    return find(s, p, Node.ANY, Quad::getObject, wanted).nodes();
  }

  List<Node> subjects(Node p, Node o, int wanted) {
    return find(Node.ANY, p, o, Quad::getSubject, wanted).nodes();
  }

  /** The one in the graph; of several the first in the store's order. */
  Optional<Node> object(Node s, Node p) {
    Iterator<Quad> quads = dataset.find(Node.ANY, s, p, Node.ANY);
    try {
      return quads.hasNext() ? Optional.of(quads.next().getObject()) : Optional.empty();
    } finally {
      Iter.close(quads);
    }
  }

  Optional<String> text(Node s, Node p) {
    return object(s, p).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
  }

  /** The quads of one graph that match. */
  List<Quad> in(Node graph, Node s, Node p, Node o) {
    return Iter.toList(Iter.limit(dataset.find(graph, s, p, o), PATIENCE));
  }

  boolean holds(Node s, Node p, Node o) {
    return dataset.contains(Node.ANY, s, p, o);
  }

  boolean holds(Node graph, Node s, Node p, Node o) {
    return dataset.contains(graph, s, p, o);
  }

  boolean isOurs(String iri) {
    return iri.startsWith(base) && iri.length() > base.length();
  }

  boolean isKnown(Node thing) {
    return holds(thing, Node.ANY, Node.ANY) || holds(Node.ANY, Node.ANY, thing);
  }

  /** Quads that match, in the store's order. */
  List<Quad> claims(Quad pattern, int limit) {
    return Iter.toList(Iter.limit(dataset.find(pattern), limit));
  }

  /** Graphs that are no articles' and say what things are. */
  List<Node> graphsBesides() {
    return List.of(NodeFactory.createURI(ReferenceGraph.IRI));
  }

  /** All quads that have the thing there, up to a number. */
  List<Quad> quads(Node s, Node o, int limit) {
    return Iter.toList(Iter.limit(dataset.find(Node.ANY, s, Node.ANY, o), limit));
  }

  /** Which text the article counts as: its own, unless it carries one that others carry, too. */
  Node sourceText(Node article) {
    return carried.computeIfAbsent(article, node -> object(node, Terms.CARRIES).orElse(node));
  }

  /** The class's local name, such as {@code Official}; empty if the graph does not say. */
  String type(Node thing) {
    return types(thing).stream()
        .filter(type -> type.isURI() && type.getURI().startsWith(Chy.NS))
        .map(type -> type.getURI().substring(Chy.NS.length()))
        .findFirst()
        .orElse("");
  }

  private List<Node> types(Node thing) {
    Iterator<Quad> quads = dataset.find(Node.ANY, thing, Terms.TYPE, Node.ANY);
    try {
      return Iter.toList(Iter.limit(Iter.map(quads, Quad::getObject), FEW));
    } finally {
      Iter.close(quads);
    }
  }

  Value value(Node node) {
    Value known = values.get(node);
    if (known == null) {
      known = make(node);
      values.put(node, known);
    }
    return known;
  }

  private Value make(Node node) {
    if (node.isLiteral()) {
      return Value.words(node.getLiteralLexicalForm());
    }
    if (!node.isURI()) {
      return Value.words(node.toString());
    }
    String iri = node.getURI();
    String type = type(node);
    return new Value(name(node, type), address(iri), type.toLowerCase(Locale.ROOT));
  }

  /** Only things of ours and the web have addresses: a script must not become a link. */
  Optional<String> address(String iri) {
    if (isOurs(iri)) {
      return Optional.of("/id/" + iri.substring(base.length()));
    }
    return WEB.matcher(iri).matches() ? Optional.of(iri) : Optional.empty();
  }

  private String name(Node thing, String type) {
    return text(thing, RDFS.label.asNode())
        .or(() -> text(thing, DCTerms.title.asNode()))
        .or(() -> text(thing, DCTerms.identifier.asNode()))
        .filter(name -> !name.isBlank())
        .or(() -> composed(thing, type))
        .orElseGet(() -> thing.getURI().startsWith(base) ? ending(thing.getURI()) : thing.getURI());
  }

  /** What is named by a hash is called by what it is about. */
  private Optional<String> composed(Node thing, String type) {
    return switch (type) {
      case "Quotation" -> text(thing, Terms.chy("text")).map(words -> "“" + shorten(words) + "”");
      case "Claim" ->
          object(thing, Terms.SUBJECT)
              .map(
                  subject ->
                      "%s %s %s"
                          .formatted(
                              value(subject).text(),
                              object(thing, Terms.PREDICATE).map(this::relation).orElse("…"),
                              object(thing, Terms.OBJECT)
                                  .map(o -> shorten(value(o).text()))
                                  .orElse("…")));
      case "Tenure" ->
          object(thing, Terms.TENURE_OF)
              .map(
                  official ->
                      value(official).text()
                          + object(thing, Terms.TENURE_IN)
                              .map(
                                  office ->
                                      (isActing(thing) ? ", acting " : ", ") + value(office).text())
                              .orElse(""));
      case "Merge", "NearMiss" ->
          text(thing, Terms.FIRST_NAME)
              .map(
                  first ->
                      first
                          + ("Merge".equals(type) ? " is " : " is not ")
                          + text(thing, Terms.SECOND_NAME).orElse("…"));
      case "SharedText" -> Optional.of("Text that several articles carry");
      default ->
          object(thing, OA.hasSource.asNode()).map(article -> "Words of " + value(article).text());
    };
  }

  boolean isActing(Node claimOrTenure) {
    return object(claimOrTenure, Terms.ACTING)
        .filter(node -> node.isLiteral() && "true".equals(node.getLiteralLexicalForm()))
        .isPresent();
  }

  static String shorten(String words) {
    if (words.length() <= NAME_LENGTH) {
      return words;
    }
    int space = words.lastIndexOf(' ', NAME_LENGTH);
    int end = space > 0 ? space : NAME_LENGTH;
    return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }

  /** A property in words: its label, or else its name taken apart. */
  String relation(Node property) {
    return text(property, RDFS.label.asNode())
        .orElseGet(
            () -> HUMP.matcher(ending(property.getURI())).replaceAll(" ").toLowerCase(Locale.ROOT));
  }

  static String ending(String iri) {
    int cut = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#'));
    return cut < 0 || cut == iri.length() - 1 ? iri : iri.substring(cut + 1);
  }
}
