package org.chancery.independence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.article.Article;
import org.chancery.article.ArticleReader;
import org.chancery.article.Read;
import org.chancery.article.Zoner;
import org.junit.jupiter.api.Test;

class CopiesTest {
  private static final Path CORPUS = Path.of("src/test/resources/identity");

  private static final String WIRE =
      "Ministers of Malta and Iceland met in Reykjavik on Monday and agreed to open a ferry line "
          + "between the two islands before the end of next year. Officials said that the first "
          + "ship had been ordered. The talks lasted for three hours and ended without a statement. "
          + "A second round will be held in Valletta in June, when the price of tickets is settled.";

  @Test
  void findsTheCopiesOfTheIdentityCorpusAndNothingElse() throws IOException {
    List<String> gold =
        Files.readAllLines(CORPUS.resolve("gold/copies.tsv")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf('\t')))
            .sorted()
            .toList();
    Copies copies = new Copies();
    corpus().forEach(copies::add);

    assertThat(gold).hasSize(6);
    assertThat(copies.groups())
        .map(group -> String.join(",", group))
        .containsExactlyElementsOf(gold);
  }

  @Test
  void cutAndChangedSentencesLeaveACopyOne() {
    assertThat(groups("a", WIRE, "b", WIRE.substring(0, WIRE.indexOf(" A second round"))))
        .containsExactly("a,b");
    assertThat(groups("a", WIRE, "b", WIRE.replace("three hours", "half a day")))
        .containsExactly("a,b");
  }

  @Test
  void copyOfACopyIsOfTheSameGroup() {
    String once = WIRE.replace("Ministers of Malta", "Two ministers from Malta");
    String twice = once.replace("The talks lasted", "Their talks dragged on and lasted");

    assertThat(groups("c", WIRE, "b", once, "a", twice)).containsExactly("a,b,c");
  }

  @Test
  void textThatMerelyQuotesAnotherIsNoCopy() {
    String quoting =
        "Shipowners in Valletta were in two minds about the news. \"The first ship had been "
            + "ordered\" long ago, one of them recalled, and it never came. Others looked forward "
            + "to the summer. Fishermen asked whether they would have to leave the old quay, and "
            + "the harbour master had no answer for them until the evening.";

    assertThat(groups("a", WIRE, "b", quoting)).isEmpty();
  }

  @Test
  void shortTextsAreNeverCopies() {
    assertThat(groups("a", "The two ministers met.", "b", "The two ministers met.")).isEmpty();
    assertThat(groups("a", "", "b", "")).isEmpty();
  }

  @Test
  void oneIdentifierIsOneArticle() {
    Copies copies = new Copies();
    copies.add("a", Shingles.of(WIRE));

    assertThatThrownBy(() -> copies.add("a", Shingles.of(WIRE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a");
  }

  @Test
  void groupsAreTheSameInAnyOrder() {
    List<Article> articles = new ArrayList<>(corpus());
    List<SortedSet<String>> expected = groups(articles);
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(articles, new Random(seed));
      assertThat(groups(articles)).isEqualTo(expected);
    }
  }

  /** Random edits of random texts: nine in ten words stay, in ten copies of each of 200 texts. */
  @Test
  void groupsOfManyEditedCopiesAreFoundWhole() {
    Copies copies = new Copies();
    for (int wire = 0; wire < 200; wire++) {
      List<String> words = words(new Random(wire), 150);
      for (int copy = 0; copy < 10; copy++) {
        copies.add("%03d-%d".formatted(wire, copy), Shingles.of(edited(words, wire * 10 + copy)));
      }
    }

    assertThat(copies.groups()).hasSize(200).allSatisfy(group -> assertThat(group).hasSize(10));
  }

  @Test
  void textsOfOneTemplateCostNoMoreThanOthers() {
    Copies copies = new Copies();
    for (int n = 0; n < 10_000; n++) {
      copies.add("t" + n, Shingles.of(WIRE.replace("Malta", "Land" + n).replace("June", "m" + n)));
    }
    long start = System.nanoTime();
    copies.groups();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
  }

  private static List<String> words(Random random, int count) {
    return IntStream.range(0, count).mapToObj(n -> "w" + random.nextInt(5000)).toList();
  }

  /**
   * Three sentences' worth of changes: two words of every hundred replaced, and a cut at the end.
   */
  private static String edited(List<String> words, int seed) {
    Random random = new Random(seed);
    return words.stream()
        .limit(words.size() - random.nextInt(20))
        .map(word -> random.nextInt(50) == 0 ? "x" + random.nextInt() : word)
        .collect(Collectors.joining(" "));
  }

  private static List<String> groups(String... idsAndTexts) {
    Copies copies = new Copies();
    for (int n = 0; n < idsAndTexts.length; n += 2) {
      copies.add(idsAndTexts[n], Shingles.of(idsAndTexts[n + 1]));
    }
    return copies.groups().stream().map(group -> String.join(",", group)).toList();
  }

  private static List<SortedSet<String>> groups(List<Article> articles) {
    Copies copies = new Copies();
    articles.forEach(copies::add);
    return copies.groups();
  }

  private static List<Article> corpus() {
    try (Stream<Read> read =
        new ArticleReader(Zoner.standard()).read(List.of(CORPUS.resolve("articles")))) {
      return read.map(CopiesTest::article).toList();
    }
  }

  private static Article article(Read read) {
    if (read instanceof Read.Ok ok) {
      return ok.article();
    }
    throw new AssertionError(read);
  }
}
