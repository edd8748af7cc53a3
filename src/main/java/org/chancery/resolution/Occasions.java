package org.chancery.resolution;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.claims.Argument;
import org.chancery.claims.Referent;
import org.chancery.ontology.Predicate;

/**
 * Which meetings, and which agreements, are one. Named ones are by name, unless day, city or
 * parties say otherwise; a meeting without a name takes the same city, the same day and a common
 * participant; an agreement without a name stays with its article.
 */
final class Occasions {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

  /** What is known of one meeting or agreement from one article. */
  private record Facts(
      boolean named,
      Optional<LocalDate> day,
      Optional<Entity> city,
      Set<String> parties,
      Set<String> countries) {}

  private record Node(String name, Facts facts, List<Appearance> members) {
    /** Named: what shares a name. Without a name: what shares a day and a city. */
    Set<String> blocks() {
      if (facts.named) {
        return Set.of("named " + name);
      }
      return facts.day.isPresent() && facts.city.isPresent()
          ? Set.of(facts.day.orElseThrow() + " " + facts.city.orElseThrow().iri())
          : Set.of();
    }

    boolean mayBe(Node other) {
      if (facts.named) {
        return !differ(facts.day, other.facts.day)
            && !differ(facts.city, other.facts.city)
            && !isOfOthers(other);
      }
      boolean sameArticle =
          members.stream()
              .anyMatch(m -> other.members.stream().anyMatch(o -> o.article().equals(m.article())));
      return !sameArticle && facts.parties.stream().anyMatch(other.facts.parties::contains);
    }

    /** Two treaties of friendship between different pairs of countries share but their name. */
    private boolean isOfOthers(Node other) {
      return facts.countries.size() > 1
          && other.facts.countries.size() > 1
          && !facts.countries.containsAll(other.facts.countries)
          && !other.facts.countries.containsAll(facts.countries);
    }

    boolean sharesDayOrCity(Node other) {
      return same(facts.day, other.facts.day) || same(facts.city, other.facts.city);
    }

    private static <T> boolean same(Optional<T> one, Optional<T> other) {
      return one.isPresent() && one.equals(other);
    }

    private static <T> boolean differ(Optional<T> one, Optional<T> other) {
      return one.isPresent() && other.isPresent() && !one.equals(other);
    }
  }

  private final Corpus corpus;
  private final Entities entities;
  private final Service service;

  private Occasions(Corpus corpus, Entities entities) {
    this.corpus = corpus;
    this.entities = entities;
    this.service = new Service(corpus, entities);
  }

  /** Call when countries, cities, organizations and officials are resolved. */
  static void resolve(Corpus corpus, Entities entities) {
    Occasions occasions = new Occasions(corpus, entities);
    entities.add(occasions.clusters(Referent.Meeting.class), c -> "meeting/" + occasions.path(c));
    entities.add(
        occasions.clusters(Referent.Agreement.class), c -> "agreement/" + occasions.path(c));
  }

  private List<Cluster> clusters(Class<? extends Referent> kind) {
    Map<String, List<Appearance>> alike =
        corpus.all(kind).stream()
            .collect(Collectors.groupingBy(this::nodeKey, TreeMap::new, Collectors.toList()));
    List<Node> nodes =
        alike.values().stream()
            .map(members -> new Node(name(members.get(0)), facts(members.get(0)), members))
            .toList();
    return new Likeness<>(Node::blocks, Node::mayBe, Node::sharesDayOrCity)
        .group(nodes).stream()
            .map(group -> group.stream().flatMap(node -> node.members.stream()).toList())
            .map(Cluster::new)
            .toList();
  }

  private String nodeKey(Appearance appearance) {
    Facts facts = facts(appearance);
    return facts.named
        ? String.join(
            "\n",
            name(appearance),
            facts.day.toString(),
            facts.city.map(Entity::iri).orElse(""),
            facts.countries.toString())
        : "\n" + appearance;
  }

  private static String name(Appearance appearance) {
    return Words.key(appearance.names().best());
  }

  private Facts facts(Appearance appearance) {
    if (appearance.referent() instanceof Referent.Meeting meeting) {
      Stream<String> parties =
          Stream.concat(meeting.participants().stream(), appearance.subjects(Predicate.ATTENDS));
      // Delegations come and go: who attends does not tell one session from another.
      return new Facts(
          meeting.named(),
          meeting.heldOn().or(() -> day(appearance, Predicate.HELD_ON)),
          city(appearance, meeting.city(), Predicate.HOSTED_IN),
          parties(appearance, parties),
          new TreeSet<>());
    }
    if (appearance.referent() instanceof Referent.Agreement agreement) {
      List<String> parties =
          Stream.concat(agreement.parties().stream(), appearance.subjects(Predicate.SIGNS))
              .toList();
      return new Facts(
          agreement.named(),
          agreement.signedOn().or(() -> day(appearance, Predicate.SIGNED_ON)),
          city(appearance, Optional.empty(), Predicate.SIGNED_IN),
          // Without a name, an agreement is never another article's.
          new TreeSet<>(),
          countries(appearance, parties));
    }
    throw new AssertionError(appearance + " is neither meeting nor agreement");
  }

  private static Optional<LocalDate> day(Appearance appearance, Predicate predicate) {
    return appearance
        .objects(predicate)
        .filter(Argument.Day.class::isInstance)
        .map(day -> ((Argument.Day) day).date())
        .min(LocalDate::compareTo);
  }

  private Optional<Entity> city(
      Appearance appearance, Optional<String> known, Predicate predicate) {
    Stream<String> claimed =
        appearance
            .objects(predicate)
            .filter(Argument.Thing.class::isInstance)
            .map(thing -> ((Argument.Thing) thing).key())
            .sorted();
    return Stream.concat(known.stream(), claimed)
        .flatMap(key -> corpus.beside(appearance, key).stream())
        .flatMap(city -> entities.find(city).stream())
        .findFirst();
  }

  private Set<String> parties(Appearance appearance, Stream<String> keys) {
    return keys.flatMap(key -> corpus.beside(appearance, key).stream())
        .flatMap(party -> entities.find(party).stream())
        .map(Entity::iri)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> countries(Appearance appearance, List<String> keys) {
    Set<String> countries = new TreeSet<>();
    for (String key : keys) {
      corpus
          .beside(appearance, key)
          .ifPresent(
              party -> {
                if (party.referent() instanceof Referent.Country) {
                  countries.add(entities.require(party).iri());
                } else {
                  countries.addAll(service.countriesOf(party));
                }
              });
    }
    return countries;
  }

  private String path(Cluster cluster) {
    List<Facts> facts = cluster.members().stream().map(this::facts).toList();
    Optional<LocalDate> day = facts.stream().flatMap(f -> f.day.stream()).findFirst();
    Optional<Entity> city = facts.stream().flatMap(f -> f.city.stream()).findFirst();
    boolean named = facts.get(0).named;
    boolean meeting = cluster.first().referent() instanceof Referent.Meeting;
    if (day.isPresent() && city.isPresent() && (meeting || !named)) {
      return Slug.encode(day.orElseThrow().toString()) + "-" + Entities.slug(city.orElseThrow());
    }
    String slug = Slug.of(cluster.label());
    if (named) {
      return slug + day.map(d -> "-" + Slug.encode(MONTH.format(d))).orElse("");
    }
    return slug + "-" + Slug.encode(cluster.first().article());
  }
}
