package org.chancery.resolution;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
import org.chancery.ontology.EntityType;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.WordLists;

/**
 * Which meetings, and which agreements, are one: by name, day, place, parties, and by when articles
 * tell of them. What one article tells apart stays apart.
 */
final class Occasions {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

  private static final long NEAR = 3;

  /** Meetings of one name that lie no further apart are one of several days. */
  private static final long FEW = 4;

  private static final long MONTHS = 60;

  /** Of a longer period, only the first days are looked up. */
  private static final long LOOKED_UP = 15;

  private static final Set<String> GENERAL_MEETINGS = WordLists.load().require("generic-meeting");

  /**
   * What one article tells of a meeting or an agreement.
   *
   * @param city IRI
   * @param country ISO alpha-2 of the city's country
   * @param people IRIs of officials and organizations that take part or sign
   * @param countries IRIs of countries that do so, and that these people serve
   */
  private record Facts(
      boolean named,
      Optional<Period> days,
      Optional<String> city,
      Optional<String> country,
      Set<String> people,
      Set<String> countries) {}

  /** Appearances under one proper name with the same facts, or one appearance without a name. */
  private record Occasion(
      boolean meeting,
      String name,
      OccasionName says,
      Facts facts,
      Optional<Period> told,
      Set<String> articles,
      List<Appearance> members)
      implements Node {

    Optional<Period> when() {
      return facts.days.or(() -> told);
    }

    Set<String> blocks() {
      Set<String> blocks = new LinkedHashSet<>();
      if (facts.named) {
        blocks.add("name " + name);
      }
      if (meeting) {
        says.content().forEach(word -> blocks.add("word " + word));
        Set<String> dates = dates();
        facts.city.ifPresent(place -> dates.forEach(day -> blocks.add(day + place)));
        facts.people.forEach(party -> dates.forEach(day -> blocks.add(day + party)));
        facts.city.ifPresent(
            place -> facts.people.forEach(party -> blocks.add(place + " " + party)));
      } else {
        says.content().forEach(word -> blocks.add("word " + word));
        List<String> parties = List.copyOf(new TreeSet<>(facts.countries));
        for (int i = 0; i < parties.size(); i++) {
          for (int j = i + 1; j < Math.min(parties.size(), i + 4); j++) {
            blocks.add(parties.get(i) + " " + parties.get(j));
          }
        }
      }
      return blocks;
    }

    /** The days of the meeting and the weeks of the articles, each week with the next. */
    private Set<String> dates() {
      Set<String> dates = new LinkedHashSet<>();
      if (facts.days.isPresent()) {
        Period days = facts.days.get();
        for (long day = days.first(); day <= days.last() + 1; day++) {
          if (day - days.first() < LOOKED_UP) {
            dates.add("day " + day + " ");
          }
        }
      }
      if (told.isPresent()) {
        long week = Math.floorDiv(told.get().first(), 7);
        dates.add("week " + week + " ");
        dates.add("week " + (week + 1) + " ");
      }
      return dates;
    }

    Set<Evidence> compare(Occasion other) {
      Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
      compareNames(other, evidence);
      boolean oneName = name.equals(other.name) && !says.content().isEmpty();
      if (!oneName
          && !evidence.contains(Evidence.SAME_NAME)
          && !Collections.disjoint(articles, other.articles)) {
        evidence.add(Evidence.ONE_ARTICLE);
      }
      compareDays(other, evidence);
      comparePlaces(other, evidence);
      if (meeting) {
        compareGuests(other, evidence);
      } else {
        compareSignatories(other, evidence);
      }
      return evidence;
    }

    private void compareNames(Occasion other, Set<Evidence> evidence) {
      if (says.isOtherRound(other.says)) {
        evidence.add(Evidence.DIFFERENT_ROUND);
      }
      Set<String> one = says.content();
      Set<String> two = other.says.content();
      boolean bothNamed = facts.named && other.facts.named;
      boolean telling = !one.isEmpty() && !two.isEmpty();
      if (bothNamed && isSameName(other)) {
        evidence.add(Evidence.SAME_NAME);
        return;
      }
      if (telling && Collections.disjoint(one, two)) {
        evidence.add(bothNamed ? Evidence.DIFFERENT_NAME : Evidence.DIFFERENT_SUBJECT);
      } else if (telling
          && (facts.named || other.facts.named || Math.min(one.size(), two.size()) > 1)
          && (one.containsAll(two) || two.containsAll(one))) {
        evidence.add(Evidence.LIKE_NAME);
      } else if (telling) {
        evidence.add(Evidence.SAME_SUBJECT);
      }
      Set<String> general = meeting ? GENERAL_MEETINGS : OccasionName.generalAgreements();
      if (says.isSameKind(other.says, general)) {
        evidence.add(Evidence.SAME_KIND);
      } else {
        evidence.add(Evidence.DIFFERENT_KIND);
      }
    }

    /** A name of nothing but "Memorandum of Understanding" is a description. */
    private boolean isSameName(Occasion other) {
      boolean proper = !says.content().isEmpty() || says.isNumbered();
      boolean same =
          says.content().equals(other.says.content())
              && says.kind().equals(other.says.kind())
              && says.isSameRound(other.says);
      return proper && (same || name.equals(other.name));
    }

    private void compareDays(Occasion other, Set<Evidence> evidence) {
      if (facts.days.isPresent() && other.facts.days.isPresent()) {
        long gap = facts.days.get().gap(other.facts.days.get());
        boolean sameName = evidence.contains(Evidence.SAME_NAME);
        boolean likeName = sameName || evidence.contains(Evidence.LIKE_NAME);
        if (gap == 0) {
          evidence.add(Evidence.SAME_DAYS);
        } else if (gap > (likeName ? FEW : meeting ? 1 : 0)) {
          evidence.add(Evidence.DIFFERENT_DAYS);
        } else if (!sameName) {
          // Of one name, they are days of one meeting, or one article errs.
          evidence.add(Evidence.NEXT_DAYS);
        }
      }
      compareYears(other, evidence);
      boolean dated = facts.days.isPresent() && other.facts.days.isPresent();
      if (Period.near(told, other.told, NEAR)) {
        evidence.add(Evidence.NEAR_DAYS);
      } else if (!dated
          && !evidence.contains(Evidence.SAME_YEAR)
          && Period.far(when(), other.when(), MONTHS)
          && isCommon(other)) {
        evidence.add(Evidence.FAR_DAYS);
      }
    }

    /** A year in a name is the year of the day, or at least of the article. */
    private void compareYears(Occasion other, Set<Evidence> evidence) {
      if (says.years().isEmpty() && other.says.years().isEmpty()) {
        return;
      }
      Set<Integer> one = years(facts.days);
      Set<Integer> two = other.years(other.facts.days);
      if (!one.isEmpty() && !two.isEmpty() && Collections.disjoint(one, two)) {
        evidence.add(Evidence.DIFFERENT_ROUND);
      } else if (!Collections.disjoint(years(when()), other.years(other.when()))) {
        evidence.add(Evidence.SAME_YEAR);
      }
    }

    private Set<Integer> years(Optional<Period> period) {
      return says.years().isEmpty()
          ? period
              .map(days -> Set.of(LocalDate.ofEpochDay(days.first()).getYear()))
              .orElse(Set.of())
          : says.years();
    }

    /** Whether others may bear the name, too: it has no number, and an agreement's says little. */
    private boolean isCommon(Occasion other) {
      return meeting
          ? !says.isNumbered() && !other.says.isNumbered()
          : says.content().size() < 2 || other.says.content().size() < 2;
    }

    private void comparePlaces(Occasion other, Set<Evidence> evidence) {
      if (facts.city.isPresent() && other.facts.city.isPresent()) {
        if (facts.city.equals(other.facts.city)) {
          evidence.add(Evidence.SAME_CITY);
        } else {
          evidence.add(Evidence.DIFFERENT_CITY);
          if (meeting
              && facts.country.isPresent()
              && other.facts.country.isPresent()
              && !facts.country.equals(other.facts.country)) {
            evidence.add(Evidence.DIFFERENT_COUNTRY);
          }
        }
      }
    }

    private void compareGuests(Occasion other, Set<Evidence> evidence) {
      Set<String> people = shared(facts.people, other.facts.people);
      Set<String> nations = shared(facts.countries, other.facts.countries);
      boolean officials = !facts.people.isEmpty() && !other.facts.people.isEmpty();
      boolean known =
          (officials || !facts.countries.isEmpty())
              && (officials || !other.facts.countries.isEmpty());
      if (people.size() > 1 && facts.people.equals(other.facts.people)) {
        evidence.add(Evidence.SAME_PARTIES);
      } else if (people.size() > 1) {
        evidence.add(Evidence.SHARED_PARTIES);
      } else if (people.size() == 1 || nations.size() > 1) {
        evidence.add(Evidence.SHARED_PARTY);
      } else if (known && nations.isEmpty()) {
        evidence.add(Evidence.OTHER_PARTIES);
      }
    }

    private void compareSignatories(Occasion other, Set<Evidence> evidence) {
      Set<String> one = facts.countries;
      Set<String> two = other.facts.countries;
      if (one.size() > 1 && two.size() > 1 && !one.containsAll(two) && !two.containsAll(one)) {
        evidence.add(Evidence.OTHER_PARTIES);
      } else if (shared(one, two).size() > 1) {
        evidence.add(Evidence.SAME_PARTIES);
      }
    }

    private static Set<String> shared(Set<String> one, Set<String> other) {
      Set<String> shared = new TreeSet<>(one);
      shared.retainAll(other);
      return shared;
    }
  }

  private final Corpus corpus;
  private final Entities entities;
  private final Service service;
  private final Map<Appearance, Facts> known = new HashMap<>();

  private Occasions(Corpus corpus, Entities entities) {
    this.corpus = corpus;
    this.entities = entities;
    this.service = new Service(corpus, entities);
  }

  /** Call when countries, cities, organizations and officials are resolved. */
  static void resolve(Corpus corpus, Entities entities, Journal journal) {
    Occasions occasions = new Occasions(corpus, entities);
    occasions.resolve(EntityType.MEETING, Referent.Meeting.class, "meeting/", journal);
    occasions.resolve(EntityType.AGREEMENT, Referent.Agreement.class, "agreement/", journal);
  }

  private void resolve(
      EntityType type, Class<? extends Referent> kind, String folder, Journal journal) {
    Clustering<Occasion> clustering =
        new Clustering<>(Weights.of(type), Occasion::blocks, Occasion::compare);
    Clustering.Outcome<Occasion> outcome = clustering.group(occasions(kind));
    entities.add(Node.clusters(outcome.groups()), cluster -> folder + path(cluster));
    journal.add(clustering, outcome);
  }

  private List<Occasion> occasions(Class<? extends Referent> kind) {
    Map<String, List<Appearance>> alike = new TreeMap<>();
    for (Appearance appearance : corpus.all(kind)) {
      alike.computeIfAbsent(nodeKey(appearance), key -> new ArrayList<>()).add(appearance);
    }
    // By day, so that neighbours in a large block are neighbours in time.
    return alike.values().stream()
        .flatMap(each -> times(each).stream())
        .map(this::occasion)
        .sorted(
            Comparator.comparingLong(
                    (Occasion each) -> each.when().map(Period::first).orElse(Long.MIN_VALUE))
                .thenComparing(each -> each.members.get(0)))
        .toList();
  }

  /** Without day, number and year, a summit of that name months later is the next one. */
  private List<List<Appearance>> times(List<Appearance> alike) {
    Appearance one = alike.get(0);
    boolean meeting = one.referent() instanceof Referent.Meeting;
    OccasionName says = says(one);
    boolean common = meeting ? !says.isNumbered() : says.content().size() < 2;
    return common && facts(one).days.isEmpty() ? Period.runs(alike, MONTHS) : List.of(alike);
  }

  private static OccasionName says(Appearance appearance) {
    String name = appearance.names().best();
    return appearance.referent() instanceof Referent.Meeting
        ? OccasionName.ofMeeting(name)
        : OccasionName.ofAgreement(name);
  }

  private String nodeKey(Appearance appearance) {
    Facts facts = facts(appearance);
    return facts.named
        ? String.join(
            "\n",
            name(appearance),
            facts.days.toString(),
            facts.city.orElse(""),
            appearance.referent() instanceof Referent.Agreement
                ? facts.countries.toString()
                // Delegations come and go: who attends does not tell one session from another.
                : "")
        : "\n" + appearance;
  }

  private Occasion occasion(List<Appearance> members) {
    Appearance one = members.get(0);
    Facts facts = facts(one);
    Set<String> people = new TreeSet<>();
    Set<String> countries = new TreeSet<>();
    for (Appearance member : members) {
      Facts each = facts(member);
      people.addAll(each.people);
      countries.addAll(each.countries);
    }
    return new Occasion(
        one.referent() instanceof Referent.Meeting,
        name(one),
        says(one),
        new Facts(facts.named, facts.days, facts.city, facts.country, people, countries),
        Period.of(members),
        members.stream().map(Appearance::article).collect(Collectors.toSet()),
        members);
  }

  private static String name(Appearance appearance) {
    return Words.key(appearance.names().best());
  }

  private Facts facts(Appearance appearance) {
    return known.computeIfAbsent(appearance, this::find);
  }

  private Facts find(Appearance appearance) {
    if (appearance.referent() instanceof Referent.Meeting meeting) {
      Optional<LocalDate> first =
          meeting.heldOn().or(() -> days(appearance, Predicate.HELD_ON).min(LocalDate::compareTo));
      Optional<LocalDate> last =
          days(appearance, Predicate.ENDED_ON).max(LocalDate::compareTo).or(() -> first);
      return facts(
          appearance,
          meeting.named(),
          first.or(() -> last).map(day -> Period.of(day, last.orElse(day))),
          city(appearance, meeting.city(), Predicate.HOSTED_IN),
          Stream.concat(meeting.participants().stream(), appearance.subjects(Predicate.ATTENDS)));
    }
    if (appearance.referent() instanceof Referent.Agreement agreement) {
      Optional<LocalDate> day =
          agreement
              .signedOn()
              .or(() -> days(appearance, Predicate.SIGNED_ON).min(LocalDate::compareTo));
      return facts(
          appearance,
          agreement.named(),
          day.map(signed -> Period.of(signed, signed)),
          city(appearance, Optional.empty(), Predicate.SIGNED_IN),
          Stream.concat(agreement.parties().stream(), appearance.subjects(Predicate.SIGNS)));
    }
    throw new AssertionError(appearance + " is neither meeting nor agreement");
  }

  private Facts facts(
      Appearance appearance,
      boolean named,
      Optional<Period> days,
      Optional<Appearance> city,
      Stream<String> parties) {
    Set<String> people = new TreeSet<>();
    Set<String> countries = new TreeSet<>();
    for (Appearance party :
        parties.flatMap(key -> corpus.beside(appearance, key).stream()).toList()) {
      Optional<String> iri = entities.find(party).map(Entity::iri);
      if (party.referent() instanceof Referent.Country) {
        iri.ifPresent(countries::add);
      } else {
        iri.ifPresent(people::add);
        countries.addAll(service.countriesOf(party));
      }
    }
    return new Facts(
        named,
        days,
        city.flatMap(entities::find).map(Entity::iri),
        city.flatMap(
            place ->
                place.referent() instanceof Referent.City in ? in.country() : Optional.empty()),
        people,
        countries);
  }

  private static Stream<LocalDate> days(Appearance appearance, Predicate predicate) {
    return appearance
        .objects(predicate)
        .filter(Argument.Day.class::isInstance)
        .map(day -> ((Argument.Day) day).date());
  }

  private Optional<Appearance> city(
      Appearance appearance, Optional<String> known, Predicate predicate) {
    return Stream.concat(known.stream(), appearance.objectKeys(predicate).sorted())
        .flatMap(key -> corpus.beside(appearance, key).stream())
        .filter(city -> entities.find(city).isPresent())
        .findFirst();
  }

  private static boolean isNamed(Appearance appearance) {
    return appearance.referent() instanceof Referent.Meeting meeting && meeting.named()
        || appearance.referent() instanceof Referent.Agreement agreement && agreement.named();
  }

  /** The fullest proper name, if there is one. */
  private static String fullest(Cluster cluster) {
    List<String> names =
        cluster.members().stream()
            .filter(Occasions::isNamed)
            .map(member -> member.names().best())
            .toList();
    return names.isEmpty() ? cluster.fullest() : Cluster.fullest(names.stream());
  }

  private String path(Cluster cluster) {
    List<Facts> facts = cluster.members().stream().map(this::facts).toList();
    Optional<LocalDate> day =
        facts.stream()
            .flatMap(f -> f.days.stream())
            .map(days -> LocalDate.ofEpochDay(days.first()))
            .findFirst();
    Optional<String> city = facts.stream().flatMap(f -> f.city.stream()).findFirst();
    boolean named = cluster.members().stream().anyMatch(Occasions::isNamed);
    boolean meeting = cluster.first().referent() instanceof Referent.Meeting;
    if (day.isPresent() && city.isPresent() && (meeting || !named)) {
      return Slug.encode(day.orElseThrow().toString()) + "-" + Entities.slug(city.orElseThrow());
    }
    String slug = Slug.of(fullest(cluster));
    if (named) {
      return slug + day.map(d -> "-" + Slug.encode(MONTH.format(d))).orElse("");
    }
    return slug + "-" + Slug.encode(cluster.first().article());
  }
}
