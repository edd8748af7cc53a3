package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OA;
import org.chancery.ExitCode;
import org.chancery.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From sources over a build to a verified store, by the commands. */
class VerifyCommandTest {
  private static final String FERRY =
      "VALLETTA, May 5, 2031 -- Maltese Transport Minister Carla Vella met Iceland's fisheries minister, Sunna Hall, and signed the Northern Ferry Agreement.";
  private static final String REEF =
      """
      {"id": "reef", "title": "Palau’s Minister Signs the Reef Pact", "published": "2031-05-03", "html": "<p>Palau’s Foreign Minister Tomas Rengiil &#38; Tuvalu’s Foreign Minister Sela Paia signed the Reef Pact in Funafuti.</p>"}
      """;

  private final Path articles;
  private final Path store;

  VerifyCommandTest(@TempDir Path folder) {
    this.articles = folder.resolve("articles");
    this.store = folder.resolve("store");
  }

  @BeforeEach
  void aStoreOfATextAndALine() throws IOException {
    Files.createDirectories(articles);
    Files.writeString(articles.resolve("ferry.txt"), FERRY);
    Files.writeString(articles.resolve("more.jsonl"), REEF + "{\"id\": \"cut");
    CommandRun build = CommandRun.of("build", articles, "--store", store);
    assertThat(build.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(build.output())
        .startsWith("3 inputs read: 2 ingested (2 new, 0 updated), 0 unchanged, 1 rejected.\n");
    assertThat(build.messages())
        .singleElement()
        .asString()
        .startsWith(
            "ERROR code=invalid-json file=%s record=2 reason="
                .formatted(articles.resolve("more.jsonl")));
    Files.writeString(articles.resolve("more.jsonl"), REEF);
  }

  @Test
  void whatWasBuiltIsRight() {
    CommandRun verify = verify(articles);

    assertThat(verify.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(verify.messages()).isEmpty();
    assertThat(verify.output())
        .matches(
            "[1-9]\\d* pieces of evidence in 2 articles checked, 0 wrong; 0 articles not checked\\.\n");
  }

  @Test
  void linesAreInTheGraphAsArticles() {
    CommandRun query = CommandRun.of("query", "articles", "--format", "csv", "--store", store);

    assertThat(query.output()).contains("reef").contains("2031-05-03");
  }

  @Test
  void changedAndMissingSourcesAreNamed() throws IOException {
    Files.writeString(articles.resolve("ferry.txt"), FERRY + "\n");
    Path missing = articles.resolve("none.txt");
    CommandRun verify = verify(missing, articles.resolve("ferry.txt"));

    assertThat(verify.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(verify.messages())
        .hasSize(3)
        .anyMatch(line -> line.startsWith(missing + " is not there."))
        .contains(
            "ERROR code=missing-source article=reef reason=no path has it. Pass its file, too",
            "ERROR code=changed-source article=ferry reason=it is not what was read then. Build the store anew");
    assertThat(verify.output())
        .isEqualTo(
            "0 pieces of evidence in 0 articles checked, 0 wrong; 2 articles not checked.\n");
  }

  @Test
  void forgedWordsAreToldInOneLine() {
    List<Quad> quads =
        new StoreSource()
            .read(
                store,
                dataset -> {
                  List<Quad> all = new ArrayList<>();
                  dataset.find().forEachRemaining(all::add);
                  return all;
                });
    Store.replace(store, quads.stream().map(VerifyCommandTest::forged));
    CommandRun verify = verify(articles);

    assertThat(verify.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(verify.messages())
        .isNotEmpty()
        .allMatch(
            line ->
                line.matches(
                    "ERROR code=mismatch article=(ferry|reef) claim=<https://\\S+/claim/\\w+> part=exact offsets=\\[\\d+,\\d+\\) expected=\"forged\\\\u000a\" found=\".+\""));
    assertThat(verify.output()).contains("0 articles not checked.").doesNotContain(" 0 wrong");
  }

  private static Quad forged(Quad quad) {
    return quad.getPredicate().equals(OA.exact.asNode())
        ? Quad.create(
            quad.getGraph(),
            quad.getSubject(),
            quad.getPredicate(),
            NodeFactory.createLiteralString("forged\n"))
        : quad;
  }

  private CommandRun verify(Object... paths) {
    List<Object> words = new ArrayList<>(List.of("verify", "--store", store));
    words.addAll(List.of(paths));
    return CommandRun.of(words.toArray());
  }
}
