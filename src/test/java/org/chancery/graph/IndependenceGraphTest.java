package org.chancery.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.sparql.core.Quad;
import org.chancery.Sample;
import org.chancery.article.Zoner;
import org.chancery.claims.ArticleReading;
import org.chancery.ontology.Chy;
import org.junit.jupiter.api.Test;

class IndependenceGraphTest {
  private static final String WIRE =
      "REYKJAVIK, May 5, 2031 - Malta and Iceland signed a ferry agreement in Reykjavik on Monday."
          + " The first ship has been ordered, and the price of tickets will be settled in June.";

  @Test
  void copiesCarryOneTextInTheGraphOfWhatIsDerived() {
    List<ArticleReading> readings =
        List.of(
            reading("gazette", "Malta and Iceland agree on ferry\n\n" + WIRE),
            reading("herald", "Ferry to the north\n\n" + WIRE + " Nobody opposed it."),
            reading("other", "The harbour of Valletta was quiet on Monday, its master said."));

    List<Quad> derived =
        Sample.pipeline()
            .graph(readings, Chy.DEFAULT_BASE)
            .quads()
            .filter(quad -> quad.getGraph().getURI().equals(IndependenceGraph.IRI))
            .toList();

    assertThat(derived)
        .filteredOn(quad -> quad.getPredicate().getURI().equals(Chy.NS + "carries"))
        .extracting(quad -> quad.getSubject().getURI())
        .containsExactlyInAnyOrder(
            Chy.DEFAULT_BASE + "article/gazette", Chy.DEFAULT_BASE + "article/herald");
    assertThat(derived).hasSize(3);
  }

  @Test
  void anotherCopyLeavesTheNameOfTheTextAsItIs() {
    assertThat(text("a", "b")).isEqualTo(text("a", "b", "c")).isNotEqualTo(text("b", "c"));
  }

  private static ArticleReading reading(String id, String text) {
    return Sample.pipeline().read(Zoner.standard().article(id, text, "0".repeat(64)));
  }

  private static String text(String... group) {
    SortedSet<String> members = new TreeSet<>(Set.of(group));
    return IndependenceGraph.of(List.of(members), Chy.DEFAULT_BASE).stream()
        .filter(quad -> quad.getPredicate().getURI().endsWith("#type"))
        .map(quad -> quad.getSubject().getURI())
        .findFirst()
        .orElseThrow();
  }
}
