package org.chancery.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.chancery.ExitCode;
import org.chancery.Pipeline;
import org.chancery.UserException;
import org.chancery.graph.CorpusGraph;
import org.chancery.ontology.Chy;
import org.chancery.resolution.Curation;
import org.chancery.store.Store;
import org.chancery.validation.ShapeGate;
import org.chancery.validation.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads articles into a store. */
@Command(
    name = "build",
    description = {
      "Reads articles, writes what they say as RDF, checks it and puts it into a store.",
      "The store is replaced as a whole once everything is checked."
    },
    mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {
  private final Supplier<Pipeline> pipeline;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Text files, JSON Lines files (.jsonl, .jsonl.gz: an article a line) and folders of .txt, .jsonl and .jsonl.gz files.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--base",
      paramLabel = "IRI",
      defaultValue = Chy.DEFAULT_BASE,
      description = "What the IRIs of entities start with; ${DEFAULT-VALUE} unless given.")
  private String base = Chy.DEFAULT_BASE;

  @Option(
      names = "--silent-sentences",
      description = "Lists the sentences with a trigger word (signed, met, …) that gave no event.")
  private boolean listSilent;

  @Mixin private CurationOption curation = new CurationOption();

  @Option(names = "--serve", description = "Serves the store when it is built.")
  private boolean serve;

  @Mixin private StoreOption store = new StoreOption();

  @Mixin private ServeOptions served = new ServeOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * Makes the command.
   *
   * @param pipeline is asked for when the articles have been found
   */
  BuildCommand(Supplier<Pipeline> pipeline) {
    this.pipeline = pipeline;
  }

  /** Exits with {@link ExitCode#DATA} when some articles were rejected and the others loaded. */
  @Override
  public Integer call() {
    requireBase();
    requireFolder();
    served.requirePort(spec.commandLine());
    int rejected = build();
    if (serve) {
      // By now everything of the build but its store is garbage, models included.
      served.serve(store.folder(), spec.commandLine().getOut());
    }
    return rejected > 0 ? ExitCode.DATA : ExitCode.OK;
  }

  /** Before minutes of reading, whether the store can be one. */
  private void requireFolder() {
    if (Files.isRegularFile(store.folder())) {
      throw new UserException(
          ExitCode.CANNOT_CREATE,
          "%s is a file, so it cannot hold a store. Pass --store with a folder."
              .formatted(store.folder()));
    }
  }

  private void requireBase() {
    if (!base.matches("https?://[^\\s<>\"{}|\\\\^`]+[/#]")) {
      throw new UserException(
          ExitCode.USAGE,
          "--base is \"%s\". Pass an http or https IRI that ends with / or #.".formatted(base));
    }
  }

  /** Returns how many inputs were rejected. */
  private int build() {
    PrintWriter err = spec.commandLine().getErr();
    long start = System.nanoTime();
    // Before minutes of reading: a line may be malformed.
    Curation decisions = curation.read();
    ReadArticles articles = ReadArticles.at(paths, pipeline, err);
    if (articles.readings().isEmpty()) {
      throw new UserException(
          ExitCode.DATA, "None of the articles could be read. The store is as it was.");
    }
    CorpusGraph graph = articles.graph(base, decisions);
    load(graph, store.folder(), err);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    BuildSummary summary = new BuildSummary(articles.readings(), articles.rejected(), graph);
    PrintWriter out = spec.commandLine().getOut();
    out.print(summary.text(store.folder(), took));
    if (listSilent) {
      out.print(summary.silentSentences());
    }
    out.flush();
    return articles.rejected();
  }

  /**
   * Puts a graph into a store if the gate lets it pass.
   *
   * @param err takes a line for each way in which the graph breaks a shape
   * @throws UserException with {@link ExitCode#DATA} if there are any; the store is then as it was
   */
  static void load(CorpusGraph graph, Path store, PrintWriter err) {
    List<Violation> violations = ShapeGate.load().check(graph.articles());
    for (Violation violation : violations) {
      err.printf(
          "%s: <%s> breaks %s: %s%n",
          violation.article(), violation.node(), violation.shape(), violation.message());
    }
    if (!violations.isEmpty()) {
      throw new UserException(
          ExitCode.DATA,
          "The graph is not sound, so it is not loaded; the store is as it was. This is our bug: please report the lines above.");
    }
    Store.replace(store, graph.quads());
  }
}
