package org.chancery.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.federation.Federation;
import org.chancery.query.CannedQueries;
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
class ServerTest {
  private static final String HEAVY =
      "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?i) }";

  private ServedStore served;

  @BeforeAll
  void start(@TempDir Path folder) {
    served = new ServedStore(folder);
  }

  @AfterAll
  void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/chancery/sparql", "/chancery"})
  void queriesAreAnsweredFromTheUnionOfAllGraphs(String path) {
    String query = "PREFIX chy: <https://w3id.org/chancery/ontology#> ASK { ?s chy:visits ?o }";
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);

    assertThat(served.get(path + "?query=" + encoded, "Accept", "text/csv").body())
        .contains("true");
    assertThat(served.form(path, "query", query).statusCode()).isEqualTo(200);
  }

  @Test
  void hostInBracketsIsAnAddress() {
    ServerSettings settings =
        new ServerSettings(
            0,
            Optional.of("[::1]"),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            ServerSettings.TIMEOUT,
            Federation.NONE,
            Set.of());

    assertThat(settings.host()).contains("::1");
    assertThat(settings.isPublic()).isFalse();
  }

  @Test
  void userInterfaceFindsTheDataset() {
    assertThat(served.get("/").body()).contains("Apache Jena Fuseki UI");
    assertThat(served.get("/$/server").body()).contains("\"/chancery\"", "\"sparql\"");
    assertThat(served.get("/$/ping").statusCode()).isEqualTo(200);
    assertThat(served.get("/$/stats/chancery").statusCode()).isEqualTo(200);
  }

  @Test
  void updateIsRefusedInEveryShape() {
    String update = "INSERT DATA { <urn:x> <urn:x> <urn:x> }";
    long before = size();

    assertThat(served.form("/chancery", "update", update).statusCode()).isBetween(400, 499);
    assertThat(served.form("/chancery/sparql", "update", update).statusCode()).isBetween(400, 499);
    assertThat(served.form("/chancery/update", "update", update).statusCode()).isEqualTo(404);
    assertThat(served.query(update).statusCode()).isEqualTo(400);
    assertThat(
            served
                .send(
                    HttpRequest.newBuilder(served.address("/chancery"))
                        .headers("Content-Type", "application/sparql-update")
                        .POST(HttpRequest.BodyPublishers.ofString(update)))
                .statusCode())
        .isBetween(400, 499);
    assertThat(
            served
                .send(
                    HttpRequest.newBuilder(served.address("/chancery?default"))
                        .headers("Content-Type", "text/turtle")
                        .POST(HttpRequest.BodyPublishers.ofString("<urn:x> <urn:x> <urn:x> .")))
                .statusCode())
        .isBetween(400, 499);
    assertThat(size()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <http://127.0.0.1:%d/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:%d/sparql> { ?s ?p ?o } }",
        "SELECT * { VALUES ?e { <http://127.0.0.1:%d/sparql> } SERVICE ?e { ?s ?p ?o } }",
        "SELECT * FROM <http://127.0.0.1:%d/data.ttl> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://127.0.0.1:%d/data.ttl> { GRAPH ?g { ?s ?p ?o } }",
        "LOAD <http://127.0.0.1:%d/data.ttl>",
        "DESCRIBE <http://127.0.0.1:%d/data.ttl>",
      })
  void noQueryMakesTheServerCallAnotherHost(String query) throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      HttpResponse<String> response = served.query(query.formatted(listener.getLocalPort()));

      if (query.contains("SERVICE") && !query.contains("SILENT")) {
        assertThat(response.statusCode()).isEqualTo(422);
      }
      listener.setSoTimeout(300);
      assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM <%s> { ?s ?p ?o }",
        "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { GRAPH <%s> { ?s ?p ?o } }",
        "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
        "LOAD <%s>",
        "CONSTRUCT { ?s ?p ?o } FROM <%s> { ?s ?p ?o }"
      })
  void noQueryReadsFiles(String query, @TempDir Path elsewhere) throws IOException {
    Path secret = elsewhere.resolve("secret.ttl");
    Files.writeString(secret, "<urn:s> <urn:p> \"geheim\" .");

    assertThat(served.query(query.formatted(secret.toUri())).body()).doesNotContain("geheim");
    String parameter = URLEncoder.encode(secret.toUri().toString(), StandardCharsets.UTF_8);
    assertThat(
            served
                .get(
                    "/chancery/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D&default-graph-uri="
                        + parameter)
                .body())
        .doesNotContain("geheim");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (<java:%s>() AS ?x) {}",
        "ASK { FILTER(<java:%s>()) }",
        "ASK { FILTER EXISTS { ?s ?p ?o FILTER(<java:%s>()) } }",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (<java:%s>())",
        "SELECT * { ?s ?p ?o } ORDER BY <java:%s>()",
        "SELECT * { { ?s ?p ?o } UNION { BIND(<java:%s>() AS ?x) } }",
        "SELECT * { ?s <java:%s> ?o }",
        "SELECT * { SELECT * { ?s ?p ?o OPTIONAL { ?s <java:%s> ?o } } }",
        "SELECT (CALL(<java:%s>) AS ?x) {}",
        "DESCRIBE ?s { ?s ?p ?o FILTER(<java:%s>()) }",
        "CONSTRUCT { ?s ?p ?x } { ?s ?p ?o BIND(<java:%s>() AS ?x) }",
      })
  void queryThatNamesAJavaClassIsRefused(String query) {
    HttpResponse<String> response = served.query(query.formatted(Tripwire.class.getName()));

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(System.getProperty(Tripwire.SPRUNG)).isNull();
  }

  @Test
  void computedNameOfAJavaClassNamesNothing() {
    String query = "SELECT (CALL(IRI(CONCAT('java:', '%s'))) AS ?x) {}";

    assertThat(served.query(query.formatted(Tripwire.class.getName())).body())
        .isEqualToIgnoringWhitespace("x");
    assertThat(System.getProperty(Tripwire.SPRUNG)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait(60000)", "print('x')", "context('x')"})
  void functionsThatReachBeyondTheQueryAreRefused(String call) {
    String query = "PREFIX afn: <http://jena.apache.org/ARQ/function#> SELECT (afn:%s AS ?x) {}";

    assertThat(served.query(query.formatted(call)).statusCode()).isEqualTo(422);
  }

  @Test
  void harmlessLibraryFunctionsWork() {
    String query =
        "PREFIX afn: <http://jena.apache.org/ARQ/function#> SELECT (afn:localname(<urn:x:abc>) AS ?x) {}";

    assertThat(served.query(query).statusCode()).isEqualTo(200);
  }

  @Test
  void heavyQueryEndsWithinItsLimitWhateverTheClientAsks() {
    long start = System.nanoTime();
    String encoded = URLEncoder.encode(HEAVY, StandardCharsets.UTF_8);
    HttpResponse<String> response =
        served.get("/chancery/sparql?timeout=600&query=" + encoded, "Accept", "text/csv");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(11));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1", "1", "1,1", "9,0.1"})
  void clientMayGiveItsQueryLessTime(String seconds) {
    String encoded = URLEncoder.encode(HEAVY, StandardCharsets.UTF_8);
    long start = System.nanoTime();
    HttpResponse<String> response =
        served.get("/chancery/sparql?timeout=" + seconds + "&query=" + encoded, "Accept", "*/*");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void timeThatIsNoNumberIsRefused() {
    HttpResponse<String> response =
        served.get("/chancery/sparql?timeout=soon&query=ASK%7B%7D", "Accept", "*/*");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("The parameter timeout is no number of seconds.");
  }

  @Test
  void fullServerSaysWhenToComeBack() {
    ExecutorService clients = Executors.newFixedThreadPool(30);
    try {
      List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
      for (int n = 0; n < 30; n++) {
        answers.add(
            CompletableFuture.supplyAsync(
                () -> served.form("/chancery/sparql?timeout=1,1", "query", HEAVY), clients));
      }
      List<HttpResponse<String>> refused =
          answers.stream().map(CompletableFuture::join).filter(r -> r.statusCode() == 429).toList();

      assertThat(refused).isNotEmpty();
      assertThat(refused.get(0).headers().firstValue("Retry-After")).contains("10");
    } finally {
      clients.shutdownNow();
    }
    assertThat(served.query("ASK {}").statusCode()).isEqualTo(200);
  }

  @Test
  void deeplyNestedQueryIsTheClientsFault() {
    String parens = "SELECT (" + "(".repeat(100_000) + "1" + ")".repeat(100_000) + " AS ?x) {}";
    String unions = "ASK { {}" + " UNION {}".repeat(20_000) + " }";

    assertThat(served.query(parens).statusCode()).isEqualTo(400);
    assertThat(served.query(unions).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"callback=alert", "stylesheet=http://example.org/x.xsl"})
  void resultsAreNotWrappedIntoScripts(String parameter) {
    assertThat(served.get("/chancery/sparql?query=ASK%7B%7D&" + parameter).statusCode())
        .isEqualTo(400);
  }

  @Test
  void startPageOffersTheQuestionsAsLinks() {
    HttpResponse<String> page = served.get("/start/");

    assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    assertThat(page.body())
        .contains("Who holds &lt;which&gt; office?", "href=\"/start/query/which\"")
        .doesNotContain("<script>", "<which>", "style=", "onclick");
    assertThat(served.get("/start/assets/chancery.css").headers().firstValue("Content-Type"))
        .contains("text/css;charset=utf-8");
    assertThat(served.get("/start/other").statusCode()).isEqualTo(404);
  }

  @Test
  void takenPortIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> Server.start(served.store(), port, CannedQueries.of(Map.of())))
          .isInstanceOfSatisfying(
              UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.TRY_AGAIN))
          .hasMessageContaining("Port " + port + " is in use")
          .hasMessageContaining("--port");
    }
  }

  @Test
  void onlyThisMachineReachesTheServer() throws IOException {
    for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(network.getInetAddresses())) {
        if (!address.isLoopbackAddress()) {
          assertThatThrownBy(() -> new Socket(address, served.address().getPort()).close())
              .isInstanceOf(IOException.class);
        }
      }
    }
  }

  @Test
  void queriesAreNotLogged() {
    PrintStream console = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      served.query("ASK { <urn:private> ?p ?o }");
      served.query("ASK { <urn:private> broken");
      served.query("SELECT (<http://example.org/private>() AS ?x) {}");
      served.query("SELECT (<java:private.Thing>() AS ?x) {}");
    } finally {
      System.setErr(console);
    }
    assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("private");
  }

  private long size() {
    return served.store().read(dataset -> dataset.stream().count());
  }

  @Test
  void ontologyIsAPageForBrowsersAndTurtleForPrograms() throws Exception {
    HttpResponse<String> turtle = served.get("/ontology");
    assertThat(turtle.headers().firstValue("Content-Type")).contains("text/turtle;charset=utf-8");
    assertThat(turtle.headers().firstValue("Vary")).contains("Accept");
    assertThat(turtle.body()).contains("owl:Ontology");

    HttpResponse<String> page = served.get("/ontology.html");
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    assertThat(page.body()).contains("id=\"holdsOffice\"");
    assertThat(served.get("/ontology.jsonld").body()).contains("@context");
    assertThat(served.get("/ontology.exe").statusCode()).isEqualTo(404);
  }
}
