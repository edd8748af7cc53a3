package org.chancery.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.ontology.WordLists;

/**
 * Recognizes the phrases that name posts. Works from the head of the phrase (a phrase of the title
 * lexicon) leftwards over portfolio, owner and modifiers, and rightwards over complements: {@code
 * [acting] [owner] [portfolio] HEAD [of … for …]}.
 */
final class OfficeGrammar {
  private static final Set<String> DETERMINERS = WordLists.load().require("article");
  private static final Set<String> POSSESSIVES = WordLists.load().require("possessive");
  private static final Set<String> PERSONAL_TITLES = WordLists.load().require("personal-title");
  private static final int LONGEST_PREMODIFIER = 14;

  private final Titles titles;
  private final Complements complements;
  private final Premodifiers premodifiers;

  OfficeGrammar(Titles titles, Lexicons lexicons) {
    this.titles = titles;
    complements = new Complements(titles, lexicons);
    premodifiers = new Premodifiers(titles, complements, lexicons);
  }

  /**
   * The posts named directly before a position, as in {@code Vice President and Foreign Minister |
   * Name}: the last one first. Empty if no such phrase ends there.
   *
   * @param end position just past the phrase
   * @param floor position that the phrase may not reach before
   */
  List<OfficePhrase> before(Sentence sentence, SentenceNames names, int end, int floor) {
    List<OfficePhrase> phrases = new ArrayList<>();
    int right = end;
    while (true) {
      Optional<OfficePhrase> phrase = one(sentence, names, right, floor);
      if (phrase.isEmpty()) {
        return phrases;
      }
      phrases.add(phrase.get());
      int left = phrase.get().from();
      if (isPersonal(phrase.get()) && left > floor) {
        // "Cabinet Secretary for Trade | Ambassador | Name"
        right = left;
        continue;
      }
      boolean joined = left - 2 >= floor && isAnd(sentence.token(left - 1));
      // "Minister of Trade A and Maltese Minister B": an owner in front begins another person's
      // post
      boolean owned = names.startingAt(left).filter(KnownName::isNation).isPresent();
      if (!joined || owned || phrase.get().definite()) {
        return phrases;
      }
      right = left - 1;
    }
  }

  /** "secretary of the Peruvian | Name": a complement that lacks its noun, for no person is it. */
  private static boolean cutShort(Sentence sentence, SentenceNames names, int end) {
    return names
        .endingAt(end)
        .filter(name -> name.kind() == KnownName.Kind.DEMONYM)
        .filter(name -> name.from() > 1 && sentence.token(name.from() - 1).is("the"))
        .isPresent();
  }

  /** Whether a title stands alone, so that another may stand right before it. */
  private static boolean isPersonal(OfficePhrase phrase) {
    return PERSONAL_TITLES.contains(phrase.head())
        && phrase.to() - phrase.from() == 1
        && phrase.owner().isEmpty();
  }

  private Optional<OfficePhrase> one(Sentence sentence, SentenceNames names, int end, int floor) {
    // "Foreign Minister-Designate Name"
    Optional<OfficePhrase.Holding> behind =
        end - 1 > floor ? titles.after(sentence.token(end - 1)) : Optional.empty();
    int word = behind.isPresent() ? end - 1 : end;
    int to =
        behind.isPresent() && word - 1 > floor && sentence.token(word - 1).is("-")
            ? word - 1
            : word;
    Optional<OfficePhrase> phrase =
        titles
            .endingAt(sentence, to, floor)
            .filter(Titles.Head::isPost)
            .filter(head -> !isMembership(sentence, head, floor))
            .map(
                head ->
                    premodifiers
                        .leftOf(sentence, names, head, floor, to)
                        .map(inner -> overServed(sentence, names, inner, floor)))
            .orElseGet(() -> overComplement(sentence, names, to, floor));
    return behind.isEmpty() ? phrase : phrase.map(found -> found.held(behind.get(), end));
  }

  /** "the Council of Ministers" names no ministers. */
  private static boolean isMembership(Sentence sentence, Titles.Head head, int floor) {
    return head.plural()
        && head.from() - 2 >= floor
        && sentence.token(head.from() - 1).is("of")
        && sentence.token(head.from() - 2).isProperNoun();
  }

  /** "Aide to the President | Name": the capitalized outer post, whose holder serves the inner. */
  private OfficePhrase overServed(
      Sentence sentence, SentenceNames names, OfficePhrase inner, int floor) {
    int link = inner.from() - 1;
    if (!inner.definite() || link <= floor || !sentence.token(link).is("to")) {
      return inner;
    }
    return titles
        .endingAt(sentence, link, floor)
        .filter(Titles.Head::isPost)
        .filter(head -> sentence.token(head.from()).isCapitalized())
        .flatMap(head -> premodifiers.leftOf(sentence, names, head, floor, link))
        .map(outer -> complements.join(sentence, names, outer, link, inner.to()))
        .orElse(inner);
  }

  /**
   * A phrase whose head stands some words before {@code end}: {@code Minister of Public Works |
   * Name}; of {@code Adviser to the President of Chile | Name} the outer one.
   */
  private Optional<OfficePhrase> overComplement(
      Sentence sentence, SentenceNames names, int end, int floor) {
    Optional<Complements.Link> link =
        complements
            .before(sentence, names, end, floor)
            .filter(found -> !cutShort(sentence, names, end));
    while (link.isPresent()) {
      Complements.Link inner = link.get();
      Optional<OfficePhrase> phrase =
          premodifiers.leftOf(sentence, names, inner.head(), floor, inner.at());
      if (phrase.isEmpty()) {
        return Optional.empty();
      }
      int from = phrase.get().from();
      Optional<Complements.Link> outer =
          phrase.get().definite() && from - 1 > floor && complements.follows(sentence, from - 1)
              ? titles
                  .endingAt(sentence, from - 1, floor)
                  .filter(Titles.Head::isPost)
                  .map(head -> new Complements.Link(head, from - 1))
              : Optional.empty();
      if (outer.isEmpty()) {
        return Optional.of(complements.join(sentence, names, phrase.get(), inner.at(), end));
      }
      link = outer;
    }
    return Optional.empty();
  }

  /**
   * The post named from a position on, up to a mark or verb that ends it, as in {@code Name, | the
   * director of the …}.
   */
  Optional<OfficePhrase> after(Sentence sentence, SentenceNames names, int start, int limit) {
    Optional<OfficePhrase.Holding> adverb =
        start + 1 < limit ? titles.adverb(sentence.token(start)) : Optional.empty();
    return adverb.isEmpty()
        ? from(sentence, names, start, limit)
        : from(sentence, names, start + 1, limit)
            .map(
                phrase ->
                    phrase.held(
                        OfficePhrase.stronger(adverb.get(), phrase.holding()), phrase.to()));
  }

  private Optional<OfficePhrase> from(
      Sentence sentence, SentenceNames names, int start, int limit) {
    int ceiling = Math.min(limit, start + LONGEST_PREMODIFIER);
    for (int at = start; at < ceiling; at++) {
      Optional<Titles.Head> found = titles.startingAt(sentence, at).filter(Titles.Head::isPost);
      if (found.isPresent()) {
        Titles.Head head = lastOfGroup(sentence, found.get(), limit);
        return premodifiers
            .leftOf(sentence, names, head, start, head.to())
            .filter(phrase -> phrase.from() == start)
            .map(phrase -> withComplement(sentence, names, phrase, head, limit));
      }
      if (!inPhrase(sentence.token(at)) && names.covering(at).isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * The posts named from a position on, joined by "and": {@code Name, | the Maltese deputy prime
   * minister and minister of trade}. What only one of them says of owner and holding holds for all.
   */
  List<OfficePhrase> allAfter(Sentence sentence, SentenceNames names, int start, int limit) {
    List<OfficePhrase> phrases = new ArrayList<>();
    Optional<OfficePhrase> next = after(sentence, names, start, limit);
    while (next.isPresent()) {
      OfficePhrase phrase = next.get();
      phrases.add(phrase);
      int to = phrase.to();
      int joint = to;
      if (joint < limit && sentence.token(joint).isComma()) {
        joint++;
      }
      boolean joined =
          joint + 1 < limit
              && (isAnd(sentence.token(joint)) || joint > to && phrases.size() < 3)
              && !phrase.plural();
      int from = joint < limit && isAnd(sentence.token(joint)) ? joint + 1 : joint;
      next =
          joined
              ? after(sentence, names, from, limit)
                  .filter(other -> !other.plural() && other.to() < sentence.size())
                  .filter(other -> endsPost(sentence, other.to()))
              : Optional.empty();
    }
    return shared(phrases);
  }

  private static List<OfficePhrase> shared(List<OfficePhrase> phrases) {
    if (phrases.size() < 2) {
      return phrases;
    }
    Optional<OfficePhrase.Owner> owner =
        phrases.stream()
            .filter(OfficePhrase::servesCountry)
            .flatMap(phrase -> phrase.owner().stream())
            .findFirst();
    OfficePhrase.Holding holding = phrases.get(0).holding();
    return phrases.stream()
        .map(
            phrase ->
                phrase.owner().isEmpty() && phrase.servesCountry() ? phrase.owned(owner) : phrase)
        .map(phrase -> phrase.held(OfficePhrase.stronger(holding, phrase.holding()), phrase.to()))
        .toList();
  }

  /** Whether no name follows, whose post it would be. */
  private static boolean endsPost(Sentence sentence, int at) {
    Token token = sentence.token(at);
    return !token.isNoun() && !token.isCapitalized();
  }

  private static boolean isAnd(Token token) {
    return token.is("and") || token.is("&");
  }

  /** In "mission chief ambassador", the last head of a run of heads. */
  private Titles.Head lastOfGroup(Sentence sentence, Titles.Head head, int limit) {
    Titles.Head last = head;
    while (last.to() < limit) {
      Optional<Titles.Head> next = titles.startingAt(sentence, last.to());
      if (next.isEmpty() || next.get().entry().kind() != Titles.Kind.OFFICE) {
        return last;
      }
      last = next.get();
    }
    return last;
  }

  private OfficePhrase withComplement(
      Sentence sentence, SentenceNames names, OfficePhrase phrase, Titles.Head head, int limit) {
    int end = complements.end(sentence, names, head.to(), limit, head.plural());
    return end == head.to() ? phrase : complements.join(sentence, names, phrase, head.to(), end);
  }

  private static boolean inPhrase(Token token) {
    return token.isNoun()
        || token.tag().startsWith("JJ")
        || token.tag().equals("POS")
        || token.tag().equals("VBN")
        || token.tag().equals("CD")
        || isAnd(token)
        || token.is("-")
        || token.is("U.S.")
        || DETERMINERS.contains(Titles.lower(token.word()))
        || POSSESSIVES.contains(Titles.lower(token.word()))
        || token.isCapitalized() && !token.isVerb();
  }

  static boolean isAcronym(String word) {
    return word.length() >= 2
        && word.length() <= 8
        && word.chars().filter(Character::isUpperCase).count() >= 2
        && word.chars().allMatch(c -> Character.isUpperCase(c) || c == '.' || Character.isDigit(c));
  }

  static String sentenceWords(Sentence sentence, int from, int to) {
    StringBuilder words = new StringBuilder();
    int last = -1;
    for (int i = from; i < to; i++) {
      Token token = sentence.token(i);
      if (last >= 0 && token.span().start() > last) {
        words.append(' ');
      }
      words.append(token.word());
      last = token.span().end();
    }
    return words.toString();
  }

  /** The words of a phrase as written, without determiner and possessive pronoun. */
  static String surface(Sentence sentence, int from, int to) {
    int start = from;
    while (start < to - 1
        && (DETERMINERS.contains(Titles.lower(sentence.token(start).word()))
            || POSSESSIVES.contains(Titles.lower(sentence.token(start).word())))) {
      start++;
    }
    return sentenceWords(sentence, start, to);
  }
}
