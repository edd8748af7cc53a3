package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
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
