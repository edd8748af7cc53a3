package org.chancery.claims;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Mention;
import org.chancery.analysis.OfficePhrase;
import org.chancery.article.Span;
import org.chancery.ontology.WordLists;

/** The people of one article: which names are one person, and which posts each of them holds. */
final class Cast {
  private static final Set<String> COUNTERPARTS = WordLists.load().require("counterpart");
  private static final Set<String> HEADS_OF_STATE = WordLists.load().require("head-of-state");
  private static final Set<String> SENT = WordLists.load().require("no-head-of-state");
  private static final Set<String> FEMALE_POSTS = WordLists.load().require("female-post");
  private static final Set<String> MALE_POSTS = WordLists.load().require("male-post");

  private final List<Person> people = new ArrayList<>();
  private final IdentityHashMap<Mention.Person, Person> byMention = new IdentityHashMap<>();

  private final NationalTitles titles;

  private Cast(NationalTitles titles) {
    this.titles = titles;
  }

  static Cast of(Analysis analysis, NationalTitles titles) {
    Cast cast = new Cast(titles);
    // full names first, so that a surname in a headline finds its owner
    for (Analysis.Read read : analysis.sentences()) {
      for (Mention mention : read.mentions()) {
        if (mention instanceof Mention.Person person && Person.words(person.name()).size() > 1) {
          cast.add(person, read);
        }
      }
    }
    for (Analysis.Read read : analysis.sentences()) {
      for (Mention mention : read.mentions()) {
        if (mention instanceof Mention.Person person && !cast.byMention.containsKey(person)) {
          cast.add(person, read);
        }
      }
    }
    for (Analysis.Read read : analysis.sentences()) {
      for (Mention mention : read.mentions()) {
        if (mention instanceof Mention.Person person) {
          cast.seat(person, read);
        }
      }
    }
    return cast;
  }

  private void add(Mention.Person mention, Analysis.Read read) {
    Seat.Place place = new Seat.Place(read.sentence().index(), mention.from());
    List<Person> candidates = candidates(mention);
    Person found = find(mention, place, candidates).orElseGet(() -> newPerson(place));
    found.unsure |= found.names.isEmpty() && !candidates.isEmpty();
    found.names.add(mention.name());
    found.posts.addAll(posts(mention));
    found.countries.addAll(countries(mention));
    found.gender = found.gender.or(mention::gender);
    byMention.put(mention, found);
  }

  private Person newPerson(Seat.Place place) {
    Person person = new Person("official/" + (people.size() + 1), place);
    people.add(person);
    return person;
  }

  private List<Person> candidates(Mention.Person mention) {
    return people.stream()
        .filter(person -> !person.unsure && person.mayBe(mention.name()))
        .filter(person -> !isRuledOut(person, mention))
        .toList();
  }

  /** The one of them who is meant; empty if none is, or if it may be several. */
  private Optional<Person> find(Mention.Person mention, Seat.Place place, List<Person> candidates) {
    if (candidates.size() > 1) {
      // two people of one surname: the post decides, else whom the text has named so far, or so
      return only(candidates, person -> sharesPost(person, mention))
          .or(() -> only(candidates, person -> person.introduced.isBefore(place)))
          .or(() -> only(candidates, person -> person.names.contains(mention.name())));
    }
    if (!candidates.isEmpty()) {
      return Optional.of(candidates.get(0));
    }
    if (Person.words(mention.name()).size() == 1) {
      return people.stream()
          .filter(person -> person.startsWith(mention.name()))
          .filter(person -> posts(mention).isEmpty() || sharesPost(person, mention))
          .findFirst();
    }
    return Optional.empty();
  }

  private static Optional<Person> only(List<Person> people, Predicate<Person> test) {
    List<Person> left = people.stream().filter(test).toList();
    return left.size() == 1 ? Optional.of(left.get(0)) : Optional.empty();
  }

  /**
   * "Ambassador Name" is not the president of that surname, "Kenyan Minister Name" not the Ugandan
   * one, "Mrs. Name" not Mr. Name.
   */
  private static boolean isRuledOut(Person person, Mention.Person mention) {
    boolean surname =
        Person.words(mention.name()).size() == 1 || Person.words(person.bestName()).size() == 1;
    Set<String> countries = countries(mention);
    boolean abroad =
        !countries.isEmpty()
            && !person.countries.isEmpty()
            && Collections.disjoint(countries, person.countries);
    boolean otherGender =
        mention.gender().isPresent()
            && person.gender.isPresent()
            && !mention.gender().equals(person.gender);
    return surname && (abroad || otherGender || isOfOtherRank(person, mention));
  }

  /** ISO alpha-2 of the countries that the words beside a name give its posts. */
  private static Set<String> countries(Mention.Person mention) {
    return mention.offices().stream()
        .filter(office -> office.holding() != OfficePhrase.Holding.FORMER)
        .flatMap(office -> office.owner().stream())
        .filter(OfficePhrase.Owner.OfCountry.class::isInstance)
        .flatMap(owner -> Seat.country(owner).stream())
        .collect(Collectors.toSet());
  }

  private static boolean isOfOtherRank(Person person, Mention.Person mention) {
    Set<String> posts = posts(mention);
    return Person.words(mention.name()).size() == 1
        && !posts.isEmpty()
        && !person.posts.isEmpty()
        && !sharesPost(person, mention)
        && (isHead(posts) && person.posts.stream().anyMatch(SENT::contains)
            || isHead(person.posts) && posts.stream().anyMatch(SENT::contains));
  }

  private static boolean isHead(Set<String> posts) {
    return posts.stream().anyMatch(HEADS_OF_STATE::contains);
  }

  private static boolean sharesPost(Person person, Mention.Person mention) {
    return posts(mention).stream()
        .flatMap(post -> Seat.contentWords(post).stream())
        .anyMatch(
            word -> person.posts.stream().anyMatch(post -> Seat.contentWords(post).contains(word)));
  }

  /** The heads of the posts that a person is named with. */
  private static Set<String> posts(Mention.Person mention) {
    return mention.offices().stream()
        .map(OfficePhrase::head)
        .filter(head -> !COUNTERPARTS.contains(head))
        .collect(Collectors.toSet());
  }

  private void seat(Mention.Person mention, Analysis.Read read) {
    Person person = of(mention);
    if (person.unsure) {
      return;
    }
    for (OfficePhrase named : mention.offices()) {
      Optional<OfficePhrase> office = concrete(named, mention, read);
      person.elsewhere |= COUNTERPARTS.contains(named.head()) && named.owner().isEmpty();
      if (office.isEmpty() || isOfAnother(named, person, mention, read)) {
        continue;
      }
      OfficePhrase phrase = office.get();
      person.gender = person.gender.or(() -> genderOf(phrase.head()));
      Seat seat =
          person.seats.stream()
              .filter(other -> other.mayBe(phrase))
              .findFirst()
              .orElseGet(
                  () -> {
                    Seat created = new Seat(phrase, read.sentence().index());
                    person.seats.add(created);
                    return created;
                  });
      seat.add(phrase);
      seat.places.add(new Seat.Place(read.sentence().index(), phrase.from()));
      boolean holding =
          phrase.holding() == OfficePhrase.Holding.CURRENT
              || phrase.holding() == OfficePhrase.Holding.ACTING;
      seat.surfaces.add(holding ? phrase.surface() : phrase.title());
      Span evidence =
          read.sentence()
              .span(
                  Math.min(mention.from(), phrase.from()),
                  Math.max(mention.head() + 1, phrase.to()));
      seat.evidence.add(evidence);
    }
  }

  /**
   * "The President and Prime Minister Name": a post farther off, with its article, that someone
   * else of the article was named with before.
   */
  private boolean isOfAnother(
      OfficePhrase phrase, Person person, Mention.Person mention, Analysis.Read read) {
    boolean farther =
        phrase.definite()
            && phrase.possessor().isEmpty()
            && phrase.to() < mention.head()
            && mention.offices().indexOf(phrase) > 0;
    Set<String> words = Seat.contentWords(phrase.title());
    return farther
        && person.seats.stream().noneMatch(seat -> Seat.contentWords(seat.title).equals(words))
        && people.stream()
            .filter(other -> other != person)
            .flatMap(other -> other.seats.stream())
            .filter(seat -> seat.sentence < read.sentence().index())
            .anyMatch(
                seat -> seat.mayBe(phrase) && Seat.contentWords(seat.title).containsAll(words));
  }

  /** What the words for a post tell: a queen, a spokesman. */
  private static Optional<Mention.Gender> genderOf(String post) {
    if (FEMALE_POSTS.contains(post)) {
      return Optional.of(Mention.Gender.FEMALE);
    }
    return MALE_POSTS.contains(post) ? Optional.of(Mention.Gender.MALE) : Optional.empty();
  }

  /** "his Peruvian counterpart" names the post of the person told just before. */
  private Optional<OfficePhrase> concrete(
      OfficePhrase phrase, Mention.Person mention, Analysis.Read read) {
    if (!COUNTERPARTS.contains(phrase.head())) {
      return Optional.of(phrase);
    }
    Optional<Person> other = lastBefore(read, mention.from());
    return other
        .flatMap(person -> person.seats.stream().findFirst())
        .flatMap(
            seat -> titles.abroad(seat.mainTitle()).map(title -> counterpart(phrase, seat, title)));
  }

  private static OfficePhrase counterpart(OfficePhrase phrase, Seat seat, String title) {
    String head =
        title.equals(seat.mainTitle())
            ? seat.head
            : title.substring(title.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return new OfficePhrase(
        phrase.from(),
        phrase.to(),
        title,
        title,
        head,
        OfficePhrase.Holding.CURRENT,
        phrase.owner(),
        seat.servesCountry,
        true,
        false,
        true,
        Optional.empty());
  }

  private Optional<Person> lastBefore(Analysis.Read read, int position) {
    Optional<Person> last = Optional.empty();
    for (Mention mention : read.mentions()) {
      if (mention instanceof Mention.Person person && person.to() <= position) {
        last = Optional.of(of(person));
      }
    }
    return last;
  }

  Person of(Mention.Person mention) {
    Person person = byMention.get(mention);
    if (person == null) {
      throw new AssertionError("nobody for " + mention);
    }
    return person;
  }

  List<Person> people() {
    return List.copyOf(people);
  }

  /** The people by the posts they hold, in the order of first mention. */
  Map<String, Person> byKey() {
    Map<String, Person> map = new LinkedHashMap<>();
    people.forEach(person -> map.put(person.key, person));
    return map;
  }
}
