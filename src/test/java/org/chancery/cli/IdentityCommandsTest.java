package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chancery.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands tell of identity, and how a curator decides it. */
class IdentityCommandsTest {
  private final Path folder;
  private final Path articles;
  private final Path store;

  IdentityCommandsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.store = folder.resolve("store");
    this.articles = Files.createDirectories(folder.resolve("articles"));
    article(
        "one", "VALLETTA, May 5, 2031 -- Maltese Transport Minister Carla P. Vella spoke in Oslo.");
    article("two", "OSLO, May 6, 2031 -- Malta's transport minister, Carla Vella, visited Oslo.");
    article(
        "three",
        "PRAIA, May 6, 2031 -- Cape Verde's transport minister, Carla Vella, visited Praia.");
  }

  @Test
  void explainTellsWhyArticlesSpeakOfOneThing() {
    assertThat(CommandRun.of("build", articles, "--store", store).exitCode()).isZero();
    CommandRun run = CommandRun.of("explain", "id:official/carla-p-vella", "--store", store);
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.output())
        .startsWith(
            "Official \"Carla P. Vella\" <https://w3id.org/chancery/id/official/carla-p-vella>\n")
        .contains("\nnames\n  \"Carla P. Vella\" in one\n  \"Carla Vella\" in two\n")
        .contains(
            "\nmerges\n  \"Carla P. Vella\" of one and \"Carla Vella\" of two: 10.0 of 4.0 points\n")
        .contains("    + same-service (2): both serve one country or organization\n")
        .contains(
            "\nnear-misses\n  \"Carla P. Vella\" of one <https://w3id.org/chancery/id/official/carla-p-vella>")
        .contains("    - different-country (veto): they serve different countries\n")
        .contains("claim <");
  }

  @Test
  void explainFollowsAnIriThatWasGivenUp() throws IOException {
    Path curation =
        Files.writeString(
            folder.resolve("own.tsv"), "same official/carla-vella official/carla-p-vella\n");
    build(curation);
    assertThat(export())
        .contains(
            "<https://w3id.org/chancery/id/official/carla-p-vella>"
                + " <http://purl.org/dc/terms/isReplacedBy>"
                + " <https://w3id.org/chancery/id/official/carla-vella>"
                + " <https://w3id.org/chancery/resolution/");
    CommandRun run = CommandRun.of("explain", "official/carla-p-vella", "--store", store);
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.messages())
        .containsExactly(
            "<https://w3id.org/chancery/id/official/carla-p-vella> is"
                + " <https://w3id.org/chancery/id/official/carla-vella> now: curation made them one.");
    assertThat(run.output())
        .isEqualTo(CommandRun.of("explain", "official/carla-vella", "--store", store).output())
        .startsWith("Official \"Carla Vella\" <");
  }

  @Test
  void explainFindsAThingByAnIriOfAnotherOfItsNames() {
    assertThat(CommandRun.of("build", articles, "--store", store).exitCode()).isZero();
    assertThat(CommandRun.of("remove", "three", "--store", store).exitCode()).isZero();
    CommandRun run = CommandRun.of("explain", "id:official/carla-vella", "--store", store);
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.messages())
        .containsExactly(
            "No thing is called <https://w3id.org/chancery/id/official/carla-vella>; that name is one of"
                + " <https://w3id.org/chancery/id/official/carla-p-vella>.");
    CommandRun none = CommandRun.of("explain", "id:official/karla-vela", "--store", store);
    assertThat(none.exitCode()).isEqualTo(ExitCode.NO_INPUT);
    assertThat(none.messages())
        .singleElement()
        .asString()
        .contains("Did you mean <https://w3id.org/chancery/id/official/carla-p-vella>?");
  }

  @Test
  void explainTakesTheBaseOfTheStore() {
    assertThat(
            CommandRun.of("build", articles, "--store", store, "--base", "https://example.org/id/")
                .exitCode())
        .isZero();
    CommandRun run = CommandRun.of("explain", "id:official/carla-p-vella", "--store", store);
    assertThat(run.messages()).isEmpty();
    assertThat(run.output())
        .startsWith(
            "Official \"Carla P. Vella\" <https://example.org/id/official/carla-p-vella>\n");
  }

  @Test
  void aCuratedBuildIsUndoneWithItsLines() throws IOException {
    Path curation =
        Files.writeString(
            folder.resolve("decisions.tsv"),
            """
            same official/carla-vella official/carla-p-vella
            reject two official/carla-p-vella visits city/no/oslo
            """);
    assertThat(CommandRun.of("build", articles, "--store", store).exitCode()).isZero();
    String plain = export();
    CommandRun run = CommandRun.of("build", articles, "--store", store, "--curation", curation);
    assertThat(run.messages()).isEmpty();
    assertThat(run.output()).contains("\n2 decisions of " + curation + ".\n");
    String curated = export();
    assertThat(curated)
        .doesNotContain("mentions> <https://w3id.org/chancery/id/official/carla-p-vella>")
        .contains("\"curation: same official/carla-vella official/carla-p-vella\"")
        .doesNotContain("visits> <https://w3id.org/chancery/id/city/no/oslo>");
    Files.writeString(curation, "# nothing is decided\n");
    assertThat(
            CommandRun.of("build", articles, "--store", store, "--curation", curation).exitCode())
        .isZero();
    assertThat(export()).isEqualTo(plain);
  }

  @Test
  void aCommentMoreChangesNoByte() throws IOException {
    String line = "same official/carla-vella official/carla-p-vella\n";
    build(Files.writeString(folder.resolve("one.tsv"), line));
    String before = export();
    build(Files.writeString(folder.resolve("other.tsv"), "# married since\n" + line));
    assertThat(export()).isEqualTo(before);
  }

  @Test
  void decisionsAreNotUndoneByMistake() throws IOException {
    Path curation =
        Files.writeString(
            folder.resolve("mine.tsv"), "same official/carla-vella official/carla-p-vella\n");
    build(curation);
    String curated = export();
    String message =
        "The store was made with 1 decision of a curation file, and there is no curation.tsv in this"
            + " folder. Run this where curation.tsv is, or pass --curation FILE; an empty file undoes"
            + " them all. The store is as it was.";
    for (CommandRun run :
        List.of(
            CommandRun.of("build", articles, "--store", store),
            CommandRun.of("remove", "one", "--store", store))) {
      assertThat(run.messages()).containsExactly(message);
      assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    }
    assertThat(export()).isEqualTo(curated);

    Path none = Files.writeString(folder.resolve("none.tsv"), "");
    CommandRun undone = build(none);
    assertThat(undone.output()).doesNotContain("decision");
    assertThat(export()).isNotEqualTo(curated);
    assertThat(CommandRun.of("build", articles, "--store", store).exitCode()).isZero();
    build(curation);
    assertThat(CommandRun.of("remove", "--all", "--store", store).exitCode()).isZero();
  }

  @Test
  void aDecisionOnARemovedArticleIsPassedOver() throws IOException {
    Path curation =
        Files.writeString(
            folder.resolve("own.tsv"), "rename official/carla-p-vella \"C. Vella\"\n");
    build(curation);
    CommandRun run =
        CommandRun.of("remove", "one", "two", "--store", store, "--curation", curation);
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.output()).contains("\n1 decision of " + curation + ".\n");
    assertThat(run.messages())
        .singleElement()
        .asString()
        .startsWith(
            curation
                + ", line 1: no article speaks of official/carla-p-vella. Did you mean official/carla-vella");
    assertThat(CommandRun.of("build", articles, "--curation", folder.resolve("no.tsv")).messages())
        .containsExactly("There is no file %s for --curation.".formatted(folder.resolve("no.tsv")));
  }

  @Test
  void aContradictionLeavesTheStoreAsItWas() throws IOException {
    Path curation =
        Files.writeString(
            folder.resolve("own.tsv"),
            "rename official/x \"C. Vella\"\nrename official/x \"D. Vella\"\n");
    CommandRun run = CommandRun.of("build", articles, "--store", store, "--curation", curation);
    assertThat(run.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(run.messages())
        .containsExactly(
            curation
                + ", line 2: another line renames official/x to \"C. Vella\". Delete one of them.");
  }

  @Test
  void evaluateJudgesIdentityWhereGoldHasClusters() throws IOException {
    Path gold = Files.createDirectories(folder.resolve("gold"));
    Files.writeString(
        gold.resolve("clusters.tsv"),
        """
        # class, cluster, article, form
        official	vella-mt	one	Carla P. Vella
        official	vella-mt	two	Carla Vella
        official	vella-cv	three	Carla Vella
        official	nobody	three	Ulla Sand
        city	oslo	two	Oslo
        """);
    CommandRun run = CommandRun.of("evaluate", gold, articles, "--errors");
    assertThat(run.messages()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.output().lines())
        .contains(
            "official  MISSED  three: \"Ulla Sand\" of nobody",
            "official         3      3       2      2   1.000 1.000 1.000   1.000 1.000 1.000   1.000 1.000 1.000",
            "official         4      3       3      2   1.000 0.750 0.857   1.000 0.750 0.857   1.000 0.667 0.800");
    Files.writeString(gold.resolve("clusters.tsv"), "person\tx\tone\tCarla Vella\n");
    assertThat(CommandRun.of("evaluate", gold, articles).messages())
        .containsExactly(gold.resolve("clusters.tsv") + ":1: \"person\" is no class.");
  }

  private CommandRun build(Path curation) {
    CommandRun run = CommandRun.of("build", articles, "--store", store, "--curation", curation);
    assertThat(run.exitCode()).isZero();
    return run;
  }

  private String export() {
    return CommandRun.of("export", "--format", "nquads", "--store", store).output();
  }

  private void article(String name, String text) throws IOException {
    Files.writeString(articles.resolve(name + ".txt"), text + "\n");
  }
}
