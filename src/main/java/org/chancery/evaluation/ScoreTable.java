package org.chancery.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * An evaluation as text: counts and figures, then their intervals, then the share of the worst
 * errors. A dash stands where nothing was measured: for a share of no facts, and for the interval
 * of a figure that fewer than two articles tell of.
 */
final class ScoreTable {
  private static final String NOT_MEASURED = "-";
  private static final String FIGURES = "%-12s %6s %6s %6s %6s %6s   %5s %5s %5s";
  private static final String INTERVALS = "%-12s   %11s   %11s   %11s";

  private final Evaluation evaluation;

  ScoreTable(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** A line of either block: the tally of each article. */
  private record Row(String name, List<Tally> articles) {}

  String text() {
    List<Row> rows = rows();
    StringBuilder text = new StringBuilder();
    text.append(
        line(FIGURES, "relation", "gold", "found", "right", "false", "traps", "P", "R", "F1"));
    rows.forEach(row -> text.append(figures(row.name(), Tally.sum(row.articles()))));
    text.append(
        line(
            "\n95 %% intervals (percentile bootstrap, articles: %d)",
            evaluation.articles().size()));
    text.append(line(INTERVALS, "relation", "P", "R", "F1"));
    rows.forEach(row -> text.append(intervals(row)));
    return text.append(worst(evaluation.all())).toString();
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Relation relation : Relation.values()) {
      rows.add(new Row(relation.label(), evaluation.byArticle(relation::equals)));
    }
    rows.add(new Row("HEADLINE", evaluation.byArticle(Relation::headline)));
    rows.add(new Row("ALL", evaluation.byArticle(relation -> true)));
    return rows;
  }

  private static String figures(String name, Tally tally) {
    return line(
        FIGURES,
        name,
        tally.required(),
        tally.found(),
        tally.right(),
        tally.wrong(),
        tally.trapped(),
        share(tally.precision()),
        share(tally.recall()),
        share(tally.f1()));
  }

  private static String intervals(Row row) {
    Bootstrap bootstrap = new Bootstrap(row.articles());
    return line(
        INTERVALS,
        row.name(),
        interval(bootstrap, Tally::precision),
        interval(bootstrap, Tally::recall),
        interval(bootstrap, Tally::f1));
  }

  private static String worst(Tally all) {
    OptionalDouble share = all.trappedShare();
    return line(
        "\nfalse assertions of planned or trap facts: %d of %d asserted, %s %%",
        all.trapped(),
        all.said(),
        share.isPresent() ? number("%.1f", 100 * share.getAsDouble()) : NOT_MEASURED);
  }

  private static String share(OptionalDouble share) {
    return share.isPresent() ? number("%.3f", share.getAsDouble()) : NOT_MEASURED;
  }

  private static String interval(Bootstrap bootstrap, Function<Tally, OptionalDouble> figure) {
    return bootstrap.interval(figure).map(Interval::toString).orElse(NOT_MEASURED);
  }

  private static String number(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }

  private static String line(String format, Object... columns) {
    return String.format(Locale.ROOT, format + "\n", columns);
  }
}
