package org.chancery.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Figures counted by hand. */
class ClusterScoreTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  @Test
  void theSameGroupsAreRight() {
    ClusterScore score = score("ax", "ax", "by", "cz");
    for (ClusterScore.Figures figures :
        List.of(score.bCubed(), score.ceafMentions(), score.ceafEntities())) {
      assertThat(figures.precision()).isEqualTo(1, EXACTLY);
      assertThat(figures.recall()).isEqualTo(1, EXACTLY);
      assertThat(figures.f1()).isEqualTo(1, EXACTLY);
    }
  }

  @Test
  void aThingInTwoNodesCostsRecall() {
    ClusterScore score = score("ax", "ax", "ay", "bz");
    assertThat(score.bCubed().precision()).isEqualTo(1, EXACTLY);
    assertThat(score.bCubed().recall()).isEqualTo((2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 1) / 4, EXACTLY);
    assertThat(score.ceafMentions().precision()).isEqualTo(3 / 4.0, EXACTLY);
    assertThat(score.ceafEntities().precision()).isEqualTo((0.8 + 1) / 3, EXACTLY);
    assertThat(score.ceafEntities().recall()).isEqualTo((0.8 + 1) / 2, EXACTLY);
  }

  @Test
  void twoThingsInOneNodeCostPrecision() {
    ClusterScore score = score("ax", "ax", "bx", "cz");
    assertThat(score.bCubed().recall()).isEqualTo(1, EXACTLY);
    assertThat(score.bCubed().precision())
        .isEqualTo((2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 1) / 4, EXACTLY);
  }

  @Test
  void whatIsNotFoundCostsRecallAlone() {
    ClusterScore score = score("ax", "a", "by");
    assertThat(score.found()).isEqualTo(2);
    assertThat(score.bCubed().precision()).isEqualTo(1, EXACTLY);
    assertThat(score.bCubed().recall()).isEqualTo((0.5 + 1) / 3, EXACTLY);
    assertThat(score.ceafMentions().recall()).isEqualTo(2 / 3.0, EXACTLY);
  }

  @Test
  void nothingIsNoDivision() {
    assertThat(score().bCubed().f1()).isZero();
    assertThat(score("a").ceafEntities().f1()).isZero();
  }

  @Test
  void theAssignmentIsTheBestOfAll() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      int rows = 1 + random.nextInt(5);
      int columns = 1 + random.nextInt(5);
      double[][] gains = new double[rows][columns];
      for (double[] row : gains) {
        for (int j = 0; j < columns; j++) {
          row[j] = random.nextInt(10);
        }
      }
      int[] paired = Assignment.best(gains);
      double sum = 0;
      List<Integer> used = new ArrayList<>();
      for (int i = 0; i < rows; i++) {
        if (paired[i] >= 0) {
          assertThat(used).doesNotContain(paired[i]);
          used.add(paired[i]);
          sum += gains[i][paired[i]];
        }
      }
      assertThat(sum).isEqualTo(best(gains, 0, new boolean[columns]), EXACTLY);
    }
  }

  private static double best(double[][] gains, int row, boolean[] used) {
    if (row == gains.length) {
      return 0;
    }
    double best = best(gains, row + 1, used);
    for (int j = 0; j < used.length; j++) {
      if (!used[j]) {
        used[j] = true;
        best = Math.max(best, gains[row][j] + best(gains, row + 1, used));
        used[j] = false;
      }
    }
    return best;
  }

  /** The first letter is the cluster, the second what the graph makes of it. */
  private static ClusterScore score(String... items) {
    return ClusterScore.of(
        List.of(items).stream()
            .map(item -> new ClusterScore.Item(item.substring(0, 1), item.substring(1)))
            .toList());
  }
}
