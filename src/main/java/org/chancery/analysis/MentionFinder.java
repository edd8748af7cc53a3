package org.chancery.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.chancery.article.Span;
import org.chancery.ontology.WordLists;
import org.chancery.reference.Reference;

/** Finds the mentions of a sentence; where two would overlap, the surer kind wins. */
final class MentionFinder {
  private static final Set<String> PERSONAL = WordLists.load().require("personal-pronoun");
  private static final Map<String, String> NUMBERS = WordLists.load().requireValues("number");

  /** Shorter stretches between marks are words that the paper quotes, not speech. */
  private static final int SHORTEST_SPEECH = 4;

  private final Lexicons lexicons = new Lexicons();
  private final Titles titles = new Titles();
  private final OfficeGrammar grammar = new OfficeGrammar(titles, lexicons);
  private final PersonFinder people = new PersonFinder(titles, grammar, lexicons);
  private final NounPhrases nounPhrases = new NounPhrases(lexicons);
  private final Gazetteer gazetteer;
  private final StateNames stateNames;
  private final CapitalPhrases capitals;

  MentionFinder(Reference reference) {
    this.gazetteer = new Gazetteer(reference);
    this.stateNames = new StateNames(reference, gazetteer);
    this.capitals = new CapitalPhrases(reference.countries(), reference.cities());
  }

  /**
   * @param days of the whole article
   * @param states {@link #states} of the article
   * @param quotes of the whole article
   * @param here the city that the article was written in
   */
  Analysis.Read find(
      Sentence sentence,
      Set<String> states,
      KnownPeople known,
      List<DayMention> days,
      List<QuoteFinder.Quoted> quotes,
      Optional<Mention.City> here) {
    SentenceNames names = names(sentence, states);
    List<Mention> mentions = mentions(sentence, names, known, days, quotes, here);
    return new Analysis.Read(
        sentence, mentions, nations(names), Collapser.collapse(sentence, mentions));
  }

  /** ISO alpha-2 of the countries whose names mean a state of the United States in an article. */
  Set<String> states(List<Sentence> sentences) {
    return stateNames.find(sentences);
  }

  private SentenceNames names(Sentence sentence, Set<String> states) {
    return new SentenceNames(
        gazetteer.find(sentence).names().stream()
            .filter(
                name ->
                    name.kind() != KnownName.Kind.COUNTRY
                        || name.country().filter(states::contains).isEmpty())
            .toList());
  }

  /** The people whom an article names in full somewhere, so that they are known everywhere. */
  KnownPeople people(List<Sentence> sentences, Set<String> states) {
    KnownPeople known = new KnownPeople();
    for (Sentence sentence : sentences) {
      SentenceNames names = names(sentence, states);
      for (Mention.Person person : people.find(sentence, names, KnownPeople.NOBODY)) {
        known.add(person.name());
      }
    }
    return known;
  }

  private static List<Analysis.Read.Nation> nations(SentenceNames names) {
    List<Analysis.Read.Nation> nations = new ArrayList<>();
    for (KnownName name : names.names()) {
      if (name.kind() != KnownName.Kind.ORGANIZATION) {
        boolean place = name.kind() == KnownName.Kind.CITY || name.kind() == KnownName.Kind.PLACE;
        name.country()
            .ifPresent(code -> nations.add(new Analysis.Read.Nation(name.from(), code, place)));
      }
    }
    return nations;
  }

  private List<Mention> mentions(
      Sentence sentence,
      SentenceNames names,
      KnownPeople known,
      List<DayMention> days,
      List<QuoteFinder.Quoted> quotes,
      Optional<Mention.City> here) {
    boolean[] taken = new boolean[sentence.size()];
    List<Mention> found = new ArrayList<>();
    for (Mention.Person person : people.find(sentence, names, known)) {
      take(person, found, taken);
    }
    addTimes(sentence, days, found, taken);
    addPosts(sentence, names, found, taken);
    addGroups(sentence, found, taken);
    addNumbers(sentence, found, taken);
    for (int at = 0; at < sentence.size(); at++) {
      int place = at;
      if (!taken[at]) {
        capitals
            .at(sentence, names, at)
            .or(() -> GovernmentPhrases.at(sentence, names, place))
            .ifPresent(mention -> take(mention, found, taken));
      }
    }
    for (int at = 0; at < sentence.size(); at++) {
      if (!taken[at]) {
        nounPhrases
            .aroundName(sentence, names, at, taken)
            .ifPresent(mention -> take(withAcronym(sentence, mention), found, taken));
      }
    }
    for (int at = sentence.size() - 1; at >= 0; at--) {
      if (!taken[at]) {
        nounPhrases
            .at(sentence, names, at, taken)
            .ifPresent(mention -> take(mention, found, taken));
      }
    }
    addKnown(sentence, names, found, taken);
    for (int at = 0; at < sentence.size(); at++) {
      if (!taken[at]) {
        nounPhrases
            .named(sentence, names, at, taken)
            .ifPresent(mention -> take(withAcronym(sentence, mention), found, taken));
      }
    }
    for (Token token : sentence.tokens()) {
      if (!taken[token.index()] && PERSONAL.contains(Titles.lower(token.word()))) {
        take(
            new Mention.Pronoun(
                token.index(), token.index() + 1, token.index(), Titles.lower(token.word())),
            found,
            taken);
      }
    }
    here.ifPresent(city -> addHere(sentence, city, quotes, found, taken));
    addQuotes(sentence, quotes, found);
    found.sort(Comparator.comparingInt(Mention::from).thenComparingInt(Mention::to));
    return List.copyOf(found);
  }

  /** The city of a dateline, if it is known. */
  Optional<Mention.City> city(Sentence dateline) {
    return gazetteer.find(dateline).names().stream()
        .filter(name -> name.kind() == KnownName.Kind.CITY)
        .findFirst()
        .map(name -> new Mention.City(0, 1, 0, name.name(), name.countries(), name.geonames()));
  }

  /** "The minister arrived here": in the city of the dateline, unless someone is quoted. */
  private static void addHere(
      Sentence sentence,
      Mention.City city,
      List<QuoteFinder.Quoted> quotes,
      List<Mention> found,
      boolean[] taken) {
    for (Token token : sentence.tokens()) {
      int at = token.index();
      boolean quoted = quotes.stream().anyMatch(quote -> quote.whole().overlaps(token.span()));
      if (token.is("here") && !quoted && at > 0) {
        take(
            new Mention.City(at, at + 1, at, city.name(), city.countries(), city.geonames()),
            found,
            taken);
      }
    }
  }

  private static boolean isTaken(KnownName name, boolean[] taken) {
    return IntStream.range(name.from(), name.to()).anyMatch(token -> taken[token]);
  }

  private static boolean take(Mention mention, List<Mention> found, boolean[] taken) {
    for (int i = mention.from(); i < mention.to(); i++) {
      if (taken[i]) {
        return false;
      }
    }
    for (int i = mention.from(); i < mention.to(); i++) {
      taken[i] = true;
    }
    found.add(mention);
    return true;
  }

  private static void addTimes(
      Sentence sentence, List<DayMention> days, List<Mention> found, boolean[] taken) {
    for (DayMention day : days) {
      int from = -1;
      int to = -1;
      for (Token token : sentence.tokens()) {
        if (token.span().overlaps(day.span())) {
          from = from < 0 ? token.index() : from;
          to = token.index() + 1;
        }
      }
      if (from >= 0) {
        take(new Mention.Time(from, to, from, day), found, taken);
      }
    }
  }

  private void addPosts(
      Sentence sentence, SentenceNames names, List<Mention> found, boolean[] taken) {
    for (int at = 0; at < sentence.size(); at++) {
      if (taken[at]) {
        continue;
      }
      int limit = at;
      while (limit < sentence.size() && !taken[limit]) {
        limit++;
      }
      Optional<OfficePhrase> phrase = grammar.after(sentence, names, at, limit);
      if (phrase.isPresent()
          && names(phrase.get(), sentence)
          && !modifies(sentence, phrase.get().to())) {
        int head = headOf(sentence, phrase.get());
        if (take(
            new Mention.Post(phrase.get().from(), phrase.get().to(), head, phrase.get()),
            found,
            taken)) {
          at = phrase.get().to() - 1;
        }
      }
    }
  }

  /** Whether a phrase without a name picks someone out: "the minister", not "a minister". */
  private static boolean names(OfficePhrase phrase, Sentence sentence) {
    return phrase.definite()
        || phrase.owner().isPresent()
        || phrase.bare()
            && !phrase.plural()
            && sentence.token(phrase.from()).isCapitalized()
            && phrase.from() > 0;
  }

  /**
   * In "his official visit", "the minister visit", what looks like a post only describes the next
   * noun.
   */
  private static boolean modifies(Sentence sentence, int end) {
    return end < sentence.size()
        && sentence.token(end).isNoun()
        && !sentence.token(end).isCapitalized();
  }

  private int headOf(Sentence sentence, OfficePhrase phrase) {
    for (int at = phrase.from(); at < phrase.to(); at++) {
      Optional<Titles.Head> head = titles.startingAt(sentence, at);
      if (head.isPresent() && head.get().entry().phrase().equals(phrase.head())) {
        return head.get().to() - 1;
      }
    }
    return phrase.to() - 1;
  }

  private void addGroups(Sentence sentence, List<Mention> found, boolean[] taken) {
    for (int at = 0; at < sentence.size(); at++) {
      if (taken[at]
          || !sentence.token(at).tag().equals("NNS") && !sentence.token(at).tag().equals("NNPS")) {
        continue;
      }
      Optional<Mention.Group.Members> members = lexicons.group(sentence.token(at).lemma());
      if (members.isEmpty()) {
        continue;
      }
      int from = at;
      int size = 0;
      boolean definite = false;
      while (from > 0 && !taken[from - 1] && at - from < 4) {
        Token left = sentence.token(from - 1);
        String number = NUMBERS.get(Titles.lower(left.word()));
        if (number != null) {
          size = Integer.parseInt(number);
          definite |= left.is("both");
          from--;
        } else if (left.is("the")
            || left.is("both")
            || left.is("our")
            || left.is("their")
            || left.is("all")) {
          definite = true;
          from--;
          break;
        } else if (left.tag().startsWith("JJ") && !left.isCapitalized()) {
          from--;
        } else {
          break;
        }
      }
      // "the countries that signed" says itself which
      boolean restricted =
          at + 1 < sentence.size()
              && (sentence.token(at + 1).tag().matches("WDT|WP")
                  || sentence.token(at + 1).is("of"));
      if (definite && (size > 0 || from + 1 == at && !restricted)) {
        take(new Mention.Group(from, at + 1, at, members.get(), size), found, taken);
      }
    }
  }

  /** "all three met", "the pair met", "Both met": a number alone takes up people. */
  private static void addNumbers(Sentence sentence, List<Mention> found, boolean[] taken) {
    for (int at = 0; at < sentence.size(); at++) {
      String number = NUMBERS.get(Titles.lower(sentence.token(at).word()));
      boolean both = sentence.token(at).is("both");
      boolean open =
          both
              || at > 0
                  && !taken[at - 1]
                  && (sentence.token(at - 1).is("all") || sentence.token(at - 1).is("the"));
      if (number != null
          && !taken[at]
          && open
          && at + 1 < sentence.size()
          && (sentence.token(at + 1).isVerb() || sentence.token(at + 1).tag().startsWith("RB"))) {
        take(
            new Mention.Group(
                both ? at : at - 1,
                at + 1,
                at,
                Mention.Group.Members.PEOPLE,
                Integer.parseInt(number)),
            found,
            taken);
      }
    }
  }

  private static void addKnown(
      Sentence sentence, SentenceNames names, List<Mention> found, boolean[] taken) {
    List<KnownName> list = names.names();
    for (int i = 0; i < list.size(); i++) {
      KnownName name = list.get(i);
      int head = name.to() - 1;
      switch (name.kind()) {
        case COUNTRY -> {
          if (name.country().isPresent()) {
            take(
                new Mention.Country(name.from(), name.to(), head, name.country().get(), false),
                found,
                taken);
          }
        }
        case DEMONYM -> {
          // an adjective: it modifies, and is looked up where it is needed
        }
        case METONYM, ORGANIZATION, INSTITUTION -> {
          Mention organization =
              withAcronym(
                  sentence,
                  new Mention.Organization(
                      name.from(),
                      name.to(),
                      head,
                      OfficeGrammar.sentenceWords(sentence, name.from(), name.to()),
                      Optional.empty(),
                      name.country()));
          take(organization, found, taken);
        }
        case CITY -> {
          int to = name.to();
          List<String> countries = name.countries();
          Optional<KnownName> next =
              to + 1 < sentence.size() && sentence.token(to).isComma()
                  ? names.startingAt(to + 1)
                  : Optional.empty();
          // "in Albany, U.S. Trade Secretary A": that country is part of the post.
          if (next.isPresent()
              && !isTaken(next.get(), taken)
              && next.get().kind() == KnownName.Kind.COUNTRY
              && countries.contains(next.get().country().orElse(""))) {
            countries = next.get().countries();
            to = next.get().to();
          }
          take(
              new Mention.City(name.from(), to, head, name.name(), countries, name.geonames()),
              found,
              taken);
        }
        case PLACE ->
            take(new Mention.Place(name.from(), name.to(), head, name.name()), found, taken);
      }
    }
  }

  /** "Regional Trade Office (RTO)" with its short form. */
  private static Mention withAcronym(Sentence sentence, Mention mention) {
    int to = mention.to();
    if (mention instanceof Mention.Organization organization
        && to + 2 < sentence.size()
        && sentence.token(to).word().equals("(")
        && OfficeGrammar.isAcronym(sentence.token(to + 1).word())
        && sentence.token(to + 2).word().equals(")")) {
      return new Mention.Organization(
          organization.from(),
          to + 3,
          organization.head(),
          organization.name(),
          Optional.of(sentence.token(to + 1).word()),
          organization.country());
    }
    return mention;
  }

  private static void addQuotes(
      Sentence sentence, List<QuoteFinder.Quoted> quotes, List<Mention> found) {
    Span whole = sentence.span();
    for (QuoteFinder.Quoted quote : quotes) {
      if (!quote.whole().overlaps(whole)) {
        continue;
      }
      int from = -1;
      int to = -1;
      for (Token token : sentence.tokens()) {
        if (token.span().overlaps(quote.whole())) {
          from = from < 0 ? token.index() : from;
          to = token.index() + 1;
        }
      }
      boolean brief = to - from < SHORTEST_SPEECH + 1 && quote.whole().start() >= whole.start();
      if (from < 0 || brief && !quote.sentence()) {
        continue;
      }
      found.add(new Mention.Quote(from, to, from, quote.words(), quote.closed(), quote.sentence()));
    }
  }
}
