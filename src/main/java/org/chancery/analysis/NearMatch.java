package org.chancery.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * How near a pattern came to matching: its event stands in the sentence, and some of what it asks
 * for around the event does not.
 *
 * @param gaps what is missing or in the way, in the order of the pattern; empty if the pattern
 *     matches
 */
public record NearMatch(List<Gap> gaps) {
  public NearMatch {
    gaps = List.copyOf(gaps);
  }

  /** What keeps a condition from being met. */
  public enum Kind {
    /** No word stands in that relation. */
    ABSENT,
    /** A word stands there, of another kind. */
    DIFFERENT,
    /** A word stands where the pattern wants none. */
    FORBIDDEN
  }

  /**
   * A condition that is not met.
   *
   * @param node the name of the node that found no word; empty if the pattern does not name it
   * @param condition the condition as the pattern has it, without further conditions on its node
   * @param governor 0-based index of the unit that the condition is on
   * @param unit the unit that is of another kind, or in the way; empty if none stands there
   */
  public record Gap(String node, Kind kind, String condition, int governor, OptionalInt unit) {}

  /**
   * Tries a pattern condition by condition, those that it wants before those that it forbids.
   *
   * @param pattern one that {@link DependencyPattern#compile} takes
   * @return empty if not even the event, with what leads to it, is in the sentence
   */
  public static Optional<NearMatch> of(String pattern, Parse parse) {
    return new Trial(PatternTree.read(pattern), parse).run();
  }

  /** Adds conditions one by one and keeps those with which the pattern still matches. */
  private static final class Trial {
    private final PatternTree tree;
    private final Parse parse;
    private final Set<Integer> included = new TreeSet<>();
    private final Set<Integer> loosened = new TreeSet<>();
    private final List<Gap> gaps = new ArrayList<>();

    Trial(PatternTree tree, Parse parse) {
      this.tree = tree;
      this.parse = parse;
    }

    Optional<NearMatch> run() {
      includeWayToEvent(tree.head());
      if (match(0).isEmpty()) {
        return Optional.empty();
      }
      tryAll(tree.head(), false);
      tryAll(tree.head(), true);
      return Optional.of(new NearMatch(gaps));
    }

    private void includeWayToEvent(PatternTree.Node node) {
      for (PatternTree.Condition condition : node.conditions()) {
        if (!condition.negated() && condition.leadsTo("event")) {
          included.add(condition.id());
          condition.node().ifPresent(this::includeWayToEvent);
        }
      }
    }

    private void tryAll(PatternTree.Node node, boolean negated) {
      for (PatternTree.Condition condition : node.conditions()) {
        if (condition.negated() == negated && !included.contains(condition.id())) {
          attempt(node, condition);
        } else if (included.contains(condition.id()) && !condition.negated()) {
          condition.node().ifPresent(child -> tryAll(child, negated));
        }
      }
    }

    private void attempt(PatternTree.Node governor, PatternTree.Condition condition) {
      Map<String, Integer> before = match(0).orElseThrow();
      included.add(condition.id());
      if (match(0).isPresent()) {
        condition.node().filter(node -> !condition.negated()).ifPresent(n -> tryAll(n, false));
        return;
      }
      if (condition.negated()) {
        included.remove(condition.id());
        Optional<Map<String, Integer>> inTheWay = match(condition.id());
        gap(governor, condition, Kind.FORBIDDEN, inTheWay, PatternTree.BLOCKER, before);
        return;
      }
      loosened.add(condition.id());
      Optional<Map<String, Integer>> other =
          condition.node().isPresent() ? match(0) : Optional.empty();
      if (other.isPresent()) {
        String name = condition.node().orElseThrow().bound();
        gap(governor, condition, Kind.DIFFERENT, other, name, before);
      } else {
        loosened.remove(condition.id());
        included.remove(condition.id());
        gap(governor, condition, Kind.ABSENT, Optional.empty(), "", before);
      }
    }

    private void gap(
        PatternTree.Node governor,
        PatternTree.Condition condition,
        Kind kind,
        Optional<Map<String, Integer>> match,
        String name,
        Map<String, Integer> before) {
      Integer at = match.orElse(before).get(governor.bound());
      Integer unit = match.orElse(Map.of()).get(name);
      gaps.add(
          new Gap(
              condition.node().map(PatternTree.Node::name).orElse("").toLowerCase(Locale.ROOT),
              kind,
              condition.shown(),
              at == null ? before.values().iterator().next() : at,
              unit == null ? OptionalInt.empty() : OptionalInt.of(unit)));
    }

    /**
     * A match of what is included.
     *
     * @param turned a negated condition that is to be wanted, too; 0 for none
     */
    private Optional<Map<String, Integer>> match(int turned) {
      String pattern = tree.written(included, loosened, turned);
      return DependencyPattern.compile(pattern).matches(parse).stream().findFirst();
    }
  }
}
