package org.chancery.resolution;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chancery.claims.Referent;
import org.chancery.ontology.EntityType;
import org.chancery.ontology.Predicate;

/**
 * Which offices are one: those of one country or organization with one title, in any word order;
 * those with a shorter and a fuller title, if one official holds both or nothing contradicts.
 */
final class Offices {
  /** Articles that lie no further apart tell of one period. */
  private static final long YEAR = 365;

  /** Holders that follow one another within so many days do not contradict each other. */
  private static final long HANDOVER = 30;

  /**
   * Appearances under one title in one service.
   *
   * @param served what the office serves
   * @param country the country that it serves, or whose organization it serves
   * @param holders IRIs of officials
   */
  private record Post(
      Optional<Entity> served,
      Optional<String> country,
      OfficeTitle title,
      Set<String> holders,
      Optional<Period> days,
      List<Appearance> members)
      implements Node {

    Set<String> blocks() {
      Set<String> blocks = new LinkedHashSet<>();
      holders.forEach(holder -> blocks.add("holder " + holder));
      served.ifPresent(by -> blocks.add("of " + by.iri() + " " + title.head()));
      country.ifPresent(by -> blocks.add("of " + by + " " + title.head()));
      return blocks;
    }

    Set<Evidence> compare(Post other) {
      Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
      if (!title.mayBe(other.title)) {
        evidence.add(Evidence.DIFFERENT_TITLE);
        return evidence;
      }
      boolean same = title.equals(other.title);
      evidence.add(same ? Evidence.SAME_TITLE : Evidence.LIKE_TITLE);
      if (!same && (title.content().isEmpty() || other.title.content().isEmpty())) {
        evidence.add(Evidence.BARE_TITLE);
      }
      if (served.isPresent() && other.served.isPresent()) {
        boolean sameOwner = served.get().iri().equals(other.served.get().iri());
        boolean related =
            country.isPresent()
                && country.equals(other.country)
                && (isOfCountry() || other.isOfCountry());
        evidence.add(
            sameOwner
                ? Evidence.SAME_SERVICE
                : related ? Evidence.RELATED_SERVICE : Evidence.DIFFERENT_SERVICE);
      }
      if (holders.stream().anyMatch(other.holders::contains)) {
        evidence.add(Evidence.SAME_HOLDER);
      } else if (!holders.isEmpty()
          && !other.holders.isEmpty()
          && (days.isEmpty() || other.days.isEmpty() || Period.near(days, other.days, HANDOVER))) {
        evidence.add(Evidence.OTHER_HOLDERS);
      }
      if (Period.near(days, other.days, YEAR)) {
        evidence.add(Evidence.NEAR_DAYS);
      }
      return evidence;
    }

    private boolean isOfCountry() {
      return served.isPresent() && served.get().type() == EntityType.COUNTRY;
    }
  }

  private final Corpus corpus;
  private final Entities entities;
  private final Service service;

  private Offices(Corpus corpus, Entities entities) {
    this.corpus = corpus;
    this.entities = entities;
    this.service = new Service(corpus, entities);
  }

  /** Call when countries, organizations and officials are resolved. */
  static void resolve(Corpus corpus, Entities entities, Journal journal) {
    Offices offices = new Offices(corpus, entities);
    Clustering<Post> clustering =
        new Clustering<>(Weights.of(EntityType.OFFICE), Post::blocks, Post::compare);
    Clustering.Outcome<Post> outcome = clustering.group(offices.posts());
    entities.add(Node.clusters(outcome.groups()), offices::path);
    journal.add(clustering, outcome);
  }

  private List<Post> posts() {
    Map<String, List<Appearance>> alike =
        corpus.all(Referent.Office.class).stream()
            .collect(Collectors.groupingBy(this::nodeKey, TreeMap::new, Collectors.toList()));
    return alike.values().stream().map(this::post).toList();
  }

  /** An office of nobody we know of is one of its article alone. */
  private String nodeKey(Appearance appearance) {
    String served = served(appearance).map(Entity::iri).orElse("\n" + appearance.article());
    return served + "\n" + OfficeTitle.of(office(appearance).title());
  }

  private Post post(List<Appearance> members) {
    Set<String> holders =
        members.stream().flatMap(m -> holders(m).stream()).collect(Collectors.toSet());
    Appearance one = members.get(0);
    return new Post(
        served(one),
        service.countryServedBy(one.article(), office(one)),
        OfficeTitle.of(office(one).title()),
        holders,
        Period.of(members),
        members);
  }

  private Set<String> holders(Appearance office) {
    return office
        .subjects(Predicate.HOLDS_OFFICE)
        .flatMap(key -> corpus.beside(office, key).stream())
        .flatMap(holder -> entities.find(holder).stream())
        .map(Entity::iri)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<Entity> served(Appearance appearance) {
    return service.servedBy(appearance.article(), office(appearance));
  }

  private String path(Cluster cluster) {
    String title = Cluster.fullest(cluster.members().stream().map(m -> office(m).title()));
    String owner =
        cluster.members().stream()
            .flatMap(member -> served(member).stream())
            .findFirst()
            .map(Offices::owner)
            .orElse("unknown/" + Slug.encode(cluster.first().article()));
    return "office/" + owner + "/" + Slug.of(title);
  }

  /** A country's code or an organization's slug. */
  private static String owner(Entity served) {
    String slug = Entities.slug(served);
    // An organization must not pass for the country with that code.
    return served.type() == EntityType.ORGANIZATION && slug.length() == 2
        ? "organization-" + slug
        : slug;
  }

  private static Referent.Office office(Appearance appearance) {
    if (appearance.referent() instanceof Referent.Office office) {
      return office;
    }
    throw new AssertionError(appearance + " is no office");
  }
}
