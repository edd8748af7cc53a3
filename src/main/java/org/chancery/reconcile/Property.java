package org.chancery.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.chancery.catalogue.Kind;
import org.chancery.ontology.Chy;
import org.chancery.ontology.OntologyFile;

/**
 * A property of the ontology that things with names have.
 *
 * @param name its label, such as {@code holds office}
 * @param description its definition
 * @param kinds what has it, at least one
 * @param values what kinds of things are its values; none if they are literals
 * @param symmetric whether it holds in both directions and is stored in one
 */
record Property(
    Node node,
    String name,
    String description,
    Set<Kind> kinds,
    Set<Kind> values,
    boolean symmetric) {
  /** Those of all kinds, in the order of their names. */
  static List<Property> all() {
    Graph terms = OntologyFile.TERMS.read();
    List<Property> all = new ArrayList<>();
    for (Node term :
        terms
            .find(Node.ANY, SchemaDO.domainIncludes.asNode(), Node.ANY)
            .mapWith(triple -> triple.getSubject())
            .toSet()) {
      Set<Kind> kinds = kinds(terms, term, SchemaDO.domainIncludes.asNode());
      if (!kinds.isEmpty()) {
        all.add(
            new Property(
                term,
                text(terms, term, RDFS.label.asNode()).orElseGet(() -> localName(term)),
                text(terms, term, SKOS.definition.asNode()).orElse(""),
                kinds,
                kinds(terms, term, SchemaDO.rangeIncludes.asNode()),
                terms.contains(term, RDF.type.asNode(), OWL.SymmetricProperty.asNode())));
      }
    }
    all.sort(Comparator.comparing(Property::name).thenComparing(Property::id));
    return List.copyOf(all);
  }

  private static Set<Kind> kinds(Graph terms, Node term, Node side) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    terms
        .find(term, side, Node.ANY)
        .mapWith(triple -> triple.getObject())
        .filterKeep(Node::isURI)
        .forEach(type -> Types.kind(type.getURI()).ifPresent(kinds::add));
    return kinds;
  }

  private static Optional<String> text(Graph terms, Node term, Node property) {
    return terms
        .find(term, property, Node.ANY)
        .mapWith(triple -> triple.getObject())
        .toList()
        .stream()
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .findFirst();
  }

  private static String localName(Node term) {
    return term.getURI().substring(Chy.NS.length());
  }

  /** Its IRI. */
  String id() {
    return node.getURI();
  }

  /** Such as {@code holdsOffice}. */
  String localName() {
    return localName(node);
  }

  /** Whether somebody who writes this means the property. */
  boolean isCalled(String pid) {
    return pid.equals(id()) || pid.equals(localName()) || pid.equals("chy:" + localName());
  }
}
