package org.chancery.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.OWL2;
import org.chancery.Fixture;
import org.chancery.ontology.Chy;
import org.junit.jupiter.api.Test;

class DatasetDescriptionTest {
  @Test
  void saysWhatTheGraphHoldsAndWhereItLeads() throws IOException {
    DatasetGraph data = Fixture.dataset();
    Txn.executeWrite(
        data,
        () -> {
          link(data, "http://www.wikidata.org/entity/Q1");
          link(data, "http://www.wikidata.org/entity/Q2");
        });

    assertThat(describe(data))
        .contains("@prefix chy:")
        .containsPattern("<https://w3id.org/chancery/id/dataset>\\s[^.]*dcat:Dataset")
        .containsPattern("dcterms:license +<https://example.org/licence>")
        .containsPattern("void:sparqlEndpoint +<https://example.org/sparql>")
        .containsPattern("void:uriSpace +\"https://w3id.org/chancery/id/\"")
        .containsPattern("void:exampleResource +agreement:river-accord")
        .containsPattern("void:class +chy:Official;\\s+void:entities +\\d")
        .containsPattern("void:linkPredicate +owl:sameAs;(?s).{0,300}void:triples +5")
        .contains("\"http://www.wikidata.org/\"")
        .doesNotContain("_:");
  }

  @Test
  void countsTheTriplesOfTheUnion() {
    DatasetGraph data = Fixture.dataset();
    DatasetNumbers numbers = Fixture.read(data, DatasetNumbers::of);

    assertThat(numbers.triples())
        .isEqualTo(Fixture.read(data, d -> d.getUnionGraph().stream().count()))
        .isEqualTo(numbers.properties().values().stream().mapToLong(n -> n).sum());
    assertThat(numbers.entities()).isPositive().isLessThan(numbers.triples());
    assertThat(Fixture.read(data, DatasetNumbers::base)).hasValue(Chy.DEFAULT_BASE);
  }

  private static void link(DatasetGraph data, String other) {
    Node country = NodeFactory.createURI(Chy.DEFAULT_BASE + "country/ek");
    data.add(
        Quad.create(
            NodeFactory.createURI("https://w3id.org/chancery/links/wikidata"),
            country,
            OWL2.sameAs.asNode(),
            NodeFactory.createURI(other)));
  }

  private static String describe(DatasetGraph data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DatasetDescription(
            Fixture.read(data, DatasetNumbers::of),
            Chy.DEFAULT_BASE,
            Optional.of(NodeFactory.createURI("https://example.org/licence")),
            Optional.of(NodeFactory.createURI("https://example.org/sparql")))
        .write(ExportFormat.TURTLE, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
