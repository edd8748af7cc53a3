package org.chancery.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.article.Zone;
import org.chancery.ontology.WordLists;

/**
 * Finds people by name, together with the posts that stand around them. The title grammar overrules
 * the name recognizer, which takes capitalized titles for organizations.
 */
final class PersonFinder {
  private static final Set<String> PARTICLES = WordLists.load().require("name-particle");
  private static final Set<String> ARABIC_PARTICLES = WordLists.load().require("arabic-particle");
  private static final Set<String> SUFFIXES = WordLists.load().require("name-suffix");
  private static final Set<String> FEMALE_ADDRESSES = WordLists.load().require("female-address");
  private static final Set<String> MALE_ADDRESSES = WordLists.load().require("male-address");
  private static final int LONGEST_NAME = 9;

  private final GivenNames givenNames = new GivenNames();
  private final Titles titles;
  private final OfficeGrammar grammar;

  PersonFinder(Titles titles, OfficeGrammar grammar) {
    this.titles = titles;
    this.grammar = grammar;
  }

  /** A name's tokens, before the words around it are looked at. */
  private record Name(int from, int to) {}

  /** The people of a sentence, in the order of the text, without overlap. */
  List<Mention.Person> find(Sentence sentence, SentenceNames names, KnownPeople known) {
    List<Name> spans = nameSpans(sentence, names, known);
    List<Mention.Person> people = new ArrayList<>();
    int floor = 0;
    for (int i = 0; i < spans.size(); i++) {
      int limit = i + 1 < spans.size() ? spans.get(i + 1).from() : sentence.size();
      Mention.Person person = person(sentence, names, spans.get(i), floor, limit);
      people.add(sharing(sentence, person, people));
      floor = person.to();
      shareBack(people);
    }
    distribute(sentence, names, people);
    return List.copyOf(people);
  }

  /** In "Presidents A and B", the second holds the post of the first. */
  private static Mention.Person sharing(
      Sentence sentence, Mention.Person person, List<Mention.Person> earlier) {
    if (earlier.isEmpty() || !person.offices().isEmpty()) {
      return person;
    }
    Mention.Person last = earlier.get(earlier.size() - 1);
    boolean joined = person.from() - last.to() <= 2 && person.from() > last.to();
    for (int at = last.to(); at < person.from(); at++) {
      joined &= sentence.token(at).isComma() || sentence.token(at).is("and");
    }
    boolean shared =
        joined
            && !last.offices().isEmpty()
            && last.offices().stream().anyMatch(OfficePhrase::plural);
    return shared
        ? new Mention.Person(
            person.from(),
            person.to(),
            person.head(),
            person.name(),
            last.offices(),
            person.gender())
        : person;
  }

  /** In "the trade ministers of Chile and Peru, A and B", each holds the post of one country. */
  private void distribute(Sentence sentence, SentenceNames names, List<Mention.Person> people) {
    for (int first = 0; first < people.size(); first++) {
      int from = people.get(first).from();
      if (!people.get(first).offices().isEmpty()
          || from < 2
          || !sentence.token(from - 1).isComma()) {
        continue;
      }
      int floor = first == 0 ? 0 : people.get(first - 1).to();
      List<OfficePhrase> phrases = grammar.before(sentence, names, from - 1, floor);
      if (phrases.isEmpty() || !phrases.get(0).plural()) {
        continue;
      }
      OfficePhrase phrase = phrases.get(0);
      List<String> countries = new ArrayList<>();
      int firstCountry = phrase.to();
      for (KnownName name : names.names()) {
        if (name.from() >= phrase.from()
            && name.to() <= phrase.to()
            && name.kind() == KnownName.Kind.COUNTRY) {
          name.country().ifPresent(countries::add);
          firstCountry = Math.min(firstCountry, name.from());
        }
      }
      int last = first;
      while (last + 1 < people.size()
          && isListed(sentence, people.get(last), people.get(last + 1))) {
        last++;
      }
      if (countries.size() > 1 && countries.size() == last - first + 1) {
        for (int i = first; i <= last; i++) {
          people.set(i, holding(people.get(i), phrase, countries.get(i - first)));
        }
      }
      first = last;
    }
  }

  private static boolean isListed(Sentence sentence, Mention.Person one, Mention.Person next) {
    for (int at = one.to(); at < next.from(); at++) {
      if (!sentence.token(at).isComma() && !sentence.token(at).is("and")) {
        return false;
      }
    }
    return next.offices().isEmpty();
  }

  private static Mention.Person holding(
      Mention.Person person, OfficePhrase phrase, String country) {
    int of = phrase.title().indexOf(" of ");
    String title = of > 0 ? phrase.title().substring(0, of) : phrase.title();
    OfficePhrase own =
        new OfficePhrase(
            phrase.from(),
            phrase.to(),
            title,
            title,
            phrase.head(),
            phrase.holding(),
            Optional.of(new OfficePhrase.Owner.OfCountry(country)),
            true,
            true,
            false,
            true,
            Optional.empty());
    return new Mention.Person(
        person.from(), person.to(), person.head(), person.name(), List.of(own), person.gender());
  }

  /** In "A and B, co-chairs of the party", the first holds the post of the second. */
  private static void shareBack(List<Mention.Person> people) {
    if (people.size() < 2) {
      return;
    }
    Mention.Person last = people.get(people.size() - 1);
    Mention.Person first = people.get(people.size() - 2);
    boolean apposed =
        last.offices().size() == 1
            && last.offices().get(0).plural()
            && last.offices().get(0).from() > last.head();
    if (apposed && first.offices().isEmpty() && last.from() - first.to() <= 1) {
      people.set(
          people.size() - 2,
          new Mention.Person(
              first.from(),
              first.to(),
              first.head(),
              first.name(),
              last.offices(),
              first.gender()));
    }
  }

  private List<Name> nameSpans(Sentence sentence, SentenceNames names, KnownPeople known) {
    List<Name> spans = new ArrayList<>();
    int at = 0;
    while (at < sentence.size()) {
      int end = known.endOfName(sentence, at);
      Optional<Name> name = end > at ? Optional.of(new Name(at, end)) : titled(sentence, names, at);
      boolean particled =
          sentence.token(at).tag().equals("NNP")
              && at + 2 < sentence.size()
              && sentence.token(at + 1).name() != Token.NameTag.ORGANIZATION
              && isArabicParticle(sentence.token(at + 1))
              && names.covering(at).isEmpty()
              && titles.startingAt(sentence, at).isEmpty();
      if (name.isEmpty() && (particled || sentence.token(at).name() == Token.NameTag.PERSON)) {
        name = recognized(sentence, names, at);
      }
      if (name.isPresent()) {
        spans.add(name.get());
        at = name.get().to();
      } else {
        at++;
      }
    }
    spans.sort(Comparator.comparingInt(Name::from));
    return spans;
  }

  /** A name that the recognizer saw, cut free of titles and countries, its nickname kept. */
  private Optional<Name> recognized(Sentence sentence, SentenceNames names, int start) {
    int from = start;
    int to = extend(sentence, names, start);
    while (from < to && !isAddressed(sentence, from)) {
      Optional<Titles.Head> head = titles.startingAt(sentence, from);
      Optional<KnownName> known = names.startingAt(from);
      if (head.isPresent() && head.get().to() < to) {
        from = head.get().to();
      } else if (known.isPresent()
          && known.get().to() < to
          && from > 0
          && (sentence.token(from - 1).is("of")
              || titles.startingAt(sentence, known.get().to()).isPresent())) {
        from = known.get().to();
      } else {
        break;
      }
    }
    if (from >= to) {
      return Optional.empty();
    }
    int first = from;
    int last = to;
    boolean country =
        names
            .startingAt(from)
            .filter(known -> known.kind() == KnownName.Kind.COUNTRY)
            .filter(known -> known.from() == first && known.to() >= last)
            .isPresent();
    if (country) {
      return Optional.empty();
    }
    if (to - from == 1) {
      Token only = sentence.token(from);
      boolean place = names.covering(from).isPresent();
      boolean title = titles.startingAt(sentence, from).isPresent();
      boolean article = from > 0 && sentence.token(from - 1).is("the");
      if (place
          || title
          || article
          || !only.isCapitalized()
          || !only.isNoun() && !only.tag().equals("FW") && !only.tag().startsWith("JJ")) {
        return Optional.empty();
      }
    }
    return Optional.of(new Name(from, to));
  }

  /**
   * Whether a short form of address stands right before a word that also is a title: "Dr. Sultan
   * Name".
   */
  private boolean isTitledName(Sentence sentence, int at) {
    return at > 0
        && sentence.token(at - 1).word().matches("(?i)(Dr|Mr|Mrs|Ms|Prof|Eng|Hon)\\.?")
        && sentence.token(at).isProperNoun();
  }

  /** Whether a form of address stands right before: "Dr. Sultan Name" is no sultan. */
  private boolean isAddressed(Sentence sentence, int at) {
    return titles
        .endingAt(sentence, at, 0)
        .filter(head -> head.entry().kind() == Titles.Kind.HONORIFIC)
        .isPresent();
  }

  private int extend(Sentence sentence, SentenceNames names, int start) {
    int to = start;
    while (to < sentence.size() && to - start < LONGEST_NAME) {
      Token token = sentence.token(to);
      if (token.name() == Token.NameTag.PERSON || to == start) {
        to++;
      } else if (to > start
          && token.isCapitalized()
          && isParticle(sentence.token(to - 1))
          && token.isNoun()) {
        to++;
      } else if (to > start && isHyphenInside(sentence, to)) {
        to += 2;
      } else if (isParticle(token)
          && to + 1 < sentence.size()
          && (sentence.token(to + 1).name() == Token.NameTag.PERSON
              || isParticle(sentence.token(to + 1)))) {
        to++;
      } else if (SUFFIXES.contains(Titles.lower(token.word()))) {
        to++;
        break;
      } else if (opensNickname(token)
          && to + 3 < sentence.size()
          && closesNickname(sentence.token(to + 2))
          && sentence.token(to + 3).isCapitalized()) {
        to += 4;
      } else if (token.isProperNoun()
          && token.isCapitalized()
          && token.name() != Token.NameTag.ORGANIZATION
          && to > start
          && names.covering(to).isEmpty()
          && titles.startingAt(sentence, to).isEmpty()
          && !DateWords.contains(token.word())
          && !OfficeGrammar.isAcronym(token.word())) {
        to++;
      } else {
        break;
      }
    }
    while (to > start
        && (isParticle(sentence.token(to - 1)) && !sentence.token(to - 1).isCapitalized())) {
      to--;
    }
    return to;
  }

  private static boolean isArabicParticle(Token token) {
    return ARABIC_PARTICLES.contains(token.word());
  }

  /** "Ki-moon", cut in three by the tokenizer. */
  private static boolean isHyphenInside(Sentence sentence, int at) {
    return sentence.token(at).is("-")
        && at + 1 < sentence.size()
        && sentence.token(at - 1).span().end() == sentence.token(at).span().start()
        && sentence.token(at).span().end() == sentence.token(at + 1).span().start()
        && (sentence.token(at + 1).isNoun()
            || sentence.token(at + 1).name() == Token.NameTag.PERSON);
  }

  private static boolean isParticle(Token token) {
    return PARTICLES.contains(Titles.lower(token.word()));
  }

  private static boolean opensNickname(Token token) {
    return token.word().equals("“")
        || token.word().equals("\"")
        || token.word().equals("``")
        || token.word().equals("(");
  }

  private static boolean closesNickname(Token token) {
    return token.word().equals("”")
        || token.word().equals("\"")
        || token.word().equals("''")
        || token.word().equals(")");
  }

  /**
   * A name that a capitalized title right before it vouches for, whatever the recognizer took it
   * for.
   */
  private Optional<Name> titled(Sentence sentence, SentenceNames names, int at) {
    if (at == 0 || !startsName(sentence, names, at)) {
      return Optional.empty();
    }
    Optional<Titles.Head> head = titles.endingAt(sentence, at, 0);
    if (head.isEmpty() || !sentence.token(head.get().from()).isCapitalized()) {
      return Optional.empty();
    }
    Titles.Entry entry = head.get().entry();
    boolean vouches = entry.kind() != Titles.Kind.OFFICE || entry.bare();
    if (!vouches || entry.kind() == Titles.Kind.COUNTERPART) {
      return Optional.empty();
    }
    if (sentence.zone().kind() == Zone.Kind.TITLE
        && sentence.token(at).name() != Token.NameTag.PERSON
        && (sentence.token(at).isVerb()
            || at + 1 < sentence.size() && sentence.token(at + 1).is("-"))) {
      return Optional.empty();
    }
    int to = at;
    while (to < sentence.size() && to - at < LONGEST_NAME) {
      Token token = sentence.token(to);
      if (startsName(sentence, names, to)) {
        to++;
      } else if (to > at
          && isParticle(sentence.token(to - 1))
          && token.isCapitalized()
          && token.isNoun()) {
        to++;
      } else if (to > at && isHyphenInside(sentence, to)) {
        to += 2;
      } else if (isParticle(token)
          && to > at
          && to + 1 < sentence.size()
          && (sentence.token(to + 1).isCapitalized() || isParticle(sentence.token(to + 1)))
          && !token.is("-")) {
        to++;
      } else if (opensNickname(token)
          && to > at
          && to + 3 < sentence.size()
          && closesNickname(sentence.token(to + 2))
          && sentence.token(to + 3).isCapitalized()) {
        to += 4;
      } else if (token.is("-")
          && to > at
          && to + 1 < sentence.size()
          && sentence.token(to + 1).isCapitalized()
          && sentence.token(to + 1).name() == sentence.token(to - 1).name()) {
        to += 2;
      } else if (SUFFIXES.contains(Titles.lower(token.word()))) {
        to++;
      } else {
        break;
      }
    }
    while (to > at
        && isParticle(sentence.token(to - 1))
        && !sentence.token(to - 1).isCapitalized()) {
      to--;
    }
    return to > at ? Optional.of(new Name(at, to)) : Optional.empty();
  }

  private boolean startsName(Sentence sentence, SentenceNames names, int at) {
    Token token = sentence.token(at);
    if (isTitledName(sentence, at)) {
      return true;
    }
    if (token.name() == Token.NameTag.PERSON && token.isCapitalized()) {
      return titles.startingAt(sentence, at).isEmpty() || isAddressed(sentence, at);
    }
    return token.isProperNoun()
        && token.isCapitalized()
        && token.tag().equals("NNP")
        && names.covering(at).isEmpty()
        && titles.startingAt(sentence, at).isEmpty()
        && !DateWords.contains(token.word())
        && !OfficeGrammar.isAcronym(token.word())
        && token.name() != Token.NameTag.ORGANIZATION;
  }

  private Mention.Person person(
      Sentence sentence, SentenceNames names, Name name, int floor, int limit) {
    int from = name.from();
    Optional<Mention.Gender> gender = Optional.empty();
    List<OfficePhrase> offices = new ArrayList<>();
    // ranks and forms of address between post and name
    while (true) {
      Optional<Titles.Head> address = titles.endingAt(sentence, from, floor);
      if (address.isEmpty()
          || address.get().entry().kind() == Titles.Kind.OFFICE
          || address.get().entry().kind() == Titles.Kind.COUNTERPART) {
        break;
      }
      gender = gender.or(() -> genderOf(address.get().entry().phrase()));
      from = address.get().from();
    }
    int nameFrom = from;
    int to = name.to();
    List<OfficePhrase> before = grammar.before(sentence, names, from, floor);
    boolean comma = false;
    if (!before.isEmpty()) {
      offices.addAll(before);
      from = before.get(before.size() - 1).from();
    }
    if (from - 1 > floor
        && sentence.token(from - 1).isComma()
        && closes(sentence, to)
        && (before.isEmpty() || !before.get(0).definite())) {
      // "Chad's interim prime minister, Name,"
      List<OfficePhrase> apposed =
          grammar.before(sentence, names, from - 1, floor).stream()
              .filter(phrase -> phrase.definite() && !phrase.plural())
              .toList();
      if (!apposed.isEmpty()) {
        offices.addAll(apposed);
        from = apposed.get(apposed.size() - 1).from();
        comma = true;
      }
    }
    // "Name of Chile" behind a title
    if (!offices.isEmpty() && to + 1 < limit && sentence.token(to).is("of")) {
      Optional<KnownName> country = names.startingAt(to + 1);
      if (country.isPresent()
          && country.get().kind() == KnownName.Kind.COUNTRY
          && country.get().country().isPresent()
          && offices.get(0).owner().isEmpty()) {
        OfficePhrase.Owner owner = new OfficePhrase.Owner.OfCountry(country.get().country().get());
        offices.replaceAll(office -> office.owner().isEmpty() ? office.withOwner(owner) : office);
        to = country.get().to();
      }
    }
    if (!comma && to + 1 < limit && sentence.token(to).isComma()) {
      int start = to + 1;
      if (sentence.token(start).is("who")
          && start + 2 < limit
          && isCopula(sentence.token(start + 1))) {
        start += 2;
        while (start + 1 < limit && sentence.token(start).tag().startsWith("RB")) {
          start++;
        }
      }
      Optional<OfficePhrase> apposed = grammar.after(sentence, names, start, limit);
      if (apposed.isPresent()
          && (!apposed.get().plural() || joins(sentence, name.from()))
          && apposed.get().bare()
          && closes(sentence, apposed.get().to())) {
        offices.add(apposed.get());
        to = apposed.get().to();
        if (to < sentence.size() && sentence.token(to).isComma() && start == name.to() + 1) {
          to++;
        }
      }
    }
    int head = name.to() - 1;
    if (SUFFIXES.contains(Titles.lower(sentence.token(head).word())) && head > name.from()) {
      head--;
    }
    String words =
        Capitals.ofName(
            OfficeGrammar.sentenceWords(sentence, Math.max(nameFrom, name.from()), name.to()));
    Optional<Mention.Gender> told = gender.or(() -> givenNames.gender(words));
    return new Mention.Person(from, to, head, words, offices, told);
  }

  /** Whether "and" stands before: "A and B, co-chairs of the party". */
  private static boolean joins(Sentence sentence, int at) {
    return at > 0 && sentence.token(at - 1).is("and");
  }

  private static boolean isCopula(Token token) {
    return token.is("is") || token.is("was") || token.is("serves");
  }

  /** Whether an apposition may end here. */
  private static boolean closes(Sentence sentence, int at) {
    if (at >= sentence.size()) {
      return true;
    }
    Token token = sentence.token(at);
    return !token.isNoun() && !token.isCapitalized() || token.isVerb();
  }

  private static Optional<Mention.Gender> genderOf(String address) {
    if (FEMALE_ADDRESSES.contains(address)) {
      return Optional.of(Mention.Gender.FEMALE);
    }
    return MALE_ADDRESSES.contains(address) ? Optional.of(Mention.Gender.MALE) : Optional.empty();
  }
}
