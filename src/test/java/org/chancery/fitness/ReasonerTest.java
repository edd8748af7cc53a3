package org.chancery.fitness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.writer.DirectiveStyle;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.chancery.Fixture;
import org.chancery.export.Export;
import org.chancery.export.ExportFormat;
import org.chancery.ontology.Chy;
import org.chancery.ontology.OntologyFile;
import org.junit.jupiter.api.Test;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;

/**
 * HermiT, over the ontology, its alignments and data. The vocabularies aligned with are not at
 * hand: a property of theirs is taken to be of the kind of the one that is aligned with it.
 */
class ReasonerTest {
  @Test
  void ontologyIsConsistentAndEveryClassCanHaveMembers() throws OWLOntologyCreationException {
    assertSound(OntologyFile.TERMS.read());
  }

  @Test
  void soItIsWithItsAlignments() throws OWLOntologyCreationException {
    assertSound(withAlignments());
  }

  @Test
  void factsOfArticlesGoWithBoth() throws OWLOntologyCreationException {
    Graph all = withAlignments();
    addFacts(all);

    assertSound(all);
  }

  @Test
  void aContradictionIsSeen() throws OWLOntologyCreationException {
    Graph all = withAlignments();
    addFacts(all);
    RDFDataMgr.read(
        all,
        new StringReader(
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
            sem:Actor owl:disjointWith sem:Place .
            """),
        Chy.ONTOLOGY,
        Lang.TURTLE);

    assertThat(reasoner(all).isConsistent()).isFalse();
  }

  private static void assertSound(Graph graph) throws OWLOntologyCreationException {
    Reasoner reasoner = reasoner(graph);
    assertThat(reasoner.isConsistent()).isTrue();
    assertThat(reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()).isEmpty();
    reasoner.dispose();
  }

  private static Graph withAlignments() {
    Graph all = OntologyFile.TERMS.read();
    OntologyFile.ALIGNMENTS.read().stream()
        .filter(triple -> !triple.getSubject().hasURI(OntologyFile.ALIGNMENTS.iri()))
        .forEach(all::add);
    for (Triple alignment : all.find(Node.ANY, RDFS.subPropertyOf.asNode(), Node.ANY).toList()) {
      for (Node kind : List.of(OWL2.ObjectProperty.asNode(), OWL2.DatatypeProperty.asNode())) {
        if (all.contains(alignment.getSubject(), RDF.type.asNode(), kind)) {
          all.add(alignment.getObject(), RDF.type.asNode(), kind);
        }
      }
    }
    for (Triple alignment : all.find(Node.ANY, RDFS.subClassOf.asNode(), Node.ANY).toList()) {
      all.add(alignment.getObject(), RDF.type.asNode(), OWL2.Class.asNode());
    }
    return all;
  }

  private static void addFacts(Graph graph) {
    ByteArrayOutputStream turtle = new ByteArrayOutputStream();
    try {
      Fixture.read(Fixture.dataset(), Export::facts).write(ExportFormat.TURTLE, turtle);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    RDFDataMgr.read(graph, new ByteArrayInputStream(turtle.toByteArray()), Lang.TURTLE);
  }

  private static Reasoner reasoner(Graph graph) throws OWLOntologyCreationException {
    // The OWL API, and Protégé with it, does not know PREFIX without the @.
    String turtle =
        RDFWriter.source(graph)
            .format(RDFFormat.TURTLE)
            .set(RIOT.symTurtleDirectiveStyle, DirectiveStyle.AT)
            .asString();
    OWLOntology ontology =
        OWLManager.createOWLOntologyManager()
            .loadOntologyFromOntologyDocument(
                new StringDocumentSource(
                    turtle, IRI.create(Chy.ONTOLOGY), new TurtleDocumentFormat(), "text/turtle"));
    assertThat(ontology.getAxiomCount()).isGreaterThan(graph.size() / 2);
    Configuration configuration = new Configuration();
    // OWL 2 has no xsd:date.
    configuration.ignoreUnsupportedDatatypes = true;
    return new Reasoner(configuration, ontology);
  }
}
