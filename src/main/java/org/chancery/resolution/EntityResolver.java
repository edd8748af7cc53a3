package org.chancery.resolution;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.chancery.claims.ArticleReading;

/**
 * Decides which referents of different articles are one thing, and names it. What is in doubt stays
 * apart.
 *
 * @param countryNames the name of the country with an ISO alpha-2 code, where a table has one; else
 *     the articles decide
 */
public record EntityResolver(Function<String, Optional<String>> countryNames) {
  /** A resolver for which all names come from the articles. */
  public EntityResolver() {
    this(code -> Optional.empty());
  }

  /**
   * Resolves all articles of a corpus.
   *
   * @param base what every IRI starts with, such as {@link org.chancery.ontology.Chy#DEFAULT_BASE}
   * @return one for each reading, sorted by the articles' identifiers, the same for every order of
   *     {@code readings}
   * @throws IllegalArgumentException if two articles have one identifier
   */
  public List<ResolvedArticle> resolve(List<ArticleReading> readings, String base) {
    Iris iris = new Iris(base);
    Corpus corpus = new Corpus(readings);
    Entities entities = new Entities(base);
    // Each kind builds on those before it: offices on who holds them, meetings on who attends.
    Geography.resolve(corpus, entities, countryNames);
    Organizations.resolve(corpus, entities);
    Officials.resolve(corpus, entities);
    Offices.resolve(corpus, entities);
    Occasions.resolve(corpus, entities);
    Quotations.resolve(corpus, entities);
    return readings.stream()
        .sorted(Comparator.comparing(reading -> reading.article().id()))
        .map(reading -> resolved(reading, corpus, entities, iris))
        .toList();
  }

  private static ResolvedArticle resolved(
      ArticleReading reading, Corpus corpus, Entities entities, Iris iris) {
    String id = reading.article().id();
    Map<String, Entity> byKey = new TreeMap<>();
    for (String key : reading.referents().keySet()) {
      byKey.put(key, entities.require(corpus.find(id, key).orElseThrow()));
    }
    return new ResolvedArticle(iris.article(id), reading, byKey);
  }
}
