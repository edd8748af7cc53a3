package org.chancery.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.sse.SSE;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.federation.Federation;
import org.chancery.query.Answer;
import org.chancery.query.CannedQueries;
import org.chancery.query.QueryRunner;
import org.chancery.store.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start before any test.
class AuthenticationTest {
  private static final String MIRA = Passwords.line("mira", "fjord");

  private final HttpClient http = HttpClient.newHttpClient();
  private Path folder;
  private Server server;

  @BeforeAll
  void start(@TempDir Path temporary) throws IOException {
    folder = temporary.resolve("store");
    Store.replace(folder, Stream.of(SSE.parseQuad("(<urn:g> <urn:s> <urn:p> <urn:o>)")));
    ServerSettings settings =
        new ServerSettings(
            0,
            Optional.of("127.0.0.1"),
            Set.of("news.example"),
            Optional.of(Passwords.of(file(temporary, MIRA))),
            Optional.empty(),
            ServerSettings.TIMEOUT,
            Federation.NONE,
            Set.of());
    server = Server.start(Store.open(folder), settings, CannedQueries.of(Map.of()));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static Path file(Path folder, String content) throws IOException {
    Path file = folder.resolve("passwords");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, content);
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.address().getPort() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/start/",
        "/start/query/x",
        "/id/x",
        "/ontology",
        "/.well-known/void",
        "/chancery/sparql?query=ASK%7B%7D",
        "/$/server",
        "/$/ping",
        "/$/health",
        "/$/metrics",
        "/static/none"
      })
  void nothingIsServedToStrangers(String path) throws Exception {
    HttpResponse<String> response = get(path);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .contains("Basic realm=\"Chancery\", charset=\"UTF-8\"");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(get(path, "Authorization", basic("mira:fjord")).statusCode()).isNotEqualTo(401);
  }

  @Test
  void whoGuessesWaitsAndWhoIsKnownDoesNot() throws Exception {
    assertThat(get("/start/", "Authorization", basic("mira:fjord")).statusCode()).isEqualTo(200);
    for (String wrong : new String[] {"mira:", "mira:fjorD", "nobody:fjord", ":", "mira"}) {
      assertThat(get("/start/", "Authorization", basic(wrong)).statusCode()).isEqualTo(401);
    }
    HttpResponse<String> next = get("/start/", "Authorization", basic("mira:sixth"));
    assertThat(next.statusCode()).isEqualTo(429);
    assertThat(next.headers().firstValue("Retry-After")).contains("1");
    assertThat(get("/start/", "Authorization", basic("mira:fjord")).statusCode()).isEqualTo(200);

    Thread.sleep(Duration.ofMillis(1100).toMillis());
    assertThat(get("/start/", "Authorization", "Bearer none").statusCode()).isEqualTo(401);
    assertThat(get("/start/", "Authorization", "Bearer none").statusCode()).isEqualTo(429);
  }

  @Test
  void whoIsOneUserDoesNotGuessAtAnotherForFree(@TempDir Path temporary) throws Exception {
    Path two =
        file(temporary, String.join(System.lineSeparator(), MIRA, Passwords.line("eve", "x")));
    AtomicLong clock = new AtomicLong();
    Authentication door = new Authentication(Passwords.of(two), "word", clock::get);

    assertThat(status(door, "eve:y")).isEqualTo(401);
    assertThat(status(door, "eve:x")).isEqualTo(200);
    for (int i = 0; i < 5; i++) {
      assertThat(status(door, "mira:guess" + i)).isEqualTo(401);
      assertThat(status(door, "eve:x")).isEqualTo(200);
    }
    assertThat(status(door, "mira:sixth")).isEqualTo(429);
    assertThat(status(door, "mira:fjord")).isEqualTo(429);
    clock.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(status(door, "mira:fjord")).isEqualTo(200);
    assertThat(status(door, "mira:guess")).isEqualTo(401);
  }

  /** What somebody at one address gets; 200 if it is let in. */
  private static int status(Authentication door, String pair) throws Exception {
    AtomicInteger status = new AtomicInteger();
    HttpServletRequest request =
        fake(
            HttpServletRequest.class,
            method ->
                switch (method) {
                  case "getHeader" -> basic(pair);
                  case "getRemoteAddr" -> "192.0.2.1";
                  default -> throw new AssertionError(method);
                },
            status);
    HttpServletResponse response =
        fake(
            HttpServletResponse.class,
            method -> method.equals("getOutputStream") ? new Nowhere() : null,
            status);
    door.doFilter(request, response, (in, out) -> status.set(200));
    return status.get();
  }

  private static <T> T fake(
      Class<T> type, Function<String, @Nullable Object> answers, AtomicInteger status) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (method.getName().equals("setStatus")) {
                status.set((Integer) arguments[0]);
              }
              return answers.apply(method.getName());
            }));
  }

  private static final class Nowhere extends ServletOutputStream {
    @Override
    public void write(int octet) {}

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {}
  }

  @Test
  void guessesAreNotKeptWaitingInCrowds(@TempDir Path temporary) throws Exception {
    Passwords passwords = Passwords.of(file(temporary, MIRA));
    ExecutorService crowd = Executors.newFixedThreadPool(30);
    try {
      List<Future<Passwords.Verdict>> verdicts = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        String guess = "guess" + i;
        verdicts.add(crowd.submit(() -> passwords.match("mira", guess)));
      }
      List<Passwords.Verdict> all = new ArrayList<>();
      for (Future<Passwords.Verdict> verdict : verdicts) {
        all.add(verdict.get());
      }
      assertThat(all).contains(Passwords.Verdict.BUSY, Passwords.Verdict.WRONG);
    } finally {
      crowd.shutdown();
    }
    assertThat(passwords.match("mira", "fjord")).isEqualTo(Passwords.Verdict.RIGHT);
    assertThat(passwords.match("mira", "fjord")).isEqualTo(Passwords.Verdict.REMEMBERED);
  }

  @Test
  void commandsOfTheStoresOwnerComeInByItsFolder() throws Exception {
    Store.Served served = Store.served(folder).orElseThrow();
    Answer answer =
        QueryRunner.at(
                served.address().resolve("/chancery/sparql"),
                Optional.of(served.version()),
                served.token().map(token -> "Bearer " + token))
            .run(QueryFactory.create("ASK { ?s ?p ?o }"));

    assertThat(answer).isEqualTo(new Answer.Truth(true));
    assertThat(Files.getPosixFilePermissions(folder.resolve("server.properties")))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    assertThatThrownBy(
            () ->
                QueryRunner.at(served.address().resolve("/chancery/sparql"))
                    .run(QueryFactory.create("ASK {}")))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.PERMISSION))
        .hasMessageContaining("asks who you are. Pass --user NAME,");
  }

  @Test
  void fileThatIsNotThereIsSaidInWords(@TempDir Path temporary) {
    Path file = temporary.resolve("none");
    assertThatThrownBy(() -> Passwords.of(file))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.NO_INPUT))
        .hasMessageStartingWith(file + " cannot be read (it is not there). Make it by ");
  }

  @ParameterizedTest
  @CsvSource({
    "mira:secret, line 1 is not NAME:HASH",
    "mira:$2y$05$abc, line 1 is not NAME:HASH",
    "'# nobody', names nobody",
  })
  void fileThatIsNoneIsRefused(String content, String message, @TempDir Path temporary)
      throws IOException {
    Path file = file(temporary, content);

    assertThatThrownBy(() -> Passwords.of(file))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIG))
        .hasMessageContaining(message);
  }

  @Test
  void fileThatEverybodyMayReadIsRefused(@TempDir Path temporary) throws IOException {
    Path file = file(temporary, MIRA);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> Passwords.of(file))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.PERMISSION))
        .hasMessageContaining("chmod 600");
  }

  @Test
  void strangersAreNotServedWithoutPasswords() {
    assertThatThrownBy(
            () ->
                new ServerSettings(
                    0,
                    Optional.of("0.0.0.0"),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    ServerSettings.TIMEOUT,
                    Federation.NONE,
                    Set.of()))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("--password-file");
  }
}
