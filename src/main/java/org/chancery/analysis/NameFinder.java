package org.chancery.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.article.Zone;
import org.chancery.ontology.WordLists;

/**
 * Finds the names of people: those that the recognizer saw, and those that a title or a given name
 * vouches for.
 */
final class NameFinder {
  private static final Set<String> PARTICLES = WordLists.load().require("name-particle");
  private static final Set<String> ARABIC_PARTICLES = WordLists.load().require("arabic-particle");
  private static final Set<String> SUFFIXES = WordLists.load().require("name-suffix");
  private static final Set<String> ADDRESSES = WordLists.load().require("personal-address");
  private static final Set<String> NAME_OPENERS = WordLists.load().require("name-opener");
  private static final Set<String> IN = WordLists.load().require("place-preposition");
  private static final int LONGEST = 9;
  private static final int LONGEST_GIVEN = 4;

  private final Titles titles;
  private final GivenNames givenNames;
  private final Lexicons lexicons;
  private final Complements complements;

  NameFinder(Titles titles, GivenNames givenNames, Lexicons lexicons) {
    this.titles = titles;
    this.givenNames = givenNames;
    this.lexicons = lexicons;
    this.complements = new Complements(titles, lexicons);
  }

  /**
   * A name's tokens, before the words around it are looked at.
   *
   * @param from 0-based position of the first
   * @param to position just past the last
   */
  record Name(int from, int to) {}

  /** The names of a sentence, in the order of the text, without overlap. */
  List<Name> find(Sentence sentence, SentenceNames names, KnownPeople known) {
    List<Name> spans = new ArrayList<>();
    int at = 0;
    while (at < sentence.size()) {
      Optional<Name> name = at(sentence, names, known, at);
      name.ifPresent(spans::add);
      at = name.map(Name::to).orElse(at + 1);
    }
    return spans;
  }

  private Optional<Name> at(Sentence sentence, SentenceNames names, KnownPeople known, int at) {
    // the second of "the Strand-Diallo talks" is no mention of the person
    if (at > 1
        && sentence.token(at - 1).is("-")
        && sentence.token(at - 2).span().end() == sentence.token(at - 1).span().start()
        && sentence.token(at - 1).span().end() == sentence.token(at).span().start()) {
      return Optional.empty();
    }
    // "DR Congo" is no doctor
    if (names
        .covering(at)
        .filter(name -> name.kind() == KnownName.Kind.COUNTRY)
        .filter(name -> ADDRESSES.contains(Titles.lower(sentence.token(name.from()).word())))
        .isPresent()) {
      return Optional.empty();
    }
    int end = known.endOfName(sentence, at);
    if (end > at) {
      return Optional.of(new Name(at, end));
    }
    Optional<Name> titled = titled(sentence, names, at);
    if (titled.isPresent()) {
      return titled;
    }
    boolean particled =
        sentence.token(at).tag().equals("NNP")
            && at + 2 < sentence.size()
            && sentence.token(at + 1).name() != Token.NameTag.ORGANIZATION
            && ARABIC_PARTICLES.contains(sentence.token(at + 1).word())
            && names.covering(at).isEmpty()
            && titles.startingAt(sentence, at).isEmpty();
    boolean opened =
        NAME_OPENERS.contains(sentence.token(at).word())
            && at + 1 < sentence.size()
            && sentence.token(at + 1).name() == Token.NameTag.PERSON;
    if (particled || opened || sentence.token(at).name() == Token.NameTag.PERSON) {
      return recognized(sentence, names, at);
    }
    return given(sentence, names, at);
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
    while (from < to && !sentence.token(from).isCapitalized() && !opensLow(sentence, from)) {
      from++;
    }
    boolean name =
        from < to
            && !isCountry(names, from, to)
            && (to - from > 1 || mayBeAlone(sentence, names, from));
    return name ? Optional.of(new Name(from, to)) : Optional.empty();
  }

  /** "al-Hakim", "van der Berg": a name whose first word is written small. */
  private static boolean opensLow(Sentence sentence, int at) {
    return isParticle(sentence.token(at))
        && Character.isLetter(sentence.token(at).word().charAt(0));
  }

  private static boolean isCountry(SentenceNames names, int from, int to) {
    return names
        .startingAt(from)
        .filter(known -> known.kind() == KnownName.Kind.COUNTRY && known.to() >= to)
        .isPresent();
  }

  private boolean mayBeAlone(Sentence sentence, SentenceNames names, int at) {
    Token only = sentence.token(at);
    boolean article = at > 0 && sentence.token(at - 1).is("the");
    return names.covering(at).isEmpty()
        && titles.startingAt(sentence, at).isEmpty()
        && !article
        && only.isCapitalized()
        && (only.isNoun() || only.tag().equals("FW") || only.tag().startsWith("JJ"));
  }

  /**
   * Whether a form of address that goes with a name stands right before a word that also is a
   * title: "Dr. Sultan Name" is no sultan.
   */
  private static boolean isAddressed(Sentence sentence, int at) {
    return at > 0
        && ADDRESSES.contains(Titles.lower(sentence.token(at - 1).word()))
        && sentence.token(at).isProperNoun()
        && !ADDRESSES.contains(Titles.lower(sentence.token(at).word()));
  }

  private int extend(Sentence sentence, SentenceNames names, int start) {
    int to = start + 1;
    while (to < sentence.size() && to - start < LONGEST) {
      Token token = sentence.token(to);
      int joint = joint(sentence, to, true);
      if (token.name() == Token.NameTag.PERSON) {
        to++;
      } else if (joint > to) {
        to = joint;
      } else if (token.isProperNoun()
          && token.isCapitalized()
          && token.name() != Token.NameTag.ORGANIZATION
          && isFree(sentence, names, to)) {
        to++;
      } else {
        break;
      }
      if (SUFFIXES.contains(Titles.lower(sentence.token(to - 1).word()))) {
        break;
      }
    }
    return withoutParticles(sentence, start, to);
  }

  /** Past what may stand within a name, but is no name itself; the position itself if nothing. */
  private static int joint(Sentence sentence, int at, boolean recognized) {
    Token token = sentence.token(at);
    if (token.isCapitalized() && isParticle(sentence.token(at - 1)) && token.isNoun()) {
      return at + 1;
    }
    if (isHyphenInside(sentence, at)) {
      return at + 2;
    }
    boolean goesOn =
        at + 1 < sentence.size()
            && (isParticle(sentence.token(at + 1))
                || (recognized
                    ? sentence.token(at + 1).name() == Token.NameTag.PERSON
                    : sentence.token(at + 1).isCapitalized()));
    if (isParticle(token) && goesOn && (recognized || !token.is("-"))) {
      return at + 1;
    }
    if (opensNickname(token)
        && at + 3 < sentence.size()
        && closesNickname(sentence.token(at + 2))
        && sentence.token(at + 3).isCapitalized()) {
      return at + 4;
    }
    return SUFFIXES.contains(Titles.lower(token.word())) ? at + 1 : at;
  }

  private static int withoutParticles(Sentence sentence, int from, int end) {
    int to = end;
    while (to > from
        && isParticle(sentence.token(to - 1))
        && !sentence.token(to - 1).isCapitalized()) {
      to--;
    }
    return to;
  }

  /** "Ki-moon", cut in three by the tokenizer. */
  private static boolean isHyphenInside(Sentence sentence, int at) {
    return sentence.token(at).is("-")
        && at + 1 < sentence.size()
        && sentence.token(at - 1).span().end() == sentence.token(at).span().start()
        && sentence.token(at).span().end() == sentence.token(at + 1).span().start()
        && (sentence.token(at + 1).isNoun()
            || sentence.token(at + 1).name() == Token.NameTag.PERSON
            || sentence.token(at + 1).isCapitalized()
                && sentence.token(at + 1).name() == sentence.token(at - 1).name());
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
    if (at == 0) {
      return Optional.empty();
    }
    boolean vouched = isVouchedFor(sentence, at);
    boolean starts = startsName(sentence, names, at) || vouched && isSurname(sentence, names, at);
    if (!vouched || !starts || isThing(sentence.token(at)) && !isPerson(sentence.token(at))) {
      return Optional.empty();
    }
    boolean headline =
        sentence.zone().kind() == Zone.Kind.TITLE
            && sentence.token(at).name() != Token.NameTag.PERSON
            && (sentence.token(at).isVerb()
                || at + 1 < sentence.size() && sentence.token(at + 1).is("-"));
    if (headline) {
      return Optional.empty();
    }
    int to = at + 1;
    while (to < sentence.size() && to - at < LONGEST) {
      int joint = joint(sentence, to, false);
      if (startsName(sentence, names, to)) {
        to++;
      } else if (joint > to) {
        to = joint;
      } else {
        break;
      }
    }
    to = withoutParticles(sentence, at, to);
    return to > at ? Optional.of(new Name(at, to)) : Optional.empty();
  }

  private static boolean isPerson(Token token) {
    return token.name() == Token.NameTag.PERSON;
  }

  /** Whether the capitalized title of a post, rank or form of address stands right before. */
  private boolean isVouchedFor(Sentence sentence, int at) {
    return titles
        .endingAt(sentence, at, 0)
        .filter(head -> sentence.token(head.from()).isCapitalized())
        .map(Titles.Head::entry)
        .filter(entry -> entry.kind() != Titles.Kind.OFFICE || entry.bare())
        .filter(entry -> entry.kind() != Titles.Kind.COUNTERPART)
        .isPresent();
  }

  /** "Foreign Secretary Bridges arrived": a surname that also is a common noun. */
  private boolean isSurname(Sentence sentence, SentenceNames names, int at) {
    Token token = sentence.token(at);
    boolean alone =
        at + 1 < sentence.size()
            && !sentence.token(at + 1).isCapitalized()
            && !sentence.token(at + 1).isNoun();
    return sentence.zone().kind() == Zone.Kind.BODY
        && alone
        && token.isNoun()
        && token.isCapitalized()
        && token.name() == Token.NameTag.NONE
        && !isThing(token)
        && isFree(sentence, names, at);
  }

  private boolean startsName(Sentence sentence, SentenceNames names, int at) {
    Token token = sentence.token(at);
    if (isAddressed(sentence, at)) {
      return true;
    }
    if (token.name() == Token.NameTag.PERSON && token.isCapitalized()) {
      return titles.startingAt(sentence, at).isEmpty();
    }
    return token.isCapitalized()
        && token.tag().equals("NNP")
        && token.name() != Token.NameTag.ORGANIZATION
        && isFree(sentence, names, at);
  }

  /** Whether a word belongs to no other name, title or date, and is no abbreviation. */
  private boolean isFree(Sentence sentence, SentenceNames names, int at) {
    Token token = sentence.token(at);
    // "President Berg Foreign Minister Lund", where a comma is missing
    boolean portfolio =
        titles.isPortfolioAdjective(token)
            && at + 1 < sentence.size()
            && titles.startingAt(sentence, at + 1).filter(Titles.Head::isPost).isPresent();
    return names.covering(at).isEmpty()
        && !portfolio
        && titles.startingAt(sentence, at).isEmpty()
        && !DateWords.contains(token.word())
        && !OfficeGrammar.isAcronym(token.word());
  }

  /** Whether a word names no person, but an organization, a place, a meeting or an agreement. */
  private boolean isThing(Token token) {
    return lexicons.isOrganizationNoun(token.word())
        || lexicons.isOrganizationNoun(token.lemma())
        || lexicons.isPlaceNoun(token.word())
        || lexicons.isPlaceNoun(token.lemma())
        || lexicons.meeting(token.lemma()).isPresent()
        || lexicons.meeting(token.word()).isPresent()
        || lexicons.agreement(token.lemma()).isPresent()
        || lexicons.agreement(token.word()).isPresent();
  }

  /**
   * A given name and what follows it, which the recognizer took for something else; or what follows
   * a title that ends with its owner: "Speaker of the Parliament of Latvia | Name".
   */
  private Optional<Name> given(Sentence sentence, SentenceNames names, int start) {
    Token first = sentence.token(start);
    boolean behindPost = endsPost(sentence, names, start);
    boolean candidate =
        sentence.zone().kind() == Zone.Kind.BODY
            && first.isCapitalized()
            && first.isNoun()
            && isFree(sentence, names, start)
            && (behindPost || givenNames.isKnown(first.word()) && opens(sentence, names, start));
    if (!candidate) {
      return Optional.empty();
    }
    int to = start;
    while (to < sentence.size()) {
      Token token = sentence.token(to);
      boolean word = token.isCapitalized() && token.isNoun();
      int joint = to > start && !word ? joint(sentence, to, false) : to;
      if (word && isFree(sentence, names, to) && !isThing(token)) {
        to++;
      } else if (word) {
        return Optional.empty();
      } else if (joint > to) {
        to = joint;
      } else {
        break;
      }
    }
    to = withoutParticles(sentence, start, to);
    boolean name =
        to - start > 1
            && to - start <= LONGEST_GIVEN
            && (to == sentence.size()
                || !sentence.token(to).is("of") && !sentence.token(to).isCapitalized());
    return name ? Optional.of(new Name(start, to)) : Optional.empty();
  }

  /** Whether a name may begin here: not amid other capitalized words, nor where a place stands. */
  private boolean opens(Sentence sentence, SentenceNames names, int at) {
    if (at == 0) {
      return true;
    }
    Token before = sentence.token(at - 1);
    boolean place =
        sentence.token(at).name() == Token.NameTag.LOCATION
            && IN.contains(Titles.lower(before.word()))
            && !before.is("of");
    return !place
        && !before.is("the")
        && (at == 1
            || !before.isCapitalized()
            || names.endingAt(at).isPresent()
            || titles.endingAt(sentence, at, 0).isPresent());
  }

  /** Whether a capitalized post that names its owner last ends here. */
  private boolean endsPost(Sentence sentence, SentenceNames names, int at) {
    return names.endingAt(at).isPresent()
        && complements
            .before(sentence, names, at, 0)
            .filter(link -> sentence.token(link.head().from()).isCapitalized())
            .isPresent();
  }
}
