package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.chancery.article.Article;
import org.chancery.claims.ArticleReading;
import org.chancery.evaluation.Evaluation;
import org.chancery.evaluation.GoldStandard;
import org.chancery.evaluation.Relation;
import org.chancery.graph.SortedNQuads;
import org.chancery.ontology.Chy;
import org.chancery.validation.ShapeGate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold of the graph of the seeds, whatever it says. */
class SeedsTest {
  private static final Path GOLD = Path.of("src/test/resources/gold");

  @Test
  void graphIsSound() {
    assertThat(ShapeGate.load().check(Seeds.graph().articles())).isEmpty();
  }

  @Test
  void orderOfTheArticlesIsNotSeen() throws IOException {
    List<ArticleReading> reversed = new ArrayList<>(Seeds.readings());
    Collections.reverse(reversed);

    assertThat(bytes(Seeds.pipeline().graph(reversed, Chy.DEFAULT_BASE).quads().toList()))
        .isEqualTo(bytes(Seeds.graph().quads().toList()));
  }

  @Test
  void evidenceIsWhatTheTextHasAtItsOffsets() {
    Map<String, Article> articles =
        Seeds.articles().stream().collect(Collectors.toMap(Article::id, article -> article));
    DatasetGraph graph = dataset();
    List<Quad> evidence = find(graph, Node.ANY, Node.ANY, OA.hasSource.asNode());

    assertThat(evidence).hasSizeGreaterThan(100);
    for (Quad source : evidence) {
      Node article = source.getObject();
      String text =
          Objects.requireNonNull(
                  articles.get(only(graph, article, article, DCTerms.identifier.asNode())))
              .text();
      Node words = selector(graph, source, OA.exact.asNode());
      Node position = selector(graph, source, OA.start.asNode());
      int start = Integer.parseInt(only(graph, article, position, OA.start.asNode()));
      int end = Integer.parseInt(only(graph, article, position, OA.end.asNode()));
      assertThat(text.substring(start, end))
          .isEqualTo(only(graph, article, words, OA.exact.asNode()));
      assertThat(text.substring(0, start)).endsWith(prefix(graph, article, words));
    }
  }

  @Test
  void readingIsAsGoodAsWeSay() {
    Evaluation evaluation = evaluation();

    assertThat(evaluation.missing()).isEmpty();
    assertThat(evaluation.all().f1().orElseThrow())
        .as(evaluation.table())
        .isGreaterThanOrEqualTo(0.80);
    assertThat(evaluation.all().precision().orElseThrow())
        .as(evaluation.table())
        .isGreaterThanOrEqualTo(0.88);
  }

  @ParameterizedTest
  @EnumSource(names = {"HOLDS_OFFICE", "SIGNS", "HOSTED_IN"})
  void headlineRelationsAreReadWell(Relation relation) {
    assertThat(evaluation().of(relation).f1().orElseThrow())
        .as(evaluation().table())
        .isGreaterThanOrEqualTo(0.85);
  }

  @ParameterizedTest
  @EnumSource
  void noRelationFallsIntoATrap(Relation relation) {
    assertThat(evaluation().of(relation).trapped())
        .as(String.join("\n", evaluation().errors()))
        .isZero();
  }

  private static Evaluation evaluation() {
    return Evaluation.of(dataset(), GoldStandard.read(GOLD));
  }

  private static DatasetGraph dataset() {
    DatasetGraph dataset = DatasetGraphFactory.create();
    Seeds.graph().quads().forEach(dataset::add);
    return dataset;
  }

  private static Node selector(DatasetGraph graph, Quad source, Node property) {
    return find(graph, source.getGraph(), source.getSubject(), OA.hasSelector.asNode()).stream()
        .map(Quad::getObject)
        .filter(selector -> graph.contains(source.getGraph(), selector, property, Node.ANY))
        .findFirst()
        .orElseThrow();
  }

  private static String prefix(DatasetGraph graph, Node article, Node words) {
    return find(graph, article, words, OA.prefix.asNode()).stream()
        .map(quad -> quad.getObject().getLiteralLexicalForm())
        .collect(Collectors.joining());
  }

  private static String only(DatasetGraph graph, Node article, Node subject, Node property) {
    List<Quad> quads = find(graph, article, subject, property);
    assertThat(quads).as("%s %s", subject, property).hasSize(1);
    return quads.get(0).getObject().getLiteralLexicalForm();
  }

  private static List<Quad> find(DatasetGraph graph, Node article, Node subject, Node property) {
    List<Quad> found = new ArrayList<>();
    graph.find(article, subject, property, Node.ANY).forEachRemaining(found::add);
    return found;
  }

  private static String bytes(List<Quad> quads) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SortedNQuads.write(quads, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
