package org.chancery.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.sparql.core.Quad;
import org.chancery.ExitCode;
import org.chancery.Pipeline;
import org.chancery.UserException;
import org.chancery.article.Article;
import org.chancery.article.ArticleReader;
import org.chancery.article.Read;
import org.chancery.article.Span;
import org.chancery.article.Zoner;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.Claim;
import org.chancery.graph.CorpusGraph;
import org.chancery.ontology.Chy;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.chancery.store.Store;
import org.chancery.validation.ShapeGate;
import org.chancery.validation.Violation;
import picocli.CommandLine;
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
  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Text files (.txt) and folders of them.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--base",
      paramLabel = "IRI",
      defaultValue = Chy.DEFAULT_BASE,
      description = "What the IRIs of entities start with; ${DEFAULT-VALUE} unless given.")
  private String base = Chy.DEFAULT_BASE;

  @Option(
      names = "--silent-sentences",
      description = "Lists the sentences with a trigger word (signed, met, …) that gave no fact.")
  private boolean listSilent;

  @Option(names = "--serve", description = "Serves the store when it is built.")
  private boolean serve;

  @Mixin private ServeOptions served = new ServeOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    PrintWriter err = command.getErr();
    long start = System.nanoTime();
    requireBase();
    List<ArticleReading> readings = new ArrayList<>();
    Pipeline pipeline = Pipeline.load();
    int rejected = readAll(pipeline, readings, err);
    if (readings.isEmpty()) {
      err.println("None of the articles could be read. The store is as it was.");
      return ExitCode.DATA;
    }
    CorpusGraph graph = pipeline.graph(readings, base);
    List<Violation> violations = ShapeGate.load().check(graph.articles());
    if (!violations.isEmpty()) {
      violations.forEach(
          violation ->
              err.printf(
                  "%s: <%s> breaks %s: %s%n",
                  violation.article(), violation.node(), violation.shape(), violation.message()));
      err.println("The graph is not sound, so it is not loaded. The store is as it was.");
      return ExitCode.DATA;
    }
    Store.replace(served.store(), graph.quads());
    summarize(readings, rejected, graph, Duration.ofNanos(System.nanoTime() - start));
    if (serve) {
      served.serve(command);
    }
    return rejected > 0 ? ExitCode.DATA : ExitCode.OK;
  }

  private void requireBase() {
    if (!base.matches("https?://[^\\s<>\"{}|\\\\^`]+[/#]")) {
      throw new UserException(
          ExitCode.USAGE,
          "--base is \"%s\". Pass an http or https IRI that ends with / or #.".formatted(base));
    }
  }

  /** Reads every article on all cores; what cannot be read is reported and passed over. */
  private int readAll(Pipeline pipeline, List<ArticleReading> readings, PrintWriter err) {
    int rejected = 0;
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      Map<Article, Future<ArticleReading>> started = new LinkedHashMap<>();
      for (Read read : (Iterable<Read>) new ArticleReader(Zoner.standard()).read(paths)::iterator) {
        if (read instanceof Read.Ok ok) {
          started.put(ok.article(), workers.submit(() -> pipeline.read(ok.article())));
        } else if (read instanceof Read.Rejected no) {
          rejected++;
          report(err, no.code(), no.source(), no.reason());
        }
      }
      for (Map.Entry<Article, Future<ArticleReading>> article : started.entrySet()) {
        try {
          readings.add(article.getValue().get());
        } catch (ExecutionException failure) {
          if (failure.getCause() instanceof OutOfMemoryError exhausted) {
            throw exhausted;
          }
          rejected++;
          report(err, "analysis-failed", article.getKey().id(), String.valueOf(failure.getCause()));
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw new UserException(
              ExitCode.TRY_AGAIN, "Interrupted. The store is as it was.", interrupted);
        }
      }
    } finally {
      workers.shutdownNow();
    }
    return rejected;
  }

  private static void report(PrintWriter err, String code, String source, String reason) {
    err.printf("ERROR code=%s file=%s reason=%s%n", code, source, reason);
  }

  private void summarize(
      List<ArticleReading> readings, int rejected, CorpusGraph graph, Duration took) {
    PrintWriter out = spec.commandLine().getOut();
    Map<Predicate, Map<Status, Integer>> counts = new TreeMap<>();
    for (ArticleReading reading : readings) {
      for (Claim claim : reading.claims()) {
        counts
            .computeIfAbsent(claim.predicate(), predicate -> new EnumMap<>(Status.class))
            .merge(claim.status(), 1, Integer::sum);
      }
    }
    out.printf(
        "%d article%s read, %d rejected.%n",
        readings.size(), readings.size() == 1 ? "" : "s", rejected);
    out.printf("%-14s", "facts");
    for (Status status : Status.values()) {
      out.printf("%10s", status.name().toLowerCase(Locale.ROOT));
    }
    out.println();
    counts.forEach(
        (predicate, byStatus) -> {
          out.printf("%-14s", predicate.localName());
          for (Status status : Status.values()) {
            out.printf("%10d", byStatus.getOrDefault(status, 0));
          }
          out.println();
        });
    long entities =
        graph
            .quads()
            .filter(quad -> quad.getPredicate().getURI().endsWith("#type"))
            .filter(quad -> quad.getSubject().getURI().startsWith(base))
            .map(Quad::getSubject)
            .distinct()
            .count();
    int silent = readings.stream().mapToInt(reading -> reading.silent().size()).sum();
    out.printf("%d things, %d quads, in %s.%n", entities, graph.size(), served.store());
    out.printf("%d sentences with a trigger word gave no event.%n", silent);
    if (listSilent) {
      for (ArticleReading reading : readings) {
        for (Span span : reading.silent()) {
          out.printf(
              "  %s [%d, %d): %s%n",
              reading.article().id(),
              span.start(),
              span.end(),
              span.of(reading.article().text()).replaceAll("\\s+", " "));
        }
      }
    }
    out.printf(Locale.ROOT, "%.1f s.%n", took.toMillis() / 1000.0);
    out.flush();
  }
}
