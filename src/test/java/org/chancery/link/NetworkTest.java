package org.chancery.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.mapping.Mapping;
import org.chancery.mapping.MappingSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks services on this machine, which answer well or badly. */
class NetworkTest {
  private static final Web.Manners QUICK =
      new Web.Manners(
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          3,
          Duration.ofMillis(10),
          Duration.ofSeconds(1),
          1 << 20,
          3000);

  private final AtomicInteger asked = new AtomicInteger();
  private final HttpServer stub;

  /** What the stub answers. */
  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private Answer behaviour = exchange -> send(exchange, 404, "");

  NetworkTest() throws IOException {
    stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stub.setExecutor(Executors.newCachedThreadPool());
    stub.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          behaviour.to(exchange);
        });
    stub.start();
  }

  @AfterEach
  void stop() {
    stub.stop(0);
  }

  @Test
  void anEndpointGivesTheLinksThatAFileGives() throws IOException {
    DatasetGraph data = DatasetGraphFactory.createTxnMem();
    data.executeWrite(
        () -> RDFDataMgr.read(data.getDefaultGraph(), "src/test/resources/linking/target.nt"));
    FusekiServer server =
        FusekiServer.create().loopback(true).port(0).add("/wikidata", data).build().start();
    try {
      Map<Thing, String> things = LinkingTest.things();
      URI address = URI.create("http://localhost:%d/wikidata/sparql".formatted(server.getPort()));
      Linker linker = Linker.load();
      List<Mapping> found;
      try (Target target = linker.endpoint(address, Web.Manners.STANDARD, Optional.empty())) {
        found = linker.link(things.keySet(), target, MappingSet.EMPTY);
      }
      // An endpoint is asked for names as they are written: no other spelling is found there.
      List<String> links = links(found);
      assertThat(links).hasSizeGreaterThan(120);
      assertThat(links(LinkingTest.found(things))).containsAll(links);
    } finally {
      server.stop();
    }
  }

  private static List<String> links(List<Mapping> found) {
    return found.stream()
        .filter(Mapping::isLink)
        .map(mapping -> mapping.subjectId() + " " + mapping.objectId())
        .toList();
  }

  @Test
  void aReconciliationServiceGivesProposalsAlone() throws IOException {
    behaviour =
        exchange ->
            send(
                exchange,
                200,
                exchange.getRequestMethod().equals("GET")
                    ? "{\"name\":\"x\",\"versions\":[\"0.2\"],\"identifierSpace\":\"http://www.wikidata.org/entity/\",\"schemaSpace\":\"http://www.wikidata.org/prop/direct/\"}"
                    : "{\"q0\":{\"result\":[{\"id\":\"Q9\",\"name\":\"Nilza Tavora\",\"score\":99,\"match\":true,\"type\":[{\"id\":\"Q5\",\"name\":\"human\"}]},{\"id\":\"Q8\",\"name\":\"Nilza Tavora\",\"score\":50,\"match\":false,\"type\":[{\"id\":\"Q515\",\"name\":\"city\"}]}]}}");
    Thing thing =
        LinkingTest.things().keySet().stream()
            .filter(each -> each.label().equals("Nilza Tavora"))
            .findFirst()
            .orElseThrow();
    Linker linker = Linker.load();
    List<Mapping> found =
        linker.link(
            List.of(thing),
            linker.reconciliation(address("/"), QUICK, Optional.empty()),
            MappingSet.EMPTY);
    assertThat(found)
        .singleElement()
        .matches(Mapping::isProposal)
        .extracting(Mapping::objectId)
        .isEqualTo("http://www.wikidata.org/entity/Q9");
    assertThat(found.get(0).other()).contains("service=0.990");
  }

  @Test
  void malformedAnswersAreNoBugOfOurs() {
    for (String text : List.of("", "[]", "{}", "{\"identifierSpace\":3}", "<html>", "{\"q0\":")) {
      behaviour = exchange -> send(exchange, 200, text);
      Linker linker = Linker.load();
      for (Target target :
          List.of(
              linker.reconciliation(address("/"), QUICK, Optional.empty()),
              linker.endpoint(address("/"), QUICK, Optional.empty()))) {
        List<Thing> things = new ArrayList<>(first());
        assertThatThrownBy(() -> target.find(things))
            .as(text)
            .isInstanceOfSatisfying(
                UserException.class,
                failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.UNAVAILABLE))
            .hasMessageContaining("the store is as it was");
      }
    }
  }

  private static List<Thing> first() {
    try {
      return List.copyOf(LinkingTest.things().keySet()).subList(0, 1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void aBusyServiceIsAskedAgainAndThenLeft() {
    behaviour =
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "0");
          send(exchange, 429, "");
        };
    fails(ExitCode.TRY_AGAIN, "answers 429");
    assertThat(asked).hasValue(3);
    behaviour = exchange -> send(exchange, asked.get() < 6 ? 500 : 200, "well");
    assertThat(new String(answer(web(Optional.empty()), Optional.empty()), StandardCharsets.UTF_8))
        .isEqualTo("well");
  }

  @Test
  void aPauseThatIsTooLongIsNotWaitedFor() {
    behaviour =
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "3600");
          send(exchange, 503, "");
        };
    fails(ExitCode.UNAVAILABLE, "answers 503");
    assertThat(asked).hasValue(1);
  }

  @Test
  void slowHugeAndWrongAnswersEnd() {
    behaviour = exchange -> send(exchange, 200, "x".repeat((1 << 20) + 1));
    fails(ExitCode.UNAVAILABLE, "longer than 1 MiB");
    behaviour = exchange -> send(exchange, 403, "");
    fails(ExitCode.UNAVAILABLE, "answers 403");
    behaviour =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          pause();
        };
    long start = System.nanoTime();
    fails(ExitCode.UNAVAILABLE, "does not answer");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void redirectsAreFollowedOnTheSameKindOfNetworkAlone() {
    behaviour =
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/there")) {
            send(exchange, 200, "here");
          } else {
            exchange.getResponseHeaders().add("Location", "/there");
            send(exchange, 302, "");
          }
        };
    assertThat(answer(web(Optional.empty()), Optional.empty())).hasSize(4);
    behaviour =
        exchange -> {
          exchange.getResponseHeaders().add("Location", "file:///etc/passwd");
          send(exchange, 302, "");
        };
    fails(ExitCode.UNAVAILABLE, "which is not followed");
  }

  @Test
  void aRedirectToNoAddressIsNoBugOfOurs() {
    for (String location : List.of("http://[reef", "::", "/a b", "http://reef.example/%zz")) {
      behaviour =
          exchange -> {
            exchange.getResponseHeaders().add("Location", location);
            send(exchange, 302, "");
          };
      fails(ExitCode.UNAVAILABLE, "redirects to \"%s\", which is no address.".formatted(location));
    }
  }

  @Test
  void answersAreKeptOnDisk(@TempDir Path cache) throws IOException {
    behaviour = exchange -> send(exchange, 200, "once");
    for (int i = 0; i < 3; i++) {
      assertThat(answer(web(Optional.of(cache)), Optional.of("query=x"))).hasSize(4);
    }
    assertThat(asked).hasValue(1);
    try (var files = Files.list(cache)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aFullCacheLosesItsOldestAnswers(@TempDir Path folder) throws IOException {
    Path other = Files.writeString(folder.resolve("notes.txt"), "not ours");
    behaviour = exchange -> send(exchange, 200, "x".repeat(1000));
    for (int i = 0; i < 4; i++) {
      ask(folder, "query=" + i);
      // Files that were written in one tick of the clock are as old as one another.
      for (Path file : answers(folder)) {
        FileTime written = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(written.toMillis() - 10_000));
      }
    }
    assertThat(answers(folder)).hasSize(3);
    assertThat(other).hasContent("not ours");
    ask(folder, "query=3");
    assertThat(asked).hasValue(4);
    ask(folder, "query=0");
    assertThat(asked).hasValue(5);
  }

  @Test
  void draftsOfKilledRunsGo(@TempDir Path folder) throws IOException {
    Path killed = Files.writeString(folder.resolve("answer123.new"), "half an ans");
    Files.setLastModifiedTime(
        killed, FileTime.fromMillis(Files.getLastModifiedTime(killed).toMillis() - 7_200_000));
    Path running = Files.writeString(folder.resolve("answer456.new"), "half an ans");
    Path other = Files.writeString(folder.resolve("answers.new"), "not ours");
    behaviour = exchange -> send(exchange, 200, "well");
    ask(folder, "query=0");
    assertThat(killed).doesNotExist();
    assertThat(running).exists();
    assertThat(other).exists();
    assertThat(answers(folder)).hasSize(1);
  }

  @Test
  void anAnswerThatCannotBeKeptIsStillUsed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Path cache = folder.resolve("cache");
    Web web = web(Optional.of(cache));
    behaviour =
        exchange -> {
          // What the folder is when the answer has come.
          Files.deleteIfExists(cache);
          Files.createSymbolicLink(cache, file);
          send(exchange, 200, "well");
        };
    assertThat(new String(answer(web, Optional.of("query=0")), StandardCharsets.UTF_8))
        .isEqualTo("well");
    assertThat(file).isEmptyFile();
  }

  @Test
  void runsMayShareACache(@TempDir Path folder) throws Exception {
    AnswerCache one = new AnswerCache(folder, 300);
    AnswerCache other = new AnswerCache(folder, 300);
    List<String> keys = IntStream.range(0, 20).mapToObj("%020x"::formatted).toList();
    ExecutorService runs = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> both = new ArrayList<>();
      for (AnswerCache cache : List.of(one, other)) {
        both.add(
            runs.submit(
                () -> {
                  for (int i = 0; i < 1000; i++) {
                    String key = keys.get(i % keys.size());
                    if (cache.find(key).isEmpty()) {
                      cache.keep(key, new byte[100]);
                    }
                  }
                  return true;
                }));
      }
      for (Future<?> run : both) {
        assertThat(run.get()).isEqualTo(true);
      }
    } finally {
      runs.shutdownNow();
    }
    assertThat(answers(folder)).isNotEmpty();
  }

  @Test
  void whatCannotBeReadIsNotKept(@TempDir Path folder) throws IOException {
    Web web = web(Optional.of(folder));
    behaviour = exchange -> send(exchange, 200, "rubbish");
    Function<byte[], String> strict =
        bytes -> {
          String text = new String(bytes, StandardCharsets.UTF_8);
          if (!text.equals("well")) {
            throw new UserException(ExitCode.UNAVAILABLE, "cannot be read");
          }
          return text;
        };
    assertThatThrownBy(() -> web.ask(Optional.empty(), "*/*", strict)).hasMessage("cannot be read");
    assertThat(answers(folder)).isEmpty();
    behaviour = exchange -> send(exchange, 200, "well");
    assertThat(web.ask(Optional.empty(), "*/*", strict)).isEqualTo("well");
    Files.writeString(answers(folder).get(0), "cut o");
    assertThat(web.ask(Optional.empty(), "*/*", strict)).isEqualTo("well");
    assertThat(asked).hasValue(3);
  }

  private void ask(Path folder, String form) {
    assertThat(answer(web(Optional.of(folder)), Optional.of(form))).isNotEmpty();
  }

  private static List<Path> answers(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("[0-9a-f]{20,64}"))
          .sorted()
          .toList();
    }
  }

  @Test
  void nobodyAtHomeIsToldSo() {
    stub.stop(0);
    fails(ExitCode.UNAVAILABLE, "does not answer");
  }

  private void fails(int exitCode, String what) {
    assertThatThrownBy(() -> answer(web(Optional.empty()), Optional.empty()))
        .isInstanceOfSatisfying(
            UserException.class, failure -> assertThat(failure.exitCode()).isEqualTo(exitCode))
        .hasMessageContaining(what);
  }

  private static byte[] answer(Web web, Optional<String> form) {
    return web.ask(form, "*/*", bytes -> bytes);
  }

  private Web web(Optional<Path> cache) {
    return new Web(address("/"), QUICK, cache);
  }

  private URI address(String path) {
    return URI.create("http://localhost:%d%s".formatted(stub.getAddress().getPort(), path));
  }

  private static void pause() {
    try {
      Thread.sleep(10_000);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      try (var out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
    exchange.close();
  }
}
