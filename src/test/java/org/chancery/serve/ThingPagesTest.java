package org.chancery.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.chancery.query.CannedQueries;
import org.chancery.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start before any test.
class ThingPagesTest {
  private static final String ID = "https://w3id.org/chancery/id/";
  private static final String NILZA = "/id/official/nilza-tavora";

  private static final String GRAPH =
      """
      PREFIX chy: <https://w3id.org/chancery/ontology#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX oa: <http://www.w3.org/ns/oa#>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

      <https://w3id.org/chancery/ontology> {
        chy:attends rdfs:label "attends"@en .
        chy:holdsOffice rdfs:label "holds office"@en .
      }
      <https://w3id.org/chancery/id/article/lagoon.html> {
        <https://w3id.org/chancery/id/article/lagoon.html> a chy:Article ;
          dcterms:identifier "lagoon.html" ; dcterms:title "Lagoon <i>talks</i> \\"end\\"" ;
          chy:publishedOn "2031-05-04"^^xsd:date ;
          chy:mentions <https://w3id.org/chancery/id/official/nilza-tavora> ,
            <https://w3id.org/chancery/id/meeting/lagoon> .
        <https://w3id.org/chancery/id/official/nilza-tavora> a chy:Official ;
          rdfs:label "Nilza <script>alert(1)</script> Tavora" ; skos:altLabel "N. 'Távora' \\"T\\"" ;
          owl:sameAs <http://example.org/nilza> , <javascript:alert(2)> ;
          chy:holdsOffice <https://w3id.org/chancery/id/office/cv/harbour-minister> ;
          chy:attends <https://w3id.org/chancery/id/meeting/lagoon> .
        <https://w3id.org/chancery/id/office/cv/harbour-minister> a chy:Office ;
          rdfs:label "Harbour Minister of Cabo Verde" ;
          chy:officeOf <https://w3id.org/chancery/id/country/cv> .
        <https://w3id.org/chancery/id/country/cv> a chy:Country ; rdfs:label "Cabo Verde" .
        <https://w3id.org/chancery/id/meeting/lagoon> a chy:Meeting ; rdfs:label "Lagoon talks" ;
          chy:heldOn "2031-05-03"^^xsd:date ;
          chy:hostedIn <https://w3id.org/chancery/id/city/cv/praia> .
        <https://w3id.org/chancery/id/city/cv/praia> a chy:City ; rdfs:label "Praia" ;
          chy:partOf <https://w3id.org/chancery/id/country/cv> .
        <https://w3id.org/chancery/id/tenure/t1> a chy:Tenure ; chy:acting true ;
          chy:tenureOf <https://w3id.org/chancery/id/official/nilza-tavora> ;
          chy:tenureIn <https://w3id.org/chancery/id/office/cv/harbour-minister> ;
          chy:asOf "2031-05-04"^^xsd:date .
        <https://w3id.org/chancery/id/claim/c1> a chy:Claim ;
          rdf:subject <https://w3id.org/chancery/id/official/nilza-tavora> ;
          rdf:predicate chy:attends ; rdf:object <https://w3id.org/chancery/id/meeting/lagoon> ;
          chy:status chy:Asserted ; chy:confidence 0.9 ;
          chy:rule <https://w3id.org/chancery/rule#attend-active> ;
          prov:wasDerivedFrom <https://w3id.org/chancery/id/article/lagoon.html> ;
          chy:evidence <https://w3id.org/chancery/id/evidence/e1> .
        <https://w3id.org/chancery/id/claim/c2> a chy:Claim ;
          rdf:subject <https://w3id.org/chancery/id/official/nilza-tavora> ;
          rdf:predicate chy:signs ; rdf:object <https://w3id.org/chancery/id/agreement/charter> ;
          chy:status chy:Denied ; chy:evidence <https://w3id.org/chancery/id/evidence/e1> .
        <https://w3id.org/chancery/id/agreement/charter> a chy:Agreement ;
          rdfs:label "Lagoon Charter" .
        <https://w3id.org/chancery/id/evidence/e1> a oa:SpecificResource ;
          oa:hasSource <https://w3id.org/chancery/id/article/lagoon.html> ;
          oa:hasSelector <https://w3id.org/chancery/id/evidence/e1#quote> ,
            <https://w3id.org/chancery/id/evidence/e1#position> .
        <https://w3id.org/chancery/id/evidence/e1#quote> oa:exact "Tavora <b>attended</b> the talks" ;
          oa:prefix "Minister " ; oa:suffix " in Praia" .
        <https://w3id.org/chancery/id/evidence/e1#position> oa:start 9 ; oa:end 41 .
        <https://w3id.org/chancery/id/quotation/lagoon/50> a chy:Quotation ;
          chy:text "The lagoon belongs to all" ;
          chy:speaker <https://w3id.org/chancery/id/official/nilza-tavora> .
        <https://w3id.org/chancery/id/topic/tides> a chy:Topic ; rdfs:label "Tides" .
        <https://w3id.org/chancery/id/meeting/lagoon> chy:discusses
          <https://w3id.org/chancery/id/topic/tides> .
      }
      <https://w3id.org/chancery/id/article/lagoon> {
        <https://w3id.org/chancery/id/article/lagoon> a chy:Article ;
          dcterms:identifier "lagoon" .
        <https://w3id.org/chancery/id/official/nilza-tavora>
          chy:attends <https://w3id.org/chancery/id/meeting/lagoon> .
      }
      <https://w3id.org/chancery/derived> {
        <https://w3id.org/chancery/id/article/lagoon> chy:carries <https://w3id.org/chancery/id/text/1> .
        <https://w3id.org/chancery/id/article/lagoon.html>
          chy:carries <https://w3id.org/chancery/id/text/1> .
        <https://w3id.org/chancery/id/text/1> a chy:SharedText .
        <https://w3id.org/chancery/id/official/nilza-old>
          dcterms:isReplacedBy <https://w3id.org/chancery/id/official/nilza-tavora> .
      }
      <https://w3id.org/chancery/resolution/00> {
        <https://w3id.org/chancery/id/comparison/1> a chy:Merge ;
          chy:firstEntity <https://w3id.org/chancery/id/official/nilza-tavora> ;
          chy:secondEntity <https://w3id.org/chancery/id/official/nilza-tavora> ;
          chy:firstName "Nilza Tavora" ; chy:secondName "N. Távora" ;
          chy:firstArticle <https://w3id.org/chancery/id/article/lagoon> ;
          chy:secondArticle <https://w3id.org/chancery/id/article/lagoon.html> ;
          chy:points 6.0 ; chy:pointsNeeded 4.0 ; chy:speaksFor "same-service (2): both serve one" .
        <https://w3id.org/chancery/id/comparison/2> a chy:NearMiss ;
          chy:firstEntity <https://w3id.org/chancery/id/official/nilza-tavora> ;
          chy:secondEntity <https://w3id.org/chancery/id/official/nils-tavor> ;
          chy:firstName "Nilza Tavora" ; chy:secondName "Nils Tavor" ; chy:points 2.0 .
      }
      """;

  private Server server;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  void start(@TempDir Path folder) {
    DatasetGraph graph = DatasetGraphFactory.create();
    RDFParser.create().source(new StringReader(GRAPH)).lang(Lang.TRIG).parse(graph);
    Stream<Quad> visits =
        IntStream.range(0, 260)
            .mapToObj(
                n ->
                    Quad.create(
                        NodeFactory.createURI(ID + "article/lagoon"),
                        NodeFactory.createURI(ID + "official/visitor-" + (1000 + n)),
                        NodeFactory.createURI("https://w3id.org/chancery/ontology#visits"),
                        NodeFactory.createURI(ID + "city/cv/praia")));
    Store.replace(folder, Stream.concat(Iter.asStream(graph.find()), visits));
    server = Server.start(Store.open(folder), 0, CannedQueries.of(Map.of()));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private HttpResponse<String> get(String path, String accept) {
    return send("GET", path, accept);
  }

  private String page(String path) {
    HttpResponse<String> response = get(path, "text/html");
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private HttpResponse<String> send(String method, String path, String accept) {
    URI address = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    try {
      return http.send(
          HttpRequest.newBuilder(address)
              .header("Accept", accept)
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build(),
          BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private static List<String> links(HttpResponse<String> response) {
    return response.headers().allValues("Link");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | ttl",
        "text/html,*/*;q=0.8 | html",
        "application/ld+json | jsonld",
        "application/n-triples;q=0.5, application/rdf+xml;q=0.6 | rdf",
        "application/n-triples | nt",
      })
  void thingPointsToTheDocumentThatFits(String accept, String extension) {
    HttpResponse<String> response = get(NILZA, accept);

    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.headers().firstValue("Location")).contains(NILZA + "." + extension);
    assertThat(response.headers().firstValue("Vary")).contains("Accept");
    assertThat(response.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ttl, text/turtle;charset=utf-8, Turtle",
    "nt, application/n-triples;charset=utf-8, N-Triples",
    "jsonld, application/ld+json;charset=utf-8, JSON-LD",
    "rdf, application/rdf+xml, RDF/XML"
  })
  void documentHoldsTheTriplesAndTheNamesOfWhatTheyName(
      String extension, String type, String language) {
    HttpResponse<String> response = get(NILZA + "." + extension, "text/html");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains(type);
    assertThat(response.headers().firstValue("Vary")).isEmpty();
    assertThat(links(response))
        .contains("<" + ID + "official/nilza-tavora>; rel=\"about\"")
        .contains("<" + NILZA + ".html>; rel=\"alternate\"; type=\"text/html\"");
    DatasetGraph parsed = DatasetGraphFactory.create();
    RDFParser.fromString(response.body(), org.apache.jena.riot.RDFLanguages.nameToLang(language))
        .parse(parsed);
    assertThat(Iter.asStream(parsed.find()).map(quad -> quad.getObject().toString()))
        .anyMatch(object -> object.contains("Harbour Minister of Cabo Verde"))
        .anyMatch(object -> object.contains("Tavora"));
  }

  @Test
  void addressesHaveTheWidthOfThePageAndOtherDetailsAColumn() {
    assertThat(page(NILZA + ".html"))
        .containsPattern("<div class=\"addresses\"><dt>[sS]ame as</dt>");
    assertThat(page("/id/claim/c1.html"))
        .contains("<div><dt>")
        .doesNotContain("class=\"addresses\"");
  }

  @Test
  void pagesPromiseOtherFormsOfNothingButThingsAndTheOntology() {
    assertThat(page("/start/search?q=Praia"))
        .contains("the pages of things and of the ontology also as Turtle")
        .doesNotContain("every page");
  }

  @Test
  void headTellsWhatGetWould() {
    assertThat(send("HEAD", NILZA, "text/html").statusCode()).isEqualTo(303);
    HttpResponse<String> head = send("HEAD", NILZA + ".html", "*/*");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    assertThat(head.body()).isEmpty();
  }

  @Test
  void thingWhoseOwnNameEndsLikeADocumentComesFirst() {
    assertThat(get("/id/article/lagoon.html", "text/html").headers().firstValue("Location"))
        .contains("/id/article/lagoon.html.html");
    assertThat(page("/id/article/lagoon.html.html")).contains("Lagoon &lt;i&gt;talks&lt;/i&gt;");
    String other =
        get("/id/article/lagoon", "text/html").headers().firstValue("Location").orElse("");
    assertThat(other).isEqualTo("/id/article/lagoon?form=html");
    assertThat(page(other)).contains("<h1>lagoon</h1>");
  }

  @Test
  void thingThatWasReplacedPointsToTheOther() {
    HttpResponse<String> thing = get("/id/official/nilza-old", "*/*");
    assertThat(thing.statusCode()).isEqualTo(303);
    assertThat(thing.headers().firstValue("Location")).contains(NILZA);
    assertThat(get("/id/official/nilza-old.html", "*/*").headers().firstValue("Location"))
        .contains(NILZA + ".html");
  }

  @Test
  void unknownThingIsToldOfInTheFormAskedFor() {
    HttpResponse<String> page = get("/id/official/no-%3Cb%3Ebody", "text/html");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("/start/search?q=no+%3Cb%3Ebody").doesNotContain("<b>");
    HttpResponse<String> plain = get("/id/official/nobody.ttl", "text/turtle");
    assertThat(plain.statusCode()).isEqualTo(404);
    assertThat(plain.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
    assertThat(get("/id/", "text/html").statusCode()).isEqualTo(404);
  }

  @Test
  void nothingThatFitsIsNotAcceptable() {
    HttpResponse<String> response = get(NILZA, "image/png");
    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(response.headers().firstValue("Vary")).contains("Accept");
    assertThat(response.body()).contains("text/turtle");
  }

  @Test
  void officialHasAPortraitInWhichNothingOfTheDataIsMarkup() {
    String page = page(NILZA + ".html");

    assertThat(page)
        .contains("<h1>Nilza &lt;script&gt;alert(1)&lt;/script&gt; Tavora</h1>")
        .contains("N. 'Távora' \"T\"")
        .contains("acting", "attested on 2031-05-04")
        .contains("href=\"/id/meeting/lagoon\">Lagoon talks</a>", "2031-05-03")
        .contains("2 articles, 1 independent")
        .contains("<mark>Tavora &lt;b&gt;attended&lt;/b&gt; the talks</mark>")
        .contains("/id/article/lagoon.html#w-e1")
        .contains("“The lagoon belongs to all”")
        .contains("href=\"http://example.org/nilza\"", "javascript:alert(2)")
        .contains("What was taken together (1)", "6 points, 4 needed", "Near-misses (1)")
        .contains("<link rel=\"alternate\" type=\"text/turtle\" href=\"" + NILZA + ".ttl\">")
        .doesNotContain("<script>alert", "<b>attended", "href=\"javascript:", "style=");
  }

  @Test
  void whatIsDeniedStandsApart() {
    String page = page(NILZA + ".html");
    int apart = page.indexOf("Not said to be so");

    assertThat(apart).isPositive();
    assertThat(page.indexOf("Lagoon Charter")).isGreaterThan(apart);
    assertThat(page.indexOf("Lagoon talks")).isLessThan(apart);
    assertThat(page.substring(apart)).contains("<span class=\"status denied\">denied</span>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "meeting/lagoon | Who attended",
        "meeting/lagoon | Held in",
        "city/cv/praia | Meetings held here",
        "country/cv | Offices that serve it",
        "office/cv/harbour-minister | Holders",
        "agreement/charter | Denied",
        "topic/tides | Discussed by",
        "quotation/lagoon/50 | Said by",
        "tenure/t1 | As articles tell it",
        "claim/c1 | attend-active",
        "evidence/e1 | Claims that rest on these words",
        "text/1 | Articles that carry it",
        "comparison/2 | Nils Tavor",
      })
  void everyClassHasItsPage(String thing, String says) {
    assertThat(page("/id/" + thing + ".html")).contains(says);
  }

  @Test
  void articleWithoutTextShowsTheWordsOfItsFacts() {
    assertThat(page("/id/article/lagoon.html.html"))
        .contains("published on <time>2031-05-04</time>")
        .contains("The store has no text of this article", "id=\"w-e1\"", "href=\"#f1\"")
        .contains("id=\"f1\"", "href=\"#w-e1\"")
        .contains("Other articles carry nearly the same text");
  }

  @Test
  void longSectionComesInPages() {
    String first = page("/id/city/cv/praia.html");
    assertThat(first)
        .contains("1 to 40 of 260", "?part=visits-of&amp;page=1")
        .doesNotContain("visitor-1200");
    String second = page("/id/city/cv/praia.html?part=visits-of&page=2");
    assertThat(second).contains("201 to 260 of 260", "visitor-1259").doesNotContain("rel=\"next\"");
    assertThat(page("/id/city/cv/praia.html?part=visits-of&page=9"))
        .contains("There is nothing more here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"part=%3Cscript%3E", "part=visits-of&page=0", "page=99999999999", "form=x"})
  void nonsenseInTheAddressDoesNoHarm(String query) {
    assertThat(page("/id/city/cv/praia.html?" + query)).contains("<h1>Praia</h1>");
  }
}
