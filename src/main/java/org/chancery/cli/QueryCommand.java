package org.chancery.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.query.Query;
import org.chancery.ExitCode;
import org.chancery.Reason;
import org.chancery.UserException;
import org.chancery.federation.Federation;
import org.chancery.query.Answer;
import org.chancery.query.AnswerFormat;
import org.chancery.query.AnswerPrinter;
import org.chancery.query.CannedQueries;
import org.chancery.query.CannedQuery;
import org.chancery.query.Named;
import org.chancery.query.Parameter;
import org.chancery.query.QueryRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code chancery query}: lists the canned queries or answers one. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = {
      "Answers a canned query or a file; without a name, lists the canned queries.",
      "While a server has the store open, the server is asked, and its time limit holds."
    })
final class QueryCommand implements Callable<Integer> {
  private static final String EXTENSION = ".rq";
  private static final String PASSWORD = "CHANCERY_PASSWORD";

  private final GraphSource source;
  private final OutputStream out;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME or FILE.rq",
      description = "A canned query, or a file with a SPARQL query.")
  private Optional<String> what = Optional.empty();

  @Option(
      names = "--param",
      paramLabel = "k=v",
      description = "A value for a parameter of the query; may be repeated.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      description = "table, csv, tsv, json, xml, or turtle for CONSTRUCT and DESCRIBE.")
  private Optional<AnswerFormat> format = Optional.empty();

  @Option(
      names = "--server",
      paramLabel = "URL",
      description =
          "Ask this server instead of the store, such as http://127.0.0.1:3330. One that serves the"
              + " store is found without it.")
  private Optional<URI> server = Optional.empty();

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description =
          "Who asks that server, if it wants to know; the password is in the environment, as"
              + " CHANCERY_PASSWORD.")
  private Optional<String> user = Optional.empty();

  @Mixin private StoreOption store = new StoreOption();

  @Mixin private FederationOption services = new FederationOption();

  private Federation federation = Federation.NONE;

  /**
   * Makes the command.
   *
   * @param out takes the data; messages go to the command line's error writer
   */
  QueryCommand(GraphSource source, OutputStream out) {
    this.source = source;
    this.out = out;
  }

  @Override
  public Integer call() {
    if (what.isEmpty()) {
      list();
      return ExitCode.OK;
    }
    if (server.isPresent() && services.given()) {
      throw StoreSource.elsewhere(server.get());
    }
    if (user.isPresent() && server.isEmpty()) {
      throw new UserException(
          ExitCode.USAGE,
          "--user %s: a store asks nobody who they are. Pass --server URL, too, or leave --user out."
              .formatted(user.get()));
    }
    federation = services.read(spec.commandLine().getErr());
    CannedQuery canned = find(what.get());
    Query query = canned.bind(parameters);
    Answer answer = ask(query);
    new AnswerPrinter(query.getPrefixMapping())
        .print(answer, format.orElse(AnswerFormat.suiting(answer)), out);
    if (answer instanceof Answer.Rows rows) {
      int count = rows.rows().size();
      spec.commandLine().getErr().println(count == 1 ? "1 row" : count + " rows");
      if (count == 0) {
        for (Named named : canned.named(parameters)) {
          named.complaint(this::ask).ifPresent(spec.commandLine().getErr()::println);
        }
      }
    }
    return ExitCode.OK;
  }

  private Answer ask(Query query) {
    return server
        .map(
            address ->
                QueryRunner.at(endpoint(address), Optional.empty(), user.map(QueryCommand::basic))
                    .run(query))
        .orElseGet(() -> source.answer(store.folder(), query, federation));
  }

  private static String basic(String user) {
    String password =
        Optional.ofNullable(System.getenv(PASSWORD))
            .orElseThrow(
                () ->
                    new UserException(
                        ExitCode.USAGE,
                        "--user %s: there is no password. Put it into the environment variable %s."
                            .formatted(user, PASSWORD)));
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private void list() {
    PrintStream text = new PrintStream(out, false, StandardCharsets.UTF_8);
    for (CannedQuery query : CannedQueries.load().all()) {
      text.printf(Locale.ROOT, "%-24s %s%n", query.name(), query.question());
      for (Parameter parameter : query.parameters()) {
        text.printf(
            Locale.ROOT,
            "%-24s   --param %s=…  %s%s%n",
            "",
            parameter.name(),
            parameter.description(),
            parameter.required() ? " (needed)" : "");
      }
    }
    text.flush();
  }

  private static CannedQuery find(String what) {
    if (!what.endsWith(EXTENSION)) {
      return CannedQueries.load().require(what);
    }
    Path file = Path.of(what);
    if (!Files.isRegularFile(file)) {
      throw new UserException(
          ExitCode.NO_INPUT,
          "There is no file %s. A canned query is named without %s.".formatted(what, EXTENSION));
    }
    try {
      return CannedQuery.parse(what, Files.readString(file));
    } catch (IOException e) {
      throw new UserException(
          ExitCode.IO, "%s cannot be read: %s.".formatted(what, Reason.of(e)), e);
    }
  }

  private static URI endpoint(URI address) {
    String scheme = String.valueOf(address.getScheme());
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new UserException(
          ExitCode.USAGE,
          "--server %s: write an address such as http://127.0.0.1:3330.".formatted(address));
    }
    String path = address.getPath();
    return path.isEmpty() || path.equals("/") ? StoreSource.sparql(address) : address;
  }

  /** Reads the small-letter names that the formats go by. */
  static final class FormatConverter implements ITypeConverter<AnswerFormat> {
    @Override
    public AnswerFormat convert(String value) {
      return AnswerFormat.named(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "\"%s\" is none of table, csv, tsv, json, xml, turtle".formatted(value)));
    }
  }
}
