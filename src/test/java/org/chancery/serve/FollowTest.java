package org.chancery.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.chancery.query.CannedQueries;
import org.chancery.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build while a server runs. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder and calls start before any test.
class FollowTest {
  private static final String WHAT = "SELECT ?o { <urn:s> <urn:p> ?o }";

  private static final int ROWS = 120_000;

  /** Far more than the buffers between server and client hold, each row with the version's fact. */
  private static final String LONG =
      "SELECT (CONCAT(STR(?a), '%s', ?o) AS ?row) { <urn:s> <urn:p> ?o . ?a <urn:n> ?b . ?c <urn:n> ?d } LIMIT %d"
          .formatted("-".repeat(150), ROWS);

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @TempDir Path folder;

  private Server server;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void start() {
    build("old");
    server = Server.start(Store.open(folder), 0, CannedQueries.of(Map.of()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void servesWhatABuildPublishesWithoutARestart() {
    assertThat(ask(WHAT).body()).contains("old");
    build("new");

    await(() -> ask(WHAT).body().contains("new"));
    assertThat(ask(WHAT).body()).doesNotContain("old");
    assertThat(page().body()).contains("new").doesNotContain("old");
    assertThat(ask("ASK { ?s ?p ?o }").headers().firstValue(Store.Served.VERSION_HEADER))
        .contains("data-2");
  }

  @Test
  void noticeNamesTheNewVersionAndTheOldFolderCanGo() {
    build("new");
    await(() -> ask(WHAT).body().contains("new"));

    assertThat(Store.served(folder)).contains(new Store.Served(server.address(), "data-2"));
    build("newer");
    assertThat(folder.resolve("data-1")).doesNotExist();
    await(() -> ask(WHAT).body().contains("newer"));
  }

  @Test
  void commandThatAsksRightAfterABuildWaitsForTheServer() {
    build("new");

    assertThat(Store.server(folder)).contains(server.address());
    assertThat(ask(WHAT).body()).contains("new");
  }

  @Test
  void answerThatIsSentOverTheSwitchIsOfTheVersionItBeganWith() throws Exception {
    try (Socket client = new Socket()) {
      client.setReceiveBufferSize(4096);
      client.setSoTimeout((int) PATIENCE.toMillis());
      client.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server.address().getPort()));
      client
          .getOutputStream()
          .write(
              """
              POST /chancery/sparql HTTP/1.0\r
              Host: localhost\r
              Content-Type: application/sparql-query\r
              Accept: text/csv\r
              Content-Length: %d\r
              \r
              %s"""
                  .formatted(LONG.length(), LONG)
                  .getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      assertThat(answer.readLine()).contains("200");
      build("new");
      await(() -> ask(WHAT).body().contains("new"));

      List<String> lines = answer.lines().toList();
      assertThat(lines).contains(Store.Served.VERSION_HEADER + ": data-1");
      List<String> rows = lines.stream().filter(line -> line.startsWith("urn:topic:")).toList();
      assertThat(rows).hasSize(ROWS).allMatch(row -> row.endsWith("-old"));
    }
    await(
        () -> {
          build("newer");
          return Files.notExists(folder.resolve("data-1"));
        });
  }

  @Test
  void versionIsOpenUntilItsLastRequestEnds() {
    try (Versions versions = new Versions(Store.open(folder), dataset -> {})) {
      Versions.Pin first = versions.pin();
      build("new");
      versions.follow();

      assertThat(first.version()).isEqualTo("data-1");
      assertThat(versions.store().version()).isEqualTo("data-1");
      assertThat(versions.store().<Boolean>read(dataset -> dataset.find().hasNext())).isTrue();
      first.close();
      assertThat(versions.store().version()).isEqualTo("data-2");
    }
  }

  @Test
  void everyVersionHasTheSameSettings() {
    build("new");
    await(() -> ask(WHAT).body().contains("new"));

    assertThat(ask("SELECT (<java:" + Tripwire.class.getName() + ">() AS ?x) {}").statusCode())
        .isEqualTo(422);
    assertThat(
            ask("SELECT (CALL(IRI(CONCAT('java:', '%s'))) AS ?x) {}"
                    .formatted(Tripwire.class.getName()))
                .body())
        .isEqualToIgnoringWhitespace("x");
    assertThat(
            ask("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?i) }")
                .statusCode())
        .isEqualTo(503);
  }

  @Test
  void clientThatNamesItsVersionIsToldWhenThatIsGone() throws Exception {
    assertThat(askAs("data-1").statusCode()).isEqualTo(200);
    build("new");
    await(() -> ask(WHAT).body().contains("new"));

    assertThat(askAs("data-1").statusCode()).isEqualTo(412);
    assertThat(askAs("data-2").statusCode()).isEqualTo(200);
  }

  @Test
  void damagedVersionIsToldOfOnceAndTheOldOneServedOn() throws Exception {
    PrintStream console = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      publish("data-2");
      await(() -> said.toString(StandardCharsets.UTF_8).contains("data-2"));
      Thread.sleep(2500);
    } finally {
      System.setErr(console);
    }
    assertThat(said.toString(StandardCharsets.UTF_8).lines().filter(l -> l.contains("data-2")))
        .singleElement()
        .asString()
        .contains("cannot be served", "going on with data-1");
    assertThat(ask(WHAT).body()).contains("old");

    build("new");
    await(() -> ask(WHAT).body().contains("new"));
  }

  @Test
  void pointerOfALaterChanceryIsLeftAlone() throws Exception {
    Files.writeString(folder.resolve("store.properties"), "format=99\ncurrent=data-1\n");
    Thread.sleep(1500);

    assertThat(ask(WHAT).body()).contains("old");
    publish("data-1");
    build("new");
    await(() -> ask(WHAT).body().contains("new"));
  }

  @Test
  void versionWithBrokenFilesIsNotServed() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data-2").resolve("Data-0001"));
    for (String file : List.of("GSPO.idn", "GSPO.dat", "GSPO.bpt", "nodes.idn", "nodes-data.obj")) {
      Files.writeString(data.resolve(file), "not a database");
    }
    publish("data-2");
    Thread.sleep(2500);

    assertThat(ask(WHAT).body()).contains("old");
    build("new");
    await(() -> ask(WHAT).body().contains("new"));
  }

  @Test
  void storeIsGivenBackWhenTheServerStops() {
    build("new");
    await(() -> ask(WHAT).body().contains("new"));
    server.close();

    assertThat(folder.resolve("server.properties")).doesNotExist();
    build("newer");
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries.filter(Files::isDirectory)).hasSize(1);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private void publish(String version) throws IOException {
    Files.createDirectories(folder.resolve(version));
    Files.writeString(
        folder.resolve("store.properties"), "format=1%ncurrent=%s%n".formatted(version));
  }

  private void build(String fact) {
    Stream<Quad> facts =
        Stream.of(
            SSE.parseQuad("(<urn:g> <urn:s> <urn:p> '%s')".formatted(fact)),
            SSE.parseQuad(
                "(<urn:g> <https://w3id.org/chancery/id/city/x/y> <urn:p> '%s')".formatted(fact)));
    Stream<Quad> mass =
        IntStream.range(0, 1500)
            .mapToObj(
                n ->
                    new Quad(
                        NodeFactory.createURI("urn:mass"),
                        NodeFactory.createURI("urn:topic:" + n),
                        NodeFactory.createURI("urn:n"),
                        NodeFactory.createLiteralString("n" + n)));
    Store.replace(folder, Stream.concat(facts, mass));
  }

  private HttpResponse<String> ask(String sparql) {
    return post(sparql, Optional.empty());
  }

  private HttpResponse<String> askAs(String version) {
    return post(WHAT, Optional.of(version));
  }

  private HttpResponse<String> post(String sparql, Optional<String> version) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address("/chancery/sparql"))
            .headers("Content-Type", "application/sparql-query", "Accept", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofString(sparql));
    version.ifPresent(named -> request.header(Store.Served.VERSION_HEADER, named));
    return send(request);
  }

  private HttpResponse<String> page() {
    return send(HttpRequest.newBuilder(address("/id/city/x/y.ttl")).GET());
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the server does not follow").isLessThan(deadline);
      try {
        Thread.sleep(50);
      } catch (InterruptedException stop) {
        throw new AssertionError(stop);
      }
    }
  }
}
