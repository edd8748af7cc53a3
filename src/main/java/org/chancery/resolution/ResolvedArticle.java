package org.chancery.resolution;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.claims.ArticleReading;

/**
 * A reading whose referents have IRIs.
 *
 * @param iri the article's IRI, which is its named graph's too
 * @param entities for each referent key of the reading, the entity it stands for
 */
public record ResolvedArticle(String iri, ArticleReading reading, Map<String, Entity> entities) {
  public ResolvedArticle {
    entities = Collections.unmodifiableMap(new TreeMap<>(entities));
    if (!entities.keySet().equals(reading.referents().keySet())) {
      throw new IllegalArgumentException("entities and referents of " + iri + " differ");
    }
  }
}
