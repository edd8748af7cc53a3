package org.chancery.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * A graph held against a gold standard.
 *
 * @param tallies for every relation
 * @param errors one line for each fact that is false or missed, by article and relation
 * @param missing identifiers of articles that gold has and the graph has not; they count as read
 *     and silent
 */
public record Evaluation(Map<Relation, Tally> tallies, List<String> errors, List<String> missing) {
  public Evaluation {
    tallies = Map.copyOf(tallies);
    errors = List.copyOf(errors);
    missing = List.copyOf(missing);
  }

  /** Compares; call inside a read transaction. */
  public static Evaluation of(DatasetGraph dataset, GoldStandard gold) {
    SaidFacts said = new SaidFacts(dataset);
    Map<Relation, Tally> tallies = new EnumMap<>(Relation.class);
    List<String> errors = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    gold.articles()
        .forEach(
            (identifier, lines) -> {
              Optional<List<SaidFact>> facts = said.of(identifier);
              if (facts.isEmpty()) {
                missing.add(identifier);
              }
              ArticleScore score = new ArticleScore(identifier, lines, facts.orElse(List.of()));
              for (Relation relation : Relation.values()) {
                tallies.merge(relation, score.tally(relation, errors), Tally::plus);
              }
            });
    return new Evaluation(tallies, errors, missing);
  }

  /** The counts of all relations together. */
  public Tally all() {
    return tallies.values().stream().reduce(Tally.NONE, Tally::plus);
  }

  /** The table: a line for each relation, then HEADLINE and ALL. */
  public String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        "%-12s %6s %6s %6s %6s %6s   %5s %5s %5s\n"
            .formatted("relation", "gold", "found", "right", "false", "traps", "P", "R", "F1"));
    Tally headline = Tally.NONE;
    for (Relation relation : Relation.values()) {
      Tally tally = tallies.getOrDefault(relation, Tally.NONE);
      table.append(line(relation.label(), tally));
      if (relation.headline()) {
        headline = headline.plus(tally);
      }
    }
    return table.append(line("HEADLINE", headline)).append(line("ALL", all())).toString();
  }

  private static String line(String name, Tally tally) {
    return String.format(
        Locale.ROOT,
        "%-12s %6d %6d %6d %6d %6d   %5.3f %5.3f %5.3f\n",
        name,
        tally.required(),
        tally.found(),
        tally.right(),
        tally.wrong(),
        tally.trapped(),
        tally.precision(),
        tally.recall(),
        tally.f1());
  }
}
