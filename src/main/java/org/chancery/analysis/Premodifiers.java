package org.chancery.analysis;

import java.util.Optional;
import java.util.Set;
import org.chancery.ontology.WordLists;

/**
 * What stands before the head of a post's name: {@code the acting Kenyan public works | minister}.
 * Walks left, word by word, from a head.
 */
final class Premodifiers {
  /** "Name, Jr. and Prime Minister Name": no portfolio of the second. */
  private static final Set<String> SUFFIXES = WordLists.load().require("name-suffix");

  private static final Set<String> DETERMINERS = WordLists.load().require("article");
  private static final Set<String> POSSESSIVES = WordLists.load().require("possessive");

  /** Posts whose capitalized first words name the organization: "Harbour Council President". */
  private static final Set<String> CHAIRS = WordLists.load().require("chairing-post");

  /** Titles that stand between the post and the name: "Trade Minister Senator Name". */
  private static final Set<String> PERSONAL_TITLES = WordLists.load().require("personal-title");

  /** Posts that name one as soon as something owns them: "its leader". */
  private static final Set<String> POSSESSED = WordLists.load().require("possessed-post");

  private static final Set<String> RANKS = WordLists.load().require("rank-before-owner");
  private static final Set<String> NATIONAL_BODIES = WordLists.load().require("national-body");

  private final Titles titles;
  private final Complements complements;
  private final Lexicons lexicons;

  Premodifiers(Titles titles, Complements complements, Lexicons lexicons) {
    this.titles = titles;
    this.complements = complements;
    this.lexicons = lexicons;
  }

  /**
   * The phrase of a head and the words before it.
   *
   * @param floor position that the phrase may not reach before
   * @param to position just past the phrase
   */
  Optional<OfficePhrase> leftOf(
      Sentence sentence, SentenceNames names, Titles.Head head, int floor, int to) {
    Walk walk = new Walk(sentence, names, head, floor);
    while (walk.from > floor && walk.step()) {
      // one word or name further left
    }
    return walk.phrase(to);
  }

  /** One walk to the left, and what it has met. */
  private final class Walk {
    private final Sentence sentence;
    private final SentenceNames names;
    private final Titles.Head head;
    private final int floor;
    private final boolean headCapitalized;
    private OfficePhrase.Holding holding = OfficePhrase.Holding.CURRENT;
    private Optional<OfficePhrase.Owner> owner = Optional.empty();
    private Optional<String> possessor = Optional.empty();
    private boolean definite;
    private String rank = "";
    private int from;
    private int titleFrom;

    Walk(Sentence sentence, SentenceNames names, Titles.Head head, int floor) {
      this.sentence = sentence;
      this.names = names;
      this.head = head;
      this.floor = floor;
      this.headCapitalized = sentence.token(head.from()).isCapitalized();
      this.from = head.from();
      this.titleFrom = head.from();
    }

    private Token left(int steps) {
      return sentence.token(from - steps);
    }

    /** Takes in what stands just before, if it belongs to the phrase; whether more may. */
    private boolean step() {
      Token token = left(1);
      String word = Titles.lower(token.word());
      Optional<Titles.Head> address = titles.endingAt(sentence, from, floor);
      if (from == head.from()
          && PERSONAL_TITLES.contains(head.entry().phrase())
          && (address.filter(Titles.Head::isPost).filter(left -> left.entry().bare()).isPresent()
              || complements.before(sentence, names, from, floor).isPresent())) {
        // "Cabinet Secretary for Trade | Ambassador Name"
        return false;
      }
      if (address.isPresent() && address.get().entry().kind() == Titles.Kind.HONORIFIC) {
        // "His Majesty King Name"
        from = address.get().from();
        return true;
      }
      if (token.is("-")) {
        return hyphen();
      }
      if (token.is("--") || token.is("–") || token.is("—")) {
        return false;
      }
      Optional<OfficePhrase.Holding> modifier = titles.before(token);
      if (modifier.isPresent()) {
        holding = OfficePhrase.stronger(holding, modifier.get());
        from--;
        return true;
      }
      if (DETERMINERS.contains(word)) {
        definite = word.equals("the");
        from--;
        return false;
      }
      if (POSSESSIVES.contains(word)) {
        possessor = Optional.of(word);
        definite = true;
        from--;
        return false;
      }
      boolean genitive = token.tag().equals("POS") || isGenitiveMark(token);
      int ownerEnd = genitive ? from - 1 : from;
      Optional<KnownName> known = names.endingAt(ownerEnd);
      boolean owns =
          known.isPresent()
              && known.get().from() >= floor
              && owner.isEmpty()
              && isOwner(known.get(), genitive);
      if (owns) {
        return own(known.get(), genitive);
      }
      if (genitive) {
        ofInstitution(ownerEnd);
        return false;
      }
      if (known.isPresent() || token.name() == Token.NameTag.PERSON) {
        return false;
      }
      if ((word.equals("and") || word.equals("&")) && from - 2 >= floor) {
        // "Berg and Chilean Ambassador Okoro": no portfolio stands before the country
        return !(owner.isPresent() && owner.get() instanceof OfficePhrase.Owner.OfCountry)
            && portfolio();
      }
      if (word.equals("of") && from - 2 >= floor && opensInstitution()) {
        from -= 2;
        titleFrom = from;
        return true;
      }
      return word(token);
    }

    /** "then-Foreign Minister", "vice-mayor". */
    private boolean hyphen() {
      if (!isGlued(sentence, from - 1) || from - 2 < floor) {
        return false;
      }
      Optional<OfficePhrase.Holding> prefixed = titles.before(left(2));
      if (prefixed.isPresent()) {
        holding = OfficePhrase.stronger(holding, prefixed.get());
        from -= 2;
        return true;
      }
      if (left(2).isNoun() || left(2).tag().startsWith("JJ")) {
        from -= 2;
        titleFrom = from;
        return true;
      }
      return false;
    }

    private boolean own(KnownName name, boolean genitive) {
      owner = Optional.of(Complements.owner(name));
      from = name.from();
      if (genitive) {
        definite = true;
      }
      boolean inTitle =
          name.isOrganization() || name.kind() == KnownName.Kind.COUNTRY && opensOrganization(name);
      if (inTitle && !genitive) {
        // "Harbour Authority Administrator": an organization belongs to the title
        titleFrom = from;
      }
      return true;
    }

    /** "Chile Harbour Authority Chairman": a country's name at the beginning of another. */
    private boolean opensOrganization(KnownName country) {
      for (int at = country.to() + 1; at < head.from(); at++) {
        if (sentence.token(at).isProperNoun()
            && lexicons.isOrganizationNoun(sentence.token(at).word())) {
          return true;
        }
      }
      return false;
    }

    /**
     * "the Omani Ministry of Trade's adviser"; of "the ministry's spokesman" the owner stays open.
     */
    private void ofInstitution(int ownerEnd) {
      definite = true;
      boolean person =
          ownerEnd > 0
              && (sentence.token(ownerEnd - 1).name() == Token.NameTag.PERSON || ownerEnd == floor);
      if (person) {
        // "Okoro's national security adviser"
        possessor = Optional.of(sentence.token(ownerEnd - 1).word());
        return;
      }
      Token noun = sentence.token(Math.max(ownerEnd - 1, floor));
      boolean article =
          ownerEnd - 2 >= floor
              && DETERMINERS.contains(Titles.lower(sentence.token(ownerEnd - 2).word()));
      if (noun.isNoun() && !noun.isCapitalized() && article) {
        // "the country's foreign minister"
        from = ownerEnd - 2;
        possessor = Optional.of(Titles.lower(noun.word()));
        return;
      }
      int start = capitalsBefore(sentence, ownerEnd, floor);
      for (KnownName name : names.names()) {
        boolean inside = name.from() >= start && name.to() <= ownerEnd;
        if (inside && name.isNation() && owner.isEmpty() && ownerEnd - start > 1) {
          owner = Optional.of(Complements.owner(name));
          from = start;
        }
      }
    }

    /** "Trade and Industry Minister": whether "and" joins portfolios, which are taken in then. */
    private boolean portfolio() {
      Token left = left(2);
      boolean joins =
          (left.tag().startsWith("JJ") || left.isNoun())
              && left.isCapitalized() == sentence.token(from).isCapitalized()
              && names.covering(from - 2).isEmpty()
              && left.name() != Token.NameTag.PERSON
              && !SUFFIXES.contains(Titles.lower(left.word()))
              && titles.endingAt(sentence, from - 1, floor).isEmpty()
              && complements.before(sentence, names, from - 1, floor).isEmpty()
              && (left.isCapitalized() || titles.isPortfolioAdjective(left));
      if (joins) {
        from -= 2;
        titleFrom = from;
      }
      return joins;
    }

    /** "House of Lords Speaker", "Ministry of Trade spokesman". */
    private boolean opensInstitution() {
      boolean geographic =
          names
              .endingAt(from - 1)
              .filter(
                  name ->
                      name.kind() == KnownName.Kind.CITY || name.kind() == KnownName.Kind.COUNTRY)
              .isPresent();
      return from < head.from()
          && headCapitalized
          && left(2).isCapitalized()
          && left(2).isNoun()
          && !geographic
          && titles.endingAt(sentence, from - 1, floor).isEmpty();
    }

    /** A word of the title itself. */
    private boolean word(Token token) {
      boolean capital =
          headCapitalized
              && token.isCapitalized()
              && (token.isNoun() || token.tag().startsWith("JJ") || token.tag().equals("VBN"));
      boolean lowerNoun = !token.isCapitalized() && token.isNoun();
      boolean lowerAdjective = titles.isPortfolioAdjective(token) && !token.isVerb();
      boolean organizationWord = token.isProperNoun() && token.name() == Token.NameTag.ORGANIZATION;
      boolean acronym = token.isProperNoun() && OfficeGrammar.isAcronym(token.word());
      boolean belongs =
          capital
              || organizationWord
              || acronym
              || !headCapitalized && (lowerNoun || lowerAdjective);
      if (!belongs || DateWords.contains(token.word())) {
        return describes();
      }
      if (owner.isPresent() && titleFrom > from) {
        return rank(token);
      }
      from--;
      titleFrom = from;
      return true;
    }

    /** "Deputy Kenyan Foreign Minister": before the owner only a rank belongs to the title. */
    private boolean rank(Token token) {
      if (!RANKS.contains(Titles.lower(token.word()))) {
        return false;
      }
      rank = token.word() + " " + rank;
      from--;
      return true;
    }

    /**
     * "Kenya's embattled foreign minister": words for the holder, if an owner stands further left.
     */
    private boolean describes() {
      int at = from;
      while (at - 1 > floor && from - at < 3 && isDescription(sentence.token(at - 1))) {
        at--;
      }
      if (at - 1 > floor
          && left(1).isCapitalized()
          && left(1).tag().startsWith("JJ")
          && !headCapitalized
          && DETERMINERS.contains(Titles.lower(left(2).word()))) {
        // "the Soviet ambassador": serves a nation that no table knows
        possessor = Optional.of(Titles.lower(left(1).word()));
        from--;
        return true;
      }
      boolean skipped =
          at < from
              && owner.isEmpty()
              && (names.endingAt(at).isPresent()
                  || sentence.token(at - 1).tag().equals("POS")
                  || DETERMINERS.contains(Titles.lower(sentence.token(at - 1).word()))
                  || POSSESSIVES.contains(Titles.lower(sentence.token(at - 1).word())));
      if (skipped) {
        from = at;
      }
      return skipped;
    }

    private boolean isDescription(Token token) {
      return !token.isCapitalized()
          && (token.tag().startsWith("JJ")
              || token.tag().equals("VBN")
              || token.tag().equals("RB"));
    }

    private Optional<OfficePhrase> phrase(int to) {
      boolean titled = titleFrom < head.from() || owner.isPresent();
      boolean wanting =
          head.entry().kind() == Titles.Kind.OFFICE
              && !head.entry().bare()
              && !titled
              && !(possessor.isPresent() && POSSESSED.contains(head.entry().phrase()))
              && to == head.to();
      if (wanting && !complements.follows(sentence, head.to())) {
        // "head", "official" alone name no post; with a complement they may
        return Optional.empty();
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
                    OfficeGrammar.sentenceWords(sentence, titleFrom, head.from()),
                    Optional.empty()));
      }
      return Optional.of(
          new OfficePhrase(
              from,
              to,
              title(),
              OfficeGrammar.surface(sentence, from, to),
              head.entry().phrase(),
              holding,
              owner,
              head.entry().serves() == Titles.Serves.COUNTRY,
              head.entry().bare() || titled,
              head.plural(),
              definite,
              possessor));
    }

    private String title() {
      String before =
          titleFrom < head.from()
              ? OfficeGrammar.sentenceWords(sentence, titleFrom, head.from()) + " "
              : "";
      return Capitals.ofTitle(
          head.plural()
              ? rank + before + head.entry().phrase()
              : rank + OfficeGrammar.sentenceWords(sentence, titleFrom, head.to()));
    }
  }

  private static boolean isOwner(KnownName name, boolean genitive) {
    return switch (name.kind()) {
      case COUNTRY, DEMONYM, ORGANIZATION, INSTITUTION, CITY, METONYM -> true;
      case PLACE -> genitive;
    };
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
}
