package org.chancery.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.graph.GraphAssertions.BASE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.Story;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.chancery.resolution.Resolved;
import org.chancery.resolution.ResolvedArticle;
import org.junit.jupiter.api.Test;

class SortedNQuadsTest {
  @Test
  void linesAreSortedByTheirBytes() throws IOException {
    // As UTF-16, the ship (a surrogate pair) would come before the full-width letter.
    List<Quad> quads = List.of(quad("🚢"), quad("ａ"), quad("b"), quad("b"));
    assertThat(new String(write(quads), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            <urn:s> <urn:p> "b" <urn:g> .
            <urn:s> <urn:p> "ａ" <urn:g> .
            <urn:s> <urn:p> "🚢" <urn:g> .
            """);
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() throws IOException {
    List<Quad> quads =
        List.of(quad("two\nlines\u2028 and \"quotes\\"), quad("} ; DROP ALL #"), quad(""));
    DatasetGraph read =
        RDFParser.fromString(new String(write(quads), StandardCharsets.UTF_8), Lang.NQUADS)
            .toDatasetGraph();
    assertThat(read.stream().toList()).containsExactlyInAnyOrderElementsOf(quads);
  }

  @Test
  void theSameArticlesGiveTheSameBytesInAnyOrderAndLocale() throws IOException {
    List<Status> statuses = List.of(Status.values());
    List<ArticleReading> readings = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      readings.add(
          Story.of("ARTICLE-" + i, "Vanuatu signed 🤝.")
              .published("2031-05-0" + (i % 9 + 1))
              .minister("p", i % 2 == 0 ? "Ilza Tavora" : "Ilza I. Tavora", "Minister I", "VU")
              .country("v", "VU", "Vanuatu")
              .agreement("g", "Lagoon Charter", true, "")
              .says("v", Predicate.SIGNS, "g", statuses.get(i % statuses.size()), "signed 🤝")
              .reading());
    }
    byte[] inOrder = bytes(readings);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      Random random = new Random(2);
      for (int round = 0; round < 5; round++) {
        Collections.shuffle(readings, random);
        assertThat(Arrays.equals(bytes(readings), inOrder)).isTrue();
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  private static byte[] bytes(List<ArticleReading> readings) throws IOException {
    List<Quad> quads = new ArrayList<>();
    for (ResolvedArticle article : Resolved.all(readings, BASE)) {
      quads.addAll(ArticleGraph.of(article));
    }
    return write(quads);
  }

  private static byte[] write(List<Quad> quads) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SortedNQuads.write(quads, out);
    return out.toByteArray();
  }

  private static Quad quad(String text) {
    Node graph = NodeFactory.createURI("urn:g");
    Node subject = NodeFactory.createURI("urn:s");
    Node property = NodeFactory.createURI("urn:p");
    return new Quad(graph, subject, property, NodeFactory.createLiteralString(text));
  }
}
