package org.chancery.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void figuresAreShares() {
    Tally tally = new Tally(4, 2, 3, 1, 1);

    assertThat(tally.precision()).hasValue(0.75);
    assertThat(tally.recall()).hasValue(0.5);
    assertThat(tally.f1()).hasValue(0.6);
    assertThat(tally.trappedShare()).hasValue(0.25);
  }

  @Test
  void shareOfNothingIsNotMeasured() {
    assertThat(Tally.NONE.precision()).isEmpty();
    assertThat(Tally.NONE.recall()).isEmpty();
    assertThat(Tally.NONE.f1()).isEmpty();
    assertThat(Tally.NONE.trappedShare()).isEmpty();
  }

  @Test
  void silenceWhereFactsAreRequiredIsZero() {
    Tally silent = new Tally(3, 0, 0, 0, 0);

    assertThat(silent.precision()).isEmpty();
    assertThat(silent.recall()).hasValue(0);
    assertThat(silent.f1()).hasValue(0);
  }

  @Test
  void optionalFactsAloneMeasureNoRecall() {
    Tally optional = new Tally(0, 0, 1, 1, 0);

    assertThat(optional.precision()).hasValue(0.5);
    assertThat(optional.recall()).isEmpty();
    assertThat(optional.f1()).isEmpty();
  }

  @Test
  void falseFactsWhereNoneIsRequiredAreZero() {
    assertThat(new Tally(0, 0, 0, 2, 0).f1()).hasValue(0);
    assertThat(new Tally(1, 0, 0, 2, 0).f1()).hasValue(0);
  }
}
