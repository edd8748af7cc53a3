package org.chancery.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.DayMention;
import org.chancery.analysis.Mention;
import org.chancery.analysis.Sentence;
import org.chancery.analysis.Token;
import org.chancery.article.Span;
import org.chancery.article.Zone;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.chancery.ontology.WordLists;

/**
 * What sentences tell together: whether a headline's visit took place, on which day and in which
 * city a meeting was held, for whom a signatory signed. Adds only what the article leaves no second
 * choice for.
 */
final class ContextReader {
  private static final Set<Predicate> TOGETHER =
      EnumSet.of(Predicate.VISITS, Predicate.MEETS_WITH, Predicate.ATTENDS, Predicate.HOSTED_IN);

  /** The rules of {@code agreements.ttl} for what is told of an agreement beside the main verb. */
  private static final Pattern ASIDE = Pattern.compile("sign-(participle|relative|contact).*");

  private static final Set<String> LOCATIVES = WordLists.load().require("locative");

  private final Analysis analysis;
  private final Discourse discourse;
  private final References references;
  private final Cast cast;
  private final List<Found> all = new ArrayList<>();

  ContextReader(Analysis analysis, Discourse discourse, References references, Cast cast) {
    this.analysis = analysis;
    this.discourse = discourse;
    this.references = references;
    this.cast = cast;
  }

  /** The facts of all sentences, completed. */
  List<Found> complete(List<Found> found) {
    List<Found> body = found.stream().filter(fact -> !inHeadline(fact)).toList();
    all.addAll(body);
    found.stream()
        .filter(this::inHeadline)
        .map(fact -> fact.nominal() ? fact.with(headlineStatus(fact, body)) : fact)
        .forEach(all::add);
    addNamedParties();
    addNamedCities();
    addHeadlineMeetings(body);
    for (Analysis.Read read : analysis.sentences()) {
      addDay(read);
      addCity(read);
    }
    addCityByVisit();
    addSigningStates();
    note();
    return List.copyOf(all);
  }

  private boolean inHeadline(Found fact) {
    return zone(fact.sentence()) == Zone.Kind.TITLE;
  }

  private Zone.Kind zone(int sentence) {
    return analysis.sentences().get(sentence).sentence().zone().kind();
  }

  /** "The Minister's Visit to Oslo": the text below says whether it took place. */
  private static Status headlineStatus(Found headline, List<Found> body) {
    if (!headline.isAsserted()) {
      return headline.status();
    }
    List<Found> told =
        body.stream()
            .filter(fact -> TOGETHER.contains(fact.predicate()))
            .filter(
                fact ->
                    fact.subject().equals(headline.subject())
                        || fact.objectKey().equals(headline.subject()))
            .toList();
    if (told.stream().anyMatch(Found::isAsserted)) {
      return Status.ASSERTED;
    }
    boolean planned = told.stream().anyMatch(fact -> fact.status() == Status.PLANNED);
    return planned ? Status.PLANNED : Status.POSSIBLE;
  }

  /** "the Berg-Wolff meeting", "the Chile-Peru dialogue": the name tells who takes part. */
  private void addNamedParties() {
    for (Analysis.Read read : analysis.sentences()) {
      for (Mention mention : read.mentions()) {
        if (mention instanceof Mention.Meeting meeting) {
          addNamedParties(read, meeting);
        }
      }
    }
  }

  /** "The Riga summit": the name tells where, if the article tells that it was held. */
  private void addNamedCities() {
    for (Analysis.Read read : analysis.sentences()) {
      for (Mention mention : read.mentions()) {
        if (mention instanceof Mention.Meeting meeting && meeting.as().city().isPresent()) {
          for (String key : discourse.referents(read, meeting, Discourse.Role.PARTY)) {
            if (isTold(key) && !isPlaced(key)) {
              add(
                  "meeting-name",
                  0.82,
                  key,
                  Predicate.HOSTED_IN,
                  new Argument.Thing(discourse.city(meeting.as().city().get())),
                  Status.ASSERTED,
                  read,
                  read.sentence().span(meeting.from(), meeting.to()));
            }
          }
        }
      }
    }
  }

  private boolean isTold(String meeting) {
    return all.stream()
        .filter(Found::isAsserted)
        .anyMatch(fact -> fact.subject().equals(meeting) || fact.objectKey().equals(meeting));
  }

  private boolean isPlaced(String meeting) {
    return all.stream()
        .anyMatch(
            fact -> fact.predicate() == Predicate.HOSTED_IN && fact.subject().equals(meeting));
  }

  private void addNamedParties(Analysis.Read read, Mention.Meeting meeting) {
    List<String> keys = discourse.referents(read, meeting, Discourse.Role.PARTY);
    if (keys.isEmpty()) {
      return;
    }
    String key = keys.get(0);
    Optional<Found> known =
        all.stream()
            .filter(Found::isAsserted)
            .filter(fact -> fact.subject().equals(key) || fact.objectKey().equals(key))
            .findFirst();
    Set<String> parties = new LinkedHashSet<>();
    if (known.isPresent() && meeting.as().named() && meeting.as().countries().size() > 1) {
      meeting.as().countries().forEach(code -> parties.add(references.country(code)));
    }
    Set<String> people = new LinkedHashSet<>();
    for (Person person : cast.people()) {
      List<String> words = Person.words(person.bestName());
      String name = words.isEmpty() ? "" : words.get(words.size() - 1);
      List<String> core = List.of(meeting.as().core().toLowerCase(Locale.ROOT).split("[ -]", -1));
      if (core.contains(name) || words.size() > 2 && core.contains(words.get(words.size() - 2))) {
        people.add(person.key);
      }
    }
    if (people.size() == 2 && meeting.as().core().contains("-")) {
      parties.addAll(people);
    }
    for (String party : parties) {
      add(
          "meeting-name",
          0.85,
          party,
          Predicate.ATTENDS,
          new Argument.Thing(key),
          Status.ASSERTED,
          read,
          read.sentence().span(meeting.from(), meeting.to()));
    }
  }

  /**
   * A headline's meeting is the encounter that the text tells: its day and city are the
   * encounter's.
   */
  private void addHeadlineMeetings(List<Found> body) {
    for (Analysis.Read headline : analysis.sentences()) {
      if (headline.sentence().zone().kind() != Zone.Kind.TITLE) {
        continue;
      }
      for (Mention mention : headline.mentions()) {
        if (!(mention instanceof Mention.Meeting meeting) || meeting.call()) {
          continue;
        }
        for (String key : discourse.referents(headline, meeting, Discourse.Role.PARTY)) {
          List<String> people = people(headline);
          for (Found encounter : body) {
            boolean same =
                encounter.predicate() == Predicate.MEETS_WITH
                    && people.contains(encounter.subject())
                    && people.contains(encounter.objectKey());
            boolean oneSided =
                encounter.predicate() == Predicate.MEETS_WITH
                    && people.size() == 1
                    && (people.contains(encounter.subject())
                        || people.contains(encounter.objectKey()));
            if (same || oneSided) {
              take(key, encounter);
            }
          }
        }
      }
    }
  }

  private List<String> people(Analysis.Read read) {
    List<String> people = new ArrayList<>();
    for (Mention mention : read.mentions()) {
      if (mention instanceof Mention.Person person) {
        people.add(cast.of(person).key);
      }
    }
    return people;
  }

  private void take(String meeting, Found encounter) {
    Analysis.Read read = analysis.sentences().get(encounter.sentence());
    for (String person : List.of(encounter.subject(), encounter.objectKey())) {
      add(
          "headline-meeting",
          0.88,
          person,
          Predicate.ATTENDS,
          new Argument.Thing(meeting),
          encounter.status(),
          read,
          encounter.evidence());
    }
    day(read, encounter.status() == Status.PLANNED)
        .ifPresent(
            day ->
                add(
                    "headline-meeting",
                    0.88,
                    meeting,
                    Predicate.HELD_ON,
                    new Argument.Day(day),
                    encounter.status(),
                    read,
                    read.sentence().span()));
    city(read)
        .ifPresent(
            city ->
                add(
                    "headline-meeting",
                    0.85,
                    meeting,
                    Predicate.HOSTED_IN,
                    new Argument.Thing(city),
                    encounter.status(),
                    read,
                    read.sentence().span()));
  }

  /** The only day of a sentence is the day of the only meeting or signing that it tells of. */
  private void addDay(Analysis.Read read) {
    Map<String, Found> meetings = told(read, Predicate.ATTENDS, Predicate.HOSTED_IN, true);
    Map<String, Found> signings = told(read, Predicate.SIGNS, Predicate.SIGNED_IN, false);
    if (meetings.size() == 1) {
      addDay(read, meetings.entrySet().iterator().next(), Predicate.HELD_ON);
    }
    if (signings.size() == 1 && !isAside(signings.values().iterator().next())) {
      addDay(read, signings.entrySet().iterator().next(), Predicate.SIGNED_ON);
    }
  }

  /** "freed on Monday under a deal signed by …": the day is that of something else. */
  private static boolean isAside(Found signing) {
    return ASIDE.matcher(signing.rule()).matches();
  }

  private void addDay(Analysis.Read read, Map.Entry<String, Found> thing, Predicate predicate) {
    Status status = thing.getValue().status();
    boolean known =
        all.stream()
            .anyMatch(
                fact ->
                    fact.predicate() == predicate
                        && fact.subject().equals(thing.getKey())
                        && fact.status() == status);
    if (!known) {
      dayAt(read, thing.getValue().evidence(), status == Status.PLANNED)
          .ifPresent(
              day ->
                  add(
                      "day-of-sentence",
                      0.8,
                      thing.getKey(),
                      predicate,
                      new Argument.Day(day),
                      status,
                      read,
                      read.sentence().span()));
    }
  }

  /**
   * The only city that a sentence places things in is the city of the only meeting or signing that
   * it tells of.
   */
  private void addCity(Analysis.Read read) {
    Map<String, Found> meetings = told(read, Predicate.ATTENDS, Predicate.HELD_ON, true);
    Map<String, Found> signings = told(read, Predicate.SIGNS, Predicate.SIGNED_ON, false);
    if (meetings.size() == 1) {
      addCity(read, meetings.entrySet().iterator().next(), Predicate.HOSTED_IN);
    }
    if (signings.size() == 1) {
      addCity(read, signings.entrySet().iterator().next(), Predicate.SIGNED_IN);
    }
  }

  private void addCity(Analysis.Read read, Map.Entry<String, Found> thing, Predicate predicate) {
    boolean known =
        all.stream()
            .anyMatch(
                fact -> fact.predicate() == predicate && fact.subject().equals(thing.getKey()));
    if (!known) {
      cityAt(read, thing.getValue().evidence())
          .ifPresent(
              city ->
                  add(
                      "city-of-sentence",
                      0.8,
                      thing.getKey(),
                      predicate,
                      new Argument.Thing(city),
                      thing.getValue().status(),
                      read,
                      read.sentence().span()));
    }
  }

  /** Meetings, or agreements, that a sentence tells something of, with what it tells first. */
  private Map<String, Found> told(
      Analysis.Read read, Predicate one, Predicate other, boolean meetings) {
    Map<String, Found> told = new LinkedHashMap<>();
    for (Found fact : all) {
      boolean here = fact.sentence() == read.sentence().index() && !inHeadline(fact);
      if (!here || !fact.isAsserted() || fact.predicate() != one && fact.predicate() != other) {
        continue;
      }
      String key =
          fact.objectKey().startsWith(meetings ? "meeting/" : "agreement/")
              ? fact.objectKey()
              : fact.subject();
      if (!isCall(key)) {
        told.putIfAbsent(key, fact);
      }
    }
    return told;
  }

  private boolean isCall(String key) {
    References.Told thing = references.told().get(key);
    return thing != null && thing.call;
  }

  private static Optional<LocalDate> day(Analysis.Read read, boolean ahead) {
    List<Mention.Time> days = new ArrayList<>();
    for (Mention mention : read.mentions()) {
      if (mention instanceof Mention.Time time
          && (time.day().precision() == DayMention.Precision.DAY
              || time.day().precision() == DayMention.Precision.RANGE)) {
        days.add(time);
      }
    }
    return days.size() == 1 ? Optional.of(day(days.get(0).day(), ahead)) : Optional.empty();
  }

  private static LocalDate day(DayMention day, boolean ahead) {
    return ahead ? day.ahead().map(DayMention.Period::first).orElse(day.first()) : day.first();
  }

  /** The only day of a sentence, if it stands in the clause of some words. */
  private static Optional<LocalDate> dayAt(Analysis.Read read, Span words, boolean ahead) {
    boolean near =
        read.mentions().stream()
            .filter(Mention.Time.class::isInstance)
            .allMatch(mention -> inOneClause(read.sentence(), mention, words));
    return near ? day(read, ahead) : Optional.empty();
  }

  /** The only city of a sentence that stands behind "in" or "at". */
  private Optional<String> city(Analysis.Read read) {
    Set<String> cities = new LinkedHashSet<>();
    for (Mention.City city : located(read)) {
      cities.addAll(discourse.referents(read, city, Discourse.Role.PLACE));
    }
    return cities.size() == 1 ? cities.stream().findFirst() : Optional.empty();
  }

  private Optional<String> cityAt(Analysis.Read read, Span words) {
    boolean near =
        located(read).stream().allMatch(city -> inOneClause(read.sentence(), city, words));
    return near ? city(read) : Optional.empty();
  }

  private static List<Mention.City> located(Analysis.Read read) {
    Sentence sentence = read.sentence();
    List<Mention.City> cities = new ArrayList<>();
    for (Mention mention : read.mentions()) {
      if (mention instanceof Mention.City city
          && city.from() > 0
          && LOCATIVES.contains(sentence.token(city.from() - 1).word().toLowerCase(Locale.ROOT))) {
        cities.add(city);
      }
    }
    return cities;
  }

  /** Whether no other verb stands between a mention and what some words tell. */
  private static boolean inOneClause(Sentence sentence, Mention mention, Span words) {
    for (Token token : sentence.tokens()) {
      boolean between =
          token.index() >= mention.to() && token.span().end() <= words.start()
              || token.index() < mention.from() && token.span().start() >= words.end();
      if (between && token.tag().matches("VB[DZP]|MD|WDT|WP|WRB")) {
        return false;
      }
    }
    return true;
  }

  /** The only meeting without a city is where the one who attends it went, if that was one city. */
  private void addCityByVisit() {
    Set<String> placed = new LinkedHashSet<>();
    Map<String, Found> homeless = new LinkedHashMap<>();
    for (Found fact : all) {
      if (fact.predicate() == Predicate.HOSTED_IN) {
        placed.add(fact.subject());
      }
    }
    for (Found fact : all) {
      boolean live =
          fact.predicate() == Predicate.ATTENDS && fact.isAsserted() && !isCall(fact.objectKey());
      if (live && !placed.contains(fact.objectKey())) {
        homeless.putIfAbsent(fact.objectKey(), fact);
      }
    }
    if (homeless.size() != 1 || !placed.isEmpty()) {
      return;
    }
    Found attends = homeless.values().iterator().next();
    List<Found> visits =
        all.stream()
            .filter(fact -> fact.predicate() == Predicate.VISITS && fact.isAsserted())
            .filter(fact -> fact.subject().equals(attends.subject()))
            .filter(fact -> fact.objectKey().startsWith("city/"))
            .toList();
    long cities = visits.stream().map(Found::objectKey).distinct().count();
    boolean near = cities == 1 && Math.abs(visits.get(0).sentence() - attends.sentence()) <= 3;
    if (near) {
      Found visit = visits.get(0);
      Analysis.Read read = analysis.sentences().get(visit.sentence());
      add(
          "city-of-visit",
          0.75,
          attends.objectKey(),
          Predicate.HOSTED_IN,
          visit.object(),
          Status.ASSERTED,
          read,
          visit.evidence());
    }
  }

  /** Officials of two countries who sign sign for them. */
  private void addSigningStates() {
    Map<String, Map<String, Found>> states = new LinkedHashMap<>();
    for (Found fact : List.copyOf(all)) {
      if (fact.predicate() != Predicate.SIGNS || !fact.isAsserted()) {
        continue;
      }
      Map<String, Found> signers =
          states.computeIfAbsent(fact.objectKey(), key -> new LinkedHashMap<>());
      if (fact.subject().startsWith("country/")) {
        signers.putIfAbsent(fact.subject(), fact);
      } else {
        represented(fact.subject()).ifPresent(country -> signers.putIfAbsent(country, fact));
      }
    }
    states.forEach(
        (agreement, signers) -> {
          if (signers.size() > 1) {
            signers.forEach(
                (country, fact) -> {
                  if (!fact.subject().equals(country)) {
                    add(
                        "sign-for-country",
                        0.85,
                        country,
                        Predicate.SIGNS,
                        fact.object(),
                        Status.ASSERTED,
                        analysis.sentences().get(fact.sentence()),
                        fact.evidence());
                  }
                });
          }
        });
  }

  private Optional<String> represented(String person) {
    return Optional.ofNullable(cast.byKey().get(person)).stream()
        .flatMap(official -> official.seats.stream())
        .filter(seat -> seat.servesCountry)
        .flatMap(seat -> seat.owner.stream())
        .flatMap(owner -> Seat.country(owner).stream())
        .map(references::country)
        .findFirst();
  }

  private void add(
      String rule,
      double confidence,
      String subject,
      Predicate predicate,
      Argument object,
      Status status,
      Analysis.Read read,
      Span evidence) {
    all.add(
        new Found(
            rule,
            confidence,
            subject,
            predicate,
            object,
            status,
            false,
            read.sentence().index(),
            evidence));
  }

  /** Hands on what identifies meetings and agreements across articles. */
  private void note() {
    for (Found fact : all) {
      if (!fact.isAsserted()) {
        continue;
      }
      References.Told subject = references.told().get(fact.subject());
      References.Told object = references.told().get(fact.objectKey());
      switch (fact.predicate()) {
        case HELD_ON, SIGNED_ON -> {
          if (subject != null
              && subject.day.isEmpty()
              && fact.object() instanceof Argument.Day day) {
            subject.day = Optional.of(day.date());
          }
        }
        case HOSTED_IN -> {
          if (subject != null && subject.city.isEmpty()) {
            subject.city = Optional.of(fact.objectKey());
          }
        }
        case SIGNS, ATTENDS -> {
          if (object != null) {
            object.parties.add(fact.subject());
          }
        }
        default -> {
          // tells nothing that identifies a meeting or agreement
        }
      }
    }
  }
}
