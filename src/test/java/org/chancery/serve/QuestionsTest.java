package org.chancery.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.vocabulary.RDFS;
import org.chancery.query.CannedQueries;
import org.chancery.store.Store;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Start page, search, questions and descriptions, as a browser or a program gets them. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start before any test.
class QuestionsTest {
  private static final String ID = "https://w3id.org/chancery/id/";
  private static final String CHY = "https://w3id.org/chancery/ontology#";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String HEAD =
      """
      PREFIX chy: <https://w3id.org/chancery/ontology#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;

  private static final CannedQueries QUERIES =
      CannedQueries.of(
          Map.of(
              "holders",
              """
              #+ summary: Who holds an office?
              #+ description: Holders.
              #+ tags:
              #+   - officials
              #+ params:
              #+   - name: official
              #+     type: name
              #+     description: any name
              #+     suggest: [official]
              #+     default: ""
              #+   - name: since
              #+     type: date
              #+     description: first day
              #+     default: ""
              #+   - name: mode
              #+     type: text
              #+     description: how
              #+     values: [Denied, Planned]
              #+     default: ""
              """
                  + HEAD
                  + """
                  SELECT ?officialLabel ?meetings ?officialLink ?official ?office WHERE {
                    ?official chy:holdsOffice ?office ; rdfs:label ?officialLabel ;
                      chy:meetings ?meetings .
                    OPTIONAL { ?official chy:page ?officialLink }
                    FILTER(REGEX(?officialLabel, COALESCE(?_official, ""), "i"))
                    FILTER(COALESCE(?_since, ?_mode, true) || true)
                  } ORDER BY ?official
                  """,
              "many",
              """
              #+ summary: Which numbers are there?
              #+ description: Many.
              #+ tags:
              #+   - numbers
              """
                  + HEAD
                  + "SELECT ?n ?topic WHERE { ?topic chy:number ?n } ORDER BY ?n",
              "slow",
              """
              #+ summary: What takes long?
              #+ description: Everything.
              #+ tags:
              #+   - numbers
              #+ params:
              #+   - name: much
              #+     type: text
              #+     description: anything
              #+     default: ""
              """
                  + "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?i && COALESCE(?_much, \"\") != ?i) }",
              "about",
              """
              #+ summary: What is said of somebody?
              #+ description: As a graph.
              #+ tags:
              #+   - officials
              #+ params:
              #+   - name: name
              #+     type: name
              #+     description: any name
              """
                  + HEAD
                  + "CONSTRUCT { ?s ?p ?o } WHERE { ?s rdfs:label ?l ; ?p ?o FILTER(REGEX(?l, COALESCE(?_name, \"\"), \"i\")) }",
              "claims",
              """
              #+ summary: What is claimed?
              #+ description: Claims.
              #+ tags:
              #+   - claims
              """
                  + HEAD
                  + "SELECT ?status ?relation ?claim WHERE { ?claim chy:status ?s ; rdf:predicate ?p BIND(STRAFTER(STR(?s), '#') AS ?status) BIND(STRAFTER(STR(?p), '#') AS ?relation) }"));

  private final HttpClient http = HttpClient.newHttpClient();
  private Server server;

  @BeforeAll
  void start(@TempDir Path folder) throws InterruptedException {
    Store.replace(folder, quads());
    server = Server.start(Store.open(folder), 0, QUERIES);
    awaitCatalogue(server);
  }

  private void awaitCatalogue(Server waited) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (get(waited, "/start/search.json?q=x").statusCode() != 200) {
      assertThat(System.nanoTime()).as("no catalogue").isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static Stream<Quad> quads() {
    Stream<Quad> facts =
        Stream.of(
                "1 official/mira a Official",
                "1 official/mira label 'Mira <b>Lund</b>'",
                "1 official/mira holdsOffice office/envoy",
                "1 official/mira meetings 9",
                "1 official/mira page <javascript:alert(1)>",
                "2 official/mira a Official",
                "2 official/abel a Official",
                "2 official/abel label 'ábel Quist'",
                "2 official/abel altLabel 'Minister Quist'",
                "2 official/abel holdsOffice office/envoy",
                "2 official/abel meetings 10",
                "2 office/envoy a Office",
                "2 office/envoy label 'Envoy \"of\" Iceland'",
                "1 article/1 a Article",
                "1 article/1 identifier 'one'",
                "1 article/1 publishedOn '2031-03-05'^^xsd:date",
                "1 article/1 mentions official/mira",
                "1 claim/1 a Claim",
                "1 claim/1 status <" + CHY + "Denied>",
                "1 claim/1 predicate <" + CHY + "holdsOffice>")
            .map(QuestionsTest::quad);
    Stream<Quad> mass =
        IntStream.range(0, 2000)
            .mapToObj(
                n ->
                    new Quad(
                        NodeFactory.createURI(ID + "article/3"),
                        NodeFactory.createURI(ID + "topic/" + n),
                        NodeFactory.createURI(CHY + "number"),
                        NodeFactory.createLiteralString("n%04d".formatted(n))));
    return Stream.concat(facts, mass);
  }

  private static Quad quad(String words) {
    String[] part = words.split(" ", 4);
    String predicate =
        switch (part[2]) {
          case "a" -> "rdf:type";
          case "label" -> "rdfs:label";
          case "altLabel" -> "<http://www.w3.org/2004/02/skos/core#altLabel>";
          case "identifier" -> "<http://purl.org/dc/terms/identifier>";
          case "predicate" -> "rdf:predicate";
          default -> "<" + CHY + part[2] + ">";
        };
    String object =
        part[2].equals("a")
            ? "<" + CHY + part[3] + ">"
            : part[3].matches("\\w+/\\w+") ? "<" + ID + part[3] + ">" : part[3];
    return SSE.parseQuad(
        "(<%sarticle/%s> <%s%s> %s %s)".formatted(ID, part[0], ID, part[1], predicate, object));
  }

  @Test
  void startPageCountsWhatIsInTheGraph() {
    Document page = page("/start/");

    assertThat(page.select(".card.official").text()).isEqualTo("2 officials");
    assertThat(page.select(".card.article").text()).isEqualTo("1 article");
    assertThat(page.select(".card.official a").attr("href"))
        .isEqualTo("/start/search?kind=official");
    assertThat(page.select(".card.city a")).isEmpty();
    assertThat(page.select("#numbers").text()).contains("published on 2031-03-05");
    assertThat(page.select("#claims li").eachText())
        .contains("denied 1 said not to be so", "planned 0 announced or expected, and not yet so");
    assertThat(page.select("#questions h3").eachText())
        .containsExactly("Numbers", "Officials", "Claims");
    assertThat(page.select("#questions a[href=/start/query/holders]").text())
        .isEqualTo("Who holds an office?");
  }

  @Test
  void storeWithoutArticlesSaysWhatToRun(@TempDir Path folder) throws InterruptedException {
    Store.replace(folder, Stream.of(quad("1 official/mira meetings 9")));
    try (Server bare = Server.start(Store.open(folder), 0, QUERIES)) {
      awaitCatalogue(bare);
      Document page = Jsoup.parse(get(bare, "/start/").body());

      assertThat(page.select("#empty").text()).contains("no articles yet", "./chancery build PATH");
      assertThat(page.select("#numbers")).isEmpty();
    }
  }

  @Test
  void newVersionIsCountedAndTheServerEndsWhileItCounts(@TempDir Path folder)
      throws InterruptedException {
    Store.replace(folder, Stream.of(quad("1 official/mira a Official")));
    Server following = Server.start(Store.open(folder), 0, QUERIES);
    try {
      awaitCatalogue(following);
      Store.replace(folder, Stream.of(quad("1 city/oz a City"), quad("1 city/oz label 'Oz'")));
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!get(following, "/start/search.json?q=oz").body().contains("\"Oz\"")) {
        assertThat(System.nanoTime()).as("not counted").isLessThan(deadline);
        Thread.sleep(50);
      }
      Store.replace(folder, quads());
    } finally {
      following.close();
    }
    Store.replace(folder, Stream.of(quad("1 city/oz a City")));
  }

  @Test
  void searchListsWhatIsFoundWithoutItsMarkup() {
    Document page = page("/start/search?q=MIRA");

    assertThat(page.select("h1").text()).isEqualTo("1 result for “MIRA”");
    Elements link = page.select("#results a");
    assertThat(link.text()).isEqualTo("Mira <b>Lund</b>");
    assertThat(link.attr("href")).isEqualTo("/id/official/mira");
    assertThat(page.select("#results td").eachText()).containsExactly("official", "1");
    assertThat(page("/start/search?q=minister").select(".alias").text())
        .isEqualTo("also “Minister Quist”");
    assertThat(page("/start/search?q=%3Cscript%3Ealert(1)%3C/script%3E").select("main script"))
        .isEmpty();
  }

  @Test
  void searchWithoutWordsListsAKind() {
    Document page = page("/start/search?kind=official");

    assertThat(page.select("h1").text()).isEqualTo("2 officials");
    assertThat(page.select("#results tbody tr")).hasSize(2);
    assertThat(page.select(".filters a[aria-current]").text()).isEqualTo("officials 2");
    assertThat(page("/start/search?q=zzz&kind=city&page=99").select("#nothing").text())
        .contains("Nothing in the graph has this name");
    assertThat(get("/start/search?q=mira&page=-3x&kind=nonsense").statusCode()).isEqualTo(200);
  }

  @Test
  void searchAsYouTypeIsJson() {
    HttpResponse<String> answer = get("/start/search.json?q=env&kind=office&kind=official");

    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body())
        .contains("\"href\":\"/id/office/envoy\"", "\"total\":1", "Envoy \\\"of\\\" Iceland");
    assertThat(get("/start/search.json?q=%3Cb%3E").body()).doesNotContain("<");
  }

  @Test
  void answerShowsNamesAndLinksInsteadOfIris() {
    Document page = page("/start/query/holders");

    assertThat(page.select("#rows th").eachText())
        .containsExactly("Official", "Meetings", "Official link", "Office");
    assertThat(page.select("#rows tbody tr").eachText())
        .containsExactly(
            "ábel Quist 10 Envoy \"of\" Iceland",
            "Mira <b>Lund</b> 9 javascript:alert(1) Envoy \"of\" Iceland");
    assertThat(page.select("#rows tbody a").eachAttr("href"))
        .containsExactly(
            "/id/official/abel", "/id/office/envoy", "/id/official/mira", "/id/office/envoy");
    assertThat(page.select("#rows td.number").eachText()).containsExactly("10", "9");
    assertThat(page.select("#total").text()).isEqualTo("2 rows.");
    assertThat(page.select("[style], [onclick], main script")).isEmpty();
  }

  @Test
  void formOffersWhatEachParameterIs() {
    Document page = page("/start/query/holders?official=mira&mode=Planned");

    assertThat(page.select("#p-official").attr("value")).isEqualTo("mira");
    assertThat(page.select("#p-official").attr("data-kinds")).isEqualTo("official");
    assertThat(page.select("#p-since").attr("type")).isEqualTo("date");
    assertThat(page.select("#p-mode option").eachText())
        .containsExactly("any", "denied", "planned");
    assertThat(page.select("#p-mode option[selected]").val()).isEqualTo("Planned");
    assertThat(page.select("label[for=p-official]")).hasSize(1);
    assertThat(page.select("#rows tbody tr")).hasSize(1);
  }

  @Test
  void malformedValueIsToldOfBesideItsField() {
    HttpResponse<String> response =
        get("/start/query/holders?since=tomorrow&official=%22%3E%3Cb%3E");
    Document page = Jsoup.parse(response.body());

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(page.select("#p-since-problem").text()).contains("no day", "2031-03-05");
    assertThat(page.select("#p-since").attr("aria-invalid")).isEqualTo("true");
    assertThat(page.select("#p-official").attr("value")).isEqualTo("\"><b>");
    assertThat(page.select("#rows")).isEmpty();
    assertThat(get("/start/query/holders.csv?since=tomorrow").statusCode()).isEqualTo(400);
    assertThat(get("/start/query/holders?official=" + "x".repeat(201)).statusCode()).isEqualTo(400);
  }

  @Test
  void requiredValueIsAwaitedAndThenAskedFor() {
    assertThat(get("/start/query/about").statusCode()).isEqualTo(200);
    assertThat(page("/start/query/about").select(".notice").text())
        .contains("Fill in what is required");
    assertThat(get("/start/query/about?name=").statusCode()).isEqualTo(400);
    assertThat(get("/start/query/about.ttl").statusCode()).isEqualTo(400);
  }

  @Test
  void graphIsShownAsATableAndDownloadedAsTurtle() {
    assertThat(page("/start/query/about?name=mira").select("#rows tbody tr").eachText())
        .contains("Mira <b>Lund</b> holds office Envoy \"of\" Iceland");
    Graph graph =
        RDFParser.fromString(get("/start/query/about.ttl?name=mira").body(), Lang.TURTLE).toGraph();
    assertThat(graph.size()).isEqualTo(5);
    assertThat(get("/start/query/about.csv?name=mira").body())
        .startsWith("subject,relation,object");
  }

  @Test
  void columnsSortByName() {
    assertThat(names("sort=officialLabel&order=asc"))
        .containsExactly("ábel Quist", "Mira <b>Lund</b>");
    assertThat(names("sort=officialLabel&order=desc"))
        .containsExactly("Mira <b>Lund</b>", "ábel Quist");
    assertThat(names("sort=meetings&order=asc")).containsExactly("Mira <b>Lund</b>", "ábel Quist");
    assertThat(names("sort=nonsense%22&order=up")).hasSize(2);
    Document page = page("/start/query/holders?sort=meetings&order=asc");
    assertThat(page.select("th[aria-sort=ascending]").text()).isEqualTo("Meetings");
    assertThat(page.select("th[aria-sort] a").attr("href")).contains("sort=meetings&order=desc");
  }

  private List<String> names(String parameters) {
    return page("/start/query/holders?" + parameters).select("#rows td:first-child").eachText();
  }

  @Test
  void manyRowsComeInPages() {
    Document first = page("/start/query/many");
    assertThat(first.select("#rows tbody tr")).hasSize(100);
    assertThat(first.select("#total").text()).isEqualTo("2,000 rows.");
    assertThat(first.select(".pages").text()).contains("Rows 1 to 100").doesNotContain("Previous");

    Document last = page("/start/query/many?page=20");
    assertThat(last.select("#rows tbody tr").last()).isNotNull();
    assertThat(last.select("#rows").text()).contains("n1999", "this topic");
    assertThat(last.select(".pages a[rel=next]")).isEmpty();
    assertThat(page("/start/query/many?page=99999").select("#rows").text()).contains("n1999");
  }

  @Test
  void downloadsHoldTheWholeAnswer() {
    HttpResponse<String> csv = get("/start/query/many.csv");
    assertThat(csv.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"many.csv\"");
    assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
    assertThat(csv.body().lines()).hasSize(2001);
    assertThat(get("/start/query/many.json").body()).contains("\"bindings\"");
    assertThat(
            RDFParser.fromString(get("/start/query/many.ttl").body(), Lang.TURTLE).toGraph().size())
        .isGreaterThan(2000);
    assertThat(get("/start/query/many.exe").statusCode()).isEqualTo(404);
  }

  @Test
  void claimsShowTheirStatusAndRelationInWords() {
    Document page = page("/start/query/claims");

    assertThat(page.select("#rows .status.denied").text()).isEqualTo("denied");
    assertThat(page.select("#rows tbody tr").text()).isEqualTo("denied holds office this claim");
  }

  @Test
  void questionWithoutAnAnswerSaysWhatToTry() {
    assertThat(page("/start/query/holders?official=nobody").select(".notice").text())
        .contains("Nothing in the graph answers this", "Try fewer words");
  }

  @Test
  void slowQuestionEndsAtTheLimitAndNamesIt() {
    HttpResponse<String> response = get("/start/query/slow?much=x");
    Document page = Jsoup.parse(response.body());

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(page.select(".notice").text())
        .contains("the server stops after 10 seconds.", "Narrow the question");
    assertThat(page.select("#p-much").attr("value")).isEqualTo("x");
  }

  @Test
  void editorGetsTheQueryWithItsValuesInPlace() {
    String plain = page("/start/query/holders").select("#editor").attr("href");
    String bound =
        page("/start/query/holders?official=o%27x%22%20a%2Bb&since=2031-01-02")
            .select("#editor")
            .attr("href");

    assertThat(decoded(plain)).contains("#+ summary: Who holds an office?", "?_official");
    assertThat(decoded(bound))
        .doesNotContain("?_official", "?_since")
        .contains("2031-01-02", "PREFIX");
    assertThat(QueryFactory.create(decoded(bound)).getPrefix("chy")).isEqualTo(CHY);
    assertThat(bound).doesNotContain("+");
  }

  private static String decoded(String editor) {
    String start = "/#/dataset/chancery/query?query=";
    assertThat(editor).startsWith(start);
    return URLDecoder.decode(editor.substring(start.length()), StandardCharsets.UTF_8);
  }

  @Test
  void unknownQuestionIsNotFound() {
    HttpResponse<String> response = get("/start/query/nope");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("There is no such question");
    assertThat(get("/start/query/").statusCode()).isEqualTo(404);
  }

  @Test
  void graphIsDescribedForOtherTools() {
    HttpResponse<String> response = get("/.well-known/void");
    Graph graph = RDFParser.fromString(response.body(), Lang.TURTLE).toGraph();

    assertThat(response.headers().firstValue("Content-Type")).contains("text/turtle;charset=utf-8");
    String theVoid = "http://rdfs.org/ns/void#";
    assertThat(objects(graph, theVoid + "sparqlEndpoint"))
        .containsExactly(
            "http://localhost:%d/chancery/sparql".formatted(server.address().getPort()));
    assertThat(objects(graph, theVoid + "uriSpace")).containsExactly(ID);
    assertThat(objects(graph, theVoid + "exampleResource")).contains(ID + "official/mira");
    assertThat(objects(graph, theVoid + "class")).contains(CHY + "Official", CHY + "Claim");
    assertThat(
            send(server, "/.well-known/void", "application/ld+json")
                .headers()
                .firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/ld+json"));
    assertThat(get("/.well-known/other").statusCode()).isEqualTo(404);
  }

  @Test
  void questionsArePublishedAsExamples() {
    Graph graph =
        RDFParser.fromString(get("/.well-known/sparql-examples").body(), Lang.TURTLE).toGraph();
    String sh = "http://www.w3.org/ns/shacl#";

    assertThat(objects(graph, RDFS.comment.getURI())).contains("Who holds an office?");
    assertThat(objects(graph, sh + "select"))
        .hasSize(4)
        .allSatisfy(query -> assertThat(QueryFactory.create(query).isSelectType()).isTrue());
    assertThat(objects(graph, sh + "construct")).hasSize(1);
    assertThat(objects(graph, sh + "prefix")).contains("chy", "rdfs");
    assertThat(objects(graph, "https://schema.org/keywords")).contains("officials");
    assertThat(objects(graph, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"))
        .contains(sh + "SPARQLExecutable", sh + "SPARQLSelectExecutable");
  }

  @Test
  void noOtherSiteMayReadAnything() {
    for (String path :
        List.of(
            "/start/", "/start/search.json?q=a", "/.well-known/void", "/start/query/many.csv")) {
      assertThat(get(path).headers().firstValue("Access-Control-Allow-Origin")).as(path).isEmpty();
    }
  }

  private static List<String> objects(Graph graph, String predicate) {
    return graph.stream(Node.ANY, NodeFactory.createURI(predicate), Node.ANY)
        .map(triple -> triple.getObject())
        .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
        .distinct()
        .toList();
  }

  private Document page(String path) {
    return Jsoup.parse(get(path).body());
  }

  private HttpResponse<String> get(String path) {
    return get(server, path);
  }

  private HttpResponse<String> get(Server asked, String path) {
    return send(asked, path, "*/*");
  }

  private HttpResponse<String> send(Server asked, String path, String accept) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + asked.address().getPort() + path))
              .header("Accept", accept)
              .timeout(Duration.ofSeconds(60))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }
}
