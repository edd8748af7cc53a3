package org.chancery.resolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Which nodes are one, by weighed evidence. Pairs with enough of it are joined, the surest first,
 * unless something in the two groups rules it out. A node that could be either of two that cannot
 * be one joins the one that is clearly ahead, or neither. Cost grows with the number of nodes, not
 * with its square: only nodes that share a block are compared, and of a large block only
 * neighbours.
 *
 * @param blocks keys of a node; only nodes that share one are compared
 * @param compare what speaks for and against two nodes being one; symmetric
 */
record Clustering<T>(
    Weights weights,
    Function<T, ? extends Collection<String>> blocks,
    BiFunction<T, T, Set<Evidence>> compare) {

  /**
   * In a larger block, nodes are compared with the next ones in the order given alone: the fewer
   * the larger it is, but never fewer than {@link #NEIGHBOURS}. So two that are far apart in all
   * the large blocks that they share, and share no small one, are not compared; they may still
   * become one by way of those between them.
   */
  private static final int LARGE = 100;

  private static final int NEIGHBOURS = 20;

  /** How many near-misses of a node are remembered. */
  private static final int NEAR = 4;

  private static final double TINY = 1e-9;

  /** Two nodes, by their places in the list, and what speaks for and against them being one. */
  private record Pair(int one, int other, double score, Set<Evidence> evidence) {
    static final Comparator<Pair> SUREST =
        Comparator.comparingDouble((Pair pair) -> -pair.score)
            .thenComparingInt(pair -> pair.one)
            .thenComparingInt(pair -> pair.other);

    int beside(int node) {
      return node == one ? other : one;
    }
  }

  /**
   * Two nodes that were weighed.
   *
   * @param obstacle why they are not one although their points would do; empty if they are one, or
   *     their points do not do
   */
  record Weighed<T>(
      T one, T other, double score, Set<Evidence> evidence, Optional<Obstacle<T>> obstacle) {}

  /**
   * Two nodes that cannot be one, and so keep others from being one.
   *
   * @param node what could be either of them; empty if they are among what would be joined
   */
  record Obstacle<T>(Optional<T> node, T one, T other) {}

  /**
   * What came of it.
   *
   * @param groups each in the order given, in the order of their first nodes
   * @param merges by which the groups came about: one fewer than a group has nodes
   * @param nearMisses between nodes of different groups, at most one for two groups
   */
  record Outcome<T>(List<List<T>> groups, List<Weighed<T>> merges, List<Weighed<T>> nearMisses) {}

  /**
   * Groups nodes.
   *
   * @param nodes in an order that does not depend on how the articles came
   */
  Outcome<T> group(List<T> nodes) {
    return new Run(nodes).outcome();
  }

  /** The work on one list. */
  private final class Run {
    private final List<T> nodes;
    private final List<Pair> links = new ArrayList<>();
    private final Map<Integer, List<Pair>> near = new HashMap<>();
    private final List<Pair> merges = new ArrayList<>();
    private final Map<Pair, Obstacle<T>> obstacles = new HashMap<>();
    private final int[] group;

    /** By two groups, what was found that keeps them apart: it holds as they grow, too. */
    private final Map<Integer, Map<Integer, Obstacle<T>>> apart = new HashMap<>();

    private final List<List<Integer>> members = new ArrayList<>();

    Run(List<T> nodes) {
      this.nodes = nodes;
      this.group = new int[nodes.size()];
      for (int node = 0; node < group.length; node++) {
        group[node] = node;
        members.add(List.of(node));
      }
    }

    Outcome<T> outcome() {
      compareAll();
      List<Pair> sure = withoutDoubtful();
      sure.sort(Pair.SUREST);
      sure.forEach(this::join);
      return new Outcome<>(inOrder(), merges.stream().map(this::weighed).toList(), nearMisses());
    }

    private List<List<T>> inOrder() {
      Map<Integer, List<T>> byFirst = new TreeMap<>();
      for (int node = 0; node < group.length; node++) {
        if (group[node] == node) {
          List<Integer> sorted = members.get(node).stream().sorted().toList();
          byFirst.put(sorted.get(0), sorted.stream().map(nodes::get).toList());
        }
      }
      return List.copyOf(byFirst.values());
    }

    private void compareAll() {
      Map<String, Integer> numbers = new HashMap<>();
      List<List<Integer>> inBlock = new ArrayList<>();
      int[][] blocksOf = new int[nodes.size()][];
      for (int node = 0; node < nodes.size(); node++) {
        Set<String> keys = new HashSet<>(blocks.apply(nodes.get(node)));
        int[] own = new int[keys.size()];
        int next = 0;
        for (String key : keys) {
          int number = numbers.computeIfAbsent(key, k -> numbers.size());
          if (number == inBlock.size()) {
            inBlock.add(new ArrayList<>());
          }
          inBlock.get(number).add(node);
          own[next++] = number;
        }
        Arrays.sort(own);
        blocksOf[node] = own;
      }
      for (int block = 0; block < inBlock.size(); block++) {
        List<Integer> inside = inBlock.get(block);
        int reach =
            inside.size() > LARGE
                ? Math.max(NEIGHBOURS, LARGE * LARGE / inside.size())
                : inside.size();
        for (int i = 0; i < inside.size(); i++) {
          for (int j = i + 1; j < Math.min(inside.size(), i + 1 + reach); j++) {
            int one = inside.get(i);
            int other = inside.get(j);
            if (!meetsBefore(blocksOf[one], blocksOf[other], block, inBlock)) {
              compare(one, other);
            }
          }
        }
      }
    }

    /** Whether the two share a small block with a lower number, and so have been compared. */
    private boolean meetsBefore(int[] one, int[] other, int block, List<List<Integer>> inBlock) {
      int i = 0;
      int j = 0;
      while (i < one.length && j < other.length) {
        if (one[i] == other[j]) {
          if (one[i] >= block) {
            return false;
          }
          if (inBlock.get(one[i]).size() <= LARGE) {
            return true;
          }
          i++;
          j++;
        } else if (one[i] < other[j]) {
          i++;
        } else {
          j++;
        }
      }
      return false;
    }

    private void compare(int one, int other) {
      Set<Evidence> evidence = compare.apply(nodes.get(one), nodes.get(other));
      double score = weights.score(evidence);
      if (score < weights.limits().nearFrom()) {
        return;
      }
      Pair pair = new Pair(one, other, score, evidence);
      boolean enough = score >= weights.limits().mergeFrom();
      if (weights.vetoes(evidence)) {
        if (score > weights.limits().mergeFrom()) {
          remember(pair);
        }
      } else if (enough) {
        links.add(pair);
      } else {
        remember(pair);
      }
    }

    private void remember(Pair pair) {
      for (int node : new int[] {pair.one, pair.other}) {
        List<Pair> best = near.computeIfAbsent(node, n -> new ArrayList<>(NEAR + 1));
        if (!best.contains(pair)) {
          best.add(pair);
          best.sort(Pair.SUREST);
          if (best.size() > NEAR) {
            best.remove(NEAR);
          }
        }
      }
    }

    private boolean vetoed(int one, int other) {
      return weights.vetoes(compare.apply(nodes.get(one), nodes.get(other)));
    }

    /** The links without those of a node to two that cannot be one, if neither is ahead. */
    private List<Pair> withoutDoubtful() {
      // Two nodes that share large blocks may have been compared in each.
      List<Pair> each = links.stream().distinct().toList();
      Map<Integer, List<Pair>> byNode = new TreeMap<>();
      for (Pair link : each) {
        byNode.computeIfAbsent(link.one, n -> new ArrayList<>()).add(link);
        byNode.computeIfAbsent(link.other, n -> new ArrayList<>()).add(link);
      }
      byNode.forEach(
          (node, own) -> {
            own.sort(Pair.SUREST);
            List<Pair> looked = own.subList(0, Math.min(own.size(), LARGE));
            for (int i = 0; i < looked.size(); i++) {
              for (int j = i + 1; j < looked.size(); j++) {
                Pair better = looked.get(i);
                Pair worse = looked.get(j);
                if (obstacles.containsKey(better) && obstacles.containsKey(worse)) {
                  continue;
                }
                if (vetoed(better.beside(node), worse.beside(node))) {
                  Obstacle<T> doubt =
                      new Obstacle<>(
                          Optional.of(nodes.get(node)),
                          nodes.get(better.beside(node)),
                          nodes.get(worse.beside(node)));
                  obstacles.putIfAbsent(worse, doubt);
                  if (better.score - worse.score < weights.limits().lead() - TINY) {
                    obstacles.putIfAbsent(better, doubt);
                  }
                }
              }
            }
          });
      List<Pair> sure = new ArrayList<>();
      for (Pair link : each) {
        if (obstacles.containsKey(link)) {
          remember(link);
        } else {
          sure.add(link);
        }
      }
      return sure;
    }

    private void join(Pair link) {
      int one = group[link.one];
      int other = group[link.other];
      if (one == other) {
        return;
      }
      Optional<Obstacle<T>> obstacle = obstacle(one, other);
      if (obstacle.isPresent()) {
        obstacles.put(link, obstacle.get());
        remember(link);
        return;
      }
      int into = members.get(one).size() >= members.get(other).size() ? one : other;
      int from = into == one ? other : one;
      List<Integer> all = new ArrayList<>(members.get(into));
      all.addAll(members.get(from));
      members.get(from).forEach(node -> group[node] = into);
      members.set(into, all);
      members.set(from, List.of());
      Optional.ofNullable(apart.remove(from))
          .orElse(Map.of())
          .forEach(
              (third, reason) -> {
                apart.getOrDefault(third, new HashMap<>()).remove(from);
                keepApart(into, third, reason);
              });
      merges.add(link);
    }

    /**
     * What rules out that two groups are one. Each two nodes are held against each other once: if
     * nothing rules it out the groups are joined, and else that is known from then on.
     */
    private Optional<Obstacle<T>> obstacle(int one, int other) {
      Obstacle<T> known = apart.getOrDefault(one, Map.of()).get(other);
      if (known != null) {
        return Optional.of(known);
      }
      for (int here : members.get(one)) {
        for (int there : members.get(other)) {
          if (vetoed(here, there)) {
            Obstacle<T> found = new Obstacle<>(Optional.empty(), nodes.get(here), nodes.get(there));
            keepApart(one, other, found);
            return Optional.of(found);
          }
        }
      }
      return Optional.empty();
    }

    private void keepApart(int one, int other, Obstacle<T> reason) {
      apart.computeIfAbsent(one, g -> new HashMap<>()).putIfAbsent(other, reason);
      apart.computeIfAbsent(other, g -> new HashMap<>()).putIfAbsent(one, reason);
    }

    private List<Weighed<T>> nearMisses() {
      List<Pair> all =
          near.values().stream().flatMap(List::stream).distinct().sorted(Pair.SUREST).toList();
      Set<Long> seen = new HashSet<>();
      List<Weighed<T>> misses = new ArrayList<>();
      for (Pair pair : all) {
        int one = Math.min(group[pair.one], group[pair.other]);
        int other = Math.max(group[pair.one], group[pair.other]);
        if (one != other && seen.add(((long) one << 32) | other)) {
          misses.add(weighed(pair));
        }
      }
      return misses;
    }

    private Weighed<T> weighed(Pair pair) {
      return new Weighed<>(
          nodes.get(pair.one),
          nodes.get(pair.other),
          pair.score,
          pair.evidence,
          Optional.ofNullable(obstacles.get(pair)));
    }
  }
}
