package org.chancery.site;

import java.util.Map;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;
import org.chancery.ontology.Chy;

/** Short forms for what people read. */
final class Prefixes {
  static final Map<String, String> COMMON =
      Map.of(
          "chy", Chy.NS,
          "rule", Chy.RULES,
          "rdf", RDF.getURI(),
          "rdfs", RDFS.getURI(),
          "xsd", XSD.getURI(),
          "skos", SKOS.getURI(),
          "dcterms", DCTerms.getURI(),
          "prov", "http://www.w3.org/ns/prov#",
          "oa", OA.getURI());

  private Prefixes() {}

  /** The IRI with its namespace shortened, if it has a known one. */
  static String shorten(String iri) {
    return COMMON.entrySet().stream()
        .filter(prefix -> iri.startsWith(prefix.getValue()))
        .findFirst()
        .map(prefix -> prefix.getKey() + ":" + iri.substring(prefix.getValue().length()))
        .orElse(iri);
  }
}
