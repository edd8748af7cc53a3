package org.chancery.resolution;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.Claim;
import org.chancery.claims.Referent;

/** Which things the referents of all articles of a corpus are, and how that was decided. */
public final class Resolution {
  private final Iris iris;
  private final Map<String, Map<String, Entity>> byArticle;
  private final List<Comparison> comparisons;
  private final Rejections rejections;
  private final SortedMap<String, String> replaced;
  private final List<String> warnings;

  Resolution(
      Iris iris,
      Map<String, Map<String, Entity>> byArticle,
      List<Comparison> comparisons,
      Curator.Curated curated) {
    this.iris = iris;
    this.byArticle = byArticle;
    this.comparisons = List.copyOf(comparisons);
    this.rejections = curated.rejections();
    this.replaced = curated.replaced();
    this.warnings = curated.warnings();
  }

  /**
   * A reading of the corpus with the entities of its referents, without the claims that a curator
   * rejected.
   *
   * @throws IllegalArgumentException if the reading is not of the corpus
   */
  public ResolvedArticle resolved(ArticleReading reading) {
    String id = reading.article().id();
    Map<String, Entity> known = byArticle.getOrDefault(id, Map.of());
    SortedMap<String, Entity> byKey = new TreeMap<>();
    Set<String> taken = new TreeSet<>();
    for (Map.Entry<String, Referent> referent : reading.referents().entrySet()) {
      String key = referent.getKey();
      Entity entity = known.get(key);
      if (referent.getValue() instanceof Referent.Quotation quotation
          && byArticle.containsKey(id)) {
        entity = quotation(id, key, quotation, taken);
      }
      if (entity == null) {
        throw new IllegalArgumentException("%s#%s was not resolved".formatted(id, key));
      }
      byKey.put(key, entity);
    }
    return new ResolvedArticle(iris.article(id), withoutRejected(reading), byKey);
  }

  /** Every quotation is its own: the same words at another place are another quotation. */
  private Entity quotation(
      String article, String key, Referent.Quotation quotation, Set<String> taken) {
    String iri = iris.quotation(article, quotation);
    int digits = 4;
    while (!taken.add(iri)) {
      iri = iris.quotation(article, quotation) + "-" + Slug.hash(article + "#" + key, digits++);
    }
    return new Entity(iri, quotation.type(), quotation.words(), Collections.emptySortedSet());
  }

  private ArticleReading withoutRejected(ArticleReading reading) {
    if (rejections.facts().isEmpty()) {
      return reading;
    }
    String id = reading.article().id();
    List<Claim> claims =
        reading.claims().stream()
            .filter(claim -> !rejections.cover(id, claim, reading.referents(), iris.base()))
            .toList();
    return claims.size() == reading.claims().size()
        ? reading
        : new ArticleReading(reading.article(), reading.referents(), claims, reading.silent());
  }

  /**
   * The entities of an article's named referents, by key. With {@link #rejected}, all that its
   * graph owes to other articles and to curation.
   */
  public SortedMap<String, Entity> entities(String article) {
    return new TreeMap<>(byArticle.getOrDefault(article, Map.of()));
  }

  /**
   * The entity of one named referent.
   *
   * @throws IllegalArgumentException if the article has none of that key
   */
  public Entity entity(String article, String key) {
    Entity entity = byArticle.getOrDefault(article, Map.of()).get(key);
    if (entity == null) {
      throw new IllegalArgumentException("%s#%s was not resolved".formatted(article, key));
    }
    return entity;
  }

  /**
   * What decides which claims of an article are rejected, each fact in a line; nothing of facts
   * that cannot be among its claims.
   */
  public List<String> rejected(String article) {
    return rejections.concerning(article, iris);
  }

  /** By the IRI of each thing that a curator made one with another, the IRI that both have now. */
  public SortedMap<String, String> replaced() {
    return replaced;
  }

  /** What to tell the curator: decisions that are passed over, or may mean something else. */
  public List<String> warnings() {
    return warnings;
  }

  /** Every merge and every near-miss, in an order that does not depend on that of the readings. */
  public List<Comparison> comparisons() {
    return comparisons;
  }
}
