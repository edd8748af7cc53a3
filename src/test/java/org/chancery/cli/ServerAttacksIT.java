package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.chancery.ExitCode;
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
import org.openqa.selenium.By;

/**
 * The packaged server under attack. The numbers are those of the list in decision 28. After each
 * attack the server answers, its graph is as it was, and its process is the same.
 */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start before any test.
class ServerAttacksIT {
  private static final String ID = "https://w3id.org/chancery/id/";
  private static final String CHY = "https://w3id.org/chancery/ontology#";
  private static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
  private static final String SPARQL = "/chancery/sparql";

  /** Seconds that a query may take here. */
  private static final int LIMIT = 3;

  private static final int MASS = 2000;
  private static final String PRODUCT = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i";
  private static final String HEAVY =
      "SELECT (COUNT(*) AS ?n) { " + PRODUCT + " FILTER(?c != ?i) }";

  private Path folder;
  private Path log;
  private PackagedServer server;
  private Attacker attacker;
  private String size;

  @BeforeAll
  void start(@TempDir Path temporary) throws IOException {
    folder = temporary.resolve("store");
    log = temporary.resolve("access.log");
    Store.replace(folder, quads());
    server =
        new PackagedServer(
            List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError"),
            List.of(
                "serve",
                "--store",
                folder.toString(),
                "--port",
                "0",
                "--timeout",
                String.valueOf(LIMIT),
                "--access-log",
                log.toString()));
    attacker = new Attacker(server.address());
    attacker.warmUp();
    size = size();
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private static Stream<Quad> quads() {
    Stream<Quad> hostile =
        Stream.of(
            quad(
                "official/eva",
                LABEL,
                NodeFactory.createLiteralString("<img src=x onerror=alert(1)>")),
            quad(
                "official/eva", LABEL, NodeFactory.createLiteralString("\"><svg onload=alert(2)>")),
            quad("official/eva", CHY + "holdsOffice", NodeFactory.createURI("javascript:alert(3)")),
            quad(
                "official/eva",
                CHY + "page",
                NodeFactory.createURI("data:text/html,<script>alert(4)</script>")),
            quad(
                "official/eva",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
                NodeFactory.createURI(CHY + "Official")));
    Stream<Quad> mass =
        IntStream.range(0, MASS)
            .mapToObj(
                n -> quad("topic/" + n, CHY + "number", NodeFactory.createLiteralString("n" + n)));
    return Stream.concat(hostile, mass);
  }

  private static Quad quad(String subject, String predicate, org.apache.jena.graph.Node object) {
    return new Quad(
        NodeFactory.createURI(ID + "article/1"),
        NodeFactory.createURI(ID + subject),
        NodeFactory.createURI(predicate),
        object);
  }

  private String size() throws IOException {
    return attacker.query("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }").body();
  }

  @AfterEach
  void goesOnWithTheSameGraph() throws IOException {
    assertThat(attacker.query("ASK {}").body()).contains("true");
    assertThat(size()).isEqualTo(size);
    assertThat(server.isAlive()).isTrue();
  }

  /** Refused with that status, in words that give nothing away (27). */
  private void assertRefused(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.body())
        .doesNotContain("Exception", "\tat ", "org.apache", "org.chancery", folder.toString());
    assertThat(response.body())
        .contains("Request " + response.headers().firstValue("Chancery-Request").orElseThrow());
  }

  // 1, 3
  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT DATA { <urn:x> <urn:x> <urn:x> }",
        "DELETE WHERE { ?s ?p ?o }",
        "DROP ALL",
        "CLEAR ALL",
        "LOAD <file:///etc/passwd>"
      })
  void updatesAreRefusedInEveryShape(String update) throws IOException {
    String form = "application/x-www-form-urlencoded";
    assertRefused(attacker.query(update), 400);
    assertRefused(attacker.post(SPARQL, form, "update=" + Attacker.encode(update)), 400);
    assertRefused(attacker.post("/chancery", form, "update=" + Attacker.encode(update)), 400);
    assertRefused(attacker.post("/chancery/update", form, "update=x"), 404);
    assertRefused(attacker.post(SPARQL, "application/sparql-update", update), 415);
  }

  // 2
  @Test
  void graphsCannotBeWritten() throws IOException {
    String turtle = "<urn:x> <urn:x> <urn:x> .";
    for (String method : new String[] {"PUT", "DELETE", "PATCH"}) {
      assertRefused(attacker.method(method, "/chancery?default", "text/turtle", turtle), 405);
    }
    assertRefused(attacker.post("/chancery?default", "text/turtle", turtle), 415);
    assertRefused(attacker.post("/chancery/data?default", "text/turtle", turtle), 404);
  }

  // 4, 5
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <http://127.0.0.1:%d/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:%d/sparql> { ?s ?p ?o } }",
        "SELECT * { VALUES ?e { <http://127.0.0.1:%d/sparql> } SERVICE ?e { ?s ?p ?o } }",
        "SELECT * FROM <http://127.0.0.1:%d/data.ttl> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://127.0.0.1:%d/data.ttl> { GRAPH ?g { ?s ?p ?o } }",
      })
  void noQueryReachesAnotherHost(String query) throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      HttpResponse<String> response = attacker.query(query.formatted(listener.getLocalPort()));
      if (query.contains("SERVICE") && !query.contains("SILENT")) {
        assertRefused(response, 422);
      } else {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body().lines().skip(1).filter(line -> line.length() > 3)).isEmpty();
      }
      listener.setSoTimeout(200);
      assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  // 4, 5
  @Test
  void noQueryReadsFiles(@TempDir Path elsewhere) throws IOException {
    Path secret = elsewhere.resolve("secret.ttl");
    Files.writeString(secret, "<urn:s> <urn:p> \"geheim\" .");
    String all = Attacker.encode("SELECT * { ?s ?p ?o }");
    String file = secret.toUri().toString();

    assertThat(attacker.query("SELECT * FROM <%s> { ?s ?p ?o }".formatted(file)).body())
        .doesNotContain("geheim");
    assertThat(
            attacker
                .get(SPARQL + "?query=" + all + "&default-graph-uri=" + Attacker.encode(file))
                .body())
        .doesNotContain("geheim");
    assertRefused(attacker.query("SELECT * { SERVICE <%s> { ?s ?p ?o } }".formatted(file)), 422);
  }

  // 6
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (<java:java.lang.System>() AS ?x) {}",
        "SELECT * { ?s <java:java.lang.System> ?o }",
        "SELECT (CALL(<java:java.lang.System>) AS ?x) {}",
        "SELECT (<http://jena.apache.org/ARQ/function#wait>(60000) AS ?x) {}",
        "SELECT (<http://jena.apache.org/ARQ/function#sprintf>('%2000000000d', 1) AS ?x) {}",
        "SELECT (<http://www.dotnetrdf.org/leviathan#pow>(10, 2000000000) AS ?x) {}",
        "SELECT (<http://w3id.org/awslabs/neptune/SPARQL-CDTs/List>(1) AS ?x) {}",
      })
  void functionsThatReachBeyondTheQueryAreRefused(String query) throws IOException {
    assertRefused(attacker.query(query), 422);
  }

  // 7
  @ParameterizedTest
  @ValueSource(
      strings = {
        HEAVY,
        "SELECT * { " + PRODUCT + " } ORDER BY ?c DESC(?f) ?i",
        "SELECT (COUNT(DISTINCT ?f) AS ?n) { " + PRODUCT + " }",
        "SELECT (COUNT(*) AS ?n) { ?a (!<urn:none>|^!<urn:none>)* ?b . ?c (!<urn:x>)* ?d }",
        "CONSTRUCT { ?a ?b ?f . ?d ?e ?i } { " + PRODUCT + " }",
        "ASK { " + PRODUCT + " FILTER(CONCAT(STR(?a), STR(?d), STR(?g)) = 'x') }",
      })
  void heavyQueriesEndInTimeWhateverTheClientAsks(String query) throws IOException {
    long start = System.nanoTime();
    HttpResponse<String> response =
        attacker.get(SPARQL + "?timeout=600&query=" + Attacker.encode(query));

    assertRefused(response, 503);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(Duration.ofSeconds(LIMIT + 1));
  }

  // 8
  @ParameterizedTest
  @ValueSource(
      strings = {"CONCAT(%s,%s)", "REPLACE(%s,'.','xxxxxxxx')", "REPLACE(%s,'(.*)','$1$1')"})
  void valuesThatDoubleAreRefused(String step) throws IOException {
    StringBuilder query =
        new StringBuilder("SELECT (STRLEN(?v40) AS ?n) { BIND('aaaaaaaa' AS ?v0)");
    for (int n = 0; n < 40; n++) {
      query.append(" BIND(%s AS ?v%d)".formatted(step.replace("%s", "?v" + n), n + 1));
    }
    HttpResponse<String> response = attacker.query(query.append(" }").toString());

    assertRefused(response, 422);
    assertThat(response.body()).contains("longer than 1048576 characters");
  }

  // 8
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (STRLEN(GROUP_CONCAT(?c; separator='%1$s')) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
        "SELECT (<http://www.w3.org/2005/xpath-functions#replace>('%1$s', 'x', '%1$s') AS ?x) {}",
        "SELECT (CALL(<http://www.w3.org/2005/xpath-functions#replace>, '%1$s', 'x', '%1$s') AS ?x) {}",
        "SELECT (REPLACE('%1$s', 'x', '%1$s') AS ?x) {}",
        "ASK { FILTER(STRLEN(REPLACE('%1$s', 'x', '%1$s')) > 0) }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { ?s ?p ?o BIND(REPLACE('%1$s', 'x', '%1$s') AS ?x) } }",
      })
  void longValuesAreRefused(String query) throws IOException {
    assertRefused(attacker.query(query.formatted("x".repeat(20_000))), 422);
  }

  // 8
  @Test
  void numbersThatDoubleAreRefused() throws IOException {
    StringBuilder query = new StringBuilder("SELECT ?v40 { BIND(99999999 AS ?v0)");
    for (int n = 0; n < 40; n++) {
      query.append(" BIND(?v%1$d * ?v%1$d AS ?v%2$d)".formatted(n, n + 1));
    }
    assertRefused(attacker.query(query.append(" }").toString()), 422);
  }

  // 9
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ASK { FILTER(REGEX('%1$s!', '%2$s')) }",
        "ASK { FILTER(REGEX('%1$s!', '^(a+)+b\\\\1$')) }",
        "SELECT (REPLACE('%1$s!', '%2$s', 'b') AS ?x) {}",
        "SELECT (CALL(<http://www.w3.org/2005/xpath-functions#replace>, '%1$s!', '%2$s', '') AS ?x) {}",
      })
  void patternThatGoesBackAndForthEndsInTime(String query) throws IOException {
    long start = System.nanoTime();
    HttpResponse<String> response =
        attacker.query(query.formatted("a".repeat(200), "(.*)".repeat(12) + "x"));

    assertRefused(response, 503);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(Duration.ofSeconds(LIMIT + 1));
  }

  // 10
  @Test
  void queryNestedTooDeeplyIsTheClientsFault() throws IOException {
    assertRefused(
        attacker.query("SELECT (" + "(".repeat(100_000) + "1" + ")".repeat(100_000) + " AS ?x) {}"),
        400);
    assertRefused(attacker.query("ASK { {}" + " UNION {}".repeat(20_000) + " }"), 400);
    assertRefused(attacker.query("ASK " + "{ ".repeat(50_000) + "}".repeat(50_000)), 400);
    assertRefused(attacker.query("ASK { FILTER(" + "!".repeat(100_000) + "true) }"), 400);
    assertRefused(attacker.query("ASK { ?s " + "<urn:p>/".repeat(20_000) + "<urn:p> ?o }"), 400);
  }

  // 11
  @Test
  void giantQueryIsRefusedUnread() throws IOException {
    String query = "ASK { # %s%n }";
    assertThat(attacker.query(query.formatted("x".repeat(250 << 10))).statusCode()).isEqualTo(200);
    String head =
        "POST "
            + SPARQL
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n";
    for (String type :
        new String[] {"application/sparql-query", "application/x-www-form-urlencoded"}) {
      assertThat(attacker.raw(head.formatted(type, (256 << 10) + 1) + "query=ASK"))
          .contains(" 413 ");
      assertThat(attacker.raw(head.formatted(type, Long.MAX_VALUE))).contains(" 413 ");
    }
    assertThat(
            attacker.raw(
                "GET "
                    + SPARQL
                    + "?query="
                    + "x".repeat(600_000)
                    + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .containsAnyOf(" 414 ", " 431 ");
  }

  // 12
  @Test
  void bodyThatUnpacksOrDoesNotEndIsRefused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[10 << 20]);
    }
    String head =
        "POST "
            + SPARQL
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n";
    String body = packed.toString(StandardCharsets.ISO_8859_1);

    assertThat(
            attacker.raw(
                head
                    + "Content-Encoding: gzip\r\nContent-Length: "
                    + packed.size()
                    + "\r\n\r\n"
                    + body))
        .contains(" 415 ");
    assertThat(attacker.raw(head + "Transfer-Encoding: chunked\r\n\r\nfffffff\r\n"))
        .contains(" 413 ");
    assertThat(attacker.raw(head + "Transfer-Encoding: gzip, chunked\r\n\r\nfffffff\r\n"))
        .containsAnyOf(" 413 ", " 400 ");
  }

  // 13
  @Test
  void crowdIsTurnedAwayAndLightQueriesAreAnsweredMeanwhile() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(40);
    try {
      List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
      for (int n = 0; n < 40; n++) {
        answers.add(
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return attacker.query(HEAVY);
                  } catch (IOException failure) {
                    throw new AssertionError(failure);
                  }
                },
                clients));
      }
      CompletableFuture.anyOf(answers.toArray(new CompletableFuture<?>[0])).join();
      for (String query : new String[] {"ASK {}", "SELECT * { <" + ID + "official/eva> ?p ?o }"}) {
        long start = System.nanoTime();
        assertThat(attacker.query(query).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
      }
      assertThat(attacker.get("/$/health").body()).contains("\"running\":4");
      List<HttpResponse<String>> all = answers.stream().map(CompletableFuture::join).toList();
      assertThat(all.stream().filter(answer -> answer.statusCode() == 503)).hasSize(20);
      assertThat(all.stream().filter(answer -> answer.statusCode() == 429))
          .hasSize(20)
          .allSatisfy(
              answer -> assertThat(answer.headers().firstValue("Retry-After")).contains("10"));
    } finally {
      clients.shutdownNow();
    }
  }

  // 14
  @ParameterizedTest
  @ValueSource(strings = {"text/csv", "application/sparql-results+json"})
  void answerThatIsCutOffIsNotTakenForWhole(String type) {
    assertThatThrownBy(
            () ->
                attacker.get(
                    SPARQL + "?query=" + Attacker.encode("SELECT * { " + PRODUCT + " }"),
                    "Accept",
                    type))
        .isInstanceOf(IOException.class);
  }

  // 16
  @Test
  void twoHundredSlowClientsAreClosedAndHoldUpNobody() throws Exception {
    assertThat(attacker.get("/start/").statusCode()).isEqualTo(200); // So that it is loaded.
    List<Socket> slow = new ArrayList<>();
    try {
      for (int n = 0; n < 200; n++) {
        Socket socket = attacker.connect();
        socket
            .getOutputStream()
            .write(
                (n % 2 == 0
                        ? "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
                        : "POST "
                            + SPARQL
                            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                            + " application/sparql-query\r\nContent-Length: 1000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        slow.add(socket);
      }
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      int open = slow.size();
      while (open > 0 && System.nanoTime() < deadline) {
        long start = System.nanoTime();
        assertThat(attacker.get(SPARQL + "?query=ASK%7B%7D").statusCode()).isEqualTo(200);
        assertThat(attacker.get("/start/").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        Thread.sleep(1000);
        open = 0;
        for (Socket socket : slow) {
          open += isOpen(socket) ? 1 : 0;
        }
      }
      assertThat(open).isZero();
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /** Sends another byte, as slow clients do, and looks whether the server has hung up. */
  private static boolean isOpen(Socket socket) throws IOException {
    try {
      socket.getOutputStream().write('x');
      socket.setSoTimeout(1);
      while (socket.getInputStream().read() >= 0) {
        // What it says before it hangs up.
      }
      return false;
    } catch (SocketTimeoutException silent) {
      return true;
    } catch (SocketException closed) {
      return false;
    }
  }

  // 17, 18
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/static/../../etc/passwd",
        "/static/%2e%2e/%2e%2e/etc/passwd",
        "/static/..%2f..%2fetc/passwd",
        "/static/..%5c..%5cetc/passwd",
        "/static/%00index.html",
        "/static/..;/index.html",
        "/start/assets/../../../../etc/passwd",
        "/start/assets/%2e%2e%2f%2e%2e%2fpasswd",
        "/static/",
        "/static",
        "/start/assets/",
        "/start/assets",
        "/webapp/",
        "/WEB-INF/web.xml",
        "/META-INF/MANIFEST.MF",
        "/id/..%2f..%2fetc/passwd",
      })
  void pathsLeadToNothingElse(String path) {
    String answer = attacker.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

    assertThat(answer.lines().findFirst().orElse("")).containsAnyOf(" 400 ", " 404 ");
    assertThat(answer).doesNotContain("root:", "Directory", "Manifest-Version");
  }

  // 19
  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil", "0.0.0.0", ""})
  void otherHostNamesAreMisdirected(String host) {
    assertThat(attacker.raw("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
        .containsAnyOf(" 421 ", " 400 ");
  }

  // 20, 21
  @Test
  void otherSitesReadAndChangeNothing() throws IOException {
    String page =
        attacker.raw(
            "GET "
                + SPARQL
                + "?query=ASK%7B%7D HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n\r\n");
    assertThat(page.toLowerCase(Locale.ROOT))
        .doesNotContain("access-control-allow")
        .contains("cross-origin-resource-policy: same-origin");
    assertThat(
            attacker.raw(
                "OPTIONS "
                    + SPARQL
                    + " HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n"
                    + "Access-Control-Request-Method: POST\r\n\r\n"))
        .contains(" 405 ");
    for (String path :
        new String[] {"/", "/start/", "/$/server", "/$/health", "/id/official/eva"}) {
      assertRefused(attacker.post(path, "application/x-www-form-urlencoded", "a=b"), 405);
    }
  }

  // 22, 23, 31
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/$/datasets",
        "/$/datasets/chancery",
        "/$/backup/chancery",
        "/$/backups-list",
        "/$/compact/chancery",
        "/$/shutdown",
        "/$/reload",
        "/$/logs",
        "/$/sleep",
        "/$/validate/query",
        "/$/validate/data",
        "/$/validate/langtag",
        "/validate/data",
        "//$/server",
        "/;x/$/datasets",
        "/$;x/server",
        "/$/SERVER",
        "/%24/datasets",
        "/%2524/datasets",
        "/$/./server",
        "/chancery/upload",
        "/chancery/get",
        "/chancery/shacl",
        "/chancery/patch",
        "/CHANCERY/sparql",
        "/chancery//sparql",
      })
  void administrationAndUploadAreNotThere(String path) {
    for (String method : new String[] {"GET", "POST"}) {
      assertThat(
              attacker
                  .raw(
                      method
                          + " "
                          + path
                          + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n")
                  .lines()
                  .findFirst()
                  .orElse(""))
          .as(method)
          .containsAnyOf(" 400 ", " 404 ");
    }
  }

  // 24
  @Test
  void hostileNamesRunNothingInABrowser(@TempDir Path profile) {
    try (Browser browser = new Browser(profile)) {
      for (String page :
          new String[] {
            "start/search?q=img",
            "id/official/eva",
            "start/query/who-holds-office?country=%3Cimg%20src=x%20onerror=alert(1)%3E"
          }) {
        browser.open(server.address().resolve("/" + page));
        assertThat(browser.has("img[src=x], svg[onload], a[href^='javascript'], a[href^='data:']"))
            .as(page)
            .isFalse();
      }
      String query =
          Attacker.encode("SELECT ?s ?p ?o { VALUES ?s { <" + ID + "official/eva> } ?s ?p ?o }")
              .replace("+", "%20");
      browser.open(server.address().resolve("/#/dataset/chancery/query?query=" + query));
      browser.editorShowing("VALUES");
      assertThat(browser.rowsOfTheQuery()).anyMatch(row -> row.contains("onerror=alert"));
      assertThat(browser.has("#yasr img[src=x], #yasr svg[onload]")).isFalse();
      browser.visible(By.cssSelector("#yasr tbody tr"));
      assertThat(browser.isAlerting()).isFalse();
      assertThat(browser.callsBeyond(server.address())).isEmpty();
    }
  }

  // 25, 26
  @Test
  void parametersAreNotReflected() throws IOException {
    for (String parameter :
        new String[] {
          "callback=alert", "stylesheet=http://example.org/x.xsl", "callback=a%0d%0aX-Evil:%201"
        }) {
      assertRefused(attacker.get(SPARQL + "?query=ASK%7B%7D&" + parameter), 400);
    }
    for (String parameter :
        new String[] {
          "format=a%0d%0aX-Evil:%201", "output=%0d%0aX-Evil:%201", "force-accept=%0d%0aX-Evil"
        }) {
      HttpResponse<String> response = attacker.get(SPARQL + "?query=ASK%7B%7D&" + parameter);
      assertThat(response.headers().map()).doesNotContainKey("x-evil");
      assertThat(response.headers().firstValue("Content-Type").orElse("")).doesNotContain("html");
    }
  }

  // 27
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/chancery/sparql?query=BROKEN",
        "/chancery/sparql",
        "/nowhere",
        "/chancery/sparql?query=SELECT%20(%3Chttp://nowhere/f%3E()%20AS%20%3Fx)%20%7B%7D&default-graph-uri=%3C%3E",
      })
  void errorsNameTheRequestAndNothingOfTheServer(String path) throws IOException {
    HttpResponse<String> response = attacker.get(path, "Chancery-Request", "mine");

    assertThat(response.headers().firstValue("Chancery-Request").orElseThrow())
        .matches("[0-9a-f]{8}-[0-9]+");
    if (response.statusCode() != 200) {
      assertRefused(response, response.statusCode());
    }
    assertThat(response.headers().firstValue("Server")).isEmpty();
  }

  // 28
  @Test
  void linesOfTheLogCannotBeForged() throws IOException {
    attacker.raw(
        String.join(
            "\r\n",
            "GET /id/x%0a2031-01-01T00:00:00Z\u001b[2J HTTP/1.1",
            "Host: localhost",
            "Authorization: Basic c2VjcmV0OnNlY3JldA==",
            "User-Agent: a\u001b[31m",
            "",
            ""));
    attacker.get(SPARQL + "?query=" + Attacker.encode("ASK { <urn:private> ?p ?o }"));
    attacker.get("/id/%e2%80%ae%22%20status=200", "Authorization", "Bearer private");

    List<String> lines = Files.readAllLines(log);
    assertThat(lines)
        .isNotEmpty()
        .allMatch(
            line ->
                line.matches(
                    "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z request=[0-9a-f]{8}-\\d+ address=\\S+ method=\\S+"
                        + " path=(\\S+|\"[^\"]*\")( query=[0-9a-f]{16})? status=\\d{3}( cut=[a-z]+)?"
                        + " ms=\\d+ bytes=\\d+"));
    assertThat(String.join("\n", lines)).doesNotContain("private", "c2VjcmV0", "Basic", "\u001b");
  }

  // 29
  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void strangersAreNotServedWithoutPasswords(String host) throws Exception {
    PackagedRun run =
        PackagedRun.of("serve", "--store", folder.toString(), "--port", "0", "--host", host);

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.messages()).singleElement().asString().contains("--password-file");
  }

  // 30
  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW"})
  void otherMethodsAreRefusedEverywhere(String method) {
    for (String path : new String[] {"/", SPARQL, "/$/server", "/$/metrics", "/id/official/eva"}) {
      assertThat(attacker.raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
          .as(path)
          .contains(" 405 ")
          .doesNotContain("message/http");
    }
  }
}
