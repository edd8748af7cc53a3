package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.ExitCode;
import org.chancery.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From articles to a store, by the command. */
class BuildCommandTest {
  private final Path folder;
  private final Path store;

  BuildCommandTest(@TempDir Path folder) {
    this.folder = folder;
    this.store = folder.resolve("store");
  }

  @Test
  void seedsAreBuiltWithoutAComplaint() {
    CommandRun build = build(Seeds.FOLDER);

    assertThat(build.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(build.messages()).isEmpty();
    assertThat(build.output().lines())
        .contains("5 inputs read: 5 ingested (5 new, 0 updated), 0 unchanged, 0 rejected.")
        .anyMatch(line -> line.matches("holdsOffice +[1-9][0-9]*( +[0-9]+){4}"))
        .anyMatch(line -> line.matches("5 articles, [0-9]+ things and [0-9]+ quads in .*store\\."));
    assertThat(exported()).contains("https://w3id.org/chancery/ontology#holdsOffice");
  }

  @Test
  void sameArticlesGiveTheSameBytesInAnyOrder() {
    build(Seeds.FOLDER);
    String first = exported();
    build(Seeds.FOLDER);
    String second = exported();
    List<Path> files = new ArrayList<>(files());
    Collections.reverse(files);
    build(files.toArray());

    assertThat(second).isEqualTo(first);
    assertThat(exported()).isEqualTo(first);
  }

  @Test
  void rejectedArticleIsReportedAndTheOthersAreLoaded() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.txt"));
    CommandRun build = build(files().get(0), empty, files().get(1));

    assertThat(build.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(build.messages())
        .singleElement()
        .asString()
        .startsWith("ERROR code=empty file=" + empty + " reason=");
    assertThat(build.output())
        .startsWith("3 inputs read: 2 ingested (2 new, 0 updated), 0 unchanged, 1 rejected.\n");
    assertThat(CommandRun.of("query", "articles", "--store", store).messages())
        .containsExactly("2 rows");
  }

  @Test
  void nothingReadableLeavesTheStoreAsItWas() throws IOException {
    build(files().get(3));
    String before = exported();
    CommandRun build = build(Files.createFile(folder.resolve("empty.txt")));

    assertThat(build.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(build.messages())
        .last()
        .isEqualTo("None of the articles could be read. The store is as it was.");
    assertThat(exported()).isEqualTo(before);
  }

  @Test
  void missingPathsAreNoInput() {
    CommandRun build = build(folder.resolve("none"), folder.resolve("none.txt"));

    assertThat(build.exitCode()).isEqualTo(ExitCode.NO_INPUT);
    assertThat(build.messages()).singleElement().asString().contains("none is not there.");
    assertThat(build.output()).isEmpty();
    assertThat(store).doesNotExist();
  }

  @Test
  void impossibleOptionsAreRefusedBeforeAnythingIsRead() {
    CommandRun port = build(Seeds.FOLDER, "--serve", "--port", "65536");
    CommandRun base = build(Seeds.FOLDER, "--base", "example.org");

    assertThat(port.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(base.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(base.messages()).singleElement().asString().startsWith("--base is \"example.org\".");
    assertThat(store).doesNotExist();
  }

  @Test
  void baseIsWhatEntitiesBeginWith() {
    build(files().get(3), "--base", "https://example.org/kg/");

    assertThat(exported())
        .contains("<https://example.org/kg/article/")
        .doesNotContain("https://w3id.org/chancery/id/");
  }

  @Test
  void silentSentencesAreQuotedWithTheirOffsets() {
    CommandRun build = build(files().get(0), "--silent-sentences");

    String id = Seeds.articles().get(0).id();
    assertThat(build.output().lines())
        .filteredOn(line -> line.startsWith("  " + id + " ["))
        .isNotEmpty()
        .allMatch(line -> line.matches("  \\S+ \\[\\d+, \\d+\\): .+"));
  }

  private CommandRun build(Object... arguments) {
    List<Object> words = new ArrayList<>(List.of("build", "--store", store));
    words.addAll(List.of(arguments));
    return CommandRun.of(words.toArray());
  }

  private String exported() {
    CommandRun export = CommandRun.of("export", "--format", "nquads", "--store", store);
    assertThat(export.messages()).isEmpty();
    return export.output();
  }

  private static List<Path> files() {
    try (Stream<Path> files = Files.list(Seeds.FOLDER)) {
      return files.sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
