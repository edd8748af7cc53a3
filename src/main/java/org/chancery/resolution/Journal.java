package org.chancery.resolution;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chancery.resolution.Comparison.Verdict;

/** What was weighed, and what came of it: every merge, and every near-miss. */
final class Journal {
  private final List<Entry> entries = new ArrayList<>();

  /** Two appearances that stand for what was compared; their IRIs may yet change. */
  private record Entry(
      Verdict verdict,
      Mark one,
      Mark other,
      double points,
      double needed,
      List<Comparison.Reason> reasons,
      Optional<Said> said) {

    Optional<Comparison> comparison(Entities entities) {
      Comparison.Side here = one.side(entities);
      Comparison.Side there = other.side(entities);
      boolean same = here.iri().equals(there.iri());
      if (same && verdict == Verdict.NEAR_MISS) {
        return Optional.empty(); // A curator has made them one, which has an entry of its own.
      }
      boolean parted = !same && verdict == Verdict.MERGE;
      return Optional.of(
          new Comparison(
              parted ? Verdict.NEAR_MISS : verdict,
              here,
              there,
              points,
              needed,
              reasons,
              parted
                  ? Optional.of(Remark.PARTED.says(Map.of()))
                  : said.map(each -> each.text(entities))));
    }
  }

  /**
   * A remark, and what it speaks of.
   *
   * @param marks by the words that stand for them
   * @param decision of a curator
   */
  private record Said(Remark remark, Map<String, Mark> marks, Optional<String> decision) {
    static Said of(Remark remark) {
      return new Said(remark, Map.of(), Optional.empty());
    }

    static <N extends Node> Said of(Clustering.Obstacle<N> obstacle) {
      Map<String, Mark> marks = new TreeMap<>();
      marks.put("one", Mark.of(obstacle.one()));
      marks.put("other", Mark.of(obstacle.other()));
      obstacle.node().ifPresent(node -> marks.put("node", Mark.of(node)));
      return new Said(
          obstacle.node().isPresent() ? Remark.FITS_TWO : Remark.RULED_OUT,
          marks,
          Optional.empty());
    }

    String text(Entities entities) {
      Map<String, String> parts = new TreeMap<>();
      marks.forEach((word, mark) -> parts.put(word, mark.text(entities)));
      decision.ifPresent(words -> parts.put("decision", words));
      return remark.says(parts);
    }
  }

  private record Mark(Appearance appearance, int articles) {
    static Mark of(Node node) {
      return new Mark(node.members().get(0), node.members().size());
    }

    Comparison.Side side(Entities entities) {
      return new Comparison.Side(
          entities.require(appearance).iri(),
          appearance.names().best(),
          appearance.article(),
          articles);
    }

    String text(Entities entities) {
      return "\"%s\" of %s <%s>"
          .formatted(
              appearance.names().best(), appearance.article(), entities.require(appearance).iri());
    }
  }

  /** Takes down what a clustering gave. */
  <N extends Node> void add(Clustering<N> clustering, Clustering.Outcome<N> outcome) {
    for (List<N> group : outcome.groups()) {
      for (N node : group) {
        if (node.members().size() > 1) {
          entries.add(alike(clustering, node));
        }
      }
    }
    for (Clustering.Weighed<N> merge : outcome.merges()) {
      entries.add(entry(Verdict.MERGE, clustering.weights(), merge));
    }
    for (Clustering.Weighed<N> miss : outcome.nearMisses()) {
      entries.add(entry(Verdict.NEAR_MISS, clustering.weights(), miss));
    }
  }

  /** Appearances that are one node have the same in all that is weighed. */
  private static <N extends Node> Entry alike(Clustering<N> clustering, N node) {
    Weights weights = clustering.weights();
    Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
    for (Evidence each : clustering.compare().apply(node, node)) {
      if (weights.require(each).speaksFor()) {
        evidence.add(each);
      }
    }
    List<Appearance> members = node.members();
    return new Entry(
        Verdict.MERGE,
        new Mark(members.get(0), 1),
        new Mark(members.get(1), members.size() - 1),
        weights.score(evidence),
        weights.limits().mergeFrom(),
        weights.reasons(evidence),
        Optional.of(Said.of(Remark.ALIKE)));
  }

  private static <N extends Node> Entry entry(
      Verdict verdict, Weights weights, Clustering.Weighed<N> weighed) {
    return new Entry(
        verdict,
        Mark.of(weighed.one()),
        Mark.of(weighed.other()),
        weighed.score(),
        weights.limits().mergeFrom(),
        weights.reasons(weighed.evidence()),
        weighed.obstacle().map(Said::of));
  }

  /**
   * Takes down what a curator decided.
   *
   * @param decision itself; not where it stands, as that may change and the decision stay
   */
  void decided(Verdict verdict, Appearance one, Appearance other, String decision) {
    entries.add(
        new Entry(
            verdict,
            new Mark(one, 1),
            new Mark(other, 1),
            0,
            0,
            List.of(),
            Optional.of(new Said(Remark.DECIDED, Map.of(), Optional.of(decision)))));
  }

  /** All of it; call when every IRI is settled. */
  List<Comparison> comparisons(Entities entities) {
    return entries.stream().flatMap(entry -> entry.comparison(entities).stream()).toList();
  }
}
