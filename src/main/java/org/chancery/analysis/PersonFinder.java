package org.chancery.analysis;

import java.util.ArrayList;
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
  private static final Set<String> SUFFIXES = WordLists.load().require("name-suffix");
  private static final Set<String> FEMALE_ADDRESSES = WordLists.load().require("female-address");
  private static final Set<String> MALE_ADDRESSES = WordLists.load().require("male-address");

  private final GivenNames givenNames = new GivenNames();
  private final Titles titles;
  private final OfficeGrammar grammar;
  private final NameFinder finder;
  private final SharedPosts shared;
  private final Tenures tenures;

  PersonFinder(Titles titles, OfficeGrammar grammar, Lexicons lexicons) {
    this.titles = titles;
    this.grammar = grammar;
    this.finder = new NameFinder(titles, givenNames, lexicons);
    this.shared = new SharedPosts(grammar);
    this.tenures = new Tenures(grammar);
  }

  /** The people of a sentence, in the order of the text, without overlap. */
  List<Mention.Person> find(Sentence sentence, SentenceNames names, KnownPeople known) {
    List<NameFinder.Name> spans = finder.find(sentence, names, known);
    List<Mention.Person> people = new ArrayList<>();
    int floor = 0;
    for (int i = 0; i < spans.size(); i++) {
      int limit = i + 1 < spans.size() ? spans.get(i + 1).from() : sentence.size();
      Mention.Person person = person(sentence, names, spans.get(i), people, floor, limit);
      people.add(person);
      floor = person.to();
    }
    return tenures.told(sentence, names, shared.distribute(sentence, names, people));
  }

  /**
   * A person with the posts around the name.
   *
   * @param earlier the people before
   * @param floor position that no phrase may reach before
   * @param limit position of the next name
   */
  private Mention.Person person(
      Sentence sentence,
      SentenceNames names,
      NameFinder.Name name,
      List<Mention.Person> earlier,
      int floor,
      int limit) {
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
    List<OfficePhrase> before = ofOne(grammar.before(sentence, names, from, floor));
    boolean comma = false;
    if (!before.isEmpty()) {
      offices.addAll(before);
      from = before.get(before.size() - 1).from();
    }
    int mark = beforeBracket(sentence, from - 1, floor);
    if (from - 1 >= Math.max(floor, 1)
        && sentence.token(from - 1).isComma()
        && closes(sentence, name.to())
        && (before.isEmpty() || !before.get(0).definite())) {
      // "Chad's interim prime minister, Name,"
      boolean enclosed =
          name.to() < sentence.size()
              && sentence.token(name.to()).isComma()
              && sentence.zone().kind() == Zone.Kind.BODY;
      List<OfficePhrase> apposed =
          grammar.before(sentence, names, mark, floor).stream()
              .filter(phrase -> !phrase.plural())
              .filter(
                  phrase ->
                      phrase.definite()
                          || (enclosed || ends(sentence, name.to()) && phrase.owner().isPresent())
                              && isProperTitle(sentence, phrase, floor))
              .filter(phrase -> !opensClause(sentence, phrase, name))
              .toList();
      if (!apposed.isEmpty()) {
        offices.addAll(apposed);
        from = apposed.get(apposed.size() - 1).from();
        comma = true;
      } else if (offices.isEmpty() && !earlier.isEmpty()) {
        servant(sentence, names, earlier.get(earlier.size() - 1), from - 1).ifPresent(offices::add);
      }
    }
    if (offices.isEmpty()) {
      offices.addAll(SharedPosts.inherited(sentence, from, earlier));
    }
    int to = name.to();
    Optional<KnownName> home = home(sentence, names, to, limit);
    if (home.isPresent() && !offices.isEmpty() && offices.get(0).owner().isEmpty()) {
      OfficePhrase.Owner owner = Complements.owner(home.get());
      offices.replaceAll(office -> office.owner().isEmpty() ? office.withOwner(owner) : office);
      boolean bracket = sentence.token(to).word().equals("(");
      to = home.get().to() + (bracket ? 1 : 0);
    }
    if (!comma && to + 1 < limit && sentence.token(to).isComma()) {
      List<OfficePhrase> apposed = apposed(sentence, names, name, to + 1, limit);
      if (!apposed.isEmpty()) {
        offices.addAll(apposed);
        boolean plain = apposed.get(0).from() == to + 1 && to == name.to();
        to = apposed.get(apposed.size() - 1).to();
        if (to < sentence.size() && sentence.token(to).isComma() && plain) {
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

  /** In "the Secretary and Foreign Minister Name", somebody else is the secretary. */
  private static List<OfficePhrase> ofOne(List<OfficePhrase> phrases) {
    int last = phrases.size() - 1;
    boolean another =
        last > 0
            && phrases.get(last).definite()
            && phrases.get(last).owner().isEmpty()
            && phrases.get(last).possessor().isEmpty()
            && !phrases.get(last).title().contains(" ");
    return another ? phrases.subList(0, last) : phrases;
  }

  /** Where the title before a comma ends: "Chairperson of the Harbour Union | (HU), Name". */
  private static int beforeBracket(Sentence sentence, int comma, int floor) {
    boolean bracket =
        comma - 4 > floor
            && sentence.token(comma - 1).word().equals(")")
            && sentence.token(comma - 3).word().equals("(");
    return bracket ? comma - 3 : comma;
  }

  /** "a spokesman for President Okoro, Name,": one whose post is told by the name of another. */
  private Optional<OfficePhrase> servant(
      Sentence sentence, SentenceNames names, Mention.Person master, int comma) {
    int start = master.from();
    boolean served =
        master.to() == comma
            && start > 1
            && (sentence.token(start - 1).is("for") || sentence.token(start - 1).is("to"));
    return served
        ? grammar.before(sentence, names, start - 1, 0).stream()
            .findFirst()
            .filter(phrase -> !phrase.plural() && phrase.owner().isEmpty() && phrase.bare())
            .map(phrase -> phrase.servantOf(master.name()))
        : Optional.empty();
  }

  /** "Okoro of Chile", "Okoro (Chile)": whom a person with a title serves, behind the name. */
  private static Optional<KnownName> home(
      Sentence sentence, SentenceNames names, int at, int limit) {
    if (at + 1 >= limit) {
      return Optional.empty();
    }
    int start = at + 1 < limit && sentence.token(at + 1).is("the") ? at + 2 : at + 1;
    Optional<KnownName> name =
        names
            .startingAt(start)
            .filter(
                known ->
                    known.kind() == KnownName.Kind.COUNTRY && known.country().isPresent()
                        || known.kind() == KnownName.Kind.ORGANIZATION);
    boolean bracketed =
        sentence.token(at).word().equals("(")
            && name.isPresent()
            && name.get().to() < limit
            && sentence.token(name.get().to()).word().equals(")");
    return sentence.token(at).is("of") || bracketed ? name : Optional.empty();
  }

  /** "Deputy Prime Minister and Foreign Minister, Name,": a capitalized title before a comma. */
  private static boolean isProperTitle(Sentence sentence, OfficePhrase phrase, int floor) {
    boolean capitalized =
        sentence.token(phrase.to() - 1).isCapitalized()
            && sentence.token(phrase.from()).isCapitalized();
    boolean role =
        phrase.from() > floor
            && (sentence.token(phrase.from() - 1).is("as")
                || sentence.token(phrase.from() - 1).isComma());
    return capitalized && phrase.bare() && !role;
  }

  /** The posts in apposition behind a name: "Name, who is the foreign minister of Chile, …". */
  private List<OfficePhrase> apposed(
      Sentence sentence, SentenceNames names, NameFinder.Name name, int at, int limit) {
    if (sentence.token(at).is("who")) {
      return tenures.behind(sentence, names, at + 1, limit);
    }
    List<OfficePhrase> phrases = grammar.allAfter(sentence, names, at, limit);
    boolean closed =
        !phrases.isEmpty()
            && phrases.get(0).bare()
            && !isSubject(sentence, name.from(), phrases.get(phrases.size() - 1))
            && closes(sentence, phrases.get(phrases.size() - 1).to())
            && (!phrases.get(0).plural() || joins(sentence, name.from()));
    return closed
        ? phrases.stream().map(phrase -> tenures.dated(sentence, phrase)).toList()
        : List.of();
  }

  /** Whether "and" stands before: "A and B, co-chairs of the party". */
  private static boolean joins(Sentence sentence, int at) {
    return at > 0 && sentence.token(at - 1).is("and");
  }

  /**
   * "At the invitation of the president, Name arrived": the comma ends what the clause opens with.
   */
  private static boolean opensClause(Sentence sentence, OfficePhrase phrase, NameFinder.Name name) {
    return phrase.from() > 0
        && sentence.token(phrase.from() - 1).tag().matches("IN|TO")
        && name.to() < sentence.size()
        && (sentence.token(name.to()).isVerb() || sentence.token(name.to()).tag().equals("MD"));
  }

  /** "With Name, the president discussed trade": the post is the subject of what follows. */
  private static boolean isSubject(Sentence sentence, int name, OfficePhrase phrase) {
    return name > 0
        && name < 4
        && sentence.token(name - 1).tag().matches("IN|TO")
        && phrase.to() < sentence.size()
        && sentence.token(phrase.to()).tag().matches("VB[DNPZ]|MD");
  }

  /** Whether the sentence ends here. */
  private static boolean ends(Sentence sentence, int at) {
    return at < sentence.size()
        && sentence.token(at).tag().equals(".")
        && sentence.zone().kind() == Zone.Kind.BODY;
  }

  /** Whether an apposition may end here. */
  private static boolean closes(Sentence sentence, int at) {
    if (at >= sentence.size()) {
      return true;
    }
    Token token = sentence.token(at);
    return !token.isNoun() && !token.isCapitalized() && !token.tag().equals("POS")
        || token.isVerb();
  }

  private static Optional<Mention.Gender> genderOf(String address) {
    if (FEMALE_ADDRESSES.contains(address)) {
      return Optional.of(Mention.Gender.FEMALE);
    }
    return MALE_ADDRESSES.contains(address) ? Optional.of(Mention.Gender.MALE) : Optional.empty();
  }
}
