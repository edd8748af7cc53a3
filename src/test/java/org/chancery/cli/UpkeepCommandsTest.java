package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chancery.ExitCode;
import org.chancery.GraphMaker;
import org.chancery.Seeds;
import org.chancery.StoredCorpus;
import org.chancery.claims.ArticleReading;
import org.chancery.ontology.Chy;
import org.chancery.resolution.Curation;
import org.chancery.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adding, updating, removing and listing articles. */
class UpkeepCommandsTest {
  private static final String SIGNED =
      "Malta and Iceland signed the Reef Pact in Oslo on May 3, 2031.";
  private static final String MET =
      "Carla Vella, foreign minister of Malta, met Iceland's envoy Sunna Hall.";

  private final Path articles;
  private final Path store;

  UpkeepCommandsTest(@TempDir Path folder) throws IOException {
    this.articles = Files.createDirectory(folder.resolve("articles"));
    this.store = folder.resolve("store");
    write("reef", SIGNED);
    write("talk", MET);
  }

  @Test
  void unchangedArticlesAreNotReadAgain() {
    build(articles);
    String before = exported();
    CommandRun again = withoutModels("build", articles, "--store", store);

    assertThat(again.messages()).isEmpty();
    assertThat(again.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(again.output())
        .startsWith("2 inputs read: 0 ingested (0 new, 0 updated), 2 unchanged, 0 rejected.\n");
    assertThat(exported()).isEqualTo(before);
  }

  @Test
  void changedArticlesTakeThePlaceOfTheirReadingAndOthersStay() throws IOException {
    build(articles);
    write("reef", SIGNED.replace("Reef", "Ferry"));
    CommandRun changed = build(articles.resolve("reef.txt"));

    assertThat(changed.output())
        .startsWith("1 input read: 1 ingested (0 new, 1 updated), 0 unchanged, 0 rejected.\n")
        .contains("\n2 articles, ");
    assertThat(exported()).contains("Ferry Pact", "Carla Vella").doesNotContain("Reef Pact");
  }

  @Test
  void piecesAddUpToWhatOneBuildGives() {
    build(articles);
    String atOnce = exported();
    CommandRun.of("remove", "--all", "--store", store);
    build(articles.resolve("talk.txt"));
    build(articles.resolve("reef.txt"));

    assertThat(exported()).isEqualTo(atOnce);
  }

  @Test
  void rejectedInputLeavesItsArticleAsItWas() throws IOException {
    build(articles);
    write("reef", "");
    CommandRun build = build(articles);

    assertThat(build.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(build.output())
        .startsWith("2 inputs read: 0 ingested (0 new, 0 updated), 1 unchanged, 1 rejected.\n");
    assertThat(exported()).contains("Reef Pact");
  }

  @Test
  void removingTakesBackWhatAddingBrought() {
    build(articles.resolve("talk.txt"));
    String before = exported();
    build(articles.resolve("reef.txt"));
    assertThat(exported()).isNotEqualTo(before);
    CommandRun remove = CommandRun.of("remove", "reef", "--store", store);

    assertThat(remove.messages()).isEmpty();
    assertThat(remove.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(remove.output()).startsWith("1 article removed.\n").contains("\n1 article, ");
    assertThat(exported()).isEqualTo(before);
  }

  @Test
  void unknownArticleIsNotRemovedAndNearOnesAreOffered() {
    build(articles);
    String before = exported();
    CommandRun remove = CommandRun.of("remove", "talk", "reff", "--store", store);

    assertThat(remove.exitCode()).isEqualTo(ExitCode.NO_INPUT);
    assertThat(remove.messages())
        .containsExactly(
            store
                + " has no article \"reff\"; did you mean reef or talk? ./chancery status lists them"
                + " all. The store is as it was.");
    assertThat(exported()).isEqualTo(before);
  }

  @Test
  void removingAllLeavesAnEmptyStoreThatTakesAnotherBase() {
    build(articles);
    CommandRun remove = CommandRun.of("remove", "--all", "--store", store);
    assertThat(remove.messages()).isEmpty();
    assertThat(remove.output()).startsWith("All articles removed.\n").contains("\n0 articles, 0 ");
    assertThat(exported()).doesNotContain("/article/");

    build(articles, "--base", "https://example.org/kg/");
    assertThat(exported()).contains("<https://example.org/kg/article/reef>");
  }

  @Test
  void removingNamesWhatItNeeds() {
    assertThat(CommandRun.of("remove", "--store", store).exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.of("remove", "a", "--all", "--store", store).exitCode())
        .isEqualTo(ExitCode.USAGE);
    CommandRun none = CommandRun.of("remove", "--all", "--store", store);
    assertThat(none.exitCode()).isEqualTo(ExitCode.NO_INPUT);
    assertThat(none.messages()).singleElement().asString().startsWith("There is no store at ");
    assertThat(store).doesNotExist();
  }

  @Test
  void storeKeepsItsBase() {
    build(articles.resolve("reef.txt"), "--base", "https://example.org/kg/");
    String before = exported();
    CommandRun other = build(articles, "--base", "https://example.org/other/");
    assertThat(other.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(other.messages())
        .containsExactly(
            "The IRIs of "
                + store
                + " start with https://example.org/kg/, not with https://example.org/other/. Leave"
                + " out --base, or pass --store with another folder.");
    assertThat(exported()).isEqualTo(before);

    build(articles);
    assertThat(exported())
        .contains("<https://example.org/kg/article/talk>")
        .doesNotContain(Chy.DEFAULT_BASE);
  }

  @Test
  void statusListsWhatIsIn() {
    build(articles);
    CommandRun status = CommandRun.of("status", "--store", store);

    assertThat(status.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(status.messages()).isEmpty();
    assertThat(status.output().lines())
        .anyMatch(line -> line.matches("reef +.* [0-9]+ +[0-9a-f]{12} +current *"))
        .anyMatch(line -> line.matches("talk +.* [0-9]+ +[0-9a-f]{12} +current *"))
        .anyMatch(line -> line.matches("2 articles, [0-9]+ claims and [0-9]+ quads in .*"))
        .anyMatch(line -> line.endsWith("; 0 articles are outdated."));
    assertThat(CommandRun.of("status", "--format", "csv", "--store", store).output())
        .startsWith("article,published,title,claims,hash,reading\r\nreef,");
    assertThat(CommandRun.of("status", "--format", "json", "--store", store).output())
        .contains("\"talk\"");
  }

  @Test
  void statusOfAServedStoreIsToldAllTheSame() {
    build(articles);
    try (Store open = Store.open(store)) {
      long quads = open.read(dataset -> dataset.stream().count());
      assertThat(quads).isPositive();
      assertThat(CommandRun.of("status", "--store", store).output()).contains("reef");
    }
  }

  @Test
  void articlesOfAnotherVersionStayUntilTheirFilesAreBuiltAgain() {
    List<ArticleReading> readings = Seeds.readings();
    try (StoredCorpus corpus =
        StoredCorpus.open(
            store, "an earlier version", GraphMaker.load(), StoredCorpus.Thrift.STANDARD)) {
      readings.forEach(corpus::put);
      corpus.commit(Chy.DEFAULT_BASE, Curation.none(), violation -> {});
    }
    CommandRun build =
        build(articles, Seeds.FOLDER.resolve(readings.get(0).article().id() + ".txt"));

    assertThat(build.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(build.output())
        .startsWith("3 inputs read: 3 ingested (2 new, 1 updated), 0 unchanged, 0 rejected.\n");
    assertThat(build.messages())
        .containsExactly(
            "4 articles of "
                + store
                + " stay as another version of Chancery read them. Build their files again to"
                + " change that; ./chancery status lists them.");
    assertThat(CommandRun.of("status", "--store", store).output().lines())
        .filteredOn(line -> line.endsWith("outdated"))
        .hasSize(4);
  }

  private void write(String id, String text) throws IOException {
    Files.writeString(articles.resolve(id + ".txt"), text.isEmpty() ? "" : text + "\n");
  }

  private CommandRun build(Object... arguments) {
    List<Object> words = new ArrayList<>(List.of("build", "--store", store));
    words.addAll(List.of(arguments));
    return CommandRun.of(words.toArray());
  }

  /** A run that fails if it loads models. */
  private static CommandRun withoutModels(Object... arguments) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    int exitCode =
        Chancery.commandLine(
                () -> {
                  throw new AssertionError("models are loaded");
                },
                new StoreSource(),
                data)
            .setOut(new PrintWriter(data, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true))
            .execute(List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
    return new CommandRun(
        exitCode, data.toString(StandardCharsets.UTF_8), err.toString().lines().toList());
  }

  private String exported() {
    CommandRun export = CommandRun.of("export", "--format", "nquads", "--store", store);
    assertThat(export.messages()).isEmpty();
    return export.output();
  }
}
