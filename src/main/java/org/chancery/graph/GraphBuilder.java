package org.chancery.graph;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Collects the triples of one named graph, each once. */
final class GraphBuilder {
  private final Node graph;
  private final Set<Quad> quads = new LinkedHashSet<>();

  GraphBuilder(String graphIri) {
    graph = iri(graphIri);
  }

  void add(Node subject, Node predicate, Node object) {
    quads.add(new Quad(graph, subject, predicate, object));
  }

  void type(Node subject, Node type) {
    add(subject, RDF.type.asNode(), type);
  }

  /** The best name, and every name of {@code names} that is another one. */
  void label(Node subject, String label, Collection<String> names) {
    add(subject, RDFS.label.asNode(), string(label));
    for (String name : names) {
      if (!name.equals(label)) {
        add(subject, SKOS.altLabel.asNode(), string(name));
      }
    }
  }

  List<Quad> quads() {
    return List.copyOf(quads);
  }

  static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  static Node string(String text) {
    return NodeFactory.createLiteralString(text);
  }

  static Node day(LocalDate day) {
    return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
  }

  static Node integer(int number) {
    return NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger);
  }

  static Node truth(boolean value) {
    return NodeFactory.createLiteralDT(Boolean.toString(value), XSDDatatype.XSDboolean);
  }

  /** In the canonical form of XSD, which stores and other tools keep as it is: {@code 1.0}. */
  static Node decimal(double number) {
    BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
    BigDecimal canonical = exact.scale() < 1 ? exact.setScale(1) : exact;
    return NodeFactory.createLiteralDT(canonical.toPlainString(), XSDDatatype.XSDdecimal);
  }
}
