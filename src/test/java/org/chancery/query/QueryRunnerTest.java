package org.chancery.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.chancery.ExitCode;
import org.chancery.Fixture;
import org.chancery.UserException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryRunnerTest {
  private static DatasetGraph dataset;
  private static FusekiServer server;

  @BeforeAll
  static void serve() {
    dataset = Fixture.dataset();
    server =
        FusekiServer.create()
            .port(0)
            .loopback(true)
            .fusekiModules(FusekiModules.empty())
            .add("chancery", dataset, false)
            .build()
            .start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void aServerAnswersLikeTheStore() {
    for (CannedQuery canned : CannedQueries.load().all()) {
      if (!canned.services().isEmpty()) {
        continue; // Those ask others.
      }
      Query query =
          canned.bind(
              canned.name().equals("who-held-office-on")
                  ? Map.of("day", "2031-03-05")
                  : canned.parameters().stream().anyMatch(Parameter::required)
                      ? Map.of(canned.parameters().get(0).name(), "Valdoria")
                      : Map.of());
      assertThat(QueryRunner.at(address("/chancery/sparql")).run(query))
          .as(canned.name())
          .isEqualTo(Fixture.read(dataset, data -> QueryRunner.over(data).run(query)));
    }
  }

  @Test
  void truthComesOverTheWireToo() {
    assertThat(remote("/chancery/sparql", "ASK {}")).isEqualTo(new Answer.Truth(true));
  }

  @Test
  void aWrongAddressIsSaid() {
    assertUnavailable(address("/nowhere/sparql"), "/nowhere/sparql answers 404 ");
  }

  @Test
  void aServerThatDoesNotRunIsSaid() throws IOException {
    int unused;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      unused = socket.getLocalPort();
    }
    assertUnavailable(
        URI.create("http://127.0.0.1:" + unused + "/chancery/sparql"),
        "/chancery/sparql does not answer. Start chancery serve");
  }

  @Test
  void whatAnswersOtherwiseIsNoEndpoint() {
    assertUnavailable(address("/chancery/sparql?format=text"), "/chancery/sparql?format=text");
  }

  @ParameterizedTest
  @CsvSource({"400, 64", "413, 64", "422, 64", "429, 75", "502, 69", "503, 69"})
  void whatAServerSaysOfARefusalIsPassedOn(int status, int exitCode) throws IOException {
    assertRefused(
        status, Optional.empty(), exitCode, "answers %d: Ask for less.".formatted(status));
  }

  @Test
  void whoIsUnknownIsToldApartFromWhoDidNotSay() throws IOException {
    assertRefused(
        401,
        Optional.empty(),
        ExitCode.PERMISSION,
        "asks who you are. Pass --user NAME, with the password in CHANCERY_PASSWORD.");
    assertRefused(
        401,
        Optional.of("Basic bWlyYTp3cm9uZw=="),
        ExitCode.PERMISSION,
        "knows nobody of that name and password. Mend --user NAME or the password in CHANCERY_PASSWORD.");
  }

  private static void assertRefused(
      int status, Optional<String> authorization, int exitCode, String message) throws IOException {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          byte[] reason =
              """
              Ask for less.
              Request 1
              """
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/plain;charset=utf-8");
          exchange.sendResponseHeaders(status, reason.length);
          exchange.getResponseBody().write(reason);
          exchange.close();
        });
    other.start();
    try {
      URI endpoint = URI.create("http://localhost:%d/".formatted(other.getAddress().getPort()));

      assertThatThrownBy(
              () ->
                  QueryRunner.at(endpoint, Optional.empty(), authorization)
                      .run(QueryFactory.create("ASK {}")))
          .isInstanceOfSatisfying(
              UserException.class, e -> assertThat(e.exitCode()).isEqualTo(exitCode))
          .hasMessage("%s %s".formatted(endpoint, message));
    } finally {
      other.stop(0);
    }
  }

  private static void assertUnavailable(URI endpoint, String message) {
    assertThatThrownBy(() -> QueryRunner.at(endpoint).run(QueryFactory.create("SELECT * {}")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message)
        .extracting(e -> ((UserException) e).exitCode())
        .isEqualTo(ExitCode.UNAVAILABLE);
  }

  private static Answer remote(String path, String query) {
    return QueryRunner.at(address(path)).run(QueryFactory.create(query));
  }

  private static URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getPort() + path);
  }
}
