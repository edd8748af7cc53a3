package org.chancery.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * A graph held against a gold standard.
 *
 * @param articles for each article of the gold standard, by identifier, the tallies of every
 *     relation
 * @param errors one line for each fact that is false or missed, by article and relation
 * @param missing identifiers of articles that gold has and the graph has not; they count as read
 *     and silent
 */
public record Evaluation(
    List<Map<Relation, Tally>> articles, List<String> errors, List<String> missing) {
  public Evaluation {
    articles = articles.stream().map(Map::copyOf).toList();
    errors = List.copyOf(errors);
    missing = List.copyOf(missing);
  }

  /** Compares; call inside a read transaction. */
  public static Evaluation of(DatasetGraph dataset, GoldStandard gold) {
    SaidFacts said = new SaidFacts(dataset);
    List<Map<Relation, Tally>> articles = new ArrayList<>();
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
              Map<Relation, Tally> tallies = new EnumMap<>(Relation.class);
              for (Relation relation : Relation.values()) {
                tallies.put(relation, score.tally(relation, errors));
              }
              articles.add(tallies);
            });
    return new Evaluation(articles, errors, missing);
  }

  /** The counts of one relation in all articles. */
  public Tally of(Relation relation) {
    return Tally.sum(byArticle(relation::equals));
  }

  /** The counts of all relations together. */
  public Tally all() {
    return Tally.sum(byArticle(relation -> true));
  }

  /**
   * The table: a line for each relation, then HEADLINE and ALL; the same lines with intervals; and
   * how much of what the graph asserts is planned or a trap.
   */
  public String table() {
    return new ScoreTable(this).text();
  }

  /** For each article the counts of some relations together. */
  List<Tally> byArticle(Predicate<Relation> relations) {
    return articles.stream()
        .map(
            tallies ->
                Tally.sum(
                    tallies.entrySet().stream()
                        .filter(entry -> relations.test(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .toList()))
        .toList();
  }
}
