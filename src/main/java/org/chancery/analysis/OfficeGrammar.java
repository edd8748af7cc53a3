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
  private static final Set<String> LINKS = WordLists.load().require("title-link");

  /** Posts whose capitalized first words name the organization: "Harbour Council President". */
  private static final Set<String> CHAIRS = WordLists.load().require("chairing-post");

  private static final Set<String> NATIONAL_BODIES = WordLists.load().require("national-body");
  private static final Set<String> PARTIES = WordLists.load().require("party-noun");
  private static final int LONGEST_COMPLEMENT = 24;

  private final Titles titles;

  OfficeGrammar(Titles titles) {
    this.titles = titles;
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
      boolean joined =
          left - 2 >= floor
              && (sentence.token(left - 1).is("and") || sentence.token(left - 1).is("&"));
      // "Minister of Trade A and Maltese Minister B": an owner in front begins another person's
      // post
      boolean owned =
          names
              .startingAt(left)
              .filter(
                  name ->
                      name.kind() == KnownName.Kind.COUNTRY
                          || name.kind() == KnownName.Kind.DEMONYM)
              .isPresent();
      if (!joined || owned || phrase.get().definite()) {
        return phrases;
      }
      right = left - 1;
    }
  }

  /**
   * The post named from a position on, up to a mark or verb that ends it, as in {@code Name, | the
   * director of the …}.
   */
  Optional<OfficePhrase> after(Sentence sentence, SentenceNames names, int start, int limit) {
    int ceiling = Math.min(limit, start + 14);
    for (int at = start; at < ceiling; at++) {
      Optional<Titles.Head> found = office(titles.startingAt(sentence, at));
      if (found.isPresent()) {
        Titles.Head head = lastOfGroup(sentence, found.get(), limit);
        Optional<OfficePhrase> phrase = leftOf(sentence, names, head, start, head.to());
        if (phrase.isPresent() && phrase.get().from() == start) {
          return Optional.of(withComplement(sentence, names, phrase.get(), head, limit));
        }
        return Optional.empty();
      }
      if (!inPhrase(sentence.token(at)) && names.covering(at).isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
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

  private Optional<OfficePhrase> one(Sentence sentence, SentenceNames names, int end, int floor) {
    int right = end;
    // "Foreign Minister-Designate Name"
    Optional<OfficePhrase.Holding> behind = Optional.empty();
    if (right - 1 > floor) {
      behind = titles.after(sentence.token(right - 1));
      if (behind.isPresent()) {
        right--;
        if (right - 1 > floor && sentence.token(right - 1).is("-")) {
          right--;
        }
      }
    }
    Optional<Titles.Head> direct = office(titles.endingAt(sentence, right, floor));
    Optional<OfficePhrase> phrase =
        direct.isPresent()
            ? leftOf(sentence, names, direct.get(), floor, right)
            : overComplement(sentence, names, right, floor);
    Optional<OfficePhrase.Holding> holding = behind;
    int to = end;
    return phrase.map(
        found -> holding.isEmpty() ? found : held(found, holding.get(), found.from(), to));
  }

  private static OfficePhrase held(
      OfficePhrase phrase, OfficePhrase.Holding holding, int from, int to) {
    return new OfficePhrase(
        from,
        to,
        phrase.title(),
        phrase.surface(),
        phrase.head(),
        holding,
        phrase.owner(),
        phrase.servesCountry(),
        phrase.bare(),
        phrase.plural(),
        phrase.definite(),
        phrase.possessor());
  }

  private static Optional<Titles.Head> office(Optional<Titles.Head> head) {
    return head.filter(
        found ->
            found.entry().kind() == Titles.Kind.OFFICE
                || found.entry().kind() == Titles.Kind.COUNTERPART);
  }

  /**
   * A phrase whose head stands some words before {@code end}: {@code Minister of Public Works |
   * Name}.
   */
  private Optional<OfficePhrase> overComplement(
      Sentence sentence, SentenceNames names, int end, int floor) {
    if (end - 1 < floor || sentence.token(end - 1).isComma()) {
      return Optional.empty();
    }
    for (int at = end - 1; at > Math.max(floor, end - LONGEST_COMPLEMENT); at--) {
      Token token = sentence.token(at);
      if (LINKS.contains(Titles.lower(token.word()))) {
        Optional<Titles.Head> head = office(titles.endingAt(sentence, at, floor));
        if (head.isPresent()) {
          Optional<OfficePhrase> phrase = leftOf(sentence, names, head.get(), floor, at);
          if (phrase.isPresent()) {
            return Optional.of(joined(sentence, names, phrase.get(), at, end));
          }
        }
        if (at == end - 1) {
          return Optional.empty();
        }
        continue;
      }
      if (token.name() == Token.NameTag.PERSON && names.covering(at).isEmpty()) {
        return Optional.empty();
      }
      if (!inComplement(token)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean inComplement(Token token) {
    return token.isCapitalized() && !token.isVerb()
        || token.isNoun()
        || token.tag().startsWith("JJ")
        || token.tag().equals("POS")
        || token.is("the")
        || token.is("and")
        || token.is("&")
        || token.isComma()
        || token.is("-");
  }

  private static boolean inPhrase(Token token) {
    return token.isNoun()
        || token.tag().startsWith("JJ")
        || token.tag().equals("POS")
        || token.tag().equals("VBN")
        || token.tag().equals("CD")
        || token.is("and")
        || token.is("&")
        || token.is("-")
        || token.is("U.S.")
        || DETERMINERS.contains(Titles.lower(token.word()))
        || POSSESSIVES.contains(Titles.lower(token.word()))
        || token.isCapitalized() && !token.isVerb();
  }

  /** Walks left from a head. */
  private Optional<OfficePhrase> leftOf(
      Sentence sentence, SentenceNames names, Titles.Head head, int floor, int to) {
    OfficePhrase.Holding holding = OfficePhrase.Holding.CURRENT;
    Optional<OfficePhrase.Owner> owner = Optional.empty();
    Optional<String> possessor = Optional.empty();
    boolean definite = false;
    boolean headCapitalized = sentence.token(head.from()).isCapitalized();
    int from = head.from();
    int titleFrom = head.from();
    while (from > floor) {
      Token token = sentence.token(from - 1);
      String word = Titles.lower(token.word());
      Optional<OfficePhrase.Holding> modifier = titles.before(token);
      Optional<Titles.Head> address = titles.endingAt(sentence, from, floor);
      if (address.isPresent() && address.get().entry().kind() == Titles.Kind.HONORIFIC) {
        // "His Majesty King Name"
        from = address.get().from();
        continue;
      }
      if (token.is("-") && !isGlued(sentence, from - 1)) {
        break;
      }
      if (token.is("-") && from - 2 >= floor) {
        Optional<OfficePhrase.Holding> prefixed = titles.before(sentence.token(from - 2));
        if (prefixed.isPresent()) {
          holding = stronger(holding, prefixed.get());
          from -= 2;
          continue;
        }
        if (sentence.token(from - 2).isNoun() || sentence.token(from - 2).tag().startsWith("JJ")) {
          from -= 2;
          titleFrom = from;
          continue;
        }
        break;
      }
      if (modifier.isPresent()) {
        holding = stronger(holding, modifier.get());
        from--;
        continue;
      }
      if (DETERMINERS.contains(word)) {
        definite = word.equals("the");
        from--;
        break;
      }
      if (POSSESSIVES.contains(word)) {
        possessor = Optional.of(word);
        definite = true;
        from--;
        break;
      }
      boolean genitive = token.tag().equals("POS") || isGenitiveMark(token);
      int ownerEnd = genitive ? from - 1 : from;
      Optional<KnownName> known = names.endingAt(ownerEnd);
      if (known.isPresent()
          && known.get().from() >= floor
          && owner.isEmpty()
          && isOwner(known.get(), genitive)) {
        KnownName name = known.get();
        owner = Optional.of(owner(name));
        from = name.from();
        if (genitive) {
          definite = true;
        }
        if (name.isOrganization() && !genitive) {
          // "Harbour Authority Administrator": an organization belongs to the title
          titleFrom = from;
        }
        continue;
      }
      if (genitive) {
        // "the Omani Ministry of Trade's adviser"; of "the ministry's spokesman" the owner stays
        // open
        definite = true;
        int start = capitalsBefore(sentence, ownerEnd, floor);
        for (KnownName name : names.names()) {
          boolean inside = name.from() >= start && name.to() <= ownerEnd;
          boolean nation =
              name.kind() == KnownName.Kind.COUNTRY || name.kind() == KnownName.Kind.DEMONYM;
          if (inside && nation && owner.isEmpty() && ownerEnd - start > 1) {
            owner = Optional.of(owner(name));
            from = start;
          }
        }
        break;
      }
      if (known.isPresent()) {
        break;
      }
      if (token.name() == Token.NameTag.PERSON) {
        break;
      }
      if ((word.equals("and") || word.equals("&")) && from - 2 >= floor) {
        Token left = sentence.token(from - 2);
        boolean portfolio =
            (left.tag().startsWith("JJ") || left.isNoun())
                && left.isCapitalized() == sentence.token(from).isCapitalized()
                && names.covering(from - 2).isEmpty()
                && left.name() != Token.NameTag.PERSON
                && titles.endingAt(sentence, from - 1, floor).isEmpty()
                && !endsComplement(sentence, names, from - 1, floor)
                && (left.isCapitalized() || titles.isPortfolioAdjective(left));
        if (!portfolio) {
          break;
        }
        from -= 2;
        titleFrom = from;
        continue;
      }
      if (word.equals("of")
          && from - 2 >= floor
          && from < head.from()
          && headCapitalized
          && sentence.token(from - 2).isCapitalized()
          && sentence.token(from - 2).isNoun()
          && !isGeographic(names.endingAt(from - 1))
          && titles.endingAt(sentence, from - 1, floor).isEmpty()) {
        // "House of Lords Speaker", "Ministry of Trade spokesman"
        from -= 2;
        titleFrom = from;
        continue;
      }
      boolean capital =
          headCapitalized
              && token.isCapitalized()
              && (token.isNoun() || token.tag().startsWith("JJ") || token.tag().equals("VBN"));
      boolean lowerNoun = !token.isCapitalized() && token.isNoun();
      boolean lowerAdjective = titles.isPortfolioAdjective(token) && !token.isVerb();
      boolean organizationWord = token.isProperNoun() && token.name() == Token.NameTag.ORGANIZATION;
      boolean acronym = token.isProperNoun() && isAcronym(token.word());
      if (capital
          || organizationWord
          || acronym
          || (!headCapitalized && (lowerNoun || lowerAdjective))) {
        if (DateWords.contains(token.word())) {
          break;
        }
        from--;
        titleFrom = from;
        continue;
      }
      break;
    }
    boolean titled = titleFrom < head.from() || owner.isPresent();
    if (head.entry().kind() == Titles.Kind.OFFICE
        && !head.entry().bare()
        && !titled
        && to == head.to()) {
      // "head", "official" alone name no post; with a complement they may
      if (!complementFollows(sentence, head.to())) {
        return Optional.empty();
      }
    }
    boolean chairs =
        CHAIRS.contains(head.entry().phrase())
            && owner.isEmpty()
            && titleFrom < head.from()
            && sentence.token(titleFrom).isProperNoun()
            && !NATIONAL_BODIES.contains(Titles.lower(sentence.token(head.from() - 1).word()));
    if (chairs) {
      owner =
          Optional.of(
              new OfficePhrase.Owner.OfOrganization(
                  sentenceWords(sentence, titleFrom, head.from()), Optional.empty()));
    }
    String title = title(sentence, titleFrom, head);
    return Optional.of(
        new OfficePhrase(
            from,
            to,
            title,
            surface(sentence, from, to),
            head.entry().phrase(),
            holding,
            owner,
            head.entry().serves() == Titles.Serves.COUNTRY,
            head.entry().bare() || titled,
            head.plural(),
            definite,
            possessor));
  }

  /**
   * Whether "… of the NP" of another post ends here, so that an "and" joins posts, not portfolios.
   */
  private boolean endsComplement(Sentence sentence, SentenceNames names, int end, int floor) {
    return overComplement(sentence, names, end, floor).isPresent();
  }

  private static boolean isGeographic(Optional<KnownName> name) {
    return name.filter(
            known -> known.kind() == KnownName.Kind.CITY || known.kind() == KnownName.Kind.COUNTRY)
        .isPresent();
  }

  private static boolean complementFollows(Sentence sentence, int at) {
    return at < sentence.size() && LINKS.contains(Titles.lower(sentence.token(at).word()));
  }

  /**
   * Where the capitalized words that end at a position begin, small words between them included.
   */
  private static int capitalsBefore(Sentence sentence, int end, int floor) {
    int start = end;
    for (int at = end - 1; at >= floor; at--) {
      Token token = sentence.token(at);
      if (token.isCapitalized() && !token.isVerb() && token.name() != Token.NameTag.PERSON) {
        start = at;
      } else if (!token.is("of") && !token.is("and") && !token.is("for") && !token.is("the")) {
        break;
      }
    }
    return start;
  }

  /** Whether a hyphen joins two words, not two phrases. */
  private static boolean isGlued(Sentence sentence, int hyphen) {
    return hyphen > 0
        && hyphen + 1 < sentence.size()
        && sentence.token(hyphen - 1).span().end() == sentence.token(hyphen).span().start()
        && sentence.token(hyphen).span().end() == sentence.token(hyphen + 1).span().start();
  }

  private static boolean isGenitiveMark(Token token) {
    return token.word().equals("'s") || token.word().equals("’s");
  }

  static boolean isAcronym(String word) {
    return word.length() >= 2
        && word.length() <= 8
        && word.chars().filter(Character::isUpperCase).count() >= 2
        && word.chars().allMatch(c -> Character.isUpperCase(c) || c == '.' || Character.isDigit(c));
  }

  private static OfficePhrase.Holding stronger(
      OfficePhrase.Holding one, OfficePhrase.Holding other) {
    if (one == OfficePhrase.Holding.FORMER || other == OfficePhrase.Holding.FORMER) {
      return OfficePhrase.Holding.FORMER;
    }
    if (one == OfficePhrase.Holding.ELECT || other == OfficePhrase.Holding.ELECT) {
      return OfficePhrase.Holding.ELECT;
    }
    return one == OfficePhrase.Holding.ACTING ? one : other;
  }

  private static boolean isOwner(KnownName name, boolean genitive) {
    return switch (name.kind()) {
      case COUNTRY, DEMONYM, ORGANIZATION, INSTITUTION, CITY, METONYM -> true;
      case PLACE -> genitive;
    };
  }

  private static OfficePhrase.Owner owner(KnownName name) {
    return name.isOrganization()
        ? new OfficePhrase.Owner.OfOrganization(name.name(), name.country())
        : name.country()
            .<OfficePhrase.Owner>map(OfficePhrase.Owner.OfCountry::new)
            .orElseGet(() -> new OfficePhrase.Owner.OfOrganization(name.name(), Optional.empty()));
  }

  private OfficePhrase withComplement(
      Sentence sentence, SentenceNames names, OfficePhrase phrase, Titles.Head head, int limit) {
    int end = complementEnd(sentence, names, head.to(), limit);
    return end == head.to() ? phrase : joined(sentence, names, phrase, head.to(), end);
  }

  /**
   * Where the complements of a head end: after {@code of the Ministry of Trade for …}.
   *
   * @return {@code start} if none follows
   */
  int complementEnd(Sentence sentence, SentenceNames names, int start, int limit) {
    int end = start;
    int at = start;
    while (at < limit && LINKS.contains(Titles.lower(sentence.token(at).word()))) {
      int noun = nounPhraseEnd(sentence, names, at + 1, limit);
      if (noun == at + 1) {
        return end;
      }
      end = noun;
      at = noun;
    }
    return end;
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
      if (token.isNoun() || known) {
        if (DateWords.contains(token.word())) {
          return end;
        }
        at++;
        end = at;
      } else if (token.tag().startsWith("JJ")
          || token.tag().equals("POS")
          || token.tag().equals("CD")
          || token.tag().equals("DT")
          || token.tag().equals("PRP$")
          || token.tag().equals("HYPH")
          || token.is("-")
          || token.tag().equals("VBG") && at > start) {
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
      return sameCase(sentence, at);
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

  /** The phrase with its complement, whose owner it may name. */
  private OfficePhrase joined(
      Sentence sentence, SentenceNames names, OfficePhrase phrase, int link, int end) {
    Optional<OfficePhrase.Owner> owner = phrase.owner().or(() -> party(sentence, link, end));
    boolean national =
        link + 2 < sentence.size()
            && (sentence.token(link + 1).is("Ministry")
                || sentence.token(link + 2).is("Ministry")
                || sentence.token(link + 2).is("Department"));
    int titleEnd = end;
    boolean accredited = sentence.token(link).is("to");
    for (int at = link; at < end && owner.isEmpty(); at++) {
      Optional<KnownName> name = names.startingAt(at);
      if (name.isEmpty()) {
        continue;
      }
      boolean afterOf =
          at > link
              && (isOf(sentence, at - 1)
                  || isOf(sentence, at - 2) && sentence.token(at - 1).is("the"));
      switch (name.get().kind()) {
        case COUNTRY, CITY, PLACE -> {
          boolean target =
              accredited
                  || sentence.token(link).is("for") && at <= link + 2
                  || sentence.token(at - 1).is("to");
          if (afterOf && name.get().to() == end && !target) {
            owner = Optional.of(owner(name.get()));
            int before = sentence.token(at - 1).is("the") ? at - 2 : at - 1;
            titleEnd = before > link ? before : link;
          } else if (!target && name.get().to() < end && !accredited) {
            owner = Optional.of(owner(name.get()));
          }
        }
        case DEMONYM -> {
          if (!accredited) {
            owner = Optional.of(owner(name.get()));
          }
        }
        case ORGANIZATION, INSTITUTION, METONYM -> {
          if (!accredited && !(phrase.servesCountry() && sentence.token(link).is("for"))) {
            owner = Optional.of(owner(name.get()));
          }
        }
      }
    }
    if (owner.isEmpty() && !phrase.servesCountry() && isOf(sentence, link)) {
      owner = unknownOrganization(sentence, link + 1, end);
    }
    String base = phrase.title();
    String complement = titleEnd > link ? " " + sentenceWords(sentence, link, titleEnd) : "";
    return new OfficePhrase(
        phrase.from(),
        end,
        base + complement,
        surface(sentence, phrase.from(), end),
        phrase.head(),
        phrase.holding(),
        owner,
        phrase.servesCountry() || national,
        true,
        phrase.plural(),
        phrase.definite(),
        phrase.possessor());
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
                sentenceWords(sentence, from, end), Optional.empty()))
        : Optional.empty();
  }

  private static boolean isOf(Sentence sentence, int at) {
    return at >= 0 && sentence.token(at).is("of");
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
    // "the Ministry of Trade", "the Department" belong to a country that the words do not name
    boolean national =
        sentence.token(from + 1).is("Ministry") || sentence.token(from + 1).is("Department");
    return end - from < 3 || national
        ? Optional.empty()
        : Optional.of(
            new OfficePhrase.Owner.OfOrganization(
                sentenceWords(sentence, from + 1, end), Optional.empty()));
  }

  private static String title(Sentence sentence, int from, Titles.Head head) {
    String words =
        head.plural()
            ? (from < head.from() ? sentenceWords(sentence, from, head.from()) + " " : "")
                + head.entry().phrase()
            : sentenceWords(sentence, from, head.to());
    return Capitals.ofTitle(words);
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

  private static String surface(Sentence sentence, int from, int to) {
    int start = from;
    while (start < to - 1
        && (DETERMINERS.contains(Titles.lower(sentence.token(start).word()))
            || POSSESSIVES.contains(Titles.lower(sentence.token(start).word())))) {
      start++;
    }
    return sentenceWords(sentence, start, to);
  }
}
