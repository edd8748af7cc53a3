package org.chancery.claims;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Mention;
import org.chancery.analysis.OfficePhrase;
import org.chancery.ontology.ContextRule;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.chancery.ontology.Table;
import org.chancery.reference.Cities;
import org.chancery.reference.Countries;
import org.chancery.reference.Country;

/**
 * Turns the posts of an article's people into claims, and finds whom a post serves where its words
 * do not say so.
 */
final class OfficeReader {
  /** After so long hardly anybody still holds the post. */
  private static final int LONG_AGO_YEARS = 10;

  private static final Set<String> OPENERS = Set.of("in", "on");

  private final Countries countries;
  private final Cities cities;
  private final Set<String> articles =
      Table.load("ontology/lexicons/articles.tsv").rows().stream()
          .map(row -> row.get("code"))
          .collect(Collectors.toUnmodifiableSet());
  private final NationalTitles titles;
  private final ContextRule rule;

  OfficeReader(NationalTitles titles, Countries countries, Cities cities, ContextRule rule) {
    this.titles = titles;
    this.countries = countries;
    this.cities = cities;
    this.rule = rule;
  }

  /** Adds the claims, and returns the officials and offices by key. */
  Map<String, Referent> read(Analysis analysis, Cast cast, References references, Ledger ledger) {
    Vantage vantage = Vantage.of(analysis, cast, titles, dateline(analysis));
    Map<String, Referent> referents = new TreeMap<>();
    Set<Person> bygone = bygone(analysis, cast);
    for (Person person : cast.people()) {
      if (bygone.contains(person)) {
        person.seats.stream()
            .filter(seat -> seat.holding == OfficePhrase.Holding.CURRENT)
            .forEach(seat -> seat.holding = OfficePhrase.Holding.FORMER);
      }
      infer(person, vantage);
      for (Seat seat : person.seats) {
        claim(person, seat, references, referents, ledger);
      }
    }
    return referents;
  }

  /** Who is told of only where it is long ago: "In 1998, President Name signed the treaty." */
  private static Set<Person> bygone(Analysis analysis, Cast cast) {
    Set<Person> then = new HashSet<>();
    Set<Person> now = new HashSet<>();
    for (Analysis.Read read : analysis.sentences()) {
      Set<Person> told = opensLongAgo(read, analysis.article().publishedOn()) ? then : now;
      for (Mention mention : read.mentions()) {
        if (mention instanceof Mention.Person person) {
          told.add(cast.of(person));
        }
      }
    }
    then.removeAll(now);
    return then;
  }

  private static boolean opensLongAgo(Analysis.Read read, Optional<LocalDate> published) {
    return published.isPresent()
        && read.mentions().stream()
            .limit(1)
            .anyMatch(
                mention ->
                    mention instanceof Mention.Time time
                        && time.from() == 1
                        && OPENERS.contains(
                            read.sentence().token(0).word().toLowerCase(Locale.ROOT))
                        && time.day().last().isBefore(published.get().minusYears(LONG_AGO_YEARS)));
  }

  /** The country of the dateline's city. */
  private Optional<String> dateline(Analysis analysis) {
    return new Homonyms(analysis, countries, cities)
        .country()
        .or(
            () ->
                analysis
                    .article()
                    .datelinePlace()
                    .map(place -> place.split(",", -1)[0].strip())
                    .flatMap(countries::called)
                    .flatMap(Countries.Match::only)
                    .map(Country::code));
  }

  /** All seats of a person without an owner share the one that is known, else the article tells. */
  private static void infer(Person person, Vantage vantage) {
    retire(person);
    Optional<OfficePhrase.Owner> known = known(person, true).or(() -> known(person, false));
    for (Seat seat : person.seats) {
      if (seat.owner.isEmpty()) {
        seat.owner = known.isPresent() ? known : vantage.owner(person, seat);
      }
    }
  }

  /** "President Name" of whom the article says that he is a former president. */
  private static void retire(Person person) {
    for (Seat former : List.copyOf(person.seats)) {
      if (former.holding == OfficePhrase.Holding.FORMER) {
        person.seats.stream()
            .filter(seat -> seat.holding == OfficePhrase.Holding.CURRENT)
            .filter(seat -> Seat.contentWords(seat.title).equals(Seat.contentWords(former.title)))
            .filter(seat -> seat.owner.isEmpty() || seat.owner.equals(former.owner))
            .forEach(seat -> seat.holding = OfficePhrase.Holding.FORMER);
      }
    }
  }

  /** The owner that the words name for a post of a country, else for any other. */
  private static Optional<OfficePhrase.Owner> known(Person person, boolean servesCountry) {
    return person.seats.stream()
        .filter(
            seat ->
                seat.servesCountry == servesCountry
                    && seat.owner.isPresent()
                    && seat.holding != OfficePhrase.Holding.FORMER)
        .flatMap(seat -> seat.owner.stream())
        .filter(owner -> servesCountry || owner instanceof OfficePhrase.Owner.OfCountry)
        .findFirst();
  }

  private void claim(
      Person person,
      Seat seat,
      References references,
      Map<String, Referent> referents,
      Ledger ledger) {
    Status status =
        switch (seat.holding) {
          case CURRENT, ACTING -> Status.ASSERTED;
          case FORMER -> Status.FORMER;
          case ELECT -> Status.PLANNED;
        };
    boolean acting = seat.holding == OfficePhrase.Holding.ACTING;
    Optional<String> owner = seat.owner.map(references::owner);
    String key =
        "office/" + owner.orElse("") + "/" + String.join("-", Seat.contentWords(seat.title));
    Set<String> names = new LinkedHashSet<>(seat.surfaces);
    names.add(seat.title);
    if (acting) {
      names.add("Acting " + seat.title);
    }
    String best =
        seat.owner
            .flatMap(Seat::country)
            .flatMap(countries::byCode)
            .filter(country -> !seat.title.contains(country.name()))
            .map(
                country ->
                    seat.title
                        + " of "
                        + (articles.contains(country.code()) ? "the " : "")
                        + country.name())
            .orElse(seat.title);
    Referent.Office office = new Referent.Office(key, Names.of(best, names), seat.title, owner);
    referents.merge(key, office, OfficeReader::both);
    add(ledger, person.key, Predicate.HOLDS_OFFICE, key, status, acting, seat);
    owner.ifPresent(
        served -> {
          add(ledger, person.key, Predicate.REPRESENTS, served, status, false, seat);
          add(ledger, key, Predicate.OFFICE_OF, served, Status.ASSERTED, false, seat);
        });
  }

  private static Referent both(Referent one, Referent other) {
    Referent.Office first = (Referent.Office) one;
    Referent.Office second = (Referent.Office) other;
    Set<String> names = new LinkedHashSet<>(first.names().others());
    names.addAll(second.names().others());
    names.add(second.names().best());
    return new Referent.Office(
        first.key(), Names.of(first.names().best(), names), first.title(), first.serves());
  }

  private void add(
      Ledger ledger,
      String subject,
      Predicate predicate,
      String object,
      Status status,
      boolean acting,
      Seat seat) {
    ledger.add(
        new Claim(
            subject,
            predicate,
            new Argument.Thing(object),
            status,
            acting,
            rule.name(),
            rule.confidence(),
            seat.evidence));
  }
}
