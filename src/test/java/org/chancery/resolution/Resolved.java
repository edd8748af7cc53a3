package org.chancery.resolution;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chancery.claims.ArticleReading;

/** What tests ask of resolution: small corpora at once, with all names from the articles. */
public final class Resolved {
  private Resolved() {}

  /** A resolver without a table of countries. */
  public static EntityResolver plainly() {
    return new EntityResolver(code -> Optional.empty());
  }

  /** All articles of a corpus, sorted by their identifiers. */
  public static List<ResolvedArticle> all(Collection<ArticleReading> readings, String base) {
    return all(plainly().resolve(readings, base), readings);
  }

  static List<ResolvedArticle> all(Resolution resolution, Collection<ArticleReading> readings) {
    return readings.stream()
        .sorted(Comparator.comparing(reading -> reading.article().id()))
        .map(resolution::resolved)
        .toList();
  }

  /** How the appearances of an entity came to be one. */
  static List<Comparison> merges(Resolution resolution, String iri) {
    return of(resolution, iri, Comparison.Verdict.MERGE);
  }

  /** What an entity might have been one with, and is not. */
  static List<Comparison> nearMisses(Resolution resolution, String iri) {
    return of(resolution, iri, Comparison.Verdict.NEAR_MISS);
  }

  private static List<Comparison> of(
      Resolution resolution, String iri, Comparison.Verdict verdict) {
    return resolution.comparisons().stream()
        .filter(each -> each.verdict() == verdict)
        .filter(each -> each.one().iri().equals(iri) || each.other().iri().equals(iri))
        .toList();
  }
}
