package org.chancery.export;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.chancery.graph.Terms;
import org.chancery.ontology.Chy;

/**
 * A nanopublication for each claim, after the guidelines of nanopub.net: head, assertion,
 * provenance and publication info, a graph each. What an article states as so is asserted as such;
 * of a claim with another status only the claim is asserted, status and all. There is no time of
 * creation, since nothing we write depends on the clock.
 */
final class Nanopublications {
  private static final String NP = "http://www.nanopub.org/nschema#";
  private static final Node HAS_SOURCE = OA.hasSource.asNode();

  private final Optional<Node> licence;
  private final Labels labels;
  private final StreamRDF out;

  private Nanopublications(Optional<Node> licence, Labels labels, StreamRDF out) {
    this.licence = licence;
    this.labels = labels;
    this.out = out;
  }

  /** Writes them as TriG, article by article. */
  static void write(DatasetGraph dataset, Optional<Node> licence, OutputStream out) {
    StreamRDF stream = Export.trig(out);
    stream.start();
    stream.prefix("chy", Chy.NS);
    stream.prefix("dcterms", DCTerms.NS);
    stream.prefix("np", NP);
    stream.prefix("oa", OA.NS);
    stream.prefix("prov", "http://www.w3.org/ns/prov#");
    stream.prefix("rdf", RDF.uri);
    stream.prefix("rdfs", RDFS.uri);
    Nanopublications all = new Nanopublications(licence, new Labels(dataset), stream);
    StatedClaim.forEach(dataset, all::publish);
    stream.finish();
  }

  private void publish(StatedClaim claim) {
    String iri = claim.claim().getURI() + "/nanopub";
    Node publication = NodeFactory.createURI(iri);
    Node head = NodeFactory.createURI(iri + "#head");
    Node assertion = NodeFactory.createURI(iri + "#assertion");
    Node provenance = NodeFactory.createURI(iri + "#provenance");
    Node info = NodeFactory.createURI(iri + "#pubinfo");

    write(head, publication, RDF.type.asNode(), np("Nanopublication"));
    write(head, publication, np("hasAssertion"), assertion);
    write(head, publication, np("hasProvenance"), provenance);
    write(head, publication, np("hasPublicationInfo"), info);

    assertion(claim, assertion);

    write(provenance, assertion, Terms.WAS_DERIVED_FROM, claim.article());
    write(provenance, assertion, Terms.CONFIDENCE, decimal(claim.confidence()));
    for (Node rule : claim.rules()) {
      write(provenance, assertion, Terms.RULE, rule);
    }
    List<String> quotes = new ArrayList<>(claim.quotes());
    for (int i = 0; i < quotes.size(); i++) {
      Node words = NodeFactory.createURI(iri + "#words-" + (i + 1));
      Node quote = NodeFactory.createURI(iri + "#quote-" + (i + 1));
      write(provenance, assertion, Terms.EVIDENCE, words);
      write(provenance, words, HAS_SOURCE, claim.article());
      write(provenance, words, OA.hasSelector.asNode(), quote);
      write(provenance, quote, RDF.type.asNode(), OA.TextQuoteSelector.asNode());
      write(provenance, quote, OA.exact.asNode(), string(quotes.get(i)));
    }
    write(provenance, claim.article(), DCTerms.identifier.asNode(), string(claim.identifier()));
    if (!claim.published().isEmpty()) {
      write(
          provenance,
          claim.article(),
          Terms.PUBLISHED_ON,
          NodeFactory.createLiteralDT(claim.published(), XSDDatatype.XSDdate));
    }

    write(info, publication, RDFS.label.asNode(), string(label(claim)));
    write(info, publication, Terms.WAS_DERIVED_FROM, claim.claim());
    licence.ifPresent(node -> write(info, publication, DCTerms.license.asNode(), node));
  }

  private void assertion(StatedClaim claim, Node graph) {
    if (claim.asserted()) {
      out.quad(Quad.create(graph, claim.fact()));
    } else {
      write(graph, claim.claim(), RDF.type.asNode(), Terms.CLAIM);
      write(graph, claim.claim(), RDF.subject.asNode(), claim.fact().getSubject());
      write(graph, claim.claim(), RDF.predicate.asNode(), claim.fact().getPredicate());
      write(graph, claim.claim(), RDF.object.asNode(), claim.fact().getObject());
      write(graph, claim.claim(), Terms.STATUS, claim.status());
    }
  }

  private String label(StatedClaim claim) {
    return "%s %s %s (%s, %s)"
        .formatted(
            labels.of(claim.fact().getSubject()),
            StatedClaim.localName(claim.fact().getPredicate()),
            labels.words(claim.fact().getObject()),
            StatedClaim.localName(claim.status()),
            claim.identifier());
  }

  private void write(Node graph, Node subject, Node predicate, Node object) {
    out.quad(Quad.create(graph, subject, predicate, object));
  }

  private static Node np(String name) {
    return NodeFactory.createURI(NP + name);
  }

  private static Node string(String text) {
    return NodeFactory.createLiteralString(text);
  }

  private static Node decimal(String number) {
    return NodeFactory.createLiteralDT(number, XSDDatatype.XSDdecimal);
  }
}
