package org.chancery.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.federation.Neighbour.send;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a query reaches, and what comes of services that answer badly. */
@SuppressWarnings("NullAway.Init") // JUnit calls start before any test.
class ServicesTest {
  private static final Limits QUICK =
      new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), 64 << 10, 50, 50, 10, 2);

  private Neighbour neighbour;

  @BeforeEach
  void start() throws IOException {
    neighbour = new Neighbour();
  }

  @AfterEach
  void stop() {
    neighbour.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SERVICE <%s> { ?s ?p ?o }",
        "VALUES ?e { <%s> } SERVICE ?e { ?s ?p ?o }",
        "BIND(IRI('%s') AS ?e) SERVICE ?e { ?s ?p ?o }",
        "{ SELECT * { SERVICE <%s> { ?s ?p ?o } } }",
        "{ SELECT (COUNT(*) AS ?n) { { SERVICE <%s> { ?s ?p ?o } } UNION { } } }",
        "VALUES ?x { 1 } OPTIONAL { SERVICE <%s> { ?s ?p ?o } }",
        "VALUES ?x { 1 } MINUS { SERVICE <%s> { ?x ?p ?o } }",
      })
  void nobodyIsAskedWhoIsNotAllowed(String pattern) {
    for (String address :
        List.of(
            neighbour.address("/sparql").toString(), "file:///etc/passwd", "java:x.Y", "urn:x")) {
      String query = "SELECT * { %s }".formatted(pattern.formatted(address));
      for (Federation federation : List.of(Federation.NONE, allowed("/other"))) {
        assertThatThrownBy(() -> rows(query, federation))
            .as(query)
            .isInstanceOf(QueryDeniedException.class)
            .hasMessageStartingWith("SERVICE <" + address + "> is off");
        assertThat(rows(query.replace("SERVICE", "SERVICE SILENT"), federation)).isNotNull();
      }
    }
    assertThat(neighbour.requests()).isEmpty();
  }

  @Test
  void jenaItselfAsksNobody() {
    try (QueryExec execution =
        QueryExec.dataset(DatasetGraphFactory.empty())
            .query("SELECT * { SERVICE <%s> { ?s ?p ?o } }".formatted(neighbour.address("/sparql")))
            .set(ARQ.httpServiceAllowed, Federation.NONE.settings().get(ARQ.httpServiceAllowed))
            .build()) {
      assertThatThrownBy(() -> execution.select().hasNext())
          .isInstanceOf(QueryDeniedException.class);
    }
    assertThat(neighbour.requests()).isEmpty();
  }

  @Test
  void allowedIsTheAddressAndNoOther() {
    String port = String.valueOf(neighbour.address("/").getPort());
    Federation federation = allowed("/sparql");
    for (String same :
        List.of(
            "http://localhost:%s/sparql",
            "HTTP://LOCALHOST:%s/sparql", "http://localhost:%s/x/../sparql")) {
      assertThat(federation.allows(same.formatted(port))).as(same).isTrue();
    }
    for (String other :
        List.of(
            "http://localhost:%s/sparql/",
            "http://localhost:%s/Sparql",
            "http://localhost:%s/sparql?query=x",
            "http://localhost:%s/sparql?",
            "http://localhost:%s/sparql#x",
            "http://localhost:%s/sparql;x",
            "http://localhost:%s/%%73parql",
            "http://localhost:%s/sparql%%2F..",
            "http://me@localhost:%s/sparql",
            "http://localhost:%s@example.org/sparql",
            "http://localhost.:%s/sparql",
            "http://127.0.0.1:%s/sparql",
            "https://localhost:%s/sparql",
            "http://localhost/sparql",
            "http:localhost:%s/sparql",
            "//localhost:%s/sparql",
            "http://localhost:%s\\sparql",
            "http://localhost:%s/../../sparql/x")) {
      assertThat(federation.allows(other.formatted(port))).as(other).isFalse();
    }
    assertThat(Federation.of(List.of("https://example.org:443")).allows("https://EXAMPLE.org/"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.org/sparql",
        "file:///etc/passwd",
        "example.org/sparql",
        "https:///sparql",
        "https://example.org/sparql?x=y",
        "https://example.org/sparql#x",
        "https://example.org:99999/sparql",
        "https://exa mple.org/",
        "https://example.org/sparql=http://",
        "",
      })
  void whatIsNoAddressIsRefused(String option) {
    assertThatThrownBy(() -> Federation.of(List.of(option)))
        .isInstanceOfSatisfying(
            UserException.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageStartingWith("--allow-service ")
        .hasMessageContaining("pass an address that starts with http:// or https://");
  }

  @Test
  void passwordsAreRefusedAndNotRepeated() {
    for (String option :
        List.of(
            "https://me:secret@example.org/sparql",
            "https://example.org/=https://secret@example.org/")) {
      assertThatThrownBy(() -> Federation.of(List.of(option)))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("holds a user name or password")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void plainHttpToOtherMachinesIsWarnedOf() {
    assertThat(Federation.of(List.of("http://example.org/sparql")).warnings())
        .singleElement()
        .asString()
        .startsWith("http://example.org/sparql is asked without encryption");
    assertThat(
            Federation.of(List.of("https://example.org/sparql", "http://localhost:3030/x"))
                .warnings())
        .isEmpty();
  }

  @Test
  void twoMirrorsOfOneServiceAreAMistake() {
    assertThatThrownBy(
            () -> Federation.of(List.of("https://a.org/=http://b.org/", "https://a.org/")))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "--allow-service: https://a.org/ is to be asked at http://b.org/ and at https://a.org/. Leave one of them out.");
  }

  @Test
  void aServiceLearnsWhoAsksAndWhatIsWanted() {
    assertThat(rows(question(""), allowed("/sparql"))).isEmpty();
    assertThat(neighbour.requests())
        .containsExactly(
            "POST /sparql Chancery/0.1 (https://w3id.org/chancery; joins a knowledge graph) application/sparql-results+json");
  }

  @Test
  void aMirrorIsAskedInPlaceOfTheService() {
    Federation federation =
        Federation.of(
            List.of("https://query.wikidata.org/sparql=" + neighbour.address("/mirror")), QUICK);
    assertThat(
            rows(
                "SELECT * { SERVICE <https://query.wikidata.org/sparql> { ?s ?p ?o } }",
                federation))
        .isEmpty();
    assertThat(neighbour.requests()).singleElement().asString().startsWith("POST /mirror ");
    assertThat(federation.allows(neighbour.address("/mirror").toString())).isFalse();
    assertThat(federation.services())
        .containsExactly(
            "https://query.wikidata.org/sparql (at %s)".formatted(neighbour.address("/mirror")));
  }

  @Test
  void redirectsLeadOnlyToWhatIsAllowed() {
    neighbour.behave(
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/sparql")) {
            exchange.getResponseHeaders().set("Location", "/new");
            send(exchange, 308, "");
          } else {
            send(exchange, 200, Neighbour.NO_ROWS);
          }
        });
    assertThat(rows(question(""), allowed("/sparql", "/new"))).isEmpty();
    assertThat(neighbour.requests()).hasSize(2);
    neighbour.requests().clear();
    for (String target :
        List.of(
            "/new",
            "/sparql2",
            neighbour.address("/sparql") + "?x",
            "http://169.254.169.254/latest/meta-data",
            "http://10.0.0.1/",
            "file:///etc/passwd",
            "http://[")) {
      neighbour.behave(
          exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            send(exchange, 302, "");
          });
      assertFails("redirects to " + target + ", which is not followed");
    }
    assertThat(neighbour.requests()).hasSize(7);
    neighbour.requests().clear();
    neighbour.behave(
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/sparql");
          send(exchange, 307, "");
        });
    assertFails("redirects to /sparql, which is not followed");
    assertThat(neighbour.requests()).as("in a circle").hasSize(4);
  }

  @Test
  void whatAServiceDoesWrongIsOneLine() {
    neighbour.behave(
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "120");
          send(exchange, 429, "slow down");
        });
    assertFails("answers 429: it is busy for 120 seconds. Try again later.");
    neighbour.behave(exchange -> send(exchange, 500, "java.lang.Exception\n\tat x.Y"));
    assertFails("answers 500. Is that what its address and its SPARQL are?");
    neighbour.behave(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, -1);
        });
    assertFails("answers with text/html, not with application/sparql-results+json");
    neighbour.behave(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/ld+json");
          byte[] body =
              "{\"@context\":\"%s\"}"
                  .formatted(neighbour.address("/context"))
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
        });
    assertFails("answers with application/ld+json, not with");
    neighbour.behave(exchange -> exchange.close());
    assertFails("does not answer (");
    neighbour.behave(exchange -> send(exchange, 200, "x".repeat(100_000)));
    assertFails("answers with more than 65,536 bytes");
    neighbour.behave(exchange -> send(exchange, 200, body("{}", 50)));
    assertFails("answers with 50 rows or more, which may not be all");
    neighbour.behave(
        exchange -> {
          exchange.getResponseHeaders().add("X-SPARQL-MaxRows", "3");
          send(exchange, 200, body("{}", 3));
        });
    assertFails("answers with 3 rows or more, which may not be all");
    assertThat(neighbour.requests()).noneMatch(request -> request.contains("/context"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "<html>",
        "{\"boolean\":true}",
        "{\"results\":[]}",
        "{\"results\":{\"bindings\":{}}}",
        "{\"results\":{\"bindings\":[1]}}",
        "{\"results\":{\"bindings\":[{\"s\":1}]}}",
        "{\"results\":{\"bindings\":[{\"s\":{\"type\":\"uri\"}}]}}",
        "{\"results\":{\"bindings\":[{\"s\":{\"value\":{},\"type\":\"uri\"}}]}}",
        "{\"results\":{\"bindings\":[{\"s\":{\"value\":\"x\",\"type\":\"triple\"}}]}}",
        "{\"results\":{\"bindings\":[",
      })
  void malformedAnswersAreNoBugOfOurs(String body) {
    neighbour.behave(exchange -> send(exchange, 200, body));
    assertFails("answers with ");
  }

  @Test
  void deepNestingEndsWell() {
    neighbour.behave(exchange -> send(exchange, 200, "[".repeat(60_000)));
    assertFails("answers with what is no SPARQL result in JSON");
  }

  @Test
  void rowsThatWereNotAskedForAreNotTaken() {
    for (String number : List.of("7", "-1", "x", "99999999999")) {
      neighbour.behave(
          exchange ->
              send(
                  exchange,
                  200,
                  body("{\"row\":{\"type\":\"literal\",\"value\":\"%s\"}}".formatted(number), 1)));
      assertThatThrownBy(
              () ->
                  rows(
                      "SELECT * { VALUES ?s { 1 2 } %s }".formatted(pattern("")),
                      allowed("/sparql")))
          .isInstanceOf(ServiceFailure.class)
          .hasMessageContaining("rows that it was not asked about");
    }
    neighbour.behave(
        exchange ->
            send(
                exchange,
                200,
                body(
                    "{\"row\":{\"type\":\"literal\",\"value\":\"1\"},\"s\":{\"type\":\"literal\",\"value\":\"3\"},\"x\":{\"type\":\"literal\",\"value\":\"4\"},\"o\":{\"type\":\"uri\",\"value\":\"http://a/> <b\"}}",
                    1)));
    assertThat(rows("SELECT * { VALUES ?s { 1 2 } %s }".formatted(pattern("")), allowed("/sparql")))
        .singleElement()
        .asString()
        .contains("?s = 2", "http://a/%3E%20%3Cb")
        .doesNotContain("?x");
  }

  @Test
  void silentServicesThatFailLeaveRowsAsTheyAre() {
    neighbour.behave(exchange -> send(exchange, 500, ""));
    assertThat(
            rows(
                "SELECT * { VALUES ?s { 1 2 } %s }".formatted(pattern(" SILENT")),
                allowed("/sparql")))
        .hasSize(2);
    assertThat(rows(question(" SILENT"), allowed("/sparql"))).hasSize(1);
  }

  @Test
  void aSlowServiceIsNotWaitedFor() {
    neighbour.behave(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 100; i++) { // Something comes all the time, and never enough.
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            TimeUnit.MILLISECONDS.sleep(50);
          }
        });
    Limits hasty =
        new Limits(Duration.ofSeconds(5), Duration.ofMillis(400), 64 << 10, 50, 50, 10, 2);
    Federation federation = Federation.of(List.of(neighbour.address("/sparql").toString()), hasty);
    assertThatThrownBy(() -> rows(question(""), federation))
        .isInstanceOf(ServiceFailure.class)
        .hasMessageContaining("does not answer (no whole answer in 400 ms)");
  }

  @Test
  void aQueryOutOfTimeLetsGoOfItsService() {
    neighbour.behave(exchange -> TimeUnit.SECONDS.sleep(60));
    Federation patient =
        Federation.of(List.of(neighbour.address("/sparql").toString()), Limits.STANDARD);
    assertThat(rows("SELECT * {}", patient)).as("what takes time once").hasSize(1);
    long start = System.nanoTime();
    for (String silent : List.of("", " SILENT")) {
      assertThatThrownBy(() -> rows(question(silent), patient, "300"))
          .isInstanceOf(QueryCancelledException.class);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void fewRequestsAreUnderWayAtOnce() throws InterruptedException {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    neighbour.behave(
        exchange -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          TimeUnit.MILLISECONDS.sleep(60);
          running.decrementAndGet();
          send(exchange, 200, Neighbour.NO_ROWS);
        });
    Federation federation = allowed("/sparql");
    List<Thread> threads =
        IntStream.range(0, 6)
            .mapToObj(n -> new Thread(() -> rows(question(""), federation)))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(neighbour.requests()).hasSize(6);
    assertThat(most).hasValue(2);
  }

  @Test
  void tooManyRowsAreNotJoined() {
    String values =
        IntStream.range(0, 51).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    assertThatThrownBy(
            () ->
                rows(
                    "SELECT * { VALUES ?s { %s } %s }".formatted(values, pattern("")),
                    allowed("/sparql")))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "More than 50 rows would be joined with a SERVICE. Narrow what stands before it.");
    assertThat(neighbour.requests()).isEmpty();
  }

  private void assertFails(String message) {
    assertThatThrownBy(() -> rows(question(""), allowed("/sparql")))
        .isInstanceOfSatisfying(
            ServiceFailure.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.UNAVAILABLE))
        .hasMessageStartingWith("SERVICE <%s> ".formatted(neighbour.address("/sparql")))
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  private static String body(String row, int times) {
    return "{\"head\":{\"vars\":[]},\"results\":{\"bindings\":[%s]}}"
        .formatted(String.join(",", Collections.nCopies(times, row)));
  }

  private String question(String silent) {
    return "SELECT * { %s }".formatted(pattern(silent));
  }

  private String pattern(String silent) {
    return "SERVICE%s <%s> { ?s ?p ?o }".formatted(silent, neighbour.address("/sparql"));
  }

  private Federation allowed(String... paths) {
    return Federation.of(
        Stream.of(paths).map(path -> neighbour.address(path).toString()).toList(), QUICK);
  }

  private static List<Binding> rows(String query, Federation federation) {
    return rows(query, federation, "20000");
  }

  private static List<Binding> rows(String query, Federation federation, String timeout) {
    federation.requireAllowed(QueryFactory.create(query));
    QueryExecBuilder builder = QueryExec.dataset(DatasetGraphFactory.empty()).query(query);
    federation.settings().forEach(builder::set);
    builder.set(ARQ.queryTimeout, timeout);
    try (QueryExec execution = builder.build()) {
      return execution.select().stream().toList();
    }
  }
}
