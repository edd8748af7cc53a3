package org.chancery.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.chancery.Fixture;
import org.chancery.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {
  private static final DatasetGraph STORE = Fixture.dataset();

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void readsBackAsTheSameData(ExportFormat format) {
    DatasetGraph back = DatasetGraphFactory.create();
    byte[] bytes = write(Fixture.read(STORE, Export::everything), format);
    RDFDataMgr.read(back, new ByteArrayInputStream(bytes), lang(format));
    DatasetGraph original = Fixture.read(STORE, ExportTest::copy);
    if (format.keepsGraphs()) {
      assertThat(IsoMatcher.isomorphic(original, back)).isTrue();
    } else {
      assertThat(back.getDefaultGraph().isIsomorphicWith(union(original))).isTrue();
      assertThat(back.listGraphNodes()).isExhausted();
    }
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void theOrderOfLoadingDoesNotShow(ExportFormat format) {
    byte[] expected = write(Fixture.read(STORE, Export::everything), format);
    List<Quad> quads = Fixture.read(STORE, data -> new ArrayList<>(list(data)));
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(quads, new Random(seed));
      DatasetGraph shuffled = DatasetGraphFactory.createTxnMem();
      quads.forEach(shuffled::add);
      assertThat(write(Export.everything(shuffled), format)).isEqualTo(expected);
    }
  }

  @Test
  void turtleIsPrefixedAndStartsWithTypeAndLabel() {
    assertThat(text(Fixture.read(STORE, Export::facts), ExportFormat.TURTLE))
        .startsWith("@prefix agreement: <https://w3id.org/chancery/id/agreement/> .\n@prefix chy:")
        .contains(
            """
            country:kv  a       chy:Country;
                    rdfs:label  "Kestovia";
                    chy:signs   agreement:river-accord .
            """)
        .doesNotContain("prefix oa:", "prefix void:");
  }

  @Test
  void linesAreSortedByBytes() {
    DatasetGraph data = DatasetGraphFactory.create();
    read(data, "<g:a> { <s:s> <p:p> \"\uFF5E\", \"\uD83D\uDE00\", \"z\" }");
    assertThat(text(Export.everything(data), ExportFormat.NQUADS))
        .isEqualTo(
            """
            <s:s> <p:p> "z" <g:a> .
            <s:s> <p:p> "\uFF5E" <g:a> .
            <s:s> <p:p> "\uD83D\uDE00" <g:a> .
            """);
  }

  @Test
  void factsAreDirectTriplesTypesAndNamesAlone() {
    String facts = text(Fixture.read(STORE, Export::facts), ExportFormat.NQUADS);
    assertThat(facts)
        .contains(
            "official/ana-lind> <https://w3id.org/chancery/ontology#signs>",
            "country/kv> <http://www.w3.org/2000/01/rdf-schema#label> \"Kestovia\"",
            "ontology#text> \"The river joins us, and so does this accord.\"",
            "\"Republic of Valdoria\" <https://w3id.org/chancery/reference>")
        .doesNotContain(
            "ontology#Claim>",
            "Selector",
            "ontology#status>",
            "ontology#Tenure>",
            "rdf-syntax-ns#subject>")
        .doesNotContain("Valdoriania", "owl#", "contentHash");
  }

  @Test
  void aPlannedSignatureIsNoFact() {
    String facts = text(Fixture.read(STORE, Export::facts), ExportFormat.NTRIPLES);
    assertThat(facts)
        .doesNotContain("union-of-river-states> <https://w3id.org/chancery/ontology#signs>");
  }

  @Test
  void jsonLdHoldsItsContext() {
    assertThat(text(Fixture.read(STORE, Export::everything), ExportFormat.JSONLD))
        .contains("\"@context\": {")
        .contains("\"chy\": \"https://w3id.org/chancery/ontology#\"");
  }

  @Test
  void rdfXmlRefusesWhatXmlCannotName() {
    assertRefused(
        "<g:a> { <s:s> <http://example.org/123> 1 }", "<http://example.org/123> ends in no name");
    assertRefused(
        "<g:a> { <s:s> <p:p> \"a\\u0001b\" }", "a control character stands in the text that <s:s>");
  }

  private static void assertRefused(String trig, String message) {
    DatasetGraph data = DatasetGraphFactory.create();
    read(data, trig);
    assertThatThrownBy(() -> write(Export.everything(data), ExportFormat.RDFXML))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message)
        .hasMessageEndingWith("Use --format turtle.");
  }

  private static void read(DatasetGraph data, String trig) {
    RDFDataMgr.read(data, new StringReader(trig), "http://example.org/", Lang.TRIG);
  }

  private static String text(Export export, ExportFormat format) {
    return new String(write(export, format), StandardCharsets.UTF_8);
  }

  private static byte[] write(Export export, ExportFormat format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      export.write(format, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static DatasetGraph copy(DatasetGraph data) {
    DatasetGraph copy = DatasetGraphFactory.create();
    list(data).forEach(copy::add);
    return copy;
  }

  private static List<Quad> list(DatasetGraph data) {
    List<Quad> quads = new ArrayList<>();
    data.find().forEachRemaining(quads::add);
    return quads;
  }

  private static Graph union(DatasetGraph data) {
    Graph union = GraphFactory.createDefaultGraph();
    GraphView.createUnionGraph(data).find().forEachRemaining(union::add);
    return union;
  }

  private static Lang lang(ExportFormat format) {
    return switch (format) {
      case TURTLE -> Lang.TURTLE;
      case TRIG -> Lang.TRIG;
      case NQUADS -> Lang.NQUADS;
      case NTRIPLES -> Lang.NTRIPLES;
      case JSONLD -> Lang.JSONLD11;
      case RDFXML -> Lang.RDFXML;
    };
  }
}
