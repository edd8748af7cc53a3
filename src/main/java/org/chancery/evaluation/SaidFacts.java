package org.chancery.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.chancery.ontology.Chy;
import org.chancery.ontology.Predicate;

/** The direct triples of each article's graph, with the names of what they speak of. */
final class SaidFacts {
  private static final List<Node> NAMES =
      List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), SKOS.altLabel.asNode());
  private static final Node TEXT = NodeFactory.createURI(Predicate.TEXT.iri());

  private final DatasetGraph dataset;
  private final Map<String, Node> articles = new HashMap<>();
  private final Map<Node, Set<String>> names = new HashMap<>();

  /** Use it inside one read transaction. */
  SaidFacts(DatasetGraph dataset) {
    this.dataset = dataset;
    dataset
        .find(Node.ANY, Node.ANY, DCTerms.identifier.asNode(), Node.ANY)
        .forEachRemaining(
            quad -> {
              // A country may have an identifier too, but no graph of its own.
              if (dataset.containsGraph(quad.getSubject())) {
                articles.put(quad.getObject().getLiteralLexicalForm(), quad.getSubject());
              }
            });
  }

  /**
   * What the graph says for the article with that identifier, in a stable order; empty if there is
   * no such article.
   */
  Optional<List<SaidFact>> of(String identifier) {
    return Optional.ofNullable(articles.get(identifier)).map(this::facts);
  }

  private List<SaidFact> facts(Node article) {
    List<SaidFact> facts = new ArrayList<>();
    Set<Set<Node>> pairs = new HashSet<>();
    dataset
        .find(article, Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(
            quad ->
                relation(quad)
                    .ifPresent(
                        relation -> {
                          if (relation == Relation.SAYS) {
                            facts.add(new SaidFact(relation, names(quad.getObject()), texts(quad)));
                          } else if (relation != Relation.MEETS_WITH
                              || pairs.add(
                                  new HashSet<>(List.of(quad.getSubject(), quad.getObject())))) {
                            facts.add(
                                new SaidFact(
                                    relation, names(quad.getSubject()), names(quad.getObject())));
                          }
                        }));
    facts.sort(Comparator.comparing(SaidFact::relation).thenComparing(SaidFact::toString));
    return facts;
  }

  private static Optional<Relation> relation(Quad quad) {
    String property = quad.getPredicate().getURI();
    if (!property.startsWith(Chy.NS)) {
      return Optional.empty();
    }
    String name = property.substring(Chy.NS.length());
    return name.equals(Predicate.SPEAKER.localName())
        ? Optional.of(Relation.SAYS)
        : Relation.named(name).filter(relation -> relation != Relation.SAYS);
  }

  private Set<String> texts(Quad quotation) {
    Set<String> texts = new TreeSet<>();
    dataset
        .find(quotation.getGraph(), quotation.getSubject(), TEXT, Node.ANY)
        .forEachRemaining(text -> texts.add(form(text.getObject())));
    return texts;
  }

  private Set<String> names(Node node) {
    return names.computeIfAbsent(node, this::findNames);
  }

  private Set<String> findNames(Node node) {
    if (node.isLiteral()) {
      return Set.of(form(node));
    }
    Set<String> forms = new TreeSet<>();
    for (Node property : NAMES) {
      dataset
          .find(Node.ANY, node, property, Node.ANY)
          .forEachRemaining(name -> forms.add(form(name.getObject())));
    }
    return forms;
  }

  private static String form(Node literal) {
    return NameForm.of(literal.getLiteralLexicalForm());
  }
}
