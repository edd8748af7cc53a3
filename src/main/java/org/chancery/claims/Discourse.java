package org.chancery.claims;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Mention;
import org.chancery.analysis.OfficePhrase;
import org.chancery.article.Zone;
import org.chancery.ontology.WordLists;
import org.chancery.reference.Cities;
import org.chancery.reference.Countries;

/**
 * Tells which referents a mention stands for: names directly, pronouns, posts, groups and definite
 * descriptions by what was told before. An unsure mention stands for nothing.
 */
final class Discourse {
  private static final Set<String> OTHER_PAPERS = WordLists.load().require("other-paper");

  private static final Set<String> GENERIC_MEETINGS = WordLists.load().require("generic-meeting");

  private static final Set<String> EDITIONS = WordLists.load().require("edition");

  /** "14th", "2003". */
  private static final Pattern NUMBERED =
      Pattern.compile("\\d{1,3}(?:st|nd|rd|th)|(?:19|20)\\d\\d");

  private final Analysis analysis;
  private final Cast cast;
  private final References references;
  private final Antecedents people;
  private final Groups groups;
  private final Countries countries;
  private final Cities cities;
  private final IdentityHashMap<Mention, String> told = new IdentityHashMap<>();
  private final List<References.Told> meetings = new ArrayList<>();
  private final List<References.Told> agreements = new ArrayList<>();
  private final Homonyms homonyms;
  private final Turns turns;

  Discourse(
      Analysis analysis, Cast cast, References references, Countries countries, Cities cities) {
    this.analysis = analysis;
    this.cast = cast;
    this.references = references;
    this.countries = countries;
    this.cities = cities;
    this.homonyms = new Homonyms(analysis, countries, cities);
    this.turns = Turns.of(analysis);
    this.people = new Antecedents(analysis, cast, turns);
    this.groups = new Groups(analysis, cast, references, people);
    for (Analysis.Read read : analysis.sentences()) {
      for (Mention mention : read.mentions()) {
        if (mention instanceof Mention.Meeting meeting) {
          References.Told thing = tell(meeting.as(), true, meetings);
          thing.call |= meeting.call();
          if (read.sentence().zone().kind() == Zone.Kind.TITLE) {
            references.called(thing.key, analysis.article().title().orElse(meeting.as().label()));
          }
          told.put(mention, thing.key);
        } else if (mention instanceof Mention.Agreement agreement) {
          References.Told thing = tell(agreement.as(), false, agreements);
          thing.shared |= agreement.shared();
          told.put(mention, thing.key);
        }
      }
    }
    callByNoun(meetings);
    callByNoun(agreements);
  }

  /** The only meeting of an article may be called the meeting, whatever words describe it. */
  private void callByNoun(List<References.Told> things) {
    for (References.Told thing : things) {
      boolean only = things.stream().filter(other -> other.noun.equals(thing.noun)).count() == 1;
      if (only && thing.described) {
        references.called(thing.key, thing.noun);
      }
    }
  }

  /** The meeting or agreement of a description: one told before, or a new one. */
  private References.Told tell(
      Mention.Described as, boolean meeting, List<References.Told> before) {
    Optional<References.Told> known = same(as, meeting, before);
    References.Told thing =
        known.orElseGet(
            () ->
                references.told(
                    (meeting ? "meeting/" : "agreement/") + (before.size() + 1),
                    as.noun(),
                    meeting));
    if (known.isEmpty()) {
      thing.recalled =
          isEdition(as.core()) && before.stream().anyMatch(other -> other.noun.equals(as.noun()));
      before.add(thing);
      thing.plural = as.plural();
    }
    thing.described |= !as.named() || known.isPresent();
    references.called(thing.key, as.label());
    references.called(thing.key, as.core());
    if (as.named() && (!thing.named || as.core().length() > references.best(thing.key).length())) {
      references.bestCalled(thing.key, as.core());
      thing.named = true;
    } else if (known.isEmpty()) {
      references.bestCalled(thing.key, as.label());
    }
    as.countries().forEach(code -> thing.countries.add(references.country(code)));
    return thing;
  }

  /** "the third summit", "last year's talks": one of a series, told apart from the others. */
  private static boolean isEdition(String core) {
    return Seat.contentWords(core).stream()
        .anyMatch(word -> EDITIONS.contains(word) || NUMBERED.matcher(word).matches());
  }

  private Optional<References.Told> same(
      Mention.Described as, boolean meeting, List<References.Told> told) {
    // "the summit" is the one that the article is about, not an earlier one recalled
    boolean bare = !as.named() && Seat.contentWords(as.core()).size() <= 1;
    List<References.Told> before = told.stream().filter(other -> !bare || !other.recalled).toList();
    for (int i = before.size() - 1; i >= 0; i--) {
      References.Told other = before.get(i);
      Set<String> mine = Seat.contentWords(as.core());
      Set<String> others = Seat.contentWords(references.best(other.key));
      if (as.named()
          && other.named
          && (mine.equals(others)
              || mine.size() > 1 && others.containsAll(mine)
              || others.size() > 1 && mine.containsAll(others))) {
        return Optional.of(other);
      }
      boolean takesUp =
          as.isDefinite() && !as.plural() || as.isDefinite() && as.noun().equals("talk");
      boolean sameNoun = other.noun.equals(as.noun());
      if (takesUp && !as.named() && sameNoun && (mine.size() <= 1 || others.containsAll(mine))) {
        return Optional.of(other);
      }
      if (takesUp && as.named() && sameNoun && others.containsAll(mine)) {
        return Optional.of(other);
      }
    }
    boolean generic = meeting && GENERIC_MEETINGS.contains(as.noun());
    // "the meeting between A and B" tells itself which one it is
    boolean complemented = as.label().length() > as.core().length();
    if (generic
        && !complemented
        && as.isDefinite()
        && (!as.plural() || as.noun().equals("talk"))
        && !as.named()
        && Seat.contentWords(as.core()).size() <= 1
        && !before.isEmpty()) {
      return Optional.of(before.get(before.size() - 1));
    }
    return Optional.empty();
  }

  /**
   * The keys of what a mention stands for; empty if that is unsure.
   *
   * @param read the sentence of the mention
   * @param role what the mention does there
   */
  List<String> referents(Analysis.Read read, Mention mention, Role role) {
    if (mention instanceof Mention.Person person) {
      Person who = cast.of(person);
      // one word without a post may be anything: "Matt, as you know …"
      boolean known = role != Role.PARTY || !who.seats.isEmpty() || who.bestName().contains(" ");
      return known && !who.unsure ? List.of(who.key) : List.of();
    }
    if (mention instanceof Mention.Post post) {
      return post.office().plural()
          ? role == Role.PARTY ? served(read, post) : List.of()
          : people
              .holder(read, post)
              .or(() -> people.described(read, post.from(), post.to()))
              .map(List::of)
              .orElse(List.of());
    }
    if (mention instanceof Mention.Country country) {
      String key = references.country(country.code());
      return List.of(country.byNationality() ? key : called(read, mention, key));
    }
    if (mention instanceof Mention.City city) {
      return role == Role.PARTY
          ? government(city).map(List::of).orElse(List.of())
          : List.of(called(read, mention, references.city(homonyms.located(city))));
    }
    if (mention instanceof Mention.Organization organization) {
      return List.of(
          references.organization(
              organization.name(), organization.acronym(), organization.country()));
    }
    if (mention instanceof Mention.Place place) {
      return List.of(references.place(place.name()));
    }
    if (mention instanceof Mention.Agreement agreement && role == Role.PARTY) {
      return namedParties(agreement);
    }
    if (mention instanceof Mention.Meeting || mention instanceof Mention.Agreement) {
      return Optional.ofNullable(told.get(mention)).map(List::of).orElse(List.of());
    }
    if (mention instanceof Mention.Pronoun pronoun) {
      return pronoun(read, pronoun, role);
    }
    if (mention instanceof Mention.Group group) {
      return groups.members(read, group, role);
    }
    return List.of();
  }

  /** The key of a city that names something else. */
  String city(Mention.City city) {
    return references.city(homonyms.located(city));
  }

  /** Whether a paragraph of a transcript is what a reporter asks. */
  boolean isQuestion(Zone zone) {
    return turns.isQuestion(zone);
  }

  /** Whether the article is a transcript that gives words of a person's: "MINISTER NAME: …". */
  boolean speaks(String person) {
    return turns.isTranscript()
        && analysis.sentences().stream()
            .anyMatch(
                read ->
                    read.mentions().stream()
                        .limit(1)
                        .filter(mention -> mention instanceof Mention.Person && mention.from() == 0)
                        .filter(mention -> mention.to() < read.sentence().size())
                        .filter(mention -> read.sentence().token(mention.to()).word().equals(":"))
                        .anyMatch(mention -> cast.of((Mention.Person) mention).key.equals(person)));
  }

  /** The city that has its country's name, as Singapore. */
  Optional<String> cityState(Mention.Country mention) {
    return countries
        .byCode(mention.code())
        .filter(country -> country.capital().filter(country.name()::equals).isPresent())
        .flatMap(
            country ->
                cities.called(country.name()).stream()
                    .filter(city -> city.country().equals(mention.code()))
                    .findFirst())
        .map(
            city ->
                city(
                    new Mention.City(
                        mention.from(),
                        mention.to(),
                        mention.head(),
                        city.name(),
                        List.of(city.country()),
                        city.geonames())));
  }

  /** "the diplomat": whom a description that is no post takes up. */
  Optional<String> described(Analysis.Read read, int from, int to) {
    return people.described(read, from, to);
  }

  /** "the foreign ministers of Mali and Niger": the countries that they act for. */
  private List<String> served(Analysis.Read read, Mention.Post posts) {
    return read.nations().stream()
        .filter(nation -> !nation.place())
        .filter(nation -> nation.at() >= posts.from() && nation.at() < posts.to())
        .map(nation -> references.country(nation.code()))
        .distinct()
        .toList();
  }

  /** "the Ghana-Togo customs treaty": the countries that a name joins are its parties. */
  private List<String> namedParties(Mention.Agreement agreement) {
    List<String> codes = agreement.as().countries().stream().distinct().toList();
    boolean joined = agreement.as().core().matches(".*\\p{L}\\.?\\s?[-–—]\\s?\\p{L}.*");
    return joined && codes.size() > 1
        ? codes.stream().map(references::country).toList()
        : List.of();
  }

  /** The country for which the holder of a post acts, though nobody is named. */
  Optional<String> actingFor(Mention.Post post) {
    boolean holds =
        post.office().holding() == OfficePhrase.Holding.CURRENT
            || post.office().holding() == OfficePhrase.Holding.ACTING;
    return post.office()
        .owner()
        .filter(owner -> holds && post.office().servesCountry())
        .flatMap(Seat::country)
        .map(references::country);
  }

  /**
   * The agreement that "it" takes up, or that is not said again: the only one told so far in the
   * sentence, or else in the one before, if no other paper is spoken of.
   *
   * @param before position in the sentence
   */
  Optional<String> takenUp(Analysis.Read read, int before) {
    int index = read.sentence().index();
    Set<String> here = agreements(read, before);
    Set<String> keys = here;
    if (here.isEmpty() && index > 0) {
      Analysis.Read earlier = analysis.sentences().get(index - 1);
      keys = agreements(earlier, earlier.sentence().size());
      if (speaksOfPapers(earlier, earlier.sentence().size())) {
        return Optional.empty();
      }
    }
    return keys.size() == 1 && !speaksOfPapers(read, before)
        ? keys.stream().findFirst()
        : Optional.empty();
  }

  private Set<String> agreements(Analysis.Read read, int before) {
    Set<String> keys = new LinkedHashSet<>();
    for (Mention mention : read.mentions()) {
      if (mention instanceof Mention.Agreement && mention.to() <= before) {
        Optional.ofNullable(told.get(mention)).ifPresent(keys::add);
      }
    }
    return keys;
  }

  private static boolean speaksOfPapers(Analysis.Read read, int before) {
    return read.sentence().tokens().stream()
        .limit(before)
        .anyMatch(token -> OTHER_PAPERS.contains(token.lemma().toLowerCase(Locale.ROOT)));
  }

  Analysis.Read sentence(int index) {
    return analysis.sentences().get(index);
  }

  /** Whether a place lies in another country than the one that an official is known to serve. */
  boolean isAbroad(String official, Mention place) {
    Optional<String> country =
        place instanceof Mention.Country named
            ? Optional.of(named.code())
            : place instanceof Mention.City city
                ? homonyms.located(city).countries().stream().findFirst()
                : Optional.empty();
    Optional<String> served =
        Optional.ofNullable(cast.byKey().get(official)).stream()
            .flatMap(person -> person.seats.stream())
            .flatMap(seat -> seat.owner.stream())
            .flatMap(owner -> Seat.country(owner).stream())
            .findFirst();
    boolean serves =
        Optional.ofNullable(cast.byKey().get(official)).stream()
            .flatMap(person -> person.seats.stream())
            .anyMatch(seat -> seat.owner.isPresent());
    return country.isPresent() && serves && !country.equals(served);
  }

  /** Whether a place name is asked for as a place, or as a party that acts. */
  enum Role {
    PARTY,
    PLACE,
    PERSON
  }

  /** Adds the words of the mention to the names of what it stands for. */
  private String called(Analysis.Read read, Mention mention, String key) {
    references.called(
        key, read.sentence().words(analysis.article().text(), mention.from(), mention.to()));
    return key;
  }

  /** A capital that acts is its country's government. */
  private Optional<String> government(Mention.City city) {
    for (String code : city.countries()) {
      boolean capital =
          countries
              .byCode(code)
              .filter(
                  country ->
                      country.capital().filter(name -> name.equals(city.name())).isPresent()
                          || country.capitalAliases().contains(city.name()))
              .isPresent();
      if (capital) {
        return Optional.of(references.country(code));
      }
    }
    return Optional.empty();
  }

  private List<String> pronoun(Analysis.Read read, Mention.Pronoun pronoun, Role role) {
    String word = pronoun.word().toLowerCase(Locale.ROOT);
    if (word.equals("they") || word.equals("them") || word.equals("their")) {
      return turns.isTranscript() ? List.of() : groups.they(read, role);
    }
    return people.ofPronoun(read, pronoun).map(List::of).orElse(List.of());
  }
}
