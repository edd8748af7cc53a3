package org.chancery.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.chancery.ontology.EntityType;
import org.junit.jupiter.api.Test;

/** Officials stand for all kinds: what is weighed here are pairs of letters. */
class ClusteringTest {
  private static final Weights WEIGHTS = Weights.of(EntityType.OFFICIAL);
  private static final Set<Evidence> ENOUGH = EnumSet.of(Evidence.NAME_FULL);
  private static final Set<Evidence> MORE = EnumSet.of(Evidence.NAME_FULL, Evidence.SAME_SERVICE);
  private static final Set<Evidence> NEARLY =
      EnumSet.of(Evidence.NAME_SURNAME, Evidence.SAME_SERVICE);
  private static final Set<Evidence> NEVER =
      EnumSet.of(Evidence.NAME_FULL, Evidence.DIFFERENT_COUNTRY);

  @Test
  void whatIsLikeEachOtherIsOne() {
    assertThat(groups(Map.of("ab", ENOUGH, "bc", ENOUGH, "ac", ENOUGH), "a", "b", "c", "d"))
        .containsExactly(List.of("a", "b", "c"), List.of("d"));
  }

  @Test
  void likenessCarriesOverUnlessSomethingRulesItOut() {
    assertThat(groups(Map.of("ab", ENOUGH, "bc", ENOUGH), "a", "b", "c"))
        .containsExactly(List.of("a", "b", "c"));
  }

  @Test
  void whatCouldBeEitherStaysAlone() {
    Clustering.Outcome<String> outcome =
        outcome(Map.of("ab", ENOUGH, "bc", ENOUGH, "ac", NEVER), "a", "b", "c");
    assertThat(outcome.groups()).containsExactly(List.of("a"), List.of("b"), List.of("c"));
    assertThat(outcome.merges()).isEmpty();
    assertThat(outcome.nearMisses())
        .extracting(miss -> miss.one() + miss.other() + miss.obstacle().isPresent())
        .containsExactlyInAnyOrder("abtrue", "bctrue", "acfalse");
  }

  @Test
  void aClearLeadDecidesForOneSide() {
    assertThat(groups(Map.of("ab", ENOUGH, "bc", MORE, "ac", NEVER), "a", "b", "c"))
        .containsExactly(List.of("a"), List.of("b", "c"));
  }

  @Test
  void aDoubtfulNodeDoesNotTearOthersApart() {
    assertThat(
            groups(
                Map.of(
                    "ab", ENOUGH, "ac", ENOUGH, "ad", ENOUGH, "cd", ENOUGH, "bc", NEVER, "bd",
                    NEVER),
                "a",
                "b",
                "c",
                "d"))
        .containsExactly(List.of("a"), List.of("b"), List.of("c", "d"));
  }

  @Test
  void aChainStopsWhereItWouldJoinWhatCannotBeOne() {
    assertThat(
            groups(Map.of("ab", MORE, "bc", ENOUGH, "cd", MORE, "ad", NEVER), "a", "b", "c", "d"))
        .containsExactly(List.of("a", "b"), List.of("c", "d"));
  }

  @Test
  void tooFewPointsAreANearMiss() {
    Clustering.Outcome<String> outcome = outcome(Map.of("ab", NEARLY), "a", "b");
    assertThat(outcome.groups()).hasSize(2);
    assertThat(outcome.nearMisses()).singleElement().matches(miss -> miss.score() == 3);
  }

  @Test
  void onlyNodesOfOneBlockAreCompared() {
    Clustering<String> clustering =
        new Clustering<>(WEIGHTS, node -> Set.of(node.substring(0, 1)), (a, b) -> ENOUGH);
    assertThat(clustering.group(List.of("x1", "y1", "x2")).groups())
        .containsExactly(List.of("x1", "x2"), List.of("y1"));
  }

  @Test
  void aHugeBlockCostsNoMoreThanItsNodes() {
    AtomicLong comparisons = new AtomicLong();
    Clustering<Integer> clustering =
        new Clustering<>(
            WEIGHTS,
            node -> Set.of("all"),
            (a, b) -> {
              comparisons.incrementAndGet();
              return EnumSet.of(Evidence.DIFFERENT_NAME);
            });
    clustering.group(IntStream.range(0, 20_000).boxed().toList());
    assertThat(comparisons.get()).isLessThan(1_000_000);
  }

  @Test
  void whatKeepsTwoGroupsApartIsSoughtOnce() {
    AtomicLong comparisons = new AtomicLong();
    Clustering<Integer> clustering =
        new Clustering<>(
            WEIGHTS,
            node -> Set.of("all"),
            (a, b) -> {
              comparisons.incrementAndGet();
              boolean last = Math.min(a, b) == 49 && Math.max(a, b) == 99;
              return last ? NEVER : a / 50 == b / 50 ? MORE : ENOUGH;
            });
    Clustering.Outcome<Integer> outcome =
        clustering.group(IntStream.range(0, 100).boxed().toList());
    assertThat(outcome.groups()).hasSize(2);
    assertThat(comparisons.get()).isLessThan(1_000_000);
  }

  @Test
  void aBlockThatIsBarelyLargeLosesNothing() {
    Clustering<Integer> clustering =
        new Clustering<>(
            WEIGHTS,
            node -> Set.of("all"),
            (a, b) -> a % 60 == b % 60 ? ENOUGH : EnumSet.of(Evidence.DIFFERENT_NAME));
    assertThat(clustering.group(IntStream.range(0, 120).boxed().toList()).groups()).hasSize(60);
  }

  @Test
  void whoMeetsInTwoHugeBlocksIsComparedAsOnce() {
    Clustering<Integer> clustering =
        new Clustering<>(
            WEIGHTS,
            node -> Set.of("one", "other"),
            (a, b) ->
                a / 2 == b / 2 && !a.equals(b)
                    ? ENOUGH
                    : EnumSet.of(Evidence.NAME_FULL, Evidence.DIFFERENT_NAME));
    Clustering.Outcome<Integer> outcome =
        clustering.group(IntStream.range(0, 1_000).boxed().toList());
    assertThat(outcome.groups()).hasSize(500);
    assertThat(outcome.merges()).hasSize(500);
  }

  private static List<List<String>> groups(Map<String, Set<Evidence>> pairs, String... nodes) {
    return outcome(pairs, nodes).groups();
  }

  private static Clustering.Outcome<String> outcome(
      Map<String, Set<Evidence>> pairs, String... nodes) {
    return new Clustering<String>(
            WEIGHTS,
            node -> Set.of("all"),
            (one, other) ->
                pairs.getOrDefault(
                    one.compareTo(other) < 0 ? one + other : other + one,
                    EnumSet.noneOf(Evidence.class)))
        .group(List.of(nodes));
  }
}
