package org.chancery.claims;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.article.Article;
import org.chancery.article.Span;

/**
 * What one article says.
 *
 * @param referents by key; every key that a claim names is there
 * @param claims in the order of their first evidence
 * @param silent sentences with a trigger word of some rule that gave no claim, in the order of the
 *     text
 */
public record ArticleReading(
    Article article, Map<String, Referent> referents, List<Claim> claims, List<Span> silent) {
  public ArticleReading {
    referents = Collections.unmodifiableMap(new TreeMap<>(referents));
    claims = List.copyOf(claims);
    silent = List.copyOf(silent);
    for (Claim claim : claims) {
      requireKnown(referents, claim.subject(), claim);
      if (claim.object() instanceof Argument.Thing thing) {
        requireKnown(referents, thing.key(), claim);
      }
    }
  }

  public Optional<Referent> referent(String key) {
    return Optional.ofNullable(referents.get(key));
  }

  private static void requireKnown(Map<String, Referent> referents, String key, Claim claim) {
    if (!referents.containsKey(key)) {
      throw new IllegalArgumentException("no referent \"" + key + "\" for " + claim);
    }
  }
}
