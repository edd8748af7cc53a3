package org.chancery.graph;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.chancery.resolution.Comparison;
import org.chancery.resolution.Comparison.Reason;
import org.chancery.resolution.Comparison.Side;
import org.chancery.resolution.Comparison.Verdict;
import org.chancery.resolution.Iris;
import org.chancery.resolution.Resolution;

/**
 * Why mentions of several articles are one thing, or are not: every merge and every near-miss; and
 * of each IRI that a curator gave up, which took its place. They are spread over 256 graphs by
 * their names' hashes, so that one more article changes few graphs.
 */
public final class ResolutionGraph {
  /** What the graphs' names start with; two hexadecimal digits follow. */
  public static final String IRI = "https://w3id.org/chancery/resolution/";

  private static final String KIND = "comparison";

  private ResolutionGraph() {}

  /**
   * The quads of these graphs.
   *
   * @param base what the IRIs of entities start with
   */
  public static Collection<Quad> of(Resolution resolution, String base) {
    Iris iris = new Iris(base);
    List<Quad> quads = new ArrayList<>();
    for (Comparison comparison : resolution.comparisons()) {
      quads.addAll(quads(comparison, iris));
    }
    resolution
        .replaced()
        .forEach(
            (before, now) -> {
              GraphBuilder graph = graph(iris.hashed("replaced", before));
              graph.add(
                  GraphBuilder.iri(before), DCTerms.isReplacedBy.asNode(), GraphBuilder.iri(now));
              quads.addAll(graph.quads());
            });
    return quads;
  }

  private static List<Quad> quads(Comparison comparison, Iris iris) {
    Side one = comparison.one();
    Side other = comparison.other();
    String iri =
        iris.hashed(
            KIND,
            comparison.verdict().name(),
            one.iri(),
            one.article(),
            one.name(),
            other.iri(),
            other.article(),
            other.name(),
            comparison.remark().orElse(""));
    GraphBuilder graph = graph(iri);
    Node node = GraphBuilder.iri(iri);
    graph.type(node, comparison.verdict() == Verdict.MERGE ? Terms.MERGE : Terms.NEAR_MISS);
    graph.add(node, Terms.FIRST_ENTITY, GraphBuilder.iri(one.iri()));
    graph.add(node, Terms.FIRST_NAME, GraphBuilder.string(one.name()));
    graph.add(node, Terms.FIRST_ARTICLE, GraphBuilder.iri(iris.article(one.article())));
    graph.add(node, Terms.SECOND_ENTITY, GraphBuilder.iri(other.iri()));
    graph.add(node, Terms.SECOND_NAME, GraphBuilder.string(other.name()));
    graph.add(node, Terms.SECOND_ARTICLE, GraphBuilder.iri(iris.article(other.article())));
    graph.add(node, Terms.POINTS, GraphBuilder.decimal(comparison.points()));
    if (comparison.needed() > 0) {
      graph.add(node, Terms.POINTS_NEEDED, GraphBuilder.decimal(comparison.needed()));
    }
    for (Reason reason : comparison.reasons()) {
      graph.add(
          node,
          reason.speaksFor() ? Terms.SPEAKS_FOR : Terms.SPEAKS_AGAINST,
          GraphBuilder.string(text(reason)));
    }
    comparison
        .remark()
        .ifPresent(remark -> graph.add(node, Terms.REMARK, GraphBuilder.string(remark)));
    return graph.quads();
  }

  /** One of the graphs, by the first digits of a name that is a hash. */
  private static GraphBuilder graph(String hashed) {
    int digits = hashed.lastIndexOf('/') + 1;
    return new GraphBuilder(IRI + hashed.substring(digits, digits + 2));
  }

  private static String text(Reason reason) {
    String points =
        reason.veto()
            ? "veto"
            : BigDecimal.valueOf(reason.points()).stripTrailingZeros().toPlainString();
    return "%s (%s): %s".formatted(reason.evidence(), points, reason.says());
  }
}
