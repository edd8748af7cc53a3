package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.Story;
import org.chancery.ontology.Chy;
import org.chancery.resolution.Curation;
import org.chancery.resolution.Entity;
import org.chancery.resolution.ResolvedArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphMakerTest {
  private static final GraphMaker MAKER = GraphMaker.load();

  /** What is added here must be fed into {@link GraphMaker.Graphs#source}, too. */
  @Test
  void fingerprintKnowsAllThatAGraphIsMadeFrom() {
    assertThat(components(ResolvedArticle.class)).containsExactly("iri", "reading", "entities");
    assertThat(components(Entity.class)).containsExactly("iri", "type", "label", "altLabels");
  }

  @Test
  void fingerprintChangesWithTheNameThatAThingHasElsewhere() {
    ArticleReading one = Story.of("one").organization("o", "", "Reef Union").reading();
    ArticleReading other = Story.of("two").organization("o", "", "REEF Union").reading();
    ArticleReading unrelated = Story.of("three").organization("o", "", "Ports Board").reading();

    String alone = source("one", one);
    assertThat(source("one", one, unrelated)).isEqualTo(alone);
    assertThat(source("one", one, other, other(other))).isNotEqualTo(alone);
  }

  @Test
  void fingerprintChangesWithReadingAndBase() {
    ArticleReading one = Story.of("one").organization("o", "", "Reef Union").reading();
    GraphMaker.Graphs graphs = MAKER.graphs(List.of(one), Chy.DEFAULT_BASE, Curation.none());

    assertThat(graphs.source("one", "1")).isNotEqualTo(graphs.source("one", "2"));
    assertThat(
            MAKER.graphs(List.of(one), "https://example.org/", Curation.none()).source("one", "1"))
        .isNotEqualTo(graphs.source("one", "1"));
  }

  @Test
  void fingerprintChangesWithWhatAThingWasCalledBeforeCuration(@TempDir Path folder)
      throws IOException {
    ArticleReading first =
        Story.of("first").minister("p", "Nilza Tavora", "Minister of Health", "MT").reading();
    ArticleReading one =
        Story.of("one").minister("p", "Nilza Tavora", "Minister of Ports", "CV").reading();
    String suffixed =
        MAKER.graphs(List.of(first, one), Chy.DEFAULT_BASE, Curation.none()).things("one").stream()
            .filter(iri -> iri.contains("/nilza-tavora-"))
            .findFirst()
            .orElseThrow();
    ArticleReading lima = Story.of("zz").official("p", "Tavora Lima").reading();
    Curation curation =
        Curation.read(
            Files.writeString(
                folder.resolve("curation.tsv"),
                """
                same official/tavora-lima official/nilza-tavora
                same official/tavora-lima %s
                rename official/tavora-lima "N. Tavora"
                reject * official/nilza-tavora holdsOffice office/cv/minister-of-ports
                """
                    .formatted(suffixed)),
            Chy.DEFAULT_BASE);
    GraphMaker.Graphs before = MAKER.graphs(List.of(one, lima), Chy.DEFAULT_BASE, curation);
    GraphMaker.Graphs after = MAKER.graphs(List.of(first, one, lima), Chy.DEFAULT_BASE, curation);

    assertThat(after.resolution().entities("one").get("p"))
        .extracting(Entity::iri, Entity::label)
        .containsExactly(Chy.DEFAULT_BASE + "official/tavora-lima", "N. Tavora");
    assertThat(before.of(one)).isNotEqualTo(after.of(one));
    assertThat(before.source("one", "reading")).isNotEqualTo(after.source("one", "reading"));
  }

  @Test
  void fingerprintKnowsNothingOfFactsThatAreNotTheArticles(@TempDir Path folder)
      throws IOException {
    ArticleReading one =
        Story.of("one").minister("p", "Nilza Tavora", "Minister of Ports", "CV").reading();
    ArticleReading other =
        Story.of("other").minister("p", "Ulla Sand", "Minister of Health", "MT").reading();
    Path file =
        Files.writeString(
            folder.resolve("curation.tsv"),
            "reject * official/ulla-sand holdsOffice office/mt/minister-of-health\n");
    GraphMaker.Graphs plain = MAKER.graphs(List.of(one, other), Chy.DEFAULT_BASE, Curation.none());
    GraphMaker.Graphs curated =
        MAKER.graphs(List.of(one, other), Chy.DEFAULT_BASE, Curation.read(file, Chy.DEFAULT_BASE));

    assertThat(curated.source("one", "reading")).isEqualTo(plain.source("one", "reading"));
    assertThat(curated.source("other", "reading")).isNotEqualTo(plain.source("other", "reading"));
  }

  @Test
  void versionsAreHashesAndTellTheHalvesApart() {
    assertThat(List.of(Engine.reading(), Engine.graphs()))
        .doesNotHaveDuplicates()
        .allMatch(version -> version.matches("[0-9a-f]{32}"));
  }

  @Test
  void graphsAreMadeAnewWhenTheirMakersChange() {
    assertThat(Engine.graphFiles().keySet())
        .contains(
            "org/chancery/ClaimTally.class",
            "org/chancery/GraphMaker.class",
            "org/chancery/GraphMaker$Graphs.class",
            "org/chancery/graph/ArticleGraph.class",
            "org/chancery/resolution/Resolution.class",
            "org/apache/jena/graph/Node.class",
            "org/apache/jena/sparql/core/Quad.class",
            "org/apache/jena/shacl/Shapes.class")
        .doesNotContain("org/chancery/Engine.class");
  }

  private static ArticleReading other(ArticleReading reading) {
    return Story.of(reading.article().id() + "-again")
        .organization("o", "", "REEF Union")
        .reading();
  }

  private static String source(String article, ArticleReading... readings) {
    return MAKER
        .graphs(List.of(readings), Chy.DEFAULT_BASE, Curation.none())
        .source(article, "reading");
  }

  private static Stream<String> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName);
  }
}
