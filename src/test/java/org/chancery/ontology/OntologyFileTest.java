package org.chancery.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OntologyFileTest {
  private static final Graph TERMS = OntologyFile.TERMS.read();

  @Test
  void entityTypesAreTheSubclassesOfEntity() {
    assertThat(subjects(RDFS.subClassOf.asNode(), chy("Entity")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EntityType.values()).map(EntityType::iri).toList());
  }

  @Test
  void predicatesAreTheRelations() {
    assertThat(subjects(RDF.type.asNode(), chy("Relation")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Predicate.values()).map(Predicate::iri).toList());
  }

  @Test
  void statusesAreTheMembersOfStatus() {
    assertThat(subjects(RDF.type.asNode(), chy("Status")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Status.values()).map(Status::iri).toList());
  }

  @Test
  void everyTermIsDocumented() {
    Node ontology = NodeFactory.createURI(Chy.ONTOLOGY);
    for (String term : terms()) {
      Node node = NodeFactory.createURI(term);
      assertThat(TERMS.contains(node, RDFS.isDefinedBy.asNode(), ontology)).as(term).isTrue();
      for (Node part : List.of(RDFS.label.asNode(), SKOS.definition.asNode())) {
        assertThat(TERMS.find(node, part, Node.ANY).toList())
            .as(term + " " + part)
            .singleElement()
            .satisfies(
                triple -> assertThat(triple.getObject().getLiteralLanguage()).isEqualTo("en"));
      }
      assertThat(TERMS.contains(node, SKOS.example.asNode(), Node.ANY)).as(term).isTrue();
    }
  }

  @Test
  void noDomainOrRangeInfersTypes() {
    assertThat(TERMS.contains(Node.ANY, RDFS.domain.asNode(), Node.ANY)).isFalse();
    assertThat(TERMS.contains(Node.ANY, RDFS.range.asNode(), Node.ANY)).isFalse();
  }

  @Test
  void alignmentsAndShapesSpeakOfTermsThatExist() {
    Set<String> known = terms();
    for (OntologyFile file : List.of(OntologyFile.ALIGNMENTS, OntologyFile.SHAPES)) {
      Set<String> used =
          file.read().stream()
              .flatMap(t -> List.of(t.getSubject(), t.getPredicate(), t.getObject()).stream())
              .filter(node -> node.isURI() && node.getURI().startsWith(Chy.NS))
              .map(Node::getURI)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(known).as(file.path()).containsAll(used);
    }
  }

  @Test
  void everyClassIsAlignedToAnother() {
    Graph alignments = OntologyFile.ALIGNMENTS.read();
    for (EntityType type : EntityType.values()) {
      Node node = NodeFactory.createURI(type.iri());
      assertThat(alignments.contains(node, RDFS.subClassOf.asNode(), Node.ANY))
          .as(type.iri())
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFileSaysItsVersion(OntologyFile file) {
    Node ontology = NodeFactory.createURI(file.iri());
    Graph graph = file.read();
    assertThat(graph.contains(ontology, RDF.type.asNode(), OWL2.Ontology.asNode())).isTrue();
    assertThat(graph.contains(ontology, OWL2.versionIRI.asNode(), Node.ANY)).isTrue();
    assertThat(graph.contains(ontology, OWL2.versionInfo.asNode(), Node.ANY)).isTrue();
  }

  /** What Garijo and Poveda-Villalón (2020) recommend; it has no earlier version to name yet. */
  @Test
  void ontologySaysWhatIsRecommended() {
    Node ontology = NodeFactory.createURI(Chy.ONTOLOGY);
    for (Property property :
        List.of(
            DCTerms.title,
            DCTerms.description,
            DCTerms.creator,
            DCTerms.publisher,
            DCTerms.created,
            DCTerms.license,
            DCTerms.bibliographicCitation,
            OWL2.versionIRI,
            OWL2.versionInfo)) {
      assertThat(TERMS.contains(ontology, property.asNode(), Node.ANY))
          .as(property.getURI())
          .isTrue();
    }
    for (String name : List.of("preferredNamespacePrefix", "preferredNamespaceUri")) {
      Node property = NodeFactory.createURI("http://purl.org/vocab/vann/" + name);
      assertThat(TERMS.contains(ontology, property, Node.ANY)).as(name).isTrue();
    }
  }

  private static Set<String> terms() {
    return TERMS.stream()
        .map(triple -> triple.getSubject())
        .filter(node -> node.isURI() && node.getURI().startsWith(Chy.NS))
        .map(Node::getURI)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> subjects(Node property, Node object) {
    return TERMS.find(Node.ANY, property, object).toList().stream()
        .map(triple -> triple.getSubject().getURI())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Node chy(String localName) {
    return NodeFactory.createURI(Chy.NS + localName);
  }
}
