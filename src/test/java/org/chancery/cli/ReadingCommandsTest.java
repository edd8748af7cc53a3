package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.sparql.core.DatasetGraph;
import org.chancery.ExitCode;
import org.chancery.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code query}, {@code export} and {@code evaluate} as the command line runs them. */
class ReadingCommandsTest {
  private static final DatasetGraph STORE = Fixture.dataset();

  private final Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  ReadingCommandsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void queryWithoutANameListsTheQuestions() {
    assertThat(run("query")).isEqualTo(ExitCode.OK);
    assertThat(out())
        .contains("who-met-whom             Who met whom?\n")
        .contains("   --param day=…  the day, such as 2031-03-05 (needed)\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void queryPrintsATableAndCountsOnTheSide() {
    assertThat(run("query", "visits", "--param", "official=brandt")).isEqualTo(ExitCode.OK);
    assertThat(out().lines().toList())
        .hasSize(3)
        .last()
        .asString()
        .startsWith(
            "Ivo Brandt     Hallem      Estmark       a2         2031-03-05   id:official/ivo-brandt");
    assertThat(err.toString()).isEqualTo("1 row\n");
  }

  @Test
  void queryPrintsTurtleForTriplesUnasked() {
    assertThat(run("query", "neighbourhood", "--param", "name=Kestovia")).isEqualTo(ExitCode.OK);
    assertThat(out()).contains("rdfs:label  \"Kestovia\"");
  }

  @Test
  void queryTakesAFileAndAnEqualsSignInAValue() throws IOException {
    Path file = Files.writeString(folder.resolve("own.rq"), "SELECT (?_a AS ?b) {}");
    assertThat(run("query", file.toString(), "--param", "a=x=y", "--format", "csv"))
        .isEqualTo(ExitCode.OK);
    assertThat(out()).isEqualTo("b\r\nx=y\r\n");
  }

  @Test
  void queryAsksAServerByItsAddressAlone() {
    FusekiServer server =
        FusekiServer.create()
            .port(0)
            .loopback(true)
            .fusekiModules(FusekiModules.empty())
            .add("chancery", STORE, false)
            .build()
            .start();
    try {
      String address = "http://127.0.0.1:" + server.getPort();
      assertThat(run("query", "articles", "--server", address, "--format", "tsv")).isZero();
      assertThat(out().lines()).hasSize(5);
    } finally {
      server.stop();
    }
  }

  @Test
  void whatIsWrongWithAQuestionIsSaidInOneLine() {
    assertFails(
        ExitCode.USAGE, "There is no query \"visit\". Did you mean visits or ", "query", "visit");
    assertFails(ExitCode.NO_INPUT, "There is no file none.rq.", "query", "none.rq");
    assertFails(
        ExitCode.USAGE,
        "--server ftp://x: write an address",
        "query",
        "visits",
        "--server",
        "ftp://x");
    assertFails(
        ExitCode.USAGE,
        "Invalid value for option '--format': \"pdf\" is none of table,",
        "query",
        "visits",
        "--format",
        "pdf");
  }

  @Test
  void exportWritesAFileOrTheOutput() throws IOException {
    Path file = folder.resolve("graph.nq");
    assertThat(run("export", "--format", "nquads", "-o", file.toString())).isEqualTo(ExitCode.OK);
    assertThat(out()).isEmpty();
    assertThat(run("export", "--format", "nquads")).isEqualTo(ExitCode.OK);
    assertThat(out()).isEqualTo(Files.readString(file)).contains("José Ombélé");
  }

  @Test
  void exportOfFactsHasNoClaims() {
    assertThat(run("export", "--facts")).isEqualTo(ExitCode.OK);
    assertThat(out()).contains("chy:signs").doesNotContain("chy:Claim");
    assertFails(
        ExitCode.CANNOT_CREATE, folder + " is a folder.", "export", "-o", folder.toString());
  }

  @Test
  void exportTakesIrisAsTablesPrintThem() {
    String full = "https://w3id.org/chancery/id/official/ivo-brandt";
    assertThat(run("export", "--about", full)).isEqualTo(ExitCode.OK);
    String expected = out();
    assertThat(expected).contains("Ivo Brandt");
    for (String written :
        List.of("id:official/ivo-brandt", "official/ivo-brandt", "<" + full + ">")) {
      out.reset();
      assertThat(run("export", "--about", written)).isEqualTo(ExitCode.OK);
      assertThat(out()).isEqualTo(expected);
    }
    out.reset();
    assertThat(run("export", "--graph", "id:article/a2")).isEqualTo(ExitCode.OK);
    assertThat(out()).contains("Ivo Brandt");
    assertFails(
        ExitCode.NO_INPUT,
        "There is no thing \"https://w3id.org/chancery/id/official/x\" in the store.",
        "export",
        "--about",
        "id:official/x");
  }

  @Test
  void evaluatePrintsErrorsOnlyWhenAskedAndMissesArticlesAloud() throws IOException {
    Files.writeString(folder.resolve("a3.tsv"), "visits\tAna Lind\tHallem\tasserted\t\n");
    assertThat(run("evaluate", folder.toString())).isEqualTo(ExitCode.OK);
    assertThat(out()).startsWith("relation ").contains("\nALL ").doesNotContain("MISSED");
    out.reset();
    assertThat(run("evaluate", folder.toString(), "--errors")).isEqualTo(ExitCode.OK);
    assertThat(out()).contains("a3  MISSED  visits\tAna Lind\tHallem\tasserted\t\nrelation ");
    Files.writeString(folder.resolve("b7.tsv"), "");
    assertFails(
        ExitCode.DATA,
        folder + ": the store has no article \"b7\".",
        "evaluate",
        folder.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query",
        "query visits",
        "query visits --format json",
        "query neighbourhood --param name=Kestovia",
        "export",
        "export --format rdfxml",
        "export --format jsonld",
        "export --format nquads",
        "export --format turtle12",
        "export --format nanopubs",
        "export --format csv",
        "export --format geojson",
        "export --format graphml",
        "describe"
      })
  void fullOutputIsSaidAndAReaderThatLeavesIsNot(String command) {
    assertThat(run(new Blocked("No space left on device"), command.split(" ", -1)))
        .isEqualTo(ExitCode.IO);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("The standard output takes no more: No space left on device.");
    err.getBuffer().setLength(0);
    assertThat(run(new Blocked("Broken pipe"), command.split(" ", -1))).isEqualTo(ExitCode.OK);
    assertThat(err.toString()).isEmpty();
  }

  private void assertFails(int exitCode, String message, String... arguments) {
    err.getBuffer().setLength(0);
    assertThat(run(arguments)).isEqualTo(exitCode);
    assertThat(err.toString()).startsWith(message);
  }

  private int run(String... arguments) {
    return run(out, arguments);
  }

  private int run(OutputStream data, String... arguments) {
    return Chancery.commandLine(
            () -> fail("reading needs no models"), new Memory(), new StandardOutput(data))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The fixture, whatever folder is asked for. */
  private static final class Memory implements GraphSource {
    @Override
    public <T> T read(Path store, Function<DatasetGraph, T> reader) {
      return Fixture.read(STORE, reader);
    }
  }

  /** Takes nothing. */
  private static final class Blocked extends OutputStream {
    private final String reason;

    Blocked(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(int octet) throws IOException {
      throw new IOException(reason);
    }
  }
}
