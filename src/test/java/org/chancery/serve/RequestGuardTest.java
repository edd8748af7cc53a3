package org.chancery.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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

  @BeforeAll
  void start(@TempDir Path folder) {
    served = new ServedStore(folder);
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
}
