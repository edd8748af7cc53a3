package org.chancery.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chancery.Fixture;
import org.chancery.Neighbourhood;
import org.chancery.federation.Federation;
import org.chancery.federation.Neighbour;
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

/** A server that may ask Wikidata's stand-in and a bad neighbour, and one that may ask nobody. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start before any test.
class FederationTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private Neighbourhood neighbours;
  private Neighbour bad;
  private Server open;
  private Server shut;

  @BeforeAll
  void start(@TempDir Path one, @TempDir Path other) throws IOException {
    neighbours = new Neighbourhood();
    bad = new Neighbour();
    for (Path folder : List.of(one, other)) {
      Store.replace(
          folder, Fixture.read(Fixture.dataset(), data -> data.stream().toList()).stream());
    }
    Federation federation =
        Federation.of(List.of(neighbours.options().get(0), bad.address("/sparql").toString()));
    open =
        Server.start(
            Store.open(one), ServerSettings.onPort(0).allowing(federation), CannedQueries.load());
    shut = Server.start(Store.open(other), 0, CannedQueries.load());
  }

  @AfterAll
  void stop() {
    open.close();
    shut.close();
    bad.close();
    neighbours.close();
  }

  @Test
  void aQuestionIsAskedWhenItIsSentAndAllowed() {
    neighbours.requests().clear();
    Document waiting = page(open, "/start/query/countries-in-wikidata");
    assertThat(waiting.select("#asks").text())
        .isEqualTo(
            "This asks https://query.wikidata.org/sparql, which learns what it is asked about.");
    assertThat(waiting.select("#answer").text()).isEqualTo("Nothing is sent before you ask.");
    assertThat(neighbours.requests()).isEmpty();
    assertThat(page(open, "/start/query/countries-in-wikidata?country=").select("#rows").text())
        .contains("Valdoria", "Port Alder");
    assertThat(get(open, "/start/query/countries-in-wikidata.csv?country=").body())
        .contains("Port Alder");
    assertThat(neighbours.requests()).hasSize(2);
  }

  @Test
  void aQuestionThatIsNotAllowedSaysWhatItNeeds() {
    neighbours.requests().clear();
    for (Server server : List.of(open, shut)) {
      Document page = page(server, "/start/query/countries-in-dbpedia?country=");
      assertThat(page.select("#asks").text())
          .isEqualTo(
              "This asks https://dbpedia.org/sparql. That is off on this server: it needs --allow-service https://dbpedia.org/sparql where it is started.");
      assertThat(page.select("#answer").text()).isEqualTo("This was not asked.");
      assertThat(get(server, "/start/query/countries-in-dbpedia.csv?country=").statusCode())
          .isEqualTo(403);
    }
    assertThat(page(shut, "/start/").select("#questions").text()).contains("asks dbpedia.org");
    assertThat(get(shut, "/.well-known/sparql-examples").body())
        .contains("spex:federatesWith", "<https://dbpedia.org/sparql>");
    assertThat(neighbours.requests()).isEmpty();
  }

  @Test
  void programsGetOneLineAndAStatus() {
    bad.requests().clear();
    HttpResponse<String> refused = query(shut, "SELECT * { " + service("", bad) + " }", "");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body().lines().findFirst())
        .contains(
            "SERVICE <%1$s> is off: it needs --allow-service %1$s where Chancery is started"
                .formatted(bad.address("/sparql")));
    assertThat(query(shut, "SELECT * { " + service(" SILENT", bad) + " }", "").statusCode())
        .isEqualTo(200);
    assertThat(bad.requests()).isEmpty();

    bad.behave(exchange -> Neighbour.send(exchange, 500, "boom"));
    HttpResponse<String> failed = query(open, "SELECT * { " + service("", bad) + " }", "");
    assertThat(failed.statusCode()).isEqualTo(502);
    assertThat(failed.body().lines().findFirst())
        .contains(
            "SERVICE <%s> answers 500. Is that what its address and its SPARQL are?"
                .formatted(bad.address("/sparql")));
    for (String form :
        List.of("ASK { %s }", "CONSTRUCT { ?s ?p ?o } WHERE { %s }", "DESCRIBE ?s { %s }")) {
      assertThat(query(open, form.formatted(service("", bad)), "").statusCode())
          .as(form)
          .isEqualTo(502);
    }
    HttpResponse<String> silent = query(open, "SELECT * { " + service(" SILENT", bad) + " }", "");
    assertThat(silent.statusCode()).isEqualTo(200);
  }

  @Test
  void aServiceThatHangsHoldsAQueryNoLongerThanItsTime() {
    bad.behave(exchange -> TimeUnit.SECONDS.sleep(60));
    long start = System.nanoTime();
    HttpResponse<String> late = query(open, "SELECT * { " + service("", bad) + " }", "");
    assertThat(late.statusCode()).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  private static String service(String silent, Neighbour neighbour) {
    return "SERVICE%s <%s> { ?s ?p ?o }".formatted(silent, neighbour.address("/sparql"));
  }

  private HttpResponse<String> query(Server server, String query, String parameters) {
    return send(
        HttpRequest.newBuilder(server.address().resolve("chancery/sparql" + parameters))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))));
  }

  private Document page(Server server, String path) {
    return Jsoup.parse(get(server, path).body());
  }

  private HttpResponse<String> get(Server server, String path) {
    return send(HttpRequest.newBuilder(URI.create(server.address() + path.substring(1))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }
}
