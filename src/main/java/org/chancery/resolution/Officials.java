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
import java.util.stream.Stream;
import org.chancery.claims.Referent;
import org.chancery.ontology.EntityType;
import org.chancery.ontology.Predicate;

/**
 * Which officials are one person. The more their names leave out, the more it takes besides: whom
 * they serve, in what, and when articles tell of them.
 */
final class Officials {
  /** So many days without an article, and a surname may be another's. */
  private static final long YEARS = 5 * 365L;

  private static final long NEAR = 3;

  /**
   * Appearances under one name in one service.
   *
   * @param sound the name as it might be spelt
   * @param served IRIs of the countries and organizations
   * @param countries IRIs of the countries, also those of the organizations
   * @param occasions what they are told to attend and to sign
   */
  private record Person(
      PersonName name,
      PersonName sound,
      Set<String> served,
      Set<String> countries,
      Set<OfficeTitle> titles,
      Set<String> occasions,
      Optional<Period> days,
      List<Appearance> members)
      implements Node {

    Set<String> blocks() {
      Set<String> blocks = new LinkedHashSet<>();
      if (!name.isSingle()) {
        name.blocks().forEach(block -> blocks.add("name " + block));
      }
      Stream<String> service =
          Stream.concat(
              Stream.of(""), Stream.concat(served.stream(), countries.stream()).distinct());
      List<String> services = service.toList();
      for (String part : name.parts()) {
        services.forEach(one -> blocks.add("part " + part + " " + one));
      }
      return blocks;
    }

    Set<Evidence> compare(Person other) {
      Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
      PersonName.Likeness likeness = PersonName.likeness(name, sound, other.name, other.sound);
      switch (likeness) {
        case FULL -> evidence.add(Evidence.NAME_FULL);
        case VARIANT -> evidence.add(Evidence.NAME_VARIANT);
        case TURNED -> evidence.add(Evidence.NAME_TURNED);
        case PARTIAL -> evidence.add(Evidence.NAME_PARTIAL);
        case FAMILIAR -> evidence.add(Evidence.NAME_FAMILIAR);
        case SURNAME -> evidence.add(Evidence.NAME_SURNAME);
        case NONE -> {
          evidence.add(Evidence.DIFFERENT_NAME);
          if (!sound.isNamesake(other.sound)) {
            return evidence;
          }
          evidence.add(Evidence.NAME_FAMILY);
        }
      }
      boolean part = likeness == PersonName.Likeness.SURNAME;
      compareService(other, evidence);
      compareOffice(other, part, evidence);
      if (intersect(occasions, other.occasions)) {
        evidence.add(Evidence.SAME_OCCASION);
      }
      if (Period.near(days, other.days, NEAR)) {
        evidence.add(Evidence.NEAR_DAYS);
      } else if ((part || name.differsInGeneration(other.name))
          && Period.far(days, other.days, YEARS)) {
        evidence.add(Evidence.FAR_DAYS);
      }
      return evidence;
    }

    private void compareService(Person other, Set<Evidence> evidence) {
      boolean shared = intersect(served, other.served) || intersect(countries, other.countries);
      if (shared) {
        evidence.add(Evidence.SAME_SERVICE);
      } else if (!countries.isEmpty() && !other.countries.isEmpty()) {
        evidence.add(Evidence.DIFFERENT_COUNTRY);
      } else if (!served.isEmpty() && !other.served.isEmpty()) {
        evidence.add(Evidence.DIFFERENT_SERVICE);
      }
    }

    private void compareOffice(Person other, boolean part, Set<Evidence> evidence) {
      if (titles.isEmpty() || other.titles.isEmpty()) {
        return;
      }
      if (intersect(titles, other.titles)) {
        evidence.add(Evidence.SAME_OFFICE);
      } else if (titles.stream().anyMatch(one -> other.titles.stream().anyMatch(one::mayBe))) {
        evidence.add(Evidence.LIKE_OFFICE);
      } else {
        evidence.add(part ? Evidence.OTHER_OFFICE : Evidence.DIFFERENT_OFFICE);
      }
    }
  }

  private final Corpus corpus;
  private final Service service;

  private Officials(Corpus corpus, Service service) {
    this.corpus = corpus;
    this.service = service;
  }

  /** Call when countries and organizations are resolved. */
  static void resolve(Corpus corpus, Entities entities, Journal journal) {
    Officials officials = new Officials(corpus, new Service(corpus, entities));
    Clustering<Person> clustering =
        new Clustering<>(Weights.of(EntityType.OFFICIAL), Person::blocks, Person::compare);
    Clustering.Outcome<Person> outcome =
        clustering.group(officials.people(corpus.all(Referent.Official.class)));
    entities.add(
        Node.clusters(outcome.groups()), cluster -> "official/" + Slug.of(cluster.fullest()));
    journal.add(clustering, outcome);
  }

  private List<Person> people(List<Appearance> officials) {
    Map<String, List<Appearance>> alike =
        officials.stream()
            .collect(Collectors.groupingBy(this::key, TreeMap::new, Collectors.toList()));
    return alike.values().stream()
        .flatMap(each -> periods(each).stream())
        .map(this::person)
        .toList();
  }

  /** A full name and a service make a node; a surname takes an office too, or is on its own. */
  private String key(Appearance official) {
    PersonName name = PersonName.of(official.names().best());
    Set<String> served = service.servedBy(official);
    String key = String.join(" ", name.words()) + "\n" + served;
    if (!name.isSingle()) {
      return key;
    }
    Set<OfficeTitle> titles = service.titlesOf(official);
    boolean identified = !served.isEmpty() && !titles.isEmpty();
    Object office =
        identified ? new TreeSet<>(titles.stream().map(Object::toString).toList()) : official;
    return key + "\n" + office;
  }

  /** A surname in one office, years later, may be another's. */
  private static List<List<Appearance>> periods(List<Appearance> alike) {
    return PersonName.of(alike.get(0).names().best()).isSingle()
        ? Period.runs(alike, YEARS)
        : List.of(alike);
  }

  private Person person(List<Appearance> members) {
    List<Appearance> sorted = members.stream().sorted().toList();
    Appearance one = sorted.get(0);
    PersonName name = PersonName.of(one.names().best());
    return new Person(
        name,
        name.sound(),
        service.servedBy(one),
        service.countriesOf(one),
        sorted.stream()
            .flatMap(member -> service.titlesOf(member).stream())
            .collect(Collectors.toSet()),
        sorted.stream().flatMap(this::occasions).collect(Collectors.toSet()),
        Period.of(sorted),
        sorted);
  }

  /** Names of the meetings and agreements that the article has the official attend and sign. */
  private Stream<String> occasions(Appearance official) {
    return Stream.concat(
            official.objectKeys(Predicate.ATTENDS), official.objectKeys(Predicate.SIGNS))
        .flatMap(key -> corpus.beside(official, key).stream())
        .filter(Officials::hasName)
        .map(occasion -> Words.key(occasion.names().best()));
  }

  private static boolean hasName(Appearance occasion) {
    return occasion.referent() instanceof Referent.Meeting meeting && meeting.named()
        || occasion.referent() instanceof Referent.Agreement agreement && agreement.named();
  }

  private static <T> boolean intersect(Set<T> one, Set<T> other) {
    return one.stream().anyMatch(other::contains);
  }
}
