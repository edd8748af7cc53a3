package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.ExitCode;
import org.chancery.Neighbourhood;
import org.chancery.Seeds;
import org.chancery.query.CannedQueries;
import org.chancery.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every canned query, asked of the seeds by the command. A case is a file {@code NAME.tsv} or
 * {@code NAME.CASE.tsv} (of CONSTRUCT, {@code .ttl}) in {@code src/test/resources/seeds/queries}:
 * lines {@code # key=value} set parameters, the rest is the answer to the byte.
 *
 * <p>When reading has changed, {@code mvn test -Dtest=SeedsQuestionsTest -Dchancery.update=true}
 * writes the answers anew; read the difference before you commit it.
 */
class SeedsQuestionsTest {
  private static final Path CASES = Path.of("src/test/resources/seeds/queries");

  /** No two seeds contradict each other, none is a copy, and no official of theirs is linked. */
  private static final Set<String> WITHOUT_ROWS =
      Set.of("contradictions", "copies", "rival-holders", "officials-in-wikidata");

  @SuppressWarnings("NullAway") // build sets it.
  private static Neighbourhood neighbours;

  @SuppressWarnings("NullAway") // JUnit sets it.
  @TempDir
  static Path folder;

  @BeforeAll
  static void build() {
    Store.replace(folder, Seeds.graph().quads());
    neighbours = new Neighbourhood();
  }

  @AfterAll
  static void stopTheNeighbours() {
    neighbours.close();
  }

  @Test
  void aNameThatNothingHasIsSaidSo() {
    CommandRun run =
        CommandRun.of("query", "visits", "--param", "official=Chad Wulf", "--store", folder);
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.messages())
        .hasSize(2)
        .last()
        .asString()
        .startsWith(
            "--param official=Chad Wulf: nothing is named so. Did you mean \"Chad F. Wolf\"");
  }

  @Test
  void aValueThatIsNoneOfThoseThereAreIsAMistake() {
    CommandRun run =
        CommandRun.of("query", "support", "--param", "relation=signz", "--store", folder);
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.messages())
        .singleElement()
        .asString()
        .startsWith("--param relation=signz: did you mean signs? There are ");
    assertThat(
            CommandRun.of("query", "not-asserted", "--param", "status=Plan", "--store", folder)
                .messages())
        .containsExactly(
            "--param status=Plan: did you mean Planned? There are Planned, Denied, Possible, Former.");
    CommandRun known =
        CommandRun.of("query", "not-asserted", "--param", "status=planned", "--store", folder);
    assertThat(known.exitCode()).isEqualTo(ExitCode.OK);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAsExpected(Path file) throws IOException {
    List<String> parameters =
        Files.readAllLines(file).stream().filter(line -> line.startsWith("# ")).toList();
    String heading = String.join("", parameters.stream().map(line -> line + "\n").toList());
    List<Object> words = new ArrayList<>(List.of("query", queryOf(file), "--store", folder));
    words.addAll(List.of("--format", file.toString().endsWith(".ttl") ? "turtle" : "tsv"));
    neighbours.options().forEach(option -> words.addAll(List.of("--allow-service", option)));
    parameters.forEach(line -> words.addAll(List.of("--param", line.substring(2))));

    CommandRun run = CommandRun.of(words.toArray());

    assertThat(run.messages()).hasSizeLessThanOrEqualTo(1);
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    if (!WITHOUT_ROWS.contains(queryOf(file))) {
      assertThat(run.output().lines()).hasSizeGreaterThan(1);
    }
    if (Boolean.getBoolean("chancery.update")) {
      Files.writeString(file, heading + run.output());
    }
    assertThat(heading + run.output()).isEqualTo(Files.readString(file));
  }

  @Test
  void everyQueryHasACase() throws IOException {
    assertThat(cases().map(SeedsQuestionsTest::queryOf).distinct())
        .containsExactlyInAnyOrderElementsOf(CannedQueries.load().names());
  }

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.sorted().toList().stream();
    }
  }

  private static String queryOf(Path file) {
    return String.valueOf(file.getFileName()).split("\\.", 2)[0];
  }
}
