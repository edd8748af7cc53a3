package org.chancery.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.chancery.Fixture;
import org.chancery.UserException;
import org.chancery.ontology.Chy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

class PublicationTest {
  private static final DatasetGraph STORE = Fixture.dataset();
  private static final String ID = Chy.DEFAULT_BASE;
  private static final Node LICENCE = NodeFactory.createURI("https://example.org/licence");

  @ParameterizedTest
  @EnumSource
  void theSameStoreGivesTheSameBytes(Publication publication) {
    assertThat(write(publication, STORE))
        .isNotEmpty()
        .isEqualTo(write(publication, Fixture.dataset()));
  }

  @Test
  void claimsReifyWhatTheyState() {
    DatasetGraph read = parse(write(Publication.TRIG12, STORE));

    assertThat(count(read, "?c rdf:subject|rdf:predicate|rdf:object ?o")).isZero();
    assertThat(count(read, "?c rdf:reifies <<( ?s ?p ?o )>> ; a chy:Claim"))
        .isEqualTo(count(STORE, "?c a chy:Claim"));
    assertThat(write(Publication.TURTLE12, STORE)).contains("rdf:reifies", "<<(");
  }

  @Test
  void nanopublicationsAreWellFormed() {
    DatasetGraph read = parse(write(Publication.NANOPUBS, STORE));

    assertThat(
            count(
                read,
                """
                GRAPH ?h { ?np a np:Nanopublication ; np:hasAssertion ?a ; np:hasProvenance ?p ; np:hasPublicationInfo ?i }
                FILTER EXISTS { GRAPH ?a { ?s1 ?p1 ?o1 } }
                FILTER EXISTS { GRAPH ?p { ?a prov:wasDerivedFrom ?article } }
                FILTER EXISTS { GRAPH ?i { ?np dcterms:license <https://example.org/licence> } }
                """))
        .isEqualTo(count(STORE, "?c a chy:Claim"));
    assertThat(
            count(
                read,
                "GRAPH ?g { <%1$sorganization/union-of-river-states> chy:signs ?x }".formatted(ID)))
        .as("what is only planned")
        .isZero();
  }

  @Test
  void spreadsheetHasARowForEachAssertedClaim() throws IOException {
    String csv = write(Publication.CSV, STORE);
    assertThat(csv).startsWith("\uFEFFsubject,relation,object");
    List<CSVRecord> rows = rows(csv);

    assertThat(rows).hasSize((int) count(STORE, "?c chy:status chy:Asserted"));
    assertThat(rows)
        .anySatisfy(
            row -> {
              assertThat(row.get("subject")).isEqualTo("José Ombélé");
              assertThat(row.get("relation")).isEqualTo("signs");
              assertThat(row.get("object")).isEqualTo("River Accord");
              assertThat(row.get("object_iri")).isEqualTo(ID + "agreement/river-accord");
              assertThat(row.get("article")).isEqualTo("a1");
              assertThat(row.get("published")).isEqualTo("2031-03-04");
              assertThat(row.get("quote")).isNotEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          plain~plain
          =1+1~'=1+1
          -2~'-2
          +3~'+3
          @SUM(A1)~'@SUM(A1)
          \uFF1D1~'\uFF1D1
          a,b~"a,b"
          =HYPERLINK("x")~"'=HYPERLINK(""x"")"
          """)
  void noCellIsAFormula(String text, String cell) {
    assertThat(SpreadsheetExport.cell(text)).isEqualTo(cell);
  }

  @Test
  void aTabOrLineBreakHidesNoFormula() {
    assertThat(SpreadsheetExport.cell("\t=1")).isEqualTo("'\t=1");
    assertThat(SpreadsheetExport.cell("\n=1")).isEqualTo("\"'\n=1\"");
    assertThat(SpreadsheetExport.cell("")).isEmpty();
  }

  @Test
  void meetingsStandWhereTheirCitiesLie() {
    DatasetGraph data =
        trig(
            """
            id:article\\/x { id:meeting\\/m a chy:Meeting ; rdfs:label "Talks" ; chy:hostedIn id:city\\/c , id:city\\/nowhere ;
              chy:heldOn "2031-05-03"^^xsd:date . id:city\\/c rdfs:label "Port Vila" ; chy:geonamesId "2135171" .
              id:country\\/vu chy:attends id:meeting\\/m ; rdfs:label "Vanuatu" }
            """);
    JsonObject map = JsonParser.parseString(write(Publication.GEOJSON, data)).getAsJsonObject();
    assertThat(map.get("type").getAsString()).isEqualTo("FeatureCollection");
    JsonArray features = map.getAsJsonArray("features");

    assertThat(features).hasSize(2);
    JsonObject talks = features.get(0).getAsJsonObject();
    JsonArray point = talks.getAsJsonObject("geometry").getAsJsonArray("coordinates");
    assertThat(point.get(0).getAsDouble()).as("longitude first").isBetween(168.0, 169.0);
    assertThat(point.get(1).getAsDouble()).isBetween(-18.0, -17.0);
    JsonObject told = talks.getAsJsonObject("properties");
    assertThat(told.get("name").getAsString()).isEqualTo("Talks");
    assertThat(told.get("heldOn").toString()).isEqualTo("[\"2031-05-03\"]");
    assertThat(told.get("attendedBy").toString()).isEqualTo("[\"Vanuatu\"]");
    assertThat(features.get(1).getAsJsonObject().get("geometry").isJsonNull()).isTrue();
  }

  @Test
  void networkIsXmlWhateverNamesHold() throws Exception {
    DatasetGraph data =
        trig(
            """
            id:article\\/x { id:article\\/x a chy:Article ; dcterms:identifier "x" .
              id:official\\/o a chy:Official ; rdfs:label "A \\u0001<b>\\u000B & \\uFFFF" .
              id:agreement\\/a a chy:Agreement ; chy:signedOn "2031-05-03"^^xsd:date .
              id:claim\\/1 a chy:Claim ; rdf:subject id:official\\/o ; rdf:predicate chy:signs ; rdf:object id:agreement\\/a ; chy:status chy:Planned }
            """);
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new ByteArrayInputStream(
                    write(Publication.GRAPHML, data).getBytes(StandardCharsets.UTF_8)));

    assertThat(xml.getElementsByTagName("node").getLength()).isEqualTo(2);
    assertThat(xml.getElementsByTagName("node").item(1).getTextContent())
        .isEqualTo("A <b> & Official");
    assertThat(xml.getElementsByTagName("edge").item(0).getTextContent())
        .isEqualTo("signsPlanned2031-05-031");
  }

  @Test
  void selectionTakesGraphsAndArticles() {
    DatasetGraph one = select(List.of(), List.of("a2"), List.of(), 1);
    assertThat(one.listGraphNodes()).toIterable().containsExactly(uri("article/a2"));
    DatasetGraph two =
        select(List.of("https://w3id.org/chancery/reference"), List.of("a4"), List.of(), 1);
    assertThat(two.listGraphNodes()).toIterable().hasSize(2);
  }

  @Test
  void neighbourhoodGrowsWithItsDepth() {
    String about = ID + "official/ivo-brandt";
    DatasetGraph near = select(List.of(), List.of(), List.of(about), 1);
    DatasetGraph wide = select(List.of(), List.of(), List.of(about), 2);

    assertThat(near.contains(Node.ANY, uri("official/ivo-brandt"), Node.ANY, Node.ANY)).isTrue();
    assertThat(count(near, "?c a chy:Claim ; chy:evidence/oa:hasSelector/oa:exact ?w"))
        .isEqualTo(
            count(
                STORE,
                "?c a chy:Claim ; rdf:subject|rdf:object <%s> ; chy:evidence/oa:hasSelector/oa:exact ?w"
                    .formatted(about)));
    assertThat(count(near, "<%scity/ek/hallem> rdfs:label ?l".formatted(ID))).isPositive();
    assertThat(count(near, "<%sagreement/river-accord> ?p ?o".formatted(ID))).isZero();
    assertThat(count(wide, "?s ?p ?o")).isGreaterThan(count(near, "?s ?p ?o"));
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatThrownBy(() -> select(List.of(), List.of("a44"), List.of(), 1))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("There is no article \"a44\" in the store. Did you mean a");
    assertThatThrownBy(() -> select(List.of("x:y"), List.of(), List.of(), 1))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("There is no graph \"x:y\" in the store.");
    assertThatThrownBy(() -> select(List.of(), List.of(), List.of("x:y"), 1))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("There is no thing \"x:y\" in the store.");
  }

  private static DatasetGraph select(
      List<String> graphs, List<String> articles, List<String> about, int depth) {
    Selection selection = new Selection(graphs, articles, about, depth);
    return Fixture.read(STORE, selection::of);
  }

  private static Node uri(String path) {
    return NodeFactory.createURI(ID + path);
  }

  private static long count(DatasetGraph data, String pattern) {
    String query =
        """
        PREFIX chy: <https://w3id.org/chancery/ontology#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX np: <http://www.nanopub.org/nschema#>
        PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT * { %s }
        """
            .formatted(pattern);
    return Txn.calculateRead(
        data,
        () -> {
          DatasetGraph union = DatasetGraphFactory.create();
          data.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
              .forEachRemaining(
                  quad -> {
                    union.add(quad);
                    union.getDefaultGraph().add(quad.asTriple());
                  });
          try (QueryExecution running =
              QueryExecution.dataset(DatasetFactory.wrap(union)).query(query).build()) {
            long rows = 0;
            for (var results = running.execSelect(); results.hasNext(); results.next()) {
              rows++;
            }
            return rows;
          }
        });
  }

  private static DatasetGraph trig(String text) {
    return parse(
        """
        PREFIX chy: <https://w3id.org/chancery/ontology#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX id: <https://w3id.org/chancery/id/>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        """
            + text);
  }

  private static DatasetGraph parse(String trig) {
    DatasetGraph read = DatasetGraphFactory.createTxnMem();
    Txn.executeWrite(
        read, () -> RDFDataMgr.read(read, new StringReader(trig), "http://e.org/", Lang.TRIG));
    return read;
  }

  private static List<CSVRecord> rows(String csv) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(csv.substring(1), format)) {
      return parser.getRecords();
    }
  }

  private static String write(Publication publication, DatasetGraph data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Txn.executeRead(
        data,
        () -> {
          try {
            publication.write(data, Optional.of(LICENCE), out);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
    return out.toString(StandardCharsets.UTF_8);
  }
}
