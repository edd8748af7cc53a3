package org.chancery.resolution;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  /**
   * @throws org.chancery.UserException with {@link org.chancery.ExitCode#CONFIG} if the table of
   *     evidence or that of remarks is malformed
   */
  public EntityResolver {
    Weights.read();
    Remark.read();
  }

  /** Resolves all articles of a corpus, without curation. */
  public Resolution resolve(Iterable<ArticleReading> readings, String base) {
    return resolve(readings, base, Curation.none());
  }

  /**
   * Resolves all articles of a corpus.
   *
   * @param readings gone through once; in any order, the outcome is the same
   * @param base what every IRI starts with, such as {@link org.chancery.ontology.Chy#DEFAULT_BASE}
   * @param curation has the last word
   * @throws IllegalArgumentException if two articles have one identifier
   * @throws org.chancery.UserException if two decisions contradict each other or one can never be
   *     carried out
   */
  public Resolution resolve(Iterable<ArticleReading> readings, String base, Curation curation) {
    Iris iris = new Iris(base);
    Corpus corpus = new Corpus(readings, articles(curation));
    Entities entities = new Entities(base);
    Journal journal = new Journal();
    // Each kind builds on those before it: offices on who holds them, meetings on who attends.
    Geography.resolve(corpus, entities, journal, countryNames);
    Organizations.resolve(corpus, entities, journal);
    Officials.resolve(corpus, entities, journal);
    Offices.resolve(corpus, entities, journal);
    Occasions.resolve(corpus, entities, journal);
    Curator.Curated curated = Curator.apply(curation, base, corpus, entities, journal);
    Map<String, Map<String, Entity>> byArticle = new HashMap<>();
    for (String article : corpus.articles()) {
      Map<String, Entity> byKey = new HashMap<>();
      corpus.in(article).forEach((key, appearance) -> byKey.put(key, entities.require(appearance)));
      byArticle.put(article, Map.copyOf(byKey));
    }
    return new Resolution(iris, byArticle, journal.comparisons(entities), curated);
  }

  /** The articles whose claims a decision names. */
  private static Set<String> articles(Curation curation) {
    Set<String> articles = new HashSet<>();
    for (Curation.Decision decision : curation.decisions()) {
      if (decision instanceof Curation.Reject reject) {
        reject.article().ifPresent(articles::add);
      }
    }
    return articles;
  }
}
