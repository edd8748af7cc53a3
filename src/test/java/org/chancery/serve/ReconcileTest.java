package org.chancery.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.chancery.link.Linker;
import org.chancery.link.Target;
import org.chancery.link.Thing;
import org.chancery.link.Things;
import org.chancery.mapping.Mapping;
import org.chancery.mapping.MappingSet;
import org.chancery.ontology.EntityType;
import org.chancery.query.CannedQueries;
import org.chancery.store.Store;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reconciliation service, as OpenRefine, a browser or a program gets it. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start before any test.
class ReconcileTest {
  private static final String ID = "https://w3id.org/chancery/id/";
  private static final String CHY = "https://w3id.org/chancery/ontology#";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String NAMED_ORIGIN = "https://bench.example";

  private static final String GRAPH =
      """
      PREFIX chy: <https://w3id.org/chancery/ontology#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      BASE <https://w3id.org/chancery/id/>

      <article/1> {
        <article/1> a chy:Article ; dcterms:title "Nilza Tavora visits Praia" ;
          chy:mentions <official/nilza-tavora> , <official/lena-orr> .
        <official/nilza-tavora> a chy:Official ; rdfs:label "Nilza Távora" ;
          skos:altLabel "Tavora" , "Minister Tavora" ;
          chy:holdsOffice <office/cv/harbour-minister> ; chy:represents <country/cv> ;
          chy:meetsWith <official/zeno-quist> .
        <official/zeno-quist> a chy:Official ; rdfs:label "Zeno <b>Quist</b>" .
        <official/lena-orr> a chy:Official ; rdfs:label "Lena Orr" ;
          chy:holdsOffice <office/cv/harbour-minister> .
        <official/lena-orr-2> a chy:Official ; rdfs:label "Lena Orr" ;
          chy:holdsOffice <office/mt/envoy> .
        <office/cv/harbour-minister> a chy:Office ; rdfs:label "Harbour Minister of Cabo Verde" ;
          chy:officeOf <country/cv> .
        <office/mt/envoy> a chy:Office ; rdfs:label "Envoy of Malta" ; chy:officeOf <country/mt> .
        <office/prime-minister> a chy:Office ; rdfs:label "Prime Minister" .
        <country/cv> a chy:Country ; rdfs:label "Cabo Verde" ; skos:altLabel "Cape Verde" ;
          chy:countryCode "CV" .
        <country/mt> a chy:Country ; rdfs:label "Malta" ; skos:altLabel "MLT" ;
          chy:countryCode "MT" .
        <city/mt/malta> a chy:City ; rdfs:label "Malta" ; chy:partOf <country/mt> .
        <city/cv/praia> a chy:City ; rdfs:label "Praia" ; chy:partOf <country/cv> .
        <organization/lc> a chy:Organization ; rdfs:label "Lagoon Commission" ; skos:altLabel "LC" .
        <meeting/talks> a chy:Meeting ; rdfs:label "talks" ; chy:heldOn "2031-05-03"^^xsd:date .
        <meeting/visit> a chy:Meeting ; rdfs:label "meeting with Maltese ministers" .
        <meeting/alder> a chy:Meeting ; rdfs:label "Alder Summit" ;
          chy:heldOn "2031-05-04"^^xsd:date ; chy:hostedIn <city/cv/praia> .
        <agreement/charter> a chy:Agreement ; rdfs:label "Lagoon Charter" ;
          chy:signedOn "2031-05-04"^^xsd:date .
      }
      """;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private Server server;
  private Store store;

  @BeforeAll
  void start(@TempDir Path folder) throws InterruptedException {
    Store.replace(folder, quads(GRAPH));
    store = Store.open(folder);
    server =
        Server.start(
            store,
            ServerSettings.onPort(0).readBy(Set.of(NAMED_ORIGIN)),
            CannedQueries.of(Map.of()));
    await(server, "/reconcile/suggest/entity?prefix=nilza", "Nilza");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static Stream<Quad> quads(String trig) {
    DatasetGraph graph = DatasetGraphFactory.create();
    RDFParser.fromString(trig, Lang.TRIG).parse(graph);
    return Iter.asStream(graph.find());
  }

  private void await(Server waited, String path, String words) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!send(request(waited, path).GET()).body().contains(words)) {
      assertThat(System.nanoTime()).as("no " + words).isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private HttpRequest.Builder request(Server asked, String path) {
    return HttpRequest.newBuilder(asked.address().resolve(path)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }

  private HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = request(server, path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.GET());
  }

  private HttpResponse<String> post(String body, String type) {
    return send(
        request(server, "/reconcile")
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> batch(String queries) {
    return post("queries=" + encode(queries), "application/x-www-form-urlencoded");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonObject json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  /** The candidates of one query, given without the outer braces. */
  private List<JsonObject> candidates(String query) {
    JsonObject answer = json(batch("{\"q0\":{" + query.replace('\'', '"') + "}}"));
    return objects(answer.getAsJsonObject("q0").getAsJsonArray("result"));
  }

  private static List<JsonObject> objects(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static List<String> ids(List<JsonObject> things) {
    return things.stream().map(thing -> thing.get("id").getAsString()).toList();
  }

  /** The id of the match; empty if nothing is sure. */
  private String match(String query) {
    List<JsonObject> candidates = candidates(query);
    assertThat(candidates.stream().skip(1)).noneMatch(ReconcileTest::isMatch);
    return candidates.stream()
        .filter(ReconcileTest::isMatch)
        .findFirst()
        .map(c -> c.get("id").getAsString())
        .orElse("");
  }

  private static boolean isMatch(JsonObject candidate) {
    return candidate.get("match").getAsBoolean();
  }

  private static double score(JsonObject candidate) {
    return candidate.get("score").getAsDouble();
  }

  private static JsonElement feature(JsonObject candidate, String id) {
    return objects(candidate.getAsJsonArray("features")).stream()
        .filter(feature -> feature.get("id").getAsString().equals(id))
        .map(feature -> feature.get("value"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no feature " + id + " in " + candidate));
  }

  @Test
  void manifestTellsWhereEverythingIs() {
    JsonObject manifest = json(get("/reconcile"));

    assertThat(manifest.getAsJsonArray("versions").toString()).isEqualTo("[\"0.2\"]");
    assertThat(manifest.get("name").getAsString()).startsWith("Chancery");
    assertThat(manifest.get("identifierSpace").getAsString()).isEqualTo(ID);
    assertThat(manifest.get("schemaSpace").getAsString()).isEqualTo(CHY);
    assertThat(ids(objects(manifest.getAsJsonArray("defaultTypes"))))
        .contains(CHY + "Official", CHY + "Agreement")
        .doesNotContain(CHY + "Article");
    JsonObject preview = manifest.getAsJsonObject("preview");
    assertThat(manifest.has("logo")).isFalse(); // Other sites' pages may not load it.
    assertThat(preview.get("width").getAsInt()).isPositive();
    assertThat(preview.get("height").getAsInt()).isPositive();
    for (String address :
        List.of(
            preview.get("url").getAsString(),
            manifest.getAsJsonObject("view").get("url").getAsString())) {
      assertThat(address).contains("{{id}}").startsWith(server.address().toString());
      URI thing = URI.create(address.replace("{{id}}", encode("official/nilza-tavora")));
      assertThat(send(HttpRequest.newBuilder(thing)).statusCode()).isIn(200, 303);
    }
    for (String kind : List.of("entity", "property", "type")) {
      JsonObject suggest = manifest.getAsJsonObject("suggest").getAsJsonObject(kind);
      String address =
          suggest.get("service_url").getAsString() + suggest.get("service_path").getAsString();
      assertThat(json(send(HttpRequest.newBuilder(URI.create(address + "?prefix=o")))).keySet())
          .containsExactly("result");
    }
  }

  @Test
  void batchIsAnsweredKeyByKeyByGetAndPost() {
    String queries = "{\"q1\":{\"query\":\"Praia\"},\"other key\":{\"query\":\"zzzz\"}}";
    JsonObject posted = json(batch(queries));

    assertThat(posted.keySet()).containsExactly("q1", "other key");
    assertThat(posted.getAsJsonObject("other key").getAsJsonArray("result")).isEmpty();
    assertThat(json(get("/reconcile?queries=" + encode(queries)))).isEqualTo(posted);
    assertThat(json(batch("{}")).keySet()).isEmpty();
    JsonObject praia = objects(posted.getAsJsonObject("q1").getAsJsonArray("result")).get(0);
    assertThat(praia.get("id").getAsString()).isEqualTo("city/cv/praia");
    assertThat(praia.get("name").getAsString()).isEqualTo("Praia");
    assertThat(praia.get("description").getAsString()).isEqualTo("city: Cabo Verde");
    assertThat(praia.get("score").getAsInt()).isEqualTo(100);
    assertThat(praia.get("match").getAsBoolean()).isTrue();
    assertThat(praia.getAsJsonArray("type").toString())
        .isEqualTo("[{\"id\":\"" + CHY + "City\",\"name\":\"City\"}]");
  }

  @Test
  void singleQueryOfOlderClientsIsAnswered() {
    assertThat(ids(objects(json(get("/reconcile?query=Praia")).getAsJsonArray("result"))))
        .startsWith("city/cv/praia");
    assertThat(
            ids(
                objects(
                    json(get("/reconcile?query=" + encode("{\"query\":\"Praia\",\"limit\":1}")))
                        .getAsJsonArray("result"))))
        .containsExactly("city/cv/praia");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nilza Távora",
        "nilza tavora",
        "NILZA  TAVORA.",
        "Tavora, Nilza",
        "official/nilza-tavora",
        "https://w3id.org/chancery/id/official/nilza-tavora"
      })
  void uniqueNameMatches(String name) {
    assertThat(match("'query':'" + name + "'")).isEqualTo("official/nilza-tavora");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tavora | official/nilza-tavora",
        "Minister Tavora | official/nilza-tavora",
        "Tavora Nilza | official/nilza-tavora",
        "Nilza Tavura | official/nilza-tavora",
        "Nilza Maria Tavora | official/nilza-tavora",
        "N. Tavora | official/nilza-tavora",
        "Lena Orr | official/lena-orr",
        "Malta | city/mt/malta",
        "LC | organization/lc",
        "talks | meeting/talks",
        "meeting with Maltese ministers | meeting/visit",
        "Prime Minister | office/prime-minister",
        "Minister of Cabo Verde | office/cv/harbour-minister"
      })
  void whatIsNotSureIsOfferedAndNoMatch(String name, String first) {
    List<JsonObject> candidates = candidates("'query':'" + name + "'");

    assertThat(ids(candidates)).startsWith(first);
    assertThat(candidates).noneMatch(ReconcileTest::isMatch);
  }

  @Test
  void countryMatchesByItsOtherNamesAndAnOfficeThatSaysWhoseItIs() {
    assertThat(match("'query':'Cape Verde'")).isEqualTo("country/cv");
    assertThat(match("'query':'MLT'")).isEqualTo("country/mt");
    assertThat(match("'query':'Harbour Minister of Cabo Verde'"))
        .isEqualTo("office/cv/harbour-minister");
    assertThat(match("'query':'Alder Summit'")).isEqualTo("meeting/alder");
    assertThat(match("'query':'Lagoon Commission'")).isEqualTo("organization/lc");
  }

  @Test
  void scoresAreSortedAndToldByFeatures() {
    List<JsonObject> candidates = candidates("'query':'Nilza Tavura'");

    assertThat(candidates.stream().map(ReconcileTest::score).toList())
        .isSortedAccordingTo((one, other) -> Double.compare(other, one))
        .allMatch(score -> score > 0 && score < 100);
    JsonObject best = candidates.get(0);
    assertThat(feature(best, "name").getAsDouble()).isBetween(0.8, 0.99);
    assertThat(feature(best, "alias").getAsBoolean()).isFalse();
    assertThat(feature(best, "articles").getAsInt()).isEqualTo(1);
    assertThat(feature(candidates("'query':'Lena Orr'").get(0), "namesakes").getAsInt())
        .isEqualTo(1);
    assertThat(score(candidates("'query':'Tavora'").get(0))).isLessThanOrEqualTo(50);
  }

  @Test
  void typeTellsNamesakesApart() {
    assertThat(match("'query':'Malta','type':'" + CHY + "Country'")).isEqualTo("country/mt");
    assertThat(match("'query':'Malta','type':['City']")).isEqualTo("city/mt/malta");
    assertThat(match("'query':'Malta','type':['City','Country']")).isEmpty();
    assertThat(match("'query':'Malta','type':{'id':'chy:City'}")).isEqualTo("city/mt/malta");
  }

  @Test
  void thingsOfOtherTypesComeLastWithHalfTheScoreOrNotAtAll() {
    List<JsonObject> should = candidates("'query':'Malta','type':'City'");

    assertThat(ids(should)).startsWith("city/mt/malta", "country/mt");
    assertThat(score(should.get(0))).isEqualTo(100);
    assertThat(score(should.get(1))).isEqualTo(50);
    assertThat(feature(should.get(1), "type").getAsBoolean()).isFalse();
    assertThat(ids(candidates("'query':'Malta','type':'City','type_strict':'any'")))
        .containsExactly("city/mt/malta");
    assertThat(ids(candidates("'query':'Malta','type':['City','Entity'],'type_strict':'all'")))
        .containsExactly("city/mt/malta");
    assertThat(candidates("'query':'Malta','type':['City','Country'],'type_strict':'all'"))
        .isEmpty();
    assertThat(candidates("'query':'Praia','type':'Official'")).noneMatch(ReconcileTest::isMatch);
    assertThat(candidates("'query':'Lena','type':'City'")).isEmpty();
    assertThat(candidates("'query':'Praia','type':'Q515','type_strict':'any'")).isEmpty();
  }

  @Test
  void articlesAreCandidatesForThoseWhoAskForThem() {
    assertThat(ids(candidates("'query':'Nilza Tavora visits Praia'"))).doesNotContain("article/1");
    assertThat(match("'query':'Nilza Tavora visits Praia','type':'Article'"))
        .isEqualTo("article/1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "holdsOffice | 'Envoy of Malta' | official/lena-orr-2",
        "holdsOffice | {'id':'office/mt/envoy','name':'x'} | official/lena-orr-2",
        "chy:holdsOffice | ['zzz','office/mt/envoy'] | official/lena-orr-2",
        "https://w3id.org/chancery/ontology#holdsOffice | 'harbour minister of cabo verde' | official/lena-orr"
      })
  void conditionTellsNamesakesApart(String pid, String value, String id) {
    assertThat(match("'query':'Lena Orr','properties':[{'pid':'" + pid + "','v':" + value + "}]"))
        .isEqualTo(id);
  }

  @Test
  void conditionThatIsNotMetOrUnknownLeavesNoMatch() {
    String nilza = "'query':'Nilza Tavora','properties':[{'pid':'%s','v':%s}]";

    assertThat(match(nilza.formatted("represents", "'CV'"))).isEqualTo("official/nilza-tavora");
    assertThat(match(nilza.formatted("represents", "'cape verde'")))
        .isEqualTo("official/nilza-tavora");
    assertThat(match(nilza.formatted("represents", "'Malta'"))).isEmpty();
    assertThat(match(nilza.formatted("P17", "'Cabo Verde'"))).isEmpty();
    assertThat(match(nilza.formatted("heldOn", "2031"))).isEmpty();
    JsonObject met = candidates(nilza.formatted("represents", "'Cabo Verde'")).get(0);
    JsonObject unmet = candidates(nilza.formatted("represents", "'Malta'")).get(0);
    assertThat(score(met)).isEqualTo(100);
    assertThat(score(unmet)).isEqualTo(60);
    assertThat(feature(unmet, "property:represents").getAsDouble()).isZero();
    assertThat(
            match(
                "'query':'Zeno <b>Quist</b>','properties':[{'pid':'meetsWith','v':'Nilza Tavora'}]"))
        .isEqualTo("official/zeno-quist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2031-05-04", "2031-05-04T00:00:00Z", "2031-05", "2031"})
  void dayIsAConditionByItsMonthOrYearToo(String day) {
    assertThat(
            match("'query':'Lagoon Charter','properties':[{'pid':'signedOn','v':'" + day + "'}]"))
        .isEqualTo("agreement/charter");
    assertThat(match("'query':'Lagoon Charter','properties':[{'pid':'signedOn','v':'2030'}]"))
        .isEmpty();
  }

  @Test
  void withoutANameConditionsFindThingsAndNothingIsSure() {
    List<JsonObject> held =
        candidates("'type':'Meeting','properties':[{'pid':'heldOn','v':'2031-05-03'}]");
    assertThat(ids(held)).containsExactly("meeting/talks");
    assertThat(held).noneMatch(ReconcileTest::isMatch);
    assertThat(
            ids(
                candidates(
                    "'properties':[{'pid':'holdsOffice','v':'Harbour Minister of Cabo Verde'}]")))
        .containsExactlyInAnyOrder("official/nilza-tavora", "official/lena-orr");
  }

  @Test
  void limitIsKept() {
    assertThat(candidates("'query':'Lena Orr','limit':1")).hasSize(1);
    assertThat(candidates("'query':'Lena Orr','limit':1e9")).hasSizeGreaterThan(1);
  }

  @Test
  void thingsAreSuggestedByBeginningsAndIds() {
    JsonObject answer = json(get("/reconcile/suggest/entity?prefix=niL"));
    JsonObject first = objects(answer.getAsJsonArray("result")).get(0);
    assertThat(first.get("id").getAsString()).isEqualTo("official/nilza-tavora");
    assertThat(first.get("description").getAsString())
        .isEqualTo("official: Harbour Minister of Cabo Verde; in 1 article");
    assertThat(first.getAsJsonArray("notable").toString()).contains(CHY + "Official");
    assertThat(suggested("entity?prefix=official/lena-orr-2")).startsWith("official/lena-orr-2");
    assertThat(suggested("entity?prefix=malta&type=City")).containsExactly("city/mt/malta");
    List<String> all = suggested("entity?prefix=");
    assertThat(all).hasSizeGreaterThan(9);
    assertThat(suggested("entity?prefix=&cursor=3")).isEqualTo(all.subList(3, all.size()));
    assertThat(get("/reconcile/suggest/entity?prefix=%3Cb").body()).doesNotContain("<");
  }

  private List<String> suggested(String path) {
    return ids(objects(json(get("/reconcile/suggest/" + path)).getAsJsonArray("result")));
  }

  @Test
  void typesAndPropertiesAreSuggested() {
    assertThat(suggested("type?prefix=off")).containsExactly(CHY + "Official", CHY + "Office");
    assertThat(suggested("type?prefix=" + encode(CHY + "Ci"))).containsExactly(CHY + "City");
    assertThat(suggested("type?prefix=zz")).isEmpty();
    assertThat(suggested("property?prefix=holdsO")).containsExactly(CHY + "holdsOffice");
    assertThat(suggested("property?prefix=office"))
        .contains(CHY + "holdsOffice", CHY + "officeOf")
        .doesNotContain(CHY + "visits");
    assertThat(suggested("property?prefix=&type=Office")).containsExactly(CHY + "officeOf");
    List<String> all = suggested("property?prefix=");
    assertThat(suggested("property?prefix=&cursor=2")).startsWith(all.get(2));
  }

  @Test
  void previewIsASmallPageForFramesOnThisMachine() {
    HttpResponse<String> answer = get("/reconcile/preview?id=official%2Fnilza-tavora");
    Document page = Jsoup.parse(answer.body());

    assertThat(page.text())
        .contains("Nilza Távora", "Minister Tavora", "Harbour Minister of Cabo Verde");
    assertThat(page.select("a").attr("href")).isEqualTo("/id/official/nilza-tavora");
    assertThat(page.select("script, style, [style], [onclick]")).isEmpty();
    assertThat(answer.headers().firstValue("X-Frame-Options")).isEmpty();
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains(
            "default-src 'none'",
            "frame-ancestors http://localhost:* http://127.0.0.1:*",
            NAMED_ORIGIN)
        .doesNotContain("unsafe", "script-src");
    assertThat(Jsoup.parse(get("/reconcile/preview?id=official/zeno-quist").body()).select("b"))
        .isEmpty();
    assertThat(get("/reconcile/preview?id=official/nobody").statusCode()).isEqualTo(404);
    assertThat(get("/reconcile").headers().firstValue("X-Frame-Options")).contains("DENY");
  }

  @Test
  void viewLeadsToThePage() {
    HttpResponse<String> answer = get("/reconcile/view?id=official%2Fnilza-tavora");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/id/official/nilza-tavora");
    assertThat(get("/reconcile/view?id=" + encode("//evil.example/")).statusCode()).isEqualTo(404);
    assertThat(get("/reconcile/view").statusCode()).isEqualTo(404);
  }

  @Test
  void columnsAreExtendedByWhatTheGraphSays() {
    assertThat(
            ids(
                objects(
                    json(get("/reconcile/properties?type=" + encode(CHY + "Meeting") + "&limit=3"))
                        .getAsJsonArray("properties"))))
        .hasSize(3);
    JsonObject answer =
        json(
            post(
                "extend="
                    + encode(
                        "{\"ids\":[\"meeting/alder\",\"nobody\"],\"properties\":[{\"id\":\"heldOn\"},{\"id\":\""
                            + CHY
                            + "hostedIn\"},{\"id\":\"P1\"}]}"),
                "application/x-www-form-urlencoded"));

    JsonObject row = answer.getAsJsonObject("rows").getAsJsonObject("meeting/alder");
    assertThat(row.get("heldOn").toString()).isEqualTo("[{\"date\":\"2031-05-04T00:00:00Z\"}]");
    assertThat(row.get(CHY + "hostedIn").toString())
        .isEqualTo("[{\"id\":\"city/cv/praia\",\"name\":\"Praia\"}]");
    assertThat(row.get("P1").toString()).isEqualTo("[]");
    assertThat(answer.getAsJsonObject("rows").getAsJsonObject("nobody").get("heldOn").toString())
        .isEqualTo("[]");
    assertThat(answer.getAsJsonArray("meta")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:3333",
        "http://localhost:3333",
        "http://localhost",
        NAMED_ORIGIN
      })
  void pagesOfThisMachineAndNamedOnesMayRead(String origin) {
    for (String path :
        List.of("/reconcile", "/reconcile/suggest/entity?prefix=a", "/reconcile?queries=%7B")) {
      HttpResponse<String> answer = get(path, "Origin", origin);
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
      assertThat(answer.headers().allValues("Vary")).contains("Origin");
      assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    }
    HttpResponse<String> preflight =
        send(
            request(server, "/reconcile")
                .headers("Origin", origin, "Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
        .contains("POST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example:3333",
        "http://localhost:3333@evil.example",
        "https://bench.example.evil.example",
        "http://bench.example"
      })
  void pagesOfOtherSitesMayNot(String origin) {
    for (String path : List.of("/reconcile", "/reconcile/suggest/entity?prefix=a")) {
      HttpResponse<String> answer = get(path, "Origin", origin);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.headers().map().keySet())
          .noneMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("access-control"));
      assertThat(answer.body()).doesNotContain("Nilza", "evil");
    }
    HttpResponse<String> preflight =
        send(
            request(server, "/reconcile")
                .headers("Origin", origin, "Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(preflight.statusCode()).isEqualTo(403);
  }

  @Test
  void noOtherPathIsOpenToOtherOrigins() {
    for (String path :
        List.of("/start/", "/id/official/nilza-tavora.ttl", "/chancery/sparql?query=ASK%7B%7D")) {
      assertThat(
              get(path, "Origin", "http://127.0.0.1:3333")
                  .headers()
                  .firstValue("Access-Control-Allow-Origin"))
          .isEmpty();
    }
  }

  @Test
  void scriptsOfOtherSitesGetNoFunctionCall() {
    HttpResponse<String> answer = get("/reconcile?callback=steal");

    assertThat(answer.body()).startsWith("{").doesNotContain("steal");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\"<script>\"",
        "{} {}",
        "{'q':1}",
        "{'q':{}}",
        "{'q':{'query':''}}",
        "{'q':{'query':[]}}",
        "{'q':{'query':'a','limit':0}}",
        "{'q':{'query':'a','limit':'3'}}",
        "{'q':{'query':'a','type':[1]}}",
        "{'q':{'query':'a','type_strict':'<b>'}}",
        "{'q':{'query':'a','properties':{}}}",
        "{'q':{'query':'a','properties':['<b>']}}",
        "{'q':{'query':'a','properties':[{'pid':'x'}]}}",
        "{'q':{'query':'a','properties':[{'v':'x'}]}}",
        "{'q':{'query':'a','properties':[{'pid':'x','v':[[]]}]}}",
        "{'q':{'query':'a','properties':[{'pid':'x','v':{'name':'y'}}]}}"
      })
  void whatIsNoBatchIsRefusedInALine(String queries) {
    HttpResponse<String> answer = batch(queries.replace('\'', '"'));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    assertThat(answer.body()).matches("[^\n]+\nRequest [-0-9a-f]+\n");
    assertThat(answer.body()).doesNotContain("<", "Exception");
  }

  @Test
  void tooMuchIsRefusedAndOddThingsDoNoHarm() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 51; i++) {
      many.add("\"q%d\":{\"query\":\"Praia\"}".formatted(i));
    }
    assertThat(batch("{" + String.join(",", many) + "}").statusCode()).isEqualTo(413);
    assertThat(batch("[".repeat(50_000)).statusCode()).isEqualTo(400);
    assertThat(batch("{\"q\":{\"query\":" + "[".repeat(50_000)).statusCode()).isEqualTo(400);
    assertThat(candidates("'query':'" + "x".repeat(100_000) + "'")).isEmpty();
    assertThat(candidates("'query':'*:* AND (a~ OR [a TO z])'")).noneMatch(ReconcileTest::isMatch);
    assertThat(candidates("'query':'!?'")).isEmpty();
    assertThat(post("x=" + "y".repeat(1_000_001), "application/x-www-form-urlencoded").statusCode())
        .isEqualTo(413);
    assertThat(post("queries=%zz", "application/x-www-form-urlencoded").statusCode())
        .isEqualTo(400);
    assertThat(post("{}", "application/json").statusCode()).isEqualTo(415);
    assertThat(post("a=b", "application/x-www-form-urlencoded").statusCode()).isEqualTo(400);
    assertThat(post("extend={}", "application/x-www-form-urlencoded").statusCode()).isEqualTo(400);
    assertThat(get("/reconcile/suggest/entity?prefix=a&cursor=-1").statusCode()).isEqualTo(400);
    assertThat(get("/reconcile/suggest/entity?prefix=a&cursor=999999999").statusCode())
        .isEqualTo(200);
    assertThat(get("/reconcile/").statusCode()).isEqualTo(404);
    assertThat(get("/reconcile/suggest/other").statusCode()).isEqualTo(404);
    assertThat(
            send(request(server, "/reconcile").method("PUT", BodyPublishers.ofString("x")))
                .statusCode())
        .isEqualTo(405);
  }

  @Test
  void answersAreOfTheNewestVersion(@TempDir Path folder) throws InterruptedException {
    String name = "/reconcile?query=Praia";
    Store.replace(folder, quads(GRAPH));
    try (Server following = Server.start(Store.open(folder), 0, CannedQueries.of(Map.of()))) {
      await(following, name, "city/cv/praia");
      Store.replace(folder, quads(GRAPH.replace("city/cv/praia", "city/cv/praia-2")));
      await(following, name, "city/cv/praia-2");
      assertThat(send(request(following, name).GET()).headers().firstValue("Chancery-Version"))
          .contains("data-2");
    }
  }

  @Test
  void ourOwnClientFindsEachThingAgain() {
    List<Thing> things =
        store.read(
            dataset ->
                Things.of(
                    dataset.getUnionGraph(),
                    List.of(EntityType.OFFICIAL, EntityType.AGREEMENT),
                    id -> Optional.empty()));
    Linker linker = Linker.load();
    List<Mapping> found;
    try (Target target =
        linker.reconciliation(server.address().resolve("/reconcile"), Optional.empty())) {
      found = linker.link(things, target, MappingSet.EMPTY);
    }

    assertThat(found)
        .extracting(Mapping::subjectId, Mapping::objectId)
        .contains(
            tuple(ID + "official/nilza-tavora", ID + "official/nilza-tavora"),
            tuple(ID + "agreement/charter", ID + "agreement/charter"));
    assertThat(found).noneMatch(Mapping::isLink);
  }
}
