package org.chancery.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      description = "A folder with one file ARTICLE.tsv for each article.")
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
      GoldStandard standard = GoldStandard.read(gold);
      Evaluation evaluation = source.read(store.folder(), data -> Evaluation.of(data, standard));
      print(evaluation, "the store has no article \"%s\". Build it first.");
      return evaluation.missing().isEmpty() ? ExitCode.OK : ExitCode.DATA;
    }
    if (spec.commandLine().getParseResult().hasMatchedOption("--store")) {
      throw new UserException(
          ExitCode.USAGE,
          "Evaluate ARTICLES or a store? Leave out --store to read %s, or the articles to take the store %s."
              .formatted(articles.get(0), store.folder()));
    }
    GoldStandard standard = GoldStandard.read(gold);
    ReadArticles read = ReadArticles.at(articles, pipeline, spec.commandLine().getErr());
    DatasetGraph data = inMemory(read.graph(Chy.DEFAULT_BASE));
    Evaluation evaluation = Txn.calculateRead(data, () -> Evaluation.of(data, standard));
    print(evaluation, "none of ARTICLES is \"%s\". Pass its file, too.");
    return evaluation.missing().isEmpty() && read.rejected() == 0 ? ExitCode.OK : ExitCode.DATA;
  }

  private static DatasetGraph inMemory(CorpusGraph graph) {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    Txn.executeWrite(dataset, () -> graph.quads().forEach(dataset::add));
    return dataset;
  }

  /**
   * Prints what was asked for.
   *
   * @param missing tells of an article that gold has alone; takes its identifier
   */
  private void print(Evaluation evaluation, String missing) {
    PrintStream text = new PrintStream(out, false, StandardCharsets.UTF_8);
    if (errors) {
      evaluation.errors().forEach(error -> text.print(error + "\n"));
    }
    text.print(evaluation.table());
    text.flush();
    PrintWriter err = spec.commandLine().getErr();
    for (String article : evaluation.missing()) {
      err.println(gold + ": " + missing.replace("%s", article));
    }
  }
}
