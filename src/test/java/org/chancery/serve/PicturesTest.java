package org.chancery.serve;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
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
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start before any test.
class PicturesTest {
  private static final String PREFIXES =
      """
      PREFIX chy: <https://w3id.org/chancery/ontology#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      BASE <https://w3id.org/chancery/id/>
      """;

  private static final String GRAPH =
      PREFIXES
          + """
          <article/1> {
            <article/1> a chy:Article ; chy:publishedOn "2031-05-04"^^xsd:date .
            <official/mira-lund> a chy:Official ; rdfs:label "Mira <b>Lund</b>" ;
              chy:meetsWith <official/tom-oran> ; chy:attends <meeting/lagoon> ;
              chy:represents <country/is> ; chy:visits <city/is/reykjavik> .
            <official/tom-oran> a chy:Official ; rdfs:label "Tom Oran" .
            <country/is> a chy:Country ; rdfs:label "Iceland" ; chy:countryCode "IS" .
            <city/is/reykjavik> a chy:City ; rdfs:label "Reykjavík" ; chy:geonamesId "3413829" ;
              chy:partOf <country/is> .
            <meeting/lagoon> a chy:Meeting ; rdfs:label "Lagoon Conference" ;
              chy:heldOn "2031-05-01"^^xsd:date ; chy:endedOn "2031-05-03"^^xsd:date ;
              chy:hostedIn <city/is/reykjavik> .
            <tenure/1> a chy:Tenure ; chy:tenureOf <official/mira-lund> ;
              chy:tenureIn <office/is/envoy> ; chy:acting true ;
              chy:asOf "2031-05-04"^^xsd:date .
            <office/is/envoy> a chy:Office ; rdfs:label "Envoy of Iceland" .
            <claim/1> rdf:subject <country/is> ; rdf:predicate chy:signs ;
              rdf:object <agreement/fish> ; chy:status chy:Planned .
            <agreement/fish> a chy:Agreement ; rdfs:label "\\"><script>alert(1)</script>" .
            <claim/2> rdf:subject <official/tom-oran> ; rdf:predicate chy:attends ;
              rdf:object <meeting/lagoon> ; chy:status chy:Denied .
          }
          <article/2> {
            <article/2> a chy:Article ; chy:publishedOn "2031-06-01"^^xsd:date .
            <official/mira-lund> a chy:Official ; rdfs:label "Mira <b>Lund</b>" ;
              chy:meetsWith <official/tom-oran> ; chy:visits <country/mt> .
            <country/mt> a chy:Country ; rdfs:label "Malta" ; chy:countryCode "MT" .
            <javascript:alert(1)> rdfs:label "Nowhere" ; chy:attends <meeting/lagoon> .
            <meeting/next> a chy:Meeting ; rdfs:label "Next Conference" .
            <claim/3> rdf:subject <meeting/next> ; rdf:predicate chy:heldOn ;
              rdf:object "2031-09-01"^^xsd:date ; chy:status chy:Planned .
            <claim/4> rdf:subject <official/mira-lund> ; rdf:predicate chy:meetsWith ;
              rdf:object <official/tom-oran> ; chy:status chy:Planned .
            <tenure/1> a chy:Tenure ; chy:tenureOf <official/mira-lund> ;
              chy:tenureIn <office/is/envoy> ; chy:acting true ;
              chy:asOf "2031-06-01"^^xsd:date .
          }
          """;

  /** More than a picture can hold, told without any day. */
  private static final String CROWD =
      IntStream.range(0, 300)
          .mapToObj(n -> "<official/o%d> chy:attends <meeting/crowd> .".formatted(n))
          .collect(Collectors.joining("\n", PREFIXES + "<article/3> {\n", "\n}\n"));

  private final HttpClient http = HttpClient.newHttpClient();
  private Server small;
  private Server crowded;
  private Server empty;

  @BeforeAll
  void start(@TempDir Path folder) {
    small = serve(folder.resolve("small"), GRAPH);
    crowded = serve(folder.resolve("crowded"), GRAPH + CROWD.substring(PREFIXES.length()));
    empty = serve(folder.resolve("empty"), "<urn:x:g> { <urn:x:s> <urn:x:p> <urn:x:o> }");
  }

  private static Server serve(Path folder, String trig) {
    Store.replace(
        folder, Iter.asStream(RDFParser.fromString(trig, Lang.TRIG).toDatasetGraph().find()));
    return Server.start(Store.open(folder), 0, ServedStore.QUERIES);
  }

  @AfterAll
  void stop() {
    Stream.of(small, crowded, empty).forEach(Server::close);
  }

  private HttpResponse<String> get(Server server, String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.address().resolve("/") + path.substring(1)))
              .timeout(Duration.ofSeconds(60))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }

  private JsonObject json(Server server, String path) {
    HttpResponse<String> response = get(server, path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    return JsonParser.parseString(response.body()).getAsJsonObject();
  }

  private Document page(Server server, String path) {
    HttpResponse<String> response = get(server, path);
    assertThat(response.statusCode()).isEqualTo(200);
    return Jsoup.parse(response.body());
  }

  private static Stream<JsonObject> all(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
  }

  private static String name(JsonElement node) {
    return node.getAsJsonObject().getAsJsonObject("thing").get("name").getAsString();
  }

  /** Who, relation, whom, status. */
  private List<String> links(String query) {
    JsonObject view = json(small, "/start/network.json" + query);
    JsonArray nodes = view.getAsJsonArray("nodes");
    return all(view.getAsJsonArray("edges"))
        .map(
            edge ->
                "%s %s %s, %s"
                    .formatted(
                        name(nodes.get(edge.get("from").getAsInt())),
                        edge.get("label").getAsString(),
                        name(nodes.get(edge.get("to").getAsInt())),
                        edge.get("status").getAsString()))
        .toList();
  }

  @Test
  void networkShowsWhatIsAssertedUnlessMoreIsAskedFor() {
    assertThat(links(""))
        .containsExactly(
            "Mira <b>Lund</b> meets with Tom Oran, asserted",
            "Mira <b>Lund</b> attends Lagoon Conference, asserted",
            "Nowhere attends Lagoon Conference, asserted");
    assertThat(links("?status=planned&status=denied"))
        .as("a planned meeting that came to pass is not planned any more")
        .containsExactlyInAnyOrder(
            "Iceland signs \"><script>alert(1)</script>, planned",
            "Tom Oran attends Lagoon Conference, denied");
    assertThat(links("?relation=represents"))
        .containsExactly("Mira <b>Lund</b> represents Iceland, asserted");
  }

  @Test
  void networkGoesByTheDaysOfEventsAndElseOfArticles() {
    assertThat(links("?from=2031-05-10"))
        .containsExactly("Mira <b>Lund</b> meets with Tom Oran, asserted");
    assertThat(links("?to=2031-05-02"))
        .containsExactly(
            "Mira <b>Lund</b> attends Lagoon Conference, asserted",
            "Nowhere attends Lagoon Conference, asserted");
    assertThat(json(crowded, "/start/network.json?from=2031-01-01").get("undated").getAsInt())
        .isEqualTo(300);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "country/is",
        "/id/country/is",
        "Iceland",
        "https://w3id.org/chancery/id/country/is"
      })
  void aboutTakesAnAddressOrAName(String about) {
    String query = "?about=" + URLEncoder.encode(about, StandardCharsets.UTF_8);

    assertThat(links(query)).containsExactly("Mira <b>Lund</b> represents Iceland, asserted");
    assertThat(page(small, "/start/network" + query).select("h1").text())
        .isEqualTo("Iceland: network");
  }

  @Test
  void largeNetworksAreLimitedAndSaySo() {
    JsonObject view = json(crowded, "/start/network.json");

    assertThat(view.getAsJsonArray("nodes")).hasSize(150);
    assertThat(view.getAsJsonArray("edges").size()).isLessThanOrEqualTo(400);
    assertThat(view.get("things").getAsInt()).isEqualTo(305);
    assertThat(page(crowded, "/start/network").select("#shown").text())
        .startsWith("150 of 305 things");
    assertThat(get(crowded, "/start/network.json").body())
        .as("always the same")
        .isEqualTo(get(crowded, "/start/network.json").body());
  }

  @Test
  void timelineTellsPlannedFromAssertedAndAttestedFromHeld() {
    JsonObject view = json(small, "/start/timeline.json");

    assertThat(
            all(view.getAsJsonArray("items"))
                .map(
                    item ->
                        Stream.of("kind", "first", "last", "status", "note")
                            .map(field -> item.get(field).getAsString())
                            .collect(Collectors.joining(" "))
                            .strip()))
        .containsExactly(
            "meeting 2031-05-01 2031-05-03 asserted",
            "tenure 2031-05-04 2031-06-01 asserted acting",
            "meeting 2031-09-01 2031-09-01 planned");
    assertThat(page(small, "/start/timeline").select("tbody tr:nth-child(2) td.when").text())
        .isEqualTo("attested 2031-05-04 to 2031-06-01");
    assertThat(page(small, "/start/timeline").select("tbody tr:nth-child(3) .status.planned"))
        .hasSize(1);
  }

  @Test
  void timelineIsNarrowedByKindDayStatusAndThing() {
    assertThat(items("?kind=meeting&status=asserted")).containsExactly("Lagoon Conference");
    assertThat(items("?from=2031-07-01")).containsExactly("Next Conference");
    assertThat(items("?about=country/is"))
        .as("its envoys and their meetings belong to a country")
        .containsExactly("Lagoon Conference");
    assertThat(items("?about=official/mira-lund"))
        .containsExactly("Lagoon Conference", "Mira <b>Lund</b>");
    assertThat(items("?about=official/tom-oran")).isEmpty();
  }

  private List<String> items(String query) {
    return all(json(small, "/start/timeline.json" + query).getAsJsonArray("items"))
        .map(PicturesTest::name)
        .toList();
  }

  @Test
  void mapPutsEventsWhereTheirPlacesLie() {
    List<JsonObject> places = all(json(small, "/start/map.json").getAsJsonArray("places")).toList();

    assertThat(places).hasSize(2);
    JsonObject reykjavik = places.get(0);
    assertThat(reykjavik.get("count").getAsInt()).isEqualTo(2);
    assertThat(reykjavik.get("latitude").getAsDouble()).isBetween(64.0, 64.3);
    assertThat(reykjavik.get("longitude").getAsDouble()).isBetween(-22.1, -21.8);
    assertThat(
            all(reykjavik.getAsJsonArray("events")).map(event -> event.get("when").getAsString()))
        .containsExactly("2031-05-04", "2031-05-01 to 2031-05-03");
    assertThat(places.get(1).getAsJsonObject("place").get("name").getAsString()).isEqualTo("Malta");
    assertThat(json(small, "/start/map.json?kind=meeting").get("events").getAsInt()).isEqualTo(1);
    assertThat(json(small, "/start/map.json?about=country/mt").get("events").getAsInt())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"network", "timeline", "map"})
  void labelsAreTextAndForeignAddressesNoLinks(String picture) {
    String query = "?status=asserted&status=planned&status=denied&from=&to=";
    String about =
        "&about=" + URLEncoder.encode("\"><script>alert(2)</script>", StandardCharsets.UTF_8);
    Document page = page(small, "/start/" + picture + query + about);

    assertThat(page.select("main script, b, [style], [onclick]")).isEmpty();
    assertThat(page.select("a[href^=javascript]")).isEmpty();
    assertThat(page.select(".problems").text()).contains("Nothing is called exactly");
    assertThat(page.select("main a").eachAttr("href"))
        .allMatch(
            href -> href.startsWith("/id/") || href.startsWith("/start/") || href.equals("#table"));
    String json = get(small, "/start/" + picture + ".json" + query).body();
    assertThat(json).doesNotContain("<", "javascript:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"network", "timeline", "map"})
  void whatIsNotUnderstoodIsSaidAndPassedOver(String picture) {
    Document page =
        page(small, "/start/" + picture + "?from=2031-02-30&to=soon&status=true&relation=x&kind=x");

    assertThat(page.select(".problems li").text())
        .contains("2031-02-30", "“soon” is not a day", "There is no status “true”");
    assertThat(page.select("tbody tr")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"network", "timeline", "map"})
  void emptyPicturesSayWhatToDo(String picture) {
    assertThat(page(empty, "/start/" + picture).select(".empty").text()).contains("Reset", "build");
    assertThat(page(empty, "/start/" + picture).select("table")).isEmpty();
    assertThat(page(small, "/start/" + picture + "?from=2040-01-01").select(".empty")).hasSize(1);
  }
}
