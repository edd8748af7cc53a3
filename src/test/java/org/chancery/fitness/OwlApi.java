package org.chancery.fitness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.chancery.export.ExportFormat;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLOntologyLoaderConfiguration;
import org.semanticweb.owlapi.rdf.rdfxml.parser.RDFConsumer;
import org.semanticweb.owlapi.rdf.rdfxml.parser.RDFParser;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The OWL API's own parser of RDF/XML, before it makes axioms of the triples. */
final class OwlApi implements Toolkit {
  @Override
  public boolean reads(ExportFormat format) {
    return format == ExportFormat.RDFXML;
  }

  @Override
  public Set<Quad> quads(byte[] document, ExportFormat format) throws IOException, SAXException {
    Triples triples = new Triples();
    InputSource source = new InputSource(new ByteArrayInputStream(document));
    source.setSystemId("http://example.org/document");
    new RDFParser().parse(source, triples);
    return triples.quads;
  }

  @Override
  public String toString() {
    return "OWL API";
  }

  /** Takes the triples down. */
  private static final class Triples implements RDFConsumer {
    private final Set<Quad> quads = new HashSet<>();

    @Override
    public void statementWithResourceValue(String subject, String predicate, String object) {
      add(subject, predicate, NodeFactory.createURI(object));
    }

    @Override
    public void statementWithResourceValue(IRI subject, IRI predicate, IRI object) {
      statementWithResourceValue(subject.toString(), predicate.toString(), object.toString());
    }

    @Override
    public void statementWithLiteralValue(
        String subject, String predicate, String object, String language, String datatype) {
      add(
          subject,
          predicate,
          Toolkit.literal(
              object,
              Optional.ofNullable(language).orElse(""),
              Optional.ofNullable(datatype).orElse(XSDDatatype.XSDstring.getURI())));
    }

    @Override
    public void statementWithLiteralValue(
        IRI subject, IRI predicate, String object, String language, IRI datatype) {
      statementWithLiteralValue(
          subject.toString(),
          predicate.toString(),
          object,
          language,
          datatype == null ? null : datatype.toString());
    }

    private void add(String subject, String predicate, Node object) {
      quads.add(
          Quad.create(
              Quad.defaultGraphIRI,
              NodeFactory.createURI(subject),
              NodeFactory.createURI(predicate),
              object));
    }

    @Override
    public void startModel(IRI physical) {}

    @Override
    public void endModel() {}

    @Override
    public void logicalURI(IRI logical) {}

    @Override
    public void includeModel(String logical, String physical) {}

    @Override
    public IRI remapIRI(IRI iri) {
      return iri;
    }

    @Override
    public String remapOnlyIfRemapped(String iri) {
      return iri;
    }

    @Override
    public void addPrefix(String prefix, String namespace) {}

    @Override
    public OWLOntologyLoaderConfiguration getConfiguration() {
      return new OWLOntologyLoaderConfiguration();
    }
  }
}
