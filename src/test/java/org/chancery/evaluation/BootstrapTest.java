package org.chancery.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final Tally GOOD = new Tally(4, 4, 4, 0, 0);
  private static final Tally MIXED = new Tally(5, 3, 3, 2, 1);
  private static final Tally POOR = new Tally(6, 1, 1, 3, 0);
  private static final Tally SILENT = Tally.NONE;
  private static final List<Tally> ARTICLES = List.of(GOOD, MIXED, POOR, SILENT, MIXED, GOOD);

  @Test
  void intervalContainsTheFigure() {
    Tally sum = Tally.sum(ARTICLES);
    Bootstrap bootstrap = new Bootstrap(ARTICLES);

    assertContains(bootstrap.interval(Tally::precision).orElseThrow(), 15.0 / 22);
    assertContains(bootstrap.interval(Tally::recall).orElseThrow(), 15.0 / 24);
    assertContains(bootstrap.interval(Tally::f1).orElseThrow(), sum.f1().orElseThrow());
  }

  @Test
  void intervalIsTheSameEveryTime() {
    assertThat(new Bootstrap(ARTICLES).interval(Tally::f1))
        .isPresent()
        .isEqualTo(new Bootstrap(ARTICLES).interval(Tally::f1));
  }

  @Test
  void equalArticlesLeaveNoDoubt() {
    assertThat(new Bootstrap(Collections.nCopies(7, MIXED)).interval(Tally::precision))
        .contains(new Interval(0.6, 0.6));
  }

  @Test
  void moreArticlesOfTheSameKindNarrowTheInterval() {
    List<Tally> many = Collections.nCopies(10, ARTICLES).stream().flatMap(List::stream).toList();

    assertThat(width(many)).isPositive().isLessThan(width(ARTICLES) / 2);
  }

  @Test
  void twoOppositeArticlesSayNothing() {
    // One draw in four is the good article twice, one in four the bad one twice.
    assertThat(new Bootstrap(List.of(GOOD, new Tally(4, 0, 0, 4, 0))).interval(Tally::precision))
        .contains(new Interval(0, 1));
  }

  @Test
  void oneArticleHasNoInterval() {
    assertThat(new Bootstrap(List.of(MIXED)).interval(Tally::precision)).isEmpty();
    assertThat(new Bootstrap(List.of(MIXED, SILENT, SILENT)).interval(Tally::f1)).isEmpty();
    assertThat(new Bootstrap(List.of()).interval(Tally::f1)).isEmpty();
  }

  @Test
  void figureThatIsNotMeasuredHasNoInterval() {
    List<Tally> nothingSaid = List.of(new Tally(2, 0, 0, 0, 0), new Tally(3, 0, 0, 0, 0));

    assertThat(new Bootstrap(nothingSaid).interval(Tally::precision)).isEmpty();
    assertThat(new Bootstrap(nothingSaid).interval(Tally::recall)).contains(new Interval(0, 0));
  }

  private static void assertContains(Interval interval, double figure) {
    assertThat(figure).isBetween(interval.low(), interval.high());
    assertThat(interval.high() - interval.low()).isPositive();
  }

  private static double width(List<Tally> articles) {
    Interval interval = new Bootstrap(articles).interval(Tally::precision).orElseThrow();
    return interval.high() - interval.low();
  }
}
