package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.chancery.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged server with little memory, whose time limit is too long to save it. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start before any test.
class GreedyQueriesIT {
  private static final String PRODUCT = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i";
  private static final int MASS = 2000;

  private PackagedServer server;
  private Attacker attacker;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    Store.replace(
        folder,
        IntStream.range(0, MASS)
            .mapToObj(
                n ->
                    new Quad(
                        NodeFactory.createURI("urn:g"),
                        NodeFactory.createURI("urn:s" + n),
                        NodeFactory.createURI("urn:p"),
                        NodeFactory.createLiteralString("n" + n))));
    server =
        new PackagedServer(
            List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError"),
            List.of("serve", "--store", folder.toString(), "--port", "0", "--timeout", "120"));
    attacker = new Attacker(server.address());
    attacker.warmUp();
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @AfterEach
  void goesOnAndAnswersRight() throws IOException {
    assertThat(attacker.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").body())
        .contains(String.valueOf(MASS));
    assertThat(server.isAlive()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT DISTINCT ?c ?f ?i { " + PRODUCT + " } ORDER BY ?c",
        "SELECT * { " + PRODUCT + " } ORDER BY DESC(?c)",
        "SELECT ?x (SAMPLE(?i) AS ?y) { " + PRODUCT + " } GROUP BY (CONCAT(?c, ?f, ?i) AS ?x)",
        "SELECT (COUNT(DISTINCT CONCAT(?c, ?f, ?i)) AS ?n) { " + PRODUCT + " }",
      })
  void queryThatTakesAllMemoryIsEnded(String query) throws IOException {
    HttpResponse<String> response = attacker.query(query);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
    assertThat(response.body()).contains("more memory than the server has");
  }

  @Test
  void queryEndsWhenItsClientGoes() throws Exception {
    try (Socket socket = attacker.connect()) {
      ask(socket, "SELECT (COUNT(*) AS ?n) { " + PRODUCT + " FILTER(?c != ?i) }");
      awaitRunning(1);
    }
    awaitRunning(0);
  }

  @Test
  void queryEndsWhenItsAnswerIsNotRead() throws Exception {
    try (Socket socket = attacker.connect()) {
      ask(socket, "SELECT * { " + PRODUCT + " }");
      awaitRunning(1);
      awaitRunning(0);
    }
  }

  private static void ask(Socket socket, String query) throws IOException {
    socket
        .getOutputStream()
        .write(
            "GET /chancery/sparql?query=%s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .formatted(Attacker.encode(query))
                .getBytes(StandardCharsets.US_ASCII));
  }

  private void awaitRunning(int number) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!attacker.get("/$/health").body().contains("\"running\":" + number)) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(100);
    }
  }
}
