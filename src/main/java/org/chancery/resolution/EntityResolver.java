package org.chancery.resolution;

import java.util.Optional;
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
   * @param readings gone through once; in any order, the outcome is the same
   * @param base what every IRI starts with, such as {@link org.chancery.ontology.Chy#DEFAULT_BASE}
   * @throws IllegalArgumentException if two articles have one identifier
   */
  public Resolution resolve(Iterable<ArticleReading> readings, String base) {
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
    return new Resolution(iris, corpus, entities);
  }
}
