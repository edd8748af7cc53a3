package org.chancery.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;

/**
 * How well a grouping agrees with gold: B-cubed (Bagga and Baldwin 1998) and CEAF (Luo 2005), by
 * mentions and by entities (φ4). What the graph has not found counts as missed: it lowers recall
 * alone.
 *
 * @param rows how many names gold has
 * @param found how many of them the graph has
 * @param clusters how many things gold has
 * @param entities how many things the graph makes of what it found
 */
record ClusterScore(
    int rows,
    int found,
    int clusters,
    int entities,
    Figures bCubed,
    Figures ceafMentions,
    Figures ceafEntities) {

  /**
   * Precision and recall.
   *
   * @param precision in [0, 1]
   * @param recall in [0, 1]
   */
  record Figures(double precision, double recall) {
    double f1() {
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%5.3f %5.3f %5.3f", precision, recall, f1());
    }
  }

  /** A name of gold and what the graph makes of it: an IRI, or nothing. */
  record Item(String cluster, String entity) {
    boolean isFound() {
      return !entity.isEmpty();
    }
  }

  /** Scores; an item whose entity is empty was not found. */
  static ClusterScore of(List<Item> items) {
    Map<String, List<Integer>> gold = new TreeMap<>();
    Map<String, List<Integer>> said = new TreeMap<>();
    for (int i = 0; i < items.size(); i++) {
      gold.computeIfAbsent(items.get(i).cluster(), c -> new ArrayList<>()).add(i);
      if (items.get(i).isFound()) {
        said.computeIfAbsent(items.get(i).entity(), e -> new ArrayList<>()).add(i);
      }
    }
    Map<List<String>, Integer> shared = new HashMap<>();
    int found = 0;
    for (Item item : items) {
      if (item.isFound()) {
        found++;
        shared.merge(List.of(item.cluster(), item.entity()), 1, Integer::sum);
      }
    }
    double precision = 0;
    double recall = 0;
    for (Item item : items) {
      if (item.isFound()) {
        int both = shared.getOrDefault(List.of(item.cluster(), item.entity()), 0);
        precision += (double) both / size(said, item.entity());
        recall += (double) both / size(gold, item.cluster());
      }
    }
    double mentions =
        paired(gold, said, (cluster, entity) -> shared.getOrDefault(List.of(cluster, entity), 0));
    double entities =
        paired(
            gold,
            said,
            (cluster, entity) ->
                2.0
                    * shared.getOrDefault(List.of(cluster, entity), 0)
                    / (size(gold, cluster) + size(said, entity)));
    return new ClusterScore(
        items.size(),
        found,
        gold.size(),
        said.size(),
        new Figures(share(precision, found), share(recall, items.size())),
        new Figures(share(mentions, found), share(mentions, items.size())),
        new Figures(share(entities, said.size()), share(entities, gold.size())));
  }

  private static int size(Map<String, List<Integer>> groups, String name) {
    return groups.getOrDefault(name, List.of()).size();
  }

  private static double share(double sum, int of) {
    return of == 0 ? 0 : sum / of;
  }

  /** The gain of the best pairing of clusters with entities. */
  private static double paired(
      Map<String, List<Integer>> gold,
      Map<String, List<Integer>> said,
      ToDoubleBiFunction<String, String> gain) {
    List<String> clusters = List.copyOf(gold.keySet());
    List<String> entities = List.copyOf(said.keySet());
    double[][] gains = new double[clusters.size()][entities.size()];
    for (int i = 0; i < clusters.size(); i++) {
      for (int j = 0; j < entities.size(); j++) {
        gains[i][j] = gain.applyAsDouble(clusters.get(i), entities.get(j));
      }
    }
    int[] paired = Assignment.best(gains);
    double sum = 0;
    for (int i = 0; i < paired.length; i++) {
      sum += paired[i] < 0 ? 0 : gains[i][paired[i]];
    }
    return sum;
  }
}
