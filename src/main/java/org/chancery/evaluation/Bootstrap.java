package org.chancery.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;

/**
 * How a figure might have come out with other articles of the same kind: its 95 % interval by the
 * percentile bootstrap (Efron and Tibshirani, <cite>An Introduction to the Bootstrap</cite>, 1993,
 * chapter 13).
 *
 * <p>Articles are drawn with replacement, as many as there are, and not facts: those of one article
 * stand and fall together. The draws are the same for the same number of articles, so that equal
 * tallies have equal intervals at all times and on all machines. What no article shows cannot be
 * drawn: of articles without errors the interval is a point, however few they are.
 */
final class Bootstrap {
  private static final int RESAMPLES = 1000;

  /** What lies outside of the interval, on either side. */
  private static final double TAIL = 0.025;

  /** Any would do; {@link Random} gives the same numbers for it in every Java. */
  private static final long SEED = 1993;

  private final List<Tally> articles;
  private final List<Tally> resamples;

  /**
   * Draws.
   *
   * @param articles a tally for each article, always in the same order
   */
  Bootstrap(List<Tally> articles) {
    this.articles = List.copyOf(articles);
    this.resamples = resamples(this.articles);
  }

  /**
   * The interval of one figure; empty unless at least two articles tell of it, as a single one says
   * nothing of others. Resamples in which the figure is empty are left out.
   */
  Optional<Interval> interval(Function<Tally, OptionalDouble> figure) {
    double[] values =
        resamples.stream().map(figure).flatMapToDouble(OptionalDouble::stream).sorted().toArray();
    if (values.length == 0 || !tells(figure)) {
      return Optional.empty();
    }
    int tail = Math.max(1, (int) (TAIL * (values.length + 1)));
    return Optional.of(new Interval(values[tail - 1], values[values.length - tail]));
  }

  private boolean tells(Function<Tally, OptionalDouble> figure) {
    return figure.apply(Tally.sum(articles)).isPresent()
        && articles.stream().filter(article -> figure.apply(article).isPresent()).count() > 1;
  }

  private static List<Tally> resamples(List<Tally> articles) {
    Random random = new Random(SEED);
    List<Tally> resamples = new ArrayList<>();
    for (int i = 0; i < RESAMPLES; i++) {
      Tally sum = Tally.NONE;
      for (int drawn = 0; drawn < articles.size(); drawn++) {
        sum = sum.plus(articles.get(random.nextInt(articles.size())));
      }
      resamples.add(sum);
    }
    return List.copyOf(resamples);
  }
}
