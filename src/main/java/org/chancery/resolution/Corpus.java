package org.chancery.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.claims.Argument;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.Claim;
import org.chancery.claims.Names;
import org.chancery.claims.Referent;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/**
 * What all readings say that may tell one thing from another: their named referents, and of their
 * claims whom and when. Texts, evidence and quotations are not kept, and equal names are kept once.
 */
final class Corpus {
  /** Claims of these relations are evidence of identity. */
  private static final Set<Predicate> TELLING =
      EnumSet.of(
          Predicate.HOLDS_OFFICE,
          Predicate.REPRESENTS,
          Predicate.SIGNS,
          Predicate.SIGNED_IN,
          Predicate.SIGNED_ON,
          Predicate.HOSTED_IN,
          Predicate.HELD_ON,
          Predicate.ENDED_ON,
          Predicate.ATTENDS,
          Predicate.MEETS_WITH);

  private final List<Appearance> appearances = new ArrayList<>();
  private final Map<String, Map<String, Appearance>> byArticle = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();
  private final Map<Names, Names> names = new HashMap<>();

  private final Map<String, ArticleReading> kept = new HashMap<>();

  /**
   * Goes through all readings.
   *
   * @param whole identifiers of articles of which everything is kept
   * @throws IllegalArgumentException if two readings are of articles with one identifier
   */
  Corpus(Iterable<ArticleReading> readings, Set<String> whole) {
    for (ArticleReading reading : readings) {
      String article = reading.article().id();
      if (byArticle.putIfAbsent(article, appearancesIn(reading)) != null) {
        throw new IllegalArgumentException("two articles are called \"" + article + "\"");
      }
      appearances.addAll(in(article).values());
      if (whole.contains(article)) {
        kept.put(article, reading);
      }
    }
    appearances.sort(null);
    words.clear();
    names.clear();
  }

  private Map<String, Appearance> appearancesIn(ArticleReading reading) {
    Map<String, List<Appearance.Tie>> ties = new HashMap<>();
    for (Claim claim : reading.claims()) {
      if (TELLING.contains(claim.predicate()) && isReal(claim)) {
        Argument object = interned(claim.object());
        add(ties, claim.subject(), new Appearance.Tie(claim.predicate(), true, object));
        if (object instanceof Argument.Thing thing) {
          Argument subject = new Argument.Thing(interned(claim.subject()));
          add(ties, thing.key(), new Appearance.Tie(claim.predicate(), false, subject));
        }
      }
    }
    Optional<LocalDate> published = reading.article().publishedOn();
    Map<String, Appearance> byKey = new HashMap<>();
    reading
        .referents()
        .forEach(
            (key, referent) -> {
              if (referent instanceof Referent.Named named) {
                byKey.put(
                    interned(key),
                    new Appearance(
                        reading.article().id(),
                        published,
                        interned(named),
                        ties.getOrDefault(key, List.of())));
              }
            });
    return Map.copyOf(byKey);
  }

  private static boolean isReal(Claim claim) {
    return claim.status() != Status.DENIED && claim.status() != Status.POSSIBLE;
  }

  private static void add(Map<String, List<Appearance.Tie>> ties, String key, Appearance.Tie tie) {
    ties.computeIfAbsent(key, k -> new ArrayList<>()).add(tie);
  }

  private Argument interned(Argument argument) {
    return argument instanceof Argument.Thing thing
        ? new Argument.Thing(interned(thing.key()))
        : argument;
  }

  private String interned(String word) {
    return words.computeIfAbsent(word, w -> w);
  }

  private Referent interned(Referent.Named named) {
    Names known = names.computeIfAbsent(named.names(), n -> n);
    if (named instanceof Referent.Official official) {
      return new Referent.Official(interned(official.key()), known);
    }
    if (named instanceof Referent.Office office) {
      return new Referent.Office(
          interned(office.key()),
          known,
          interned(office.title()),
          office.serves().map(this::interned));
    }
    if (named instanceof Referent.Country country) {
      return new Referent.Country(interned(country.key()), known, interned(country.code()));
    }
    if (named instanceof Referent.City city) {
      return new Referent.City(
          interned(city.key()), known, city.country().map(this::interned), city.geonames());
    }
    if (named instanceof Referent.Organization organization) {
      return new Referent.Organization(
          interned(organization.key()), known, organization.country().map(this::interned));
    }
    return named;
  }

  /** The appearances whose referents are of one kind, in order. */
  List<Appearance> all(Class<? extends Referent> kind) {
    return appearances.stream().filter(a -> kind.isInstance(a.referent())).toList();
  }

  /** All appearances, in order. */
  List<Appearance> all() {
    return Collections.unmodifiableList(appearances);
  }

  boolean hasArticle(String article) {
    return byArticle.containsKey(article);
  }

  Set<String> articles() {
    return Collections.unmodifiableSet(byArticle.keySet());
  }

  /** What an article calls by that key; empty if it calls nothing so. */
  Optional<Appearance> find(String article, String key) {
    return Optional.ofNullable(byArticle.getOrDefault(article, Map.of()).get(key));
  }

  /** What an article speaks of, by key; empty for an article that is not of the corpus. */
  Map<String, Appearance> in(String article) {
    return byArticle.getOrDefault(article, Map.of());
  }

  /** All claims of an article that is kept whole. */
  List<Claim> claims(String article) {
    return Optional.ofNullable(kept.get(article)).map(ArticleReading::claims).orElse(List.of());
  }

  /** All referents of an article that is kept whole, quotations among them. */
  Map<String, Referent> referents(String article) {
    return Optional.ofNullable(kept.get(article)).map(ArticleReading::referents).orElse(Map.of());
  }

  /** What another referent of the same article is. */
  Optional<Appearance> beside(Appearance appearance, String key) {
    return find(appearance.article(), key);
  }
}
