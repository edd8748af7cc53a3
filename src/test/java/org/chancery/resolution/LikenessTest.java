package org.chancery.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class LikenessTest {
  @Test
  void whatIsLikeEachOtherIsOne() {
    assertThat(group(pairs("ab", "bc", "ac"), pairs(), "a", "b", "c", "d"))
        .containsExactly(List.of("a", "b", "c"), List.of("d"));
  }

  @Test
  void whatCouldBeEitherStaysAlone() {
    assertThat(group(pairs("ab", "bc"), pairs(), "a", "b", "c"))
        .containsExactly(List.of("a"), List.of("b"), List.of("c"));
  }

  @Test
  void evidenceDecidesForOneSide() {
    assertThat(group(pairs("ab", "bc"), pairs("bc"), "a", "b", "c"))
        .containsExactly(List.of("a"), List.of("b", "c"));
  }

  @Test
  void aDoubtfulNodeDoesNotTearOthersApart() {
    assertThat(group(pairs("ab", "ac", "ad", "cd"), pairs(), "a", "b", "c", "d"))
        .containsExactly(List.of("a"), List.of("b"), List.of("c", "d"));
  }

  @Test
  void onlyNodesOfOneBlockAreCompared() {
    Likeness<String> likeness =
        new Likeness<>(node -> Set.of(node.substring(0, 1)), (a, b) -> true, (a, b) -> true);
    assertThat(likeness.group(List.of("x1", "y1", "x2")))
        .containsExactly(List.of("x1", "x2"), List.of("y1"));
  }

  private static List<List<String>> group(
      BiPredicate<String, String> maybe, BiPredicate<String, String> evident, String... nodes) {
    return new Likeness<String>(node -> Set.of("all"), maybe, evident).group(List.of(nodes));
  }

  private static BiPredicate<String, String> pairs(String... pairs) {
    Set<String> known = Set.of(pairs);
    return (one, other) -> known.contains(one + other) || known.contains(other + one);
  }
}
