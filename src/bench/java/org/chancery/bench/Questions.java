package org.chancery.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.QueryIterator;
import org.chancery.query.CannedQueries;
import org.chancery.store.Store;

/**
 * What clients ask: the shipped queries, with names that the store has. Two of the shipped queries
 * list every fact where they get no name, so they are asked with one, as people do.
 */
final class Questions {
  /** Query, parameter, and the class whose labels are its values; nothing where it takes none. */
  private static final List<List<String>> ASKED =
      List.of(
          List.of("agreements-of-country", "country", "Country"),
          List.of("articles"),
          List.of("copies"),
          List.of("evidence", "subject", "Official"),
          List.of("meeting-across-articles", "meeting", "Meeting"),
          List.of("meetings-by-city", "city", "City"),
          List.of("names", "name", "Official"),
          List.of("neighbourhood", "name", "Official"),
          List.of("not-asserted", "subject", "Country"),
          List.of("office-holders", "office", "Office"),
          List.of("officials-by-country", "country", "Country"),
          List.of("quotations", "official", "Official"),
          List.of("rival-holders", "office", "Office"),
          List.of("signatories", "agreement", "Agreement"),
          List.of("support", "subject", "Official"),
          List.of("timeline", "from", ""),
          List.of("visits"),
          List.of("who-attended", "meeting", "Meeting"),
          List.of("who-holds-office", "official", "Official"),
          List.of("who-met-whom", "official", "Official"));

  private static final int NAMES = 50;

  private final CannedQueries queries = CannedQueries.load();
  private final Map<String, List<String>> names;

  /**
   * One question.
   *
   * @param text SPARQL
   */
  record Question(String name, String text) {}

  private Questions(Map<String, List<String>> names) {
    this.names = names;
  }

  /** Takes labels of each class from all over the store. */
  static Questions of(Store store) {
    Map<String, List<String>> names = new TreeMap<>();
    for (List<String> asked : ASKED) {
      if (asked.size() > 2 && !asked.get(2).isEmpty()) {
        names.computeIfAbsent(asked.get(2), kind -> labels(store, kind));
      }
    }
    return new Questions(names);
  }

  private static List<String> labels(Store store, String kind) {
    return store.read(
        dataset -> {
          List<String> all = rows(dataset, kind);
          List<String> some = new ArrayList<>();
          for (int i = 0; i < NAMES && i < all.size(); i++) {
            some.add(all.get((int) ((long) i * all.size() / Math.min(NAMES, all.size()))));
          }
          return some;
        });
  }

  private static List<String> rows(DatasetGraph dataset, String kind) {
    List<String> labels = new ArrayList<>();
    QueryIterator found =
        Algebra.exec(
            Algebra.compile(
                QueryFactory.create(
                    """
                    PREFIX chy: <https://w3id.org/chancery/ontology#>
                    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                    SELECT DISTINCT ?l { ?s a chy:%s ; rdfs:label ?l } ORDER BY ?l"""
                        .formatted(kind))),
            dataset);
    found.forEachRemaining(row -> labels.add(row.get("l").getLiteralLexicalForm()));
    return labels;
  }

  /** How many different ones there are, parameters aside. */
  static int count() {
    return ASKED.size();
  }

  Question any(Random random) {
    List<String> asked = ASKED.get(random.nextInt(ASKED.size()));
    Map<String, String> values = Map.of();
    if (asked.get(0).equals("timeline")) {
      int year = 2015 + random.nextInt(8);
      values = Map.of("from", year + "-03-01", "to", year + "-03-31");
    } else if (asked.size() > 2) {
      List<String> known = names.getOrDefault(asked.get(2), List.of());
      values = Map.of(asked.get(1), known.get(random.nextInt(known.size())));
    }
    return new Question(asked.get(0), queries.require(asked.get(0)).bind(values).serialize());
  }
}
