package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chancery.ExitCode;
import org.chancery.Seeds;
import org.chancery.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles against gold, by the command. */
class EvaluateCommandTest {
  private static final Path EXAMPLE = Path.of("src/docs/example");
  private static final Path SEEDS_GOLD = Path.of("src/test/resources/gold");

  private final Path folder;

  EvaluateCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void figuresOfTheExampleAreThoseCountedByHand() {
    CommandRun run =
        CommandRun.of("evaluate", EXAMPLE.resolve("gold"), EXAMPLE.resolve("articles"));

    assertThat(run.messages()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.output().lines())
        .contains(
            "holdsOffice       2      2      2      0      0   1.000 1.000 1.000",
            "represents        2      2      2      0      0   1.000 1.000 1.000",
            "signs             0      0      0      0      0       -     -     -",
            "meetsWith         1      1      1      0      0   1.000 1.000 1.000",
            "ALL               5      5      5      0      0   1.000 1.000 1.000",
            "95 % intervals (percentile bootstrap, articles: 1)",
            "ALL                      -             -             -",
            "false assertions of planned or trap facts: 0 of 5 asserted, 0.0 %");
  }

  @Test
  void articlesGiveTheTableOfTheirStore() {
    Path store = folder.resolve("store");
    Store.replace(store, Seeds.graph().quads());

    CommandRun stored = CommandRun.of("evaluate", SEEDS_GOLD, "--errors", "--store", store);
    CommandRun read = CommandRun.of("evaluate", SEEDS_GOLD, Seeds.FOLDER, "--errors");

    assertThat(read).isEqualTo(stored);
    assertThat(read.output())
        .contains("95 % intervals (percentile bootstrap, articles: 5)")
        .containsPattern("\nALL( +[01]\\.\\d{3}-[01]\\.\\d{3}){3}\n");
  }

  @Test
  void storeBesideArticlesIsRefused() {
    CommandRun run =
        CommandRun.of(
            "evaluate", EXAMPLE.resolve("gold"), EXAMPLE.resolve("articles"), "--store", "store");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.messages())
        .containsExactly(
            "Evaluate ARTICLES or a store? Leave out --store to read src/docs/example/articles, or"
                + " the articles to take the store store.");
  }

  @Test
  void missingAndRejectedArticlesAreNamed() throws IOException {
    Path gold = Files.createDirectories(folder.resolve("gold"));
    Files.writeString(gold.resolve("fjord.tsv"), "");
    Files.writeString(gold.resolve("lost.tsv"), "visits\tAna Wolff\tOslo\tasserted\t\n");
    Path good = Files.writeString(folder.resolve("fjord.txt"), "Rain fell all night.\n");
    Path bad = Files.writeString(folder.resolve("bad.txt"), "");

    CommandRun run = CommandRun.of("evaluate", gold, good, bad);

    assertThat(run.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(run.messages())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("ERROR code=empty file=" + bad))
        .contains(gold + ": none of ARTICLES is \"lost\". Pass its file, too.");
    assertThat(run.output())
        .contains("visits            1      0      0      0      0       - 0.000 0.000\n");
    assertThat(CommandRun.of("evaluate", gold, good, folder.resolve("none.txt")).exitCode())
        .isEqualTo(ExitCode.NO_INPUT);
    Files.delete(gold.resolve("lost.tsv"));
    assertThat(CommandRun.of("evaluate", gold, good, bad).exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(CommandRun.of("evaluate", gold, good).exitCode()).isEqualTo(ExitCode.OK);
  }
}
