package org.chancery.resolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.claims.Argument;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.Claim;
import org.chancery.claims.Referent;

/** All readings, by the appearances in them. */
final class Corpus {
  private final List<Appearance> appearances = new ArrayList<>();
  private final Map<String, Map<String, Appearance>> byArticle = new HashMap<>();

  /**
   * @throws IllegalArgumentException if two readings are of articles with one identifier
   */
  Corpus(Iterable<ArticleReading> readings) {
    for (ArticleReading reading : readings) {
      String article = reading.article().id();
      if (byArticle.putIfAbsent(article, appearancesIn(reading)) != null) {
        throw new IllegalArgumentException("two articles are called \"" + article + "\"");
      }
      appearances.addAll(byArticle.get(article).values());
    }
    appearances.sort(null);
  }

  private static Map<String, Appearance> appearancesIn(ArticleReading reading) {
    Map<String, List<Claim>> bySubject = new HashMap<>();
    Map<String, List<Claim>> byObject = new HashMap<>();
    for (Claim claim : reading.claims()) {
      bySubject.computeIfAbsent(claim.subject(), key -> new ArrayList<>()).add(claim);
      if (claim.object() instanceof Argument.Thing thing) {
        byObject.computeIfAbsent(thing.key(), key -> new ArrayList<>()).add(claim);
      }
    }
    Map<String, Appearance> byKey = new TreeMap<>();
    reading
        .referents()
        .forEach(
            (key, referent) ->
                byKey.put(
                    key,
                    new Appearance(
                        reading.article().id(),
                        referent,
                        bySubject.getOrDefault(key, List.of()),
                        byObject.getOrDefault(key, List.of()))));
    return byKey;
  }

  /** The appearances whose referents are of one kind, in order. */
  List<Appearance> all(Class<? extends Referent> kind) {
    return appearances.stream().filter(a -> kind.isInstance(a.referent())).toList();
  }

  /** What an article calls by that key; empty if it calls nothing so. */
  Optional<Appearance> find(String article, String key) {
    return Optional.ofNullable(byArticle.getOrDefault(article, Map.of()).get(key));
  }

  /** What an article speaks of, by key; empty for an article that is not of the corpus. */
  Map<String, Appearance> in(String article) {
    return byArticle.getOrDefault(article, Map.of());
  }

  /** What another referent of the same article is. */
  Optional<Appearance> beside(Appearance appearance, String key) {
    return find(appearance.article(), key);
  }
}
