package org.chancery.resolution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Which nodes are one, where likeness does not carry over: A may be B and B may be C although A
 * cannot be C. Then B is in doubt and stays alone, unless evidence decides for one side. The
 * outcome does not depend on the order of the nodes.
 *
 * @param blocks keys of a node; only nodes that share one are compared
 * @param maybe whether two nodes may be one; symmetric
 * @param evident whether, beyond that, something speaks for it; symmetric
 */
record Likeness<T>(
    Function<T, ? extends Collection<String>> blocks,
    BiPredicate<T, T> maybe,
    BiPredicate<T, T> evident) {
  /** The nodes in groups, each in the order given, groups in the order of their first nodes. */
  List<List<T>> group(List<T> nodes) {
    List<BitSet> likes = compare(nodes);
    BitSet doubtful = doubtful(likes);
    for (int node = doubtful.nextSetBit(0); node >= 0; node = doubtful.nextSetBit(node + 1)) {
      for (int other : likes.get(node).stream().toArray()) {
        if (!evident.test(nodes.get(node), nodes.get(other))) {
          likes.get(node).clear(other);
          likes.get(other).clear(node);
        }
      }
    }
    BitSet stillDoubtful = doubtful(likes);
    for (int node = stillDoubtful.nextSetBit(0);
        node >= 0;
        node = stillDoubtful.nextSetBit(node + 1)) {
      for (int other : likes.get(node).stream().toArray()) {
        likes.get(other).clear(node);
      }
      likes.get(node).clear();
    }
    return components(nodes, likes);
  }

  private List<BitSet> compare(List<T> nodes) {
    List<BitSet> likes = new ArrayList<>();
    Map<String, List<Integer>> byBlock = new TreeMap<>();
    for (int node = 0; node < nodes.size(); node++) {
      likes.add(new BitSet());
      for (String block : blocks.apply(nodes.get(node))) {
        byBlock.computeIfAbsent(block, b -> new ArrayList<>()).add(node);
      }
    }
    for (List<Integer> block : byBlock.values()) {
      for (int i = 0; i < block.size(); i++) {
        for (int j = i + 1; j < block.size(); j++) {
          int one = block.get(i);
          int other = block.get(j);
          if (one != other && maybe.test(nodes.get(one), nodes.get(other))) {
            likes.get(one).set(other);
            likes.get(other).set(one);
          }
        }
      }
    }
    return likes;
  }

  /** The nodes that are like two others which are not like each other. */
  private static BitSet doubtful(List<BitSet> likes) {
    BitSet doubtful = new BitSet();
    for (int node = 0; node < likes.size(); node++) {
      BitSet circle = withSelf(likes, node);
      for (int other : likes.get(node).stream().toArray()) {
        BitSet strangers = (BitSet) circle.clone();
        strangers.andNot(withSelf(likes, other));
        if (!strangers.isEmpty()) {
          doubtful.set(node);
          break;
        }
      }
    }
    return doubtful;
  }

  private static BitSet withSelf(List<BitSet> likes, int node) {
    BitSet circle = (BitSet) likes.get(node).clone();
    circle.set(node);
    return circle;
  }

  private static <T> List<List<T>> components(List<T> nodes, List<BitSet> likes) {
    List<List<T>> groups = new ArrayList<>();
    BitSet seen = new BitSet();
    for (int start = 0; start < nodes.size(); start++) {
      if (seen.get(start)) {
        continue;
      }
      BitSet group = new BitSet();
      Deque<Integer> open = new ArrayDeque<>(List.of(start));
      while (!open.isEmpty()) {
        int node = open.pop();
        if (!group.get(node)) {
          group.set(node);
          likes.get(node).stream().forEach(open::push);
        }
      }
      seen.or(group);
      groups.add(group.stream().mapToObj(nodes::get).toList());
    }
    return groups;
  }
}
