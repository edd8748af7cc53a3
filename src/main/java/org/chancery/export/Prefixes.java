package org.chancery.export;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.apache.jena.vocabulary.XSD;
import org.chancery.ontology.Chy;

/** The prefixes that exports may declare; the same for every store, so that files compare. */
final class Prefixes {
  private static final SortedMap<String, String> KNOWN = new TreeMap<>();

  static {
    KNOWN.put("chy", Chy.NS);
    KNOWN.put("rule", Chy.RULES);
    KNOWN.put("dcat", DCAT.NS);
    KNOWN.put("dcterms", DCTerms.NS);
    KNOWN.put("foaf", "http://xmlns.com/foaf/0.1/");
    KNOWN.put("oa", OA.NS);
    KNOWN.put("org", ORG.NS);
    KNOWN.put("owl", OWL.NS);
    KNOWN.put("prov", "http://www.w3.org/ns/prov#");
    KNOWN.put("rdf", RDF.uri);
    KNOWN.put("rdfs", RDFS.uri);
    KNOWN.put("schema", "https://schema.org/");
    KNOWN.put("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/");
    KNOWN.put("skos", SKOS.uri);
    KNOWN.put("time", "http://www.w3.org/2006/time#");
    KNOWN.put("vann", "http://purl.org/vocab/vann/");
    KNOWN.put("void", VOID.NS);
    KNOWN.put("xsd", XSD.NS);
    for (String kind : new String[] {"agreement", "article", "country", "meeting", "official"}) {
      KNOWN.put(kind, Chy.DEFAULT_BASE + kind + "/");
    }
  }

  private Prefixes() {}

  /** Those of the known prefixes that some term of the quads begins with. */
  static SortedMap<String, String> usedIn(Collection<Quad> quads) {
    SortedMap<String, String> used = new TreeMap<>();
    KNOWN.forEach(
        (prefix, namespace) -> {
          if (quads.stream().anyMatch(quad -> uses(quad, namespace))) {
            used.put(prefix, namespace);
          }
        });
    return used;
  }

  private static boolean uses(Quad quad, String namespace) {
    return startsWith(quad.getGraph(), namespace)
        || startsWith(quad.getSubject(), namespace)
        || usesAsPredicate(quad.getPredicate(), namespace)
        || startsWith(quad.getObject(), namespace);
  }

  /** The type is written {@code a}, unless the prefix of RDF is declared. */
  private static boolean usesAsPredicate(Node predicate, String namespace) {
    return startsWith(predicate, namespace) && !predicate.equals(RDF.type.asNode());
  }

  private static boolean startsWith(Node node, String namespace) {
    return (node.isURI() && node.getURI().startsWith(namespace))
        || (node.isLiteral() && node.getLiteralDatatypeURI().startsWith(namespace));
  }
}
