package org.chancery.resolution;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chancery.claims.ArticleReading;

/** Which things the referents of all articles of a corpus are. */
public final class Resolution {
  private final Iris iris;
  private final Corpus corpus;
  private final Entities entities;

  Resolution(Iris iris, Corpus corpus, Entities entities) {
    this.iris = iris;
    this.corpus = corpus;
    this.entities = entities;
  }

  /**
   * A reading of the corpus with the entities of its referents.
   *
   * @throws IllegalArgumentException if the reading is not of the corpus
   */
  public ResolvedArticle resolved(ArticleReading reading) {
    String id = reading.article().id();
    Map<String, Entity> byKey = new TreeMap<>();
    for (String key : reading.referents().keySet()) {
      Appearance appearance =
          corpus
              .find(id, key)
              .orElseThrow(
                  () -> new IllegalArgumentException("%s#%s was not resolved".formatted(id, key)));
      byKey.put(key, entities.require(appearance));
    }
    return new ResolvedArticle(iris.article(id), reading, byKey);
  }

  /** The entities of an article's referents, by key: all that its graph owes to other articles. */
  public SortedMap<String, Entity> entities(String article) {
    SortedMap<String, Entity> byKey = new TreeMap<>();
    corpus.in(article).forEach((key, appearance) -> byKey.put(key, entities.require(appearance)));
    return byKey;
  }

  /** Readings of the corpus with their entities, sorted by the articles' identifiers. */
  public List<ResolvedArticle> resolved(Collection<ArticleReading> readings) {
    return readings.stream()
        .sorted(Comparator.comparing(reading -> reading.article().id()))
        .map(this::resolved)
        .toList();
  }
}
