package org.chancery.fitness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.chancery.Fixture;
import org.chancery.Seeds;
import org.chancery.export.Export;
import org.chancery.export.ExportFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Our graphs have no blank nodes, so that isomorphic means equal. */
class ToolkitsTest {
  private static final List<Toolkit> TOOLKITS =
      List.of(new Rdf4j(), new N3Js(), new JsonLdJava(), new OwlApi());

  private static final List<ExportFormat> RDF =
      List.of(
          ExportFormat.TURTLE,
          ExportFormat.TRIG,
          ExportFormat.NQUADS,
          ExportFormat.NTRIPLES,
          ExportFormat.JSONLD,
          ExportFormat.RDFXML);

  /** What names and quotations may bring along, but for what XML cannot write at all. */
  private static final String HOSTILE =
      """
      PREFIX chy: <https://w3id.org/chancery/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      <https://w3id.org/chancery/id/article/%25%20%3C%3E%22%5C%7B%7D%7C%5E%60> {
        <https://w3id.org/chancery/id/official/o%27neill-%22the-cat%22> a chy:Official ;
          rdfs:label "O'Neill \\"the <cat>\\" & ]]> \\\\ \\t \\n \\r end" , "\\U0001F600 e\\u0301 \\u200F" ,
            "@prefix : <x> .", "=1+1", "" , "long 'quotes' \\"\\"\\" and '''" , "{\\"@id\\": \\"x\\"}" , "</rdf:RDF>" .
        <https://w3id.org/chancery/id/official/jos\u00e9-%E2%80%AE> rdfs:label "Jos\u00e9"@pt , "\u4e2d\u6587"@zh-Hant ;
          chy:confidence 0.90 , 1.0 , 12 , true , "2031-03-04"^^<http://www.w3.org/2001/XMLSchema#date> .
      }
      """;

  @ParameterizedTest
  @MethodSource
  void readsWhatWeWrote(Toolkit toolkit, ExportFormat format) throws Exception {
    assumeTrue(toolkit.isHere(), () -> toolkit + " is not tried: this machine has no Node");
    DatasetGraph hostile = DatasetGraphFactory.create();
    RDFDataMgr.read(hostile, new StringReader(HOSTILE), "http://example.org/", Lang.TRIG);
    DatasetGraph seeds = DatasetGraphFactory.create();
    Seeds.graph().quads().forEach(seeds::add);

    assertReads(toolkit, format, Fixture.read(Fixture.dataset(), Export::everything));
    assertReads(toolkit, format, Export.everything(hostile));
    assertReads(toolkit, format, Export.everything(seeds));
  }

  static Stream<Arguments> readsWhatWeWrote() {
    return TOOLKITS.stream()
        .flatMap(
            toolkit ->
                RDF.stream().filter(toolkit::reads).map(format -> Arguments.of(toolkit, format)));
  }

  @Test
  void twoToolkitsBesidesJenaReadEachFormat() {
    assertThat(RDF)
        .allSatisfy(
            format ->
                assertThat(TOOLKITS.stream().filter(toolkit -> toolkit.reads(format))).hasSize(2));
  }

  private static void assertReads(Toolkit toolkit, ExportFormat format, Export export)
      throws Exception {
    Set<Quad> expected = quads(export, format);
    Set<Quad> read = toolkit.quads(bytes(export, format), format);
    assertThat(read).hasSameSizeAs(expected).isEqualTo(expected);
  }

  /** What N-Quads or N-Triples of the same say, by Jena. */
  private static Set<Quad> quads(Export export, ExportFormat format) throws IOException {
    DatasetGraph read = DatasetGraphFactory.create();
    byte[] lines =
        bytes(export, format.keepsGraphs() ? ExportFormat.NQUADS : ExportFormat.NTRIPLES);
    RDFDataMgr.read(read, new ByteArrayInputStream(lines), Lang.NQUADS);
    Set<Quad> quads = new HashSet<>();
    read.find().forEachRemaining(quads::add);
    return quads;
  }

  private static byte[] bytes(Export export, ExportFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.write(format, out);
    return out.toByteArray();
  }
}
