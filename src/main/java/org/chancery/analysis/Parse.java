package org.chancery.analysis;

import edu.stanford.nlp.ling.IndexedWord;
import edu.stanford.nlp.semgraph.SemanticGraph;
import edu.stanford.nlp.semgraph.SemanticGraphEdge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The dependencies of a collapsed sentence. Positions are 0-based indices of its units. */
public final class Parse {
  private final List<Unit> units;
  private final SemanticGraph basic;
  private final SemanticGraph enhanced;

  Parse(List<Unit> units, SemanticGraph basic, SemanticGraph enhanced) {
    this.units = List.copyOf(units);
    this.basic = basic;
    this.enhanced = enhanced;
  }

  /**
   * One edge.
   *
   * @param relation Universal Dependencies relation, with its enhancement: {@code obl:in}
   */
  public record Edge(int governor, int dependent, String relation) {}

  public List<Unit> units() {
    return units;
  }

  SemanticGraph enhanced() {
    return enhanced;
  }

  /** The unit that governs one in the basic tree; empty for a root. */
  public Optional<Edge> governor(int unit) {
    IndexedWord word = basic.getNodeByIndexSafe(unit + 1);
    if (word == null) {
      return Optional.empty();
    }
    return basic.incomingEdgeList(word).stream().findFirst().map(Parse::edge);
  }

  /** What one unit governs in the basic tree, in the order of the sentence. */
  public List<Edge> dependents(int unit) {
    IndexedWord word = basic.getNodeByIndexSafe(unit + 1);
    if (word == null) {
      return List.of();
    }
    List<Edge> edges = new ArrayList<>();
    for (SemanticGraphEdge edge : basic.outgoingEdgeList(word)) {
      edges.add(edge(edge));
    }
    edges.sort(Comparator.comparingInt(Edge::dependent).thenComparing(Edge::relation));
    return edges;
  }

  private static Edge edge(SemanticGraphEdge edge) {
    return new Edge(
        edge.getGovernor().index() - 1,
        edge.getDependent().index() - 1,
        edge.getRelation().toString());
  }

  /** The enhanced dependencies, one a line, for people. */
  @Override
  public String toString() {
    return enhanced.toList();
  }
}
