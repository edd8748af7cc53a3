package org.chancery.analysis;

import java.util.Optional;
import java.util.Set;
import org.chancery.ontology.WordLists;

/**
 * What stands behind the head of a post's name: {@code minister | of trade of Kenya}. Finds where
 * it ends and whom it says that the post serves.
 */
final class Complements {
  private static final Set<String> LINKS = WordLists.load().require("title-link");
  private static final Set<String> PARTIES = WordLists.load().require("party-noun");
  private static final Set<String> CHAIRS = WordLists.load().require("chairing-post");
  private static final Set<String> NATIONAL_BODIES = WordLists.load().require("national-body");
  private static final Set<String> STATE_BODIES = WordLists.load().require("state-body");
  private static final Set<String> TIME_WORDS = WordLists.load().require("time-word");
  private static final Set<String> TIMES = WordLists.load().require("time-noun");
  private static final int LONGEST = 24;

  private static final Set<String> SCENES = WordLists.load().require("title-scene");

  private final Titles titles;
  private final Lexicons lexicons;

  Complements(Titles titles, Lexicons lexicons) {
    this.titles = titles;
    this.lexicons = lexicons;
  }

  /**
   * A head and the word that joins its complement.
   *
   * @param at 0-based position of "of", "for", …
   */
  record Link(Titles.Head head, int at) {}

  /** Whether a word that joins a complement stands at a position. */
  boolean follows(Sentence sentence, int at) {
    return at < sentence.size() && LINKS.contains(Titles.lower(sentence.token(at).word()));
  }

  /**
   * The head of the phrase that ends at a position, if it has a complement: of {@code Minister of
   * Public Works |}.
   */
  Optional<Link> before(Sentence sentence, SentenceNames names, int end, int floor) {
    if (end - 1 < floor || sentence.token(end - 1).isComma()) {
      return Optional.empty();
    }
    for (int at = end - 1; at > Math.max(floor, end - LONGEST); at--) {
      Token token = sentence.token(at);
      if (follows(sentence, at)) {
        Optional<Titles.Head> head =
            titles.endingAt(sentence, at, floor).filter(Titles.Head::isPost);
        if (at == end - 1) {
          return Optional.empty();
        }
        if (head.isPresent()) {
          return Optional.of(new Link(head.get(), at));
        }
      } else if (token.name() == Token.NameTag.PERSON && names.covering(at).isEmpty()
          || !mayStandIn(token)
          || token.isComma()
              && sentence.token(at + 1).is("and")
              && isNation(sentence, names, at + 2)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean mayStandIn(Token token) {
    return token.isCapitalized()
        || token.isNoun()
        || token.tag().startsWith("JJ")
        || token.tag().equals("POS")
        || token.is("the")
        || token.is("and")
        || token.is("&")
        || token.isComma()
        || token.is("-");
  }

  /**
   * Where the complements of a head end: after {@code of the Ministry of Trade for …}.
   *
   * @param plural whether the head is, so that it may have several owners
   * @return {@code start} if none follows
   */
  int end(Sentence sentence, SentenceNames names, int start, int limit, boolean plural) {
    int end = start;
    while (end < limit && follows(sentence, end) && !isTime(sentence, end + 1)) {
      int noun = nounPhraseEnd(sentence, names, end + 1, limit);
      if (noun == end + 1 || isScene(sentence, names, end, noun, plural && end > start)) {
        return end;
      }
      end = plural ? furtherOwners(sentence, names, noun, limit) : noun;
    }
    return end;
  }

  /**
   * "at the summit", "in Nairobi" after "foreign ministers of Mali": where something happens, not
   * what the post is for.
   *
   * @param link position of the word that joins the phrase
   * @param end position just past it
   * @param told whether words before it say already what the posts are for
   */
  private boolean isScene(Sentence sentence, SentenceNames names, int link, int end, boolean told) {
    if (!SCENES.contains(Titles.lower(sentence.token(link).word()))) {
      return false;
    }
    boolean meeting =
        lexicons
            .meeting(sentence.token(end - 1).lemma())
            .filter(noun -> noun.strength() == Lexicons.Strength.STRONG)
            .isPresent();
    int start = sentence.token(link + 1).is("the") ? link + 2 : link + 1;
    boolean place =
        names
            .startingAt(start)
            .filter(
                name ->
                    name.kind() == KnownName.Kind.CITY
                        || name.kind() == KnownName.Kind.COUNTRY
                        || name.kind() == KnownName.Kind.PLACE)
            .isPresent();
    return meeting || told && place;
  }

  /** "the time" after "minister at", "two years" after "minister for". */
  private static boolean isTime(Sentence sentence, int at) {
    return at + 1 < sentence.size()
        && (sentence.token(at).tag().equals("CD")
            || sentence.token(at).tag().equals("DT")
                && TIMES.contains(Titles.lower(sentence.token(at + 1).word())));
  }

  /** Where a noun phrase that starts at a position ends; the position itself if none does. */
  private int nounPhraseEnd(Sentence sentence, SentenceNames names, int start, int limit) {
    int at = start;
    int end = start;
    while (at < limit) {
      Token token = sentence.token(at);
      boolean known = names.covering(at).isPresent();
      if (token.name() == Token.NameTag.PERSON && !known) {
        return end;
      }
      if (TIME_WORDS.contains(Titles.lower(token.word()))) {
        return end;
      }
      if (token.isNoun() || known) {
        if (DateWords.contains(token.word())) {
          return end;
        }
        at++;
        end = at;
      } else if (mayPrecedeNoun(token) || token.tag().equals("VBG") && at > start) {
        at++;
      } else if ((token.is("and") || token.is("&"))
          && at > start
          && at + 1 < limit
          && sameCase(sentence, at)
          && titles.startingAt(sentence, at + 1).isEmpty()
          && names.startingAt(at + 1).isEmpty()) {
        at++;
      } else if (token.isComma()
          && at > start
          && at + 1 < limit
          && listGoesOn(sentence, names, at, limit)) {
        at++;
      } else {
        return end;
      }
    }
    return end;
  }

  /** Past the other countries of "the ministers of Chile | , Peru and Kenya". */
  private static int furtherOwners(Sentence sentence, SentenceNames names, int start, int limit) {
    int end = start;
    while (end + 1 < limit
        && names.endingAt(end).filter(name -> name.kind() == KnownName.Kind.COUNTRY).isPresent()) {
      int at = end;
      while (at < limit
          && (sentence.token(at).isComma()
              || sentence.token(at).is("and")
              || sentence.token(at).is("the") && at > end)) {
        at++;
      }
      Optional<KnownName> next =
          at > end && at < limit
              ? names.startingAt(at).filter(name -> name.kind() == KnownName.Kind.COUNTRY)
              : Optional.empty();
      if (next.isEmpty() || next.get().to() > limit) {
        return end;
      }
      end = next.get().to();
    }
    return end;
  }

  private static boolean mayPrecedeNoun(Token token) {
    return token.tag().startsWith("JJ")
        || token.tag().equals("POS")
        || token.tag().equals("CD")
        || token.tag().equals("DT")
        || token.tag().equals("PRP$")
        || token.tag().equals("HYPH")
        || token.is("-");
  }

  private static boolean sameCase(Sentence sentence, int at) {
    Token next = sentence.token(at + 1);
    Token last = sentence.token(at - 1).isComma() ? sentence.token(at - 2) : sentence.token(at - 1);
    Token first = next.is("the") && at + 2 < sentence.size() ? sentence.token(at + 2) : next;
    return last.isCapitalized() == first.isCapitalized()
        && first.name() != Token.NameTag.PERSON
        && (first.isNoun() || first.tag().startsWith("JJ"));
  }

  /** In "Minister of Trade, Industry and Energy", whether the comma joins portfolios. */
  private boolean listGoesOn(Sentence sentence, SentenceNames names, int comma, int limit) {
    Token last = sentence.token(comma - 1);
    if (!last.isCapitalized() || names.covering(comma - 1).isPresent()) {
      return false;
    }
    int at = comma + 1;
    if (sentence.token(at).is("and")) {
      return sameCase(sentence, at) && !isNation(sentence, names, at + 1);
    }
    int words = 0;
    while (at < limit && words < 5) {
      Token token = sentence.token(at);
      if (token.is("and") || token.is("&")) {
        return words > 0 && sameCase(sentence, at);
      }
      if (token.isComma()) {
        return words > 0 && listGoesOn(sentence, names, at, limit);
      }
      boolean portfolio =
          token.isCapitalized()
              && (token.isNoun() || token.tag().startsWith("JJ"))
              && token.name() != Token.NameTag.PERSON
              && names.covering(at).isEmpty()
              && titles.startingAt(sentence, at).isEmpty();
      if (!portfolio) {
        return false;
      }
      words++;
      at++;
    }
    return false;
  }

  /** ", and the United States": who else was there. */
  private static boolean isNation(Sentence sentence, SentenceNames names, int at) {
    int start = at < sentence.size() && sentence.token(at).is("the") ? at + 1 : at;
    return names.startingAt(start).filter(KnownName::isNation).isPresent();
  }

  /**
   * The phrase with its complement, whose owner it may name.
   *
   * @param link position of the word that joins the complement
   * @param end position just past it
   */
  OfficePhrase join(
      Sentence sentence, SentenceNames names, OfficePhrase phrase, int link, int end) {
    Owning owning = owning(sentence, names, phrase, link, end);
    Optional<OfficePhrase.Owner> owner = phrase.owner().or(owning::owner);
    boolean chairs =
        owner.isEmpty()
            && CHAIRS.contains(phrase.head())
            && isProperBody(sentence, link, end)
            && !isMinistry(sentence, link);
    boolean national = phrase.servesCountry() && !chairs;
    if (owner.isEmpty() && !national && sentence.token(link).is("of")) {
      owner = unknownOrganization(sentence, link + 1, end);
    }
    String complement =
        words(sentence, link, phrase.owner().isPresent() ? end : owning.from())
            + (phrase.owner().isPresent() ? "" : words(sentence, owning.to(), end));
    return new OfficePhrase(
        phrase.from(),
        end,
        phrase.title() + complement,
        OfficeGrammar.surface(sentence, phrase.from(), end),
        phrase.head(),
        phrase.holding(),
        owner,
        national || isMinistry(sentence, link),
        true,
        phrase.plural(),
        phrase.definite(),
        phrase.possessor());
  }

  private static String words(Sentence sentence, int from, int to) {
    return from < to ? " " + OfficeGrammar.sentenceWords(sentence, from, to) : "";
  }

  /** "president of the Harbour Council", but not "president of the Senate". */
  private static boolean isProperBody(Sentence sentence, int link, int end) {
    Token last = sentence.token(end - 1);
    return sentence.token(link).is("of")
        && end - link > 3
        && sentence.token(link + 1).is("the")
        && sentence.token(link + 2).isCapitalized()
        && last.isCapitalized()
        && !NATIONAL_BODIES.contains(Titles.lower(last.word()))
        && !NATIONAL_BODIES.contains(Titles.lower(sentence.token(link + 2).word()));
  }

  private static boolean isMinistry(Sentence sentence, int link) {
    return link + 2 < sentence.size()
        && (sentence.token(link + 1).is("Ministry")
            || sentence.token(link + 2).is("Ministry")
            || sentence.token(link + 2).is("Department"));
  }

  /** "the Harbour Police Board" belongs to a country that the words do not name. */
  private static boolean isStateBody(Sentence sentence, int from, int end) {
    return STATE_BODIES.contains(Titles.lower(sentence.token(end - 1).word()))
        || STATE_BODIES.contains(Titles.lower(sentence.token(from).word()));
  }

  /**
   * Whom a complement says that the post serves, and the words that say only this.
   *
   * @param from position of the first such word; the complement's end if its owner's name belongs
   *     to the title
   * @param to position just past the last
   */
  private record Owning(Optional<OfficePhrase.Owner> owner, int from, int to) {}

  private Owning owning(
      Sentence sentence, SentenceNames names, OfficePhrase phrase, int link, int end) {
    Optional<OfficePhrase.Owner> party = party(sentence, link, end);
    boolean accredited = sentence.token(link).is("to") && !isOfficial(sentence, link + 1);
    for (int at = link; at < end && party.isEmpty(); at++) {
      Optional<KnownName> found = names.startingAt(at);
      if (found.isEmpty()) {
        continue;
      }
      KnownName name = found.get();
      int before = sentence.token(at - 1).is("the") ? at - 2 : at - 1;
      boolean of = before >= link && sentence.token(before).is("of");
      switch (name.kind()) {
        case COUNTRY, CITY, PLACE -> {
          boolean ends = name.to() == end || follows(sentence, name.to());
          boolean from = before == link && sentence.token(link).is("from");
          boolean target =
              accredited
                  || sentence.token(link).is("for") && at <= link + 2
                  || sentence.token(at - 1).is("to");
          boolean seat = name.kind() != KnownName.Kind.COUNTRY && !phrase.servesCountry();
          if (ends && (of && !target || from)) {
            // "minister of trade of Kenya", but "mayor of Nairobi"
            return seat
                ? new Owning(Optional.of(owner(name)), end, end)
                : new Owning(Optional.of(owner(name)), before, name.to());
          }
          if (!target && name.to() < end) {
            return new Owning(Optional.of(owner(name)), end, end);
          }
        }
        case DEMONYM -> {
          if (!accredited) {
            return new Owning(Optional.of(owner(name)), end, end);
          }
        }
        case ORGANIZATION, INSTITUTION, METONYM -> {
          if (!accredited && !(phrase.servesCountry() && sentence.token(link).is("for"))) {
            return new Owning(Optional.of(owner(name)), end, end);
          }
        }
      }
    }
    return new Owning(party, end, end);
  }

  /** "adviser to the President of Chile": one who serves an official serves his country. */
  private boolean isOfficial(Sentence sentence, int at) {
    int start = sentence.token(at).is("the") ? at + 1 : at;
    return start < sentence.size()
        && titles.startingAt(sentence, start).filter(Titles.Head::isPost).isPresent();
  }

  /** Whom a name makes the post serve. */
  static OfficePhrase.Owner owner(KnownName name) {
    return name.isOrganization()
        ? new OfficePhrase.Owner.OfOrganization(name.name(), name.country())
        : name.country()
            .<OfficePhrase.Owner>map(OfficePhrase.Owner.OfCountry::new)
            .orElseGet(() -> new OfficePhrase.Owner.OfOrganization(name.name(), Optional.empty()));
  }

  /** A party's leader serves the party, whatever country its name holds. */
  private static Optional<OfficePhrase.Owner> party(Sentence sentence, int link, int end) {
    boolean party =
        sentence.token(end - 1).isCapitalized()
            && PARTIES.contains(Titles.lower(sentence.token(end - 1).word()));
    int from = sentence.token(link + 1).is("the") ? link + 2 : link + 1;
    return party && from < end
        ? Optional.of(
            new OfficePhrase.Owner.OfOrganization(
                OfficeGrammar.sentenceWords(sentence, from, end), Optional.empty()))
        : Optional.empty();
  }

  /**
   * "the Regional Security System" after "director of": a capitalized phrase with its article is an
   * organization.
   */
  private static Optional<OfficePhrase.Owner> unknownOrganization(
      Sentence sentence, int from, int end) {
    if (end - from < 2 || !sentence.token(from).is("the")) {
      return Optional.empty();
    }
    for (int at = from + 1; at < end; at++) {
      Token token = sentence.token(at);
      if (!token.isCapitalized()
          && !token.is("of")
          && !token.is("for")
          && !token.is("and")
          && !token.is("the")) {
        return Optional.empty();
      }
    }
    return end - from < 3 || isMinistry(sentence, from - 1) || isStateBody(sentence, from + 1, end)
        ? Optional.empty()
        : Optional.of(
            new OfficePhrase.Owner.OfOrganization(
                OfficeGrammar.sentenceWords(sentence, from + 1, end), Optional.empty()));
  }
}
