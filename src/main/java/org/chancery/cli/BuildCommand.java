package org.chancery.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chancery.Engine;
import org.chancery.ExitCode;
import org.chancery.GraphMaker;
import org.chancery.Pipeline;
import org.chancery.StoredCorpus;
import org.chancery.UserException;
import org.chancery.article.ArticleReader;
import org.chancery.article.Read;
import org.chancery.article.Zoner;
import org.chancery.ontology.Chy;
import org.chancery.resolution.Curation;
import org.chancery.store.StoreLedger;
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
      "Articles that the store has are read again only if they, or the program, have changed;",
      "others stay. The store takes the next version's place once everything is checked."
    },
    mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {
  /** The system property that the launcher sets where a person watches standard error. */
  private static final String WATCHED = "chancery.watched";

  private final Supplier<Pipeline> pipeline;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Texts, web pages, JSON Lines, RSS and Atom feeds and web archives, packed (.gz) or not, folders of them, and - for standard input.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--base",
      paramLabel = "IRI",
      description =
          "What the IRIs of entities start with; unless given, as in the store, or else "
              + Chy.DEFAULT_BASE
              + ".")
  private Optional<String> base = Optional.empty();

  @Mixin private InputOptions inputs = new InputOptions();

  @Option(
      names = "--max-errors",
      paramLabel = "N",
      description = "Stops if more than N inputs are rejected, and leaves the store as it was.")
  private Optional<Integer> mostErrors = Optional.empty();

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
   * @param pipeline is asked for when there is an article to be read
   */
  BuildCommand(Supplier<Pipeline> pipeline) {
    this.pipeline = pipeline;
  }

  /** Exits with {@link ExitCode#DATA} when some articles were rejected and the others loaded. */
  @Override
  public Integer call() {
    requireBase();
    requireFolder();
    if (mostErrors.isPresent() && mostErrors.get() < 0) {
      throw new UserException(
          ExitCode.USAGE, "--max-errors is %d. Pass 0 or more.".formatted(mostErrors.get()));
    }
    served.require(spec.commandLine());
    int rejected = build();
    if (serve) {
      // By now everything of the build but its store is garbage, models included.
      served.serve(store.folder(), spec.commandLine().getOut(), spec.commandLine().getErr());
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
    if (base.isPresent() && !base.get().matches("https?://[^\\s<>\"{}|\\\\^`]+[/#]")) {
      throw new UserException(
          ExitCode.USAGE,
          "--base is \"%s\". Pass an http or https IRI that ends with / or #."
              .formatted(base.get()));
    }
  }

  /** Returns how many inputs were rejected. */
  private int build() {
    PrintWriter err = spec.commandLine().getErr();
    long start = System.nanoTime();
    // Before minutes of reading: a line may be malformed.
    Curation decisions =
        curation.read(StoreLedger.base(store.folder()).or(() -> base).orElse(Chy.DEFAULT_BASE));
    // Before the store is made: a path may not be there.
    ArticleReader reader = new ArticleReader(Zoner.standard(), inputs.options());
    Stream<Read> all = reader.read(paths);
    Progress progress =
        new Progress(
            err,
            Boolean.getBoolean(WATCHED),
            reader.size(paths),
            reader.meter()::taken,
            System::nanoTime);
    try (all;
        StoredCorpus corpus =
            StoredCorpus.open(
                store.folder(),
                Engine.reading(),
                GraphMaker.load(),
                StoredCorpus.Thrift.STANDARD)) {
      String iris = base(corpus);
      corpus.requireCuration(decisions);
      try (Report report = Report.begin(store.folder(), paths, progress)) {
        Intake intake = new Intake(corpus, pipeline, progress, report, mostErrors);
        try {
          Intake.Counts counts = intake.take(all);
          requireAny(counts);
          progress.phase("Putting the articles together");
          StoredCorpus.Outcome outcome = corpus.commit(iris, decisions, new ViolationLines(err));
          progress.clear();
          report.end(counts, code(counts));
          BuildSummary summary = new BuildSummary(outcome, decisions);
          Duration took = Duration.ofNanos(System.nanoTime() - start);
          PrintWriter out = spec.commandLine().getOut();
          out.println(counts.line());
          out.print(summary.text(store.folder(), took));
          if (listSilent) {
            corpus.read(
                intake.articles(), reading -> out.print(BuildSummary.silentSentences(reading)));
          }
          out.flush();
          outcome.warnings().forEach(err::println);
          tellStale(outcome.stale(), err);
          return counts.rejected();
        } catch (UserException failure) {
          progress.clear();
          report.failed(
              intake.untilNow(), failure.exitCode(), String.valueOf(failure.getMessage()));
          throw failure;
        } catch (RuntimeException | Error failure) {
          progress.clear();
          report.failed(intake.untilNow(), ExitCode.SOFTWARE, failure.toString());
          throw failure;
        }
      }
    }
  }

  private static int code(Intake.Counts counts) {
    return counts.rejected() > 0 ? ExitCode.DATA : ExitCode.OK;
  }

  private static void requireAny(Intake.Counts counts) {
    if (counts.inputs() == counts.rejected()) {
      throw new UserException(
          ExitCode.DATA, "None of the articles could be read. The store is as it was.");
    }
  }

  private String base(StoredCorpus corpus) {
    Optional<String> held = corpus.base();
    if (held.isPresent() && base.isPresent() && !held.equals(base)) {
      throw new UserException(
          ExitCode.USAGE,
          "The IRIs of %s start with %s, not with %s. Leave out --base, or pass --store with another folder."
              .formatted(store.folder(), held.get(), base.get()));
    }
    return held.or(() -> base).orElse(Chy.DEFAULT_BASE);
  }

  private void tellStale(int stale, PrintWriter err) {
    if (stale > 0) {
      err.printf(
          "%d article%s of %s stay%s as another version of Chancery read %s. Build %s files again to change that; ./chancery status lists them.%n",
          stale,
          stale == 1 ? "" : "s",
          store.folder(),
          stale == 1 ? "s" : "",
          stale == 1 ? "it" : "them",
          stale == 1 ? "its" : "their");
    }
  }
}
