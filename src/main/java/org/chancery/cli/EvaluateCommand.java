package org.chancery.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chancery.ExitCode;
import org.chancery.evaluation.Evaluation;
import org.chancery.evaluation.GoldStandard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chancery evaluate}: how well the store's articles were read. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Prints precision, recall and F1 for each relation against a gold standard.",
      "While a server has the store open, the graph is fetched from it."
    })
final class EvaluateCommand implements Callable<Integer> {
  private final GraphSource source;
  private final OutputStream out;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "GOLD_DIR",
      description = "A folder with one file ARTICLE.tsv for each article.")
  private Path gold = Path.of("gold");

  @Option(names = "--errors", description = "List every false and every missed fact, too.")
  private boolean errors;

  @Mixin private StoreOption store = new StoreOption();

  /**
   * Makes the command.
   *
   * @param out takes the table; messages go to the command line's error writer
   */
  EvaluateCommand(GraphSource source, OutputStream out) {
    this.source = source;
    this.out = out;
  }

  /** Exits with {@link ExitCode#DATA} when gold speaks of an article that the store has not. */
  @Override
  public Integer call() {
    GoldStandard standard = GoldStandard.read(gold);
    Evaluation evaluation = source.read(store.folder(), data -> Evaluation.of(data, standard));
    PrintStream text = new PrintStream(out, false, StandardCharsets.UTF_8);
    if (errors) {
      evaluation.errors().forEach(error -> text.print(error + "\n"));
    }
    text.print(evaluation.table());
    text.flush();
    for (String article : evaluation.missing()) {
      spec.commandLine()
          .getErr()
          .printf("%s: the store has no article \"%s\". Build it first.%n", gold, article);
    }
    return evaluation.missing().isEmpty() ? ExitCode.OK : ExitCode.DATA;
  }
}
