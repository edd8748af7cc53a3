package org.chancery.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
class RequestGuardTest {
  private ServedStore served;
  private Path folder;

  @BeforeAll
  void start(@TempDir Path folder) {
    this.folder = folder;
    served = new ServedStore(folder.resolve("store"));
  }

  @AfterAll
  void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "evil.example:3330", "localhost.evil.example", "127.0.0.1.evil"})
  void otherHostNamesAreMisdirected(String host) {
    assertThat(served.raw("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n")).contains(" 421 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:3330", "127.0.0.1:8080", "[::1]:3330"})
  void namesOfThisMachineAreServed(String host) {
    assertThat(served.raw("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n")).contains(" 200 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "BREW"})
  void methodsThatChangeThingsAreRefusedEverywhere(String method) {
    for (String path : new String[] {"/", "/chancery", "/chancery/sparql", "/$/server", "/id/x"}) {
      assertThat(served.raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
          .as(method + " " + path)
          .containsAnyOf(" 405 ", " 400 ");
    }
  }

  @Test
  void largeBodyIsRefusedUnread() {
    String request =
        """
        POST /chancery/sparql HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/sparql-query\r
        Content-Length: 262145\r
        \r
        SELECT""";
    assertThat(served.raw(request)).contains(" 413 ");
  }

  @Test
  void chunkedBodyIsRefusedUnread() {
    String request =
        """
        POST /chancery/sparql HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/sparql-query\r
        Transfer-Encoding: chunked\r
        \r
        7\r
        ASK { }\r
        """;
    assertThat(served.raw(request)).contains(" 413 ");
  }

  @Test
  void compressedBodyIsRefused() {
    HttpResponse<String> response =
        served.send(
            HttpRequest.newBuilder(served.address("/chancery/sparql"))
                .headers("Content-Type", "application/sparql-query", "Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString("ASK {}")));

    assertThat(response.statusCode()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/static/../../store.properties",
        "/static/%2e%2e/%2e%2e/etc/passwd",
        "/static/..%2f..%2fetc/passwd",
        "/static/..%5c..%5cetc",
        "/../../../../etc/passwd",
        "/static/%00",
        "/META-INF/MANIFEST.MF",
        "/org/chancery/serve/Server.class",
        "/static//",
        "/static/",
        "/static",
        "/webapp/index.html"
      })
  void nothingButTheUserInterfaceIsServedFromFiles(String path) {
    assertThat(served.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .containsAnyOf(" 400 ", " 404 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/$/datasets",
        "/$/datasets/chancery",
        "/$/backup/chancery",
        "/$/compact/chancery",
        "/$/shutdown",
        "/$/reload",
        "/$/logs",
        "/$/sleep",
        "//$/server",
        "/;x/$/datasets",
        "/$/SERVER",
        "/%24/datasets",
        "/chancery/update",
        "/chancery/data",
        "/chancery/get",
        "/chancery/upload",
        "/chancery/sparql/../update",
        "/id/x;y"
      })
  void administrationIsNotThere(String path) {
    for (String method : new String[] {"GET", "POST"}) {
      assertThat(
              served.raw(
                  method
                      + " "
                      + path
                      + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"))
          .as(method + " " + path)
          .containsAnyOf(" 400 ", " 404 ", " 405 ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/start/", "/id/none", "/nowhere", "/$/server", "/chancery/sparql?query=x"})
  void everyAnswerCarriesTheSecurityHeaders(String path) {
    HttpResponse<String> response = served.get(path);

    assertThat(response.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .startsWith("default-src '")
                    .contains("connect-src 'self'", "frame-ancestors 'none'"));
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void whoSendsSlowlyHasNoTurn() throws Exception {
    // Until the names are read, the service asks for patience.
    for (int i = 0;
        i < 300 && served.get("/reconcile/suggest/entity?prefix=a").statusCode() == 503;
        i++) {
      Thread.sleep(100);
    }
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < Lanes.RUNNING; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.address().getPort());
        slow.add(socket);
        socket
            .getOutputStream()
            .write(
                """
                POST /reconcile HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: 100\r
                \r
                queries="""
                    .getBytes(StandardCharsets.ISO_8859_1));
      }
      long start = System.nanoTime();
      HttpResponse<String> response = served.form("/reconcile", "extend", "{}");

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("\"ids\"");
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isLessThan(Watch.ARRIVAL.dividedBy(2));
      assertThat(served.get("/$/health").body()).contains("\"running\":0,\"waiting\":0");
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void addressesBeginWithHttpsWhereAProxySaysSo() {
    String encrypted = "X-Forwarded-Proto";
    try (ServedStore behind = new ServedStore(folder.resolve("behind"), Set.of("news.example"))) {
      assertThat(manifest(behind, "news.example", encrypted))
          .contains("\"https://news.example/start/");
      assertThat(manifest(behind, "news.example", "X-Other"))
          .contains("\"http://news.example/start/");
      assertThat(manifest(behind, "localhost", encrypted)).contains("\"http://localhost/start/");
    }
  }

  private static String manifest(ServedStore behind, String host, String header) {
    return behind.whole(
        "GET /reconcile HTTP/1.1\r\nHost: %s\r\n%s: https\r\nConnection: close\r\n\r\n"
            .formatted(host, header));
  }
}
