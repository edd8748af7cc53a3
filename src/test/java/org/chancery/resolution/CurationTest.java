package org.chancery.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.Claim;
import org.chancery.claims.Story;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurationTest {
  private static final String BASE = "https://example.org/id/";

  private static final Story[] STORIES = {
    Story.of("a")
        .minister("p", "Nilza Tavora", "Minister of Ports", "CV")
        .agreement("g", "Lagoon Charter", true, "2031-05-04")
        .says("country-CV", Predicate.SIGNS, "g")
        .saysDay("g", Predicate.SIGNED_ON, "2031-05-04", Status.ASSERTED, "Some"),
    Story.of("b")
        .minister("p", "Nilza Tavora", "Minister of Ports", "CV")
        .agreement("g", "Lagoon Charter", true, "2031-05-04")
        .says("country-CV", Predicate.SIGNS, "g"),
    Story.of("c").minister("p", "Tavora Lima", "Minister of Trade", "CV"),
    Story.of("d", "Said: Ports first.")
        .official("p", "Tomas Bule")
        .official("o", "Ulla Sand")
        .quotation("q", "Ports first.")
        .says("q", Predicate.SPEAKER, "p")
        .says("p", Predicate.MEETS_WITH, "o")
  };

  private final Path file;

  CurationTest(@TempDir Path folder) {
    file = folder.resolve("curation.tsv");
  }

  @Test
  void sameMakesTwoOneUnderTheFirstIri() throws IOException {
    Map<String, ResolvedArticle> curated =
        resolve("# they are married", "same official/tavora-lima id:official/nilza-tavora");
    assertThat(iri(curated, "a", "p")).isEqualTo("official/tavora-lima");
    assertThat(iri(curated, "c", "p")).isEqualTo("official/tavora-lima");
    assertThat(entity(curated, "a", "p").label()).isEqualTo("Tavora Lima");
    assertThat(entity(curated, "a", "p").altLabels()).contains("Nilza Tavora");
  }

  @Test
  void whatIsMadeOneIsReplacedByWhatItIsNow() throws IOException {
    assertThat(
            resolution(
                    "same official/tavora-lima official/nilza-tavora",
                    "same official/tomas-bule official/tavora-lima",
                    "same official/tomas-bule official/nobody")
                .replaced())
        .containsExactly(
            Map.entry(BASE + "official/nilza-tavora", BASE + "official/tomas-bule"),
            Map.entry(BASE + "official/tavora-lima", BASE + "official/tomas-bule"));
    assertThat(resolution().replaced()).isEmpty();
  }

  @Test
  void sameCarriesOver() throws IOException {
    Map<String, ResolvedArticle> curated =
        resolve(
            "same official/tomas-bule official/ulla-sand",
            "same official/tavora-lima official/nilza-tavora",
            "same official/nilza-tavora official/ulla-sand");
    for (String article : List.of("a", "b", "c", "d")) {
      assertThat(iri(curated, article, "p")).isEqualTo(iri(curated, "d", "o"));
    }
  }

  @Test
  void differentPartsWhatOneArticleTells() throws IOException {
    Map<String, ResolvedArticle> curated =
        resolve("different official/nilza-tavora@b official/nilza-tavora");
    assertThat(iri(curated, "a", "p")).isEqualTo("official/nilza-tavora");
    assertThat(iri(curated, "b", "p")).matches("official/nilza-tavora-[0-9a-f]{4}");
  }

  @Test
  void renameGivesTheBestName() throws IOException {
    Entity entity =
        entity(resolve("rename official/nilza-tavora \"Nilza \\\"Nini\\\" Tavora\""), "b", "p");
    assertThat(entity.iri()).isEqualTo(BASE + "official/nilza-tavora");
    assertThat(entity.label()).isEqualTo("Nilza \"Nini\" Tavora");
    assertThat(entity.altLabels()).contains("Nilza Tavora");
  }

  @Test
  void rejectTakesAClaimOutOfOneArticle() throws IOException {
    Map<String, ResolvedArticle> curated =
        resolve("reject a country/cv chy:signs agreement/lagoon-charter-2031-05");
    assertThat(predicates(curated, "a")).doesNotContain(Predicate.SIGNS);
    assertThat(predicates(curated, "a")).contains(Predicate.SIGNED_ON, Predicate.HOLDS_OFFICE);
    assertThat(predicates(curated, "b")).contains(Predicate.SIGNS);
  }

  @Test
  void rejectTakesAClaimOutOfAllArticles() throws IOException {
    Map<String, ResolvedArticle> curated =
        resolve("reject * country/cv signs agreement/lagoon-charter-2031-05");
    assertThat(predicates(curated, "a")).doesNotContain(Predicate.SIGNS);
    assertThat(predicates(curated, "b")).doesNotContain(Predicate.SIGNS);
  }

  @Test
  void rejectKnowsDaysQuotationsAndBothSidesOfAMeeting() throws IOException {
    Map<String, ResolvedArticle> curated =
        resolve(
            "reject a agreement/lagoon-charter-2031-05 signedOn 2031-05-04",
            "reject d quotation/d/6 speaker official/tomas-bule",
            "reject d official/ulla-sand meetsWith official/tomas-bule");
    assertThat(predicates(curated, "a")).doesNotContain(Predicate.SIGNED_ON);
    assertThat(predicates(curated, "d")).isEmpty();
  }

  @Test
  void decisionsSpeakOfThingsAsTheyAreCalledWithoutThem() throws IOException {
    Map<String, ResolvedArticle> curated =
        resolve(
            "same official/tavora-lima official/nilza-tavora",
            "rename official/nilza-tavora \"N. Tavora\"",
            "reject b official/nilza-tavora holdsOffice office/cv/minister-of-ports");
    assertThat(entity(curated, "c", "p").label()).isEqualTo("N. Tavora");
    assertThat(predicates(curated, "b")).doesNotContain(Predicate.HOLDS_OFFICE);
  }

  @Test
  void decisionsAreOnRecordAndUndoneWithTheirLines() throws IOException {
    Resolution plain = resolution();
    Resolution curated = resolution("same official/tavora-lima official/nilza-tavora");
    assertThat(Resolved.merges(curated, BASE + "official/tavora-lima"))
        .anySatisfy(
            merge ->
                assertThat(merge.remark())
                    .hasValue("curation: same official/tavora-lima official/nilza-tavora"));
    Resolution moved =
        resolution("# a comment", "", "same id:official/tavora-lima official/nilza-tavora");
    assertThat(moved.comparisons()).isEqualTo(curated.comparisons());
    Resolution undone = resolution("# same official/tavora-lima official/nilza-tavora");
    assertThat(undone.comparisons()).isEqualTo(plain.comparisons());
    for (Story story : STORIES) {
      assertThat(undone.resolved(story.reading())).isEqualTo(plain.resolved(story.reading()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "sme official/x official/y | \"sme\" is no decision. Did you mean \"same\"?",
        "same official/x | 1 word after \"same\", where 2 are due. Write same IRI IRI;",
        "rename official/x Nilza Tavora | 3 words after \"rename\", where 2 are due.",
        "rename official/x \"\" | the new name is empty.",
        "same official/x@a official/y | \"same\" takes no @ARTICLE, as it is about all that is told of"
            + " official/x. Leave out \"@a\"; to set apart what that article tells, write different"
            + " official/x@a official/x.",
        "rename official/x@a \"X\" | \"rename\" takes no @ARTICLE,",
        "reject * official/x@a visits city/y | \"reject\" takes no @ARTICLE, as it is about all that"
            + " is told of official/x. Leave out \"@a\"; the article goes before the subject.",
        "reject * official/x visits city/y@a | \"reject\" takes no @ARTICLE,",
        "reject a official/x sings official/y | \"sings\" is no relation. Did you mean signs or ",
      })
  void aMalformedLineIsToldBeforeAnythingIsRead(String line, String message) throws IOException {
    Files.writeString(file, "# a comment\n\n" + line + "\n");
    assertThatThrownBy(() -> Curation.read(file, BASE))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageStartingWith(file + ", line 3: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "same official/nilza-tavora office/cv/minister-of-ports | official/nilza-tavora is of type"
            + " Official, office/cv/minister-of-ports of type Office.",
        "same country/cv official/tomas-bule | https://example.org/id/country/cv is a country, and a"
            + " country is its code.",
        "different official/nilza-tavora official/nilza-tavora | official/nilza-tavora is one thing"
            + " here. Say which article",
        "different official/nilza-tavora@a official/tomas-bule | official/nilza-tavora and"
            + " official/tomas-bule are two things already, whichever article tells of them. Leave"
            + " out @ARTICLE.",
      })
  void aDecisionThatCannotBeCarriedOutIsRefused(String line, String message) {
    assertThatThrownBy(() -> resolve(line))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(file + ", line 1: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "same official/nilza-tavra official/tomas-bule | no article speaks of official/nilza-tavra."
            + " Did you mean official/nilza-tavora or ",
        "rename official/nilza-tavra \"N\" | no article speaks of official/nilza-tavra.",
        "different official/nilza-tavora@x official/nilza-tavora | article \"x\" does not speak of"
            + " official/nilza-tavora. Did you mean a or b?",
        "different official/tomas-bule@d official/tomas-bule | no other article tells of"
            + " official/tomas-bule,",
        "reject aa country/cv signs agreement/lagoon-charter-2031-05 | there is no article \"aa\"."
            + " Did you mean a or ",
        "reject c official/tavora-lima holdsOffice office/cv/minister-of-ports | article \"c\" does"
            + " not claim that. Did you mean official/tavora-lima holdsOffice"
            + " office/cv/minister-of-trade or ",
      })
  void aDecisionOnWhatIsNotThereIsPassedOver(String line, String message) throws IOException {
    Resolution plain = resolution();
    Resolution curated = resolution(line);
    assertThat(curated.warnings())
        .singleElement()
        .asString()
        .startsWith(file + ", line 1: " + message)
        .endsWith(" The line is passed over.");
    assertThat(curated.comparisons()).isEqualTo(plain.comparisons());
    for (Story story : STORIES) {
      assertThat(curated.resolved(story.reading())).isEqualTo(plain.resolved(story.reading()));
    }
  }

  @Test
  void aNameThatSeveralHaveIsWarnedOf() throws IOException {
    Story other = Story.of("e").minister("p", "Nilza Tavora", "Minister of Health", "MT");
    Files.writeString(file, "rename official/nilza-tavora \"N. Tavora\"\n");
    Resolution resolution =
        Resolved.plainly()
            .resolve(
                List.of(STORIES[0].reading(), other.reading()), BASE, Curation.read(file, BASE));
    assertThat(resolution.warnings())
        .singleElement()
        .asString()
        .matches(
            ".*, line 1: official/nilza-tavora is only the first of those called so; there is"
                + " official/nilza-tavora-[0-9a-f]{4}, too\\..*");
  }

  @Test
  void decisionsThatContradictEachOtherAreRefused() {
    assertThatThrownBy(
            () ->
                resolve(
                    "same official/tavora-lima official/nilza-tavora",
                    "different official/nilza-tavora official/tavora-lima"))
        .hasMessageStartingWith(
            file
                + ", line 2: other lines make official/nilza-tavora and official/tavora-lima one.");
    assertThatThrownBy(
            () -> resolve("rename official/tavora-lima \"A\"", "rename official/tavora-lima \"B\""))
        .hasMessageStartingWith(
            file + ", line 2: another line renames official/tavora-lima to \"A\".");
  }

  @Test
  void allBadLinesAreToldAtOnce() throws IOException {
    Files.writeString(file, "merge official/a official/b\nsame official/a\n# so\nsplit x y\n");
    assertThatThrownBy(() -> Curation.read(file, BASE))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
        .satisfies(
            e ->
                assertThat(String.valueOf(e.getMessage()).lines())
                    .satisfiesExactly(
                        line ->
                            assertThat(line)
                                .startsWith(file + ", line 1: \"merge\" is no decision.")
                                .contains("Did you mean \"same\"?"),
                        line -> assertThat(line).startsWith(file + ", line 2: 1 word after"),
                        line ->
                            assertThat(line)
                                .startsWith(file + ", line 4: \"split\" is no decision.")
                                .contains("Did you mean \"different\"?")));
    Files.writeString(file, "merge official/a official/b\n".repeat(25));
    assertThatThrownBy(() -> Curation.read(file, BASE))
        .hasMessageEndingWith(file + ": 5 more lines like these.")
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(21));
    assertThatThrownBy(
            () ->
                resolve(
                    "rename country/cv \"A\"",
                    "rename official/tavora-lima \"A\"",
                    "rename official/tavora-lima \"B\""))
        .hasMessageMatching(
            "(?s).*, line 1: .* is a country.*\n.*, line 3: another line renames.*");
  }

  @Test
  void malformedLinesDoNotHideContradictions() throws IOException {
    Files.writeString(
        file,
        """
        merge official/a official/b
        rename country/cv "A"
        same official/a
        same official/x official/y
        different official/y id:official/x
        rename official/x "X"
        rename https://example.org/id/official/y "Y"
        """);
    assertThatThrownBy(() -> Curation.read(file, BASE))
        .satisfies(
            e ->
                assertThat(String.valueOf(e.getMessage()).lines())
                    .extracting(
                        line -> line.replaceFirst(".*, line (\\d+): (\\S+ \\S+).*", "$1 $2"))
                    .containsExactly(
                        "1 \"merge\" is",
                        "2 https://example.org/id/country/cv is",
                        "3 1 word",
                        "5 other lines",
                        "7 another line"));
  }

  @Test
  void allPairsOfOtherTypesAreToldAtOnce() {
    assertThatThrownBy(
            () ->
                resolve(
                    "same official/nilza-tavora office/cv/minister-of-ports",
                    "same official/tomas-bule office/cv/minister-of-ports"))
        .hasMessageMatching("(?s).*, line 1: .* is of type .*\n.*, line 2: .* is of type .*");
  }

  @Test
  void aFileThatIsNotThereIsSaidSo() {
    assertThatThrownBy(() -> Curation.read(file, BASE))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.NO_INPUT));
  }

  private Resolution resolution(String... lines) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n");
    List<ArticleReading> readings = Arrays.stream(STORIES).map(Story::reading).toList();
    return Resolved.plainly().resolve(readings, BASE, Curation.read(file, BASE));
  }

  private Map<String, ResolvedArticle> resolve(String... lines) throws IOException {
    Resolution resolution = resolution(lines);
    Map<String, ResolvedArticle> byId = new java.util.TreeMap<>();
    for (Story story : STORIES) {
      ResolvedArticle resolved = resolution.resolved(story.reading());
      byId.put(resolved.reading().article().id(), resolved);
    }
    return byId;
  }

  private static Entity entity(Map<String, ResolvedArticle> articles, String id, String key) {
    return Optional.ofNullable(articles.get(id))
        .flatMap(article -> Optional.ofNullable(article.entities().get(key)))
        .orElseThrow();
  }

  private static String iri(Map<String, ResolvedArticle> articles, String id, String key) {
    return entity(articles, id, key).iri().substring(BASE.length());
  }

  private static List<Predicate> predicates(Map<String, ResolvedArticle> articles, String id) {
    return Optional.ofNullable(articles.get(id)).orElseThrow().reading().claims().stream()
        .map(Claim::predicate)
        .toList();
  }
}
