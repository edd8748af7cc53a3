package org.chancery.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.chancery.ExitCode;
import org.chancery.Pipeline;
import org.chancery.UserException;
import org.chancery.evaluation.Evaluation;
import org.chancery.evaluation.GoldStandard;
import org.chancery.evaluation.IdentityEvaluation;
import org.chancery.evaluation.IdentityGold;
import org.chancery.graph.CorpusGraph;
import org.chancery.ontology.Chy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chancery evaluate}: how well articles were read. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Prints precision, recall and F1 for each relation against a gold standard, with 95 %%"
          + " intervals.",
      "With ARTICLES, reads them and leaves the store alone; otherwise takes the store, and while a"
          + " server has it open, fetches the graph from there."
    })
final class EvaluateCommand implements Callable<Integer> {
  private final Supplier<Pipeline> pipeline;
  private final GraphSource source;
  private final OutputStream out;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "GOLD_DIR",
      description =
          "A folder with one file ARTICLE.tsv for each article; with clusters.tsv, identity is evaluated, too.")
  private Path gold = Path.of("gold");

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ARTICLES",
      description = "Files and folders of articles, as build takes them.")
  private List<Path> articles = new ArrayList<>();

  @Option(names = "--errors", description = "List every false and every missed fact, too.")
  private boolean errors;

  @Mixin private StoreOption store = new StoreOption();

  /**
   * Makes the command.
   *
   * @param pipeline is asked for when articles are to be read
   * @param out takes the table; messages go to the command line's error writer
   */
  EvaluateCommand(Supplier<Pipeline> pipeline, GraphSource source, OutputStream out) {
    this.pipeline = pipeline;
    this.source = source;
    this.out = out;
  }

  /**
   * Exits with {@link ExitCode#DATA} when gold speaks of an article that is not there, or some
   * articles were rejected.
   */
  @Override
  public Integer call() {
    if (articles.isEmpty()) {
      Optional<IdentityGold> identity = IdentityGold.find(gold);
      Optional<GoldStandard> standard = standard(identity);
      List<String> missing =
          source.read(
              store.folder(),
              data ->
                  evaluate(
                      data,
                      standard,
                      identity,
                      "the store has no article \"%s\". Build it first."));
      return missing.isEmpty() ? ExitCode.OK : ExitCode.DATA;
    }
    if (spec.commandLine().getParseResult().hasMatchedOption("--store")) {
      throw new UserException(
          ExitCode.USAGE,
          "Evaluate ARTICLES or a store? Leave out --store to read %s, or the articles to take the store %s."
              .formatted(articles.get(0), store.folder()));
    }
    Optional<IdentityGold> identity = IdentityGold.find(gold);
    Optional<GoldStandard> standard = standard(identity);
    ReadArticles read = ReadArticles.at(articles, pipeline, spec.commandLine().getErr());
    DatasetGraph data = inMemory(read.graph(Chy.DEFAULT_BASE));
    List<String> missing =
        Txn.calculateRead(
            data,
            () ->
                evaluate(
                    data, standard, identity, "none of ARTICLES is \"%s\". Pass its file, too."));
    return missing.isEmpty() && read.rejected() == 0 ? ExitCode.OK : ExitCode.DATA;
  }

  /** Gold for facts; a folder with clusters may do without. */
  private Optional<GoldStandard> standard(Optional<IdentityGold> identity) {
    return identity.isPresent() && !GoldStandard.isIn(gold)
        ? Optional.empty()
        : Optional.of(GoldStandard.read(gold));
  }

  /**
   * Prints the tables that gold is there for.
   *
   * @param missing tells of an article that gold has alone; takes its identifier
   * @return the identifiers of these
   */
  private List<String> evaluate(
      DatasetGraph data,
      Optional<GoldStandard> standard,
      Optional<IdentityGold> identity,
      String missing) {
    SortedSet<String> absent = new TreeSet<>();
    PrintStream text = new PrintStream(out, false, StandardCharsets.UTF_8);
    if (standard.isPresent()) {
      Evaluation evaluation = Evaluation.of(data, standard.get());
      print(text, evaluation.errors(), evaluation.table());
      absent.addAll(evaluation.missing());
    }
    if (identity.isPresent()) {
      IdentityEvaluation evaluation = IdentityEvaluation.of(data, identity.get());
      text.print(standard.isPresent() ? "\n" : "");
      print(text, evaluation.errors(), evaluation.table());
      absent.addAll(evaluation.missing());
    }
    text.flush();
    PrintWriter err = spec.commandLine().getErr();
    for (String article : absent) {
      err.println(gold + ": " + missing.replace("%s", article));
    }
    return List.copyOf(absent);
  }

  private void print(PrintStream text, List<String> lines, String table) {
    if (errors) {
      lines.forEach(line -> text.print(line + "\n"));
    }
    text.print(table);
  }

  private static DatasetGraph inMemory(CorpusGraph graph) {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    Txn.executeWrite(dataset, () -> graph.quads().forEach(dataset::add));
    return dataset;
  }
}
