package org.chancery.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.article.Zone;
import org.chancery.ontology.WordLists;

/**
 * Finds meetings, agreements, and organizations and places that no table knows, by the nouns at
 * their hearts.
 */
final class NounPhrases {
  private static final Set<String> DETERMINERS = WordLists.load().require("determiner");
  private static final Set<String> POSSESSIVES = WordLists.load().require("possessive");
  private static final Set<String> MEASURES = WordLists.load().require("measure");
  private static final Set<String> COMPANY_FORMS = WordLists.load().require("company-form");
  private static final Set<String> NOMINALIZED = WordLists.load().require("nominalized-meeting");
  private static final Set<String> DOMESTIC = WordLists.load().require("domestic-paper");
  private static final Set<String> DIRECTIVES = WordLists.load().require("directive");
  private static final Set<String> COMPLEMENTS = WordLists.load().require("name-link");

  private final Lexicons lexicons;

  NounPhrases(Lexicons lexicons) {
    this.lexicons = lexicons;
  }

  /**
   * The meeting or agreement whose head noun ends just before a position.
   *
   * @param taken whether a token belongs to another mention already
   */
  Optional<Mention> at(Sentence sentence, SentenceNames names, int head, boolean[] taken) {
    Token token = sentence.token(head);
    if (!token.isNoun() && !isNominalized(sentence, head)) {
      return Optional.empty();
    }
    if (head + 1 < sentence.size()
        && sentence.token(head + 1).isNoun()
        && !taken[head + 1]
        && !DateWords.contains(sentence.token(head + 1).word())
        && sentence.token(head + 1).isCapitalized() == token.isCapitalized()) {
      return Optional.empty();
    }
    if (isGerund(sentence, head) || isAppeal(sentence, head)) {
      return Optional.empty();
    }
    if (token.word().matches("COP\\d+")) {
      // the conferences of parties to the UN's climate convention, known by their number
      return Optional.of(
          new Mention.Meeting(
              head,
              head + 1,
              head,
              new Mention.Described(
                  "conference",
                  token.word(),
                  token.word(),
                  true,
                  false,
                  "",
                  List.of(),
                  Optional.empty()),
              true,
              false));
    }
    for (int words = 3; words >= 1; words--) {
      int from = head + 1 - words;
      if (from < 0) {
        continue;
      }
      String lemmas = lemmas(sentence, from, head + 1);
      Optional<Lexicons.MeetingNoun> meeting = lexicons.meeting(lemmas);
      if (meeting.isPresent()) {
        return meeting(sentence, names, from, head, meeting.get(), taken);
      }
      Optional<Lexicons.AgreementNoun> agreement = lexicons.agreement(lemmas);
      if (agreement.isPresent()) {
        return agreement(sentence, names, from, head, agreement.get(), taken);
      }
    }
    return Optional.empty();
  }

  /** "co-hosted the second ministerial": an adjective that stands for the meeting. */
  private static boolean isNominalized(Sentence sentence, int head) {
    boolean last =
        head + 1 == sentence.size()
            || !sentence.token(head + 1).isNoun()
                && !sentence.token(head + 1).tag().startsWith("JJ");
    return last && NOMINALIZED.contains(Titles.lower(sentence.token(head).word()));
  }

  /** "calls for talks", "a call to act" are no conversations. */
  private static boolean isAppeal(Sentence sentence, int head) {
    return sentence.token(head).lemma().equals("call")
        && head + 1 < sentence.size()
        && (sentence.token(head + 1).is("for") || sentence.token(head + 1).is("to"));
  }

  /** "meeting urgent needs" is no meeting. */
  private static boolean isGerund(Sentence sentence, int head) {
    Token token = sentence.token(head);
    boolean determined =
        head > 0
            && (sentence.token(head - 1).tag().matches("DT|PRP\\$|JJ|POS|CD")
                || sentence.token(head - 1).isNoun());
    // "The Council, meeting in Riga, agreed", "ministers meeting in Riga agreed"
    boolean participle =
        token.is("meeting")
            && !token.isCapitalized()
            && head > 0
            && (sentence.token(head - 1).isComma() || sentence.token(head - 1).tag().equals("NNS"))
            && head + 1 < sentence.size()
            && sentence.token(head + 1).tag().equals("IN")
            && !sentence.token(head + 1).is("of");
    return participle
        || token.is("meeting")
            && !determined
            && head + 1 < sentence.size()
            && (sentence.token(head + 1).isNoun()
                || sentence.token(head + 1).tag().matches("JJ|DT|PRP\\$"));
  }

  private Optional<Mention> meeting(
      Sentence sentence,
      SentenceNames names,
      int from,
      int head,
      Lexicons.MeetingNoun noun,
      boolean[] taken) {
    Extent extent = extent(sentence, names, from, head, taken);
    Mention.Described described = describe(sentence, names, extent, noun.noun(), head);
    return Optional.of(
        new Mention.Meeting(
            measured(sentence, extent.from, taken),
            extent.collapsedTo,
            head,
            described,
            noun.strength() == Lexicons.Strength.STRONG || described.named(),
            noun.form() == Lexicons.Form.CALL));
  }

  /** Where "two days of talks" begins; what is measured is the meeting. */
  private static int measured(Sentence sentence, int from, boolean[] taken) {
    boolean measure =
        from > 1
            && sentence.token(from - 1).is("of")
            && !taken[from - 2]
            && MEASURES.contains(Titles.lower(sentence.token(from - 2).lemma()));
    if (!measure) {
      return from;
    }
    int at = from - 2;
    while (at > 0
        && !taken[at - 1]
        && sentence.token(at - 1).tag().matches("CD|JJ|DT")
        && !sentence.token(at - 1).is("the")) {
      at--;
    }
    return at;
  }

  private Optional<Mention> agreement(
      Sentence sentence,
      SentenceNames names,
      int from,
      int head,
      Lexicons.AgreementNoun noun,
      boolean[] taken) {
    Extent extent = extent(sentence, names, from, head, taken);
    if (noun.strength() != Lexicons.Strength.STRONG && isDomestic(sentence, extent)) {
      return Optional.empty();
    }
    Mention.Described described = describe(sentence, names, extent, noun.noun(), head);
    return Optional.of(
        new Mention.Agreement(
            extent.from,
            extent.collapsedTo,
            head,
            described,
            noun.strength() == Lexicons.Strength.STRONG || described.named(),
            noun.strength() == Lexicons.Strength.SHARED));
  }

  /** "a presidential memorandum", "a memorandum directing …": the paper of one government. */
  private static boolean isDomestic(Sentence sentence, Extent extent) {
    boolean described =
        sentence.tokens().subList(extent.from, extent.head).stream()
            .anyMatch(token -> DOMESTIC.contains(Titles.lower(token.word())));
    return described
        || extent.collapsedTo < sentence.size()
            && DIRECTIVES.contains(Titles.lower(sentence.token(extent.collapsedTo).word()));
  }

  /**
   * How far a phrase reaches.
   *
   * @param from first token of the words before the head, determiner left out
   * @param collapsedTo past the head, or past the capitalized complement of a proper name
   * @param labelTo past all complements that belong to the label
   */
  private record Extent(
      int from, int head, int collapsedTo, int labelTo, boolean named, String determiner) {}

  private Extent extent(
      Sentence sentence, SentenceNames names, int headFrom, int head, boolean[] taken) {
    int from = headFrom;
    String determiner = "";
    boolean capital = sentence.token(head).isCapitalized() && sentence.token(head).isProperNoun();
    while (from > 0 && !taken[from - 1]) {
      Token left = sentence.token(from - 1);
      if (left.is("-") && from > 1 && sentence.token(from - 2).tag().equals("IN")) {
        // "in-person meeting"
        from = Math.min(from + 1, headFrom);
        break;
      }
      String word = Titles.lower(left.word());
      if (DETERMINERS.contains(word) || POSSESSIVES.contains(word)) {
        determiner = word;
        break;
      }
      boolean premodifier =
          left.isNoun()
              || left.tag().startsWith("JJ")
              || left.tag().equals("VBN")
                  && !capital
                  && !left.isCapitalized()
                  && from - 1 > 0
                  && sentence.token(from - 2).tag().equals("DT")
              || left.is("-") && from > 1
              || left.tag().equals("HYPH")
              || left.tag().equals("CD")
                  && from - 1 > 0
                  && !DateWords.contains(sentence.token(from - 2).word())
              || left.tag().equals("POS") && from > 1
              || (left.is("and") || left.is("&"))
                  && capital
                  && from > 1
                  && sentence.token(from - 2).isCapitalized()
                  && sentence.token(from).isCapitalized()
                  && !taken[from - 2]
                  && names.covering(from - 2).isEmpty();
      if (!premodifier
          || DateWords.contains(left.word())
          || Collapser.isHeadlineVerb(sentence, left)) {
        break;
      }
      if (left.tag().equals("POS") && capital && names.endingAt(from - 1).isEmpty()) {
        break;
      }
      from--;
    }
    while (from < headFrom
        && (sentence.token(from).is("-")
            || sentence.token(from).tag().equals("POS")
            || sentence.token(from).is("and"))) {
      from++;
    }
    boolean sentenceStart = from == 0;
    boolean capitalBefore = capital && from < head && sentence.token(from).isCapitalized();
    int collapsed = head + 1;
    // a capitalized complement belongs to the name: "Memorandum of Understanding on Passenger Data"
    int at = head + 1;
    while (capital && at < sentence.size() && !taken[at]) {
      Token token = sentence.token(at);
      if (token.isCapitalized()
          && (token.isNoun()
              || token.tag().startsWith("JJ")
              || token.tag().equals("VBG")
              || token.tag().equals("FW"))
          && !DateWords.contains(token.word())) {
        at++;
        collapsed = at;
      } else if (COMPLEMENTS.contains(Titles.lower(token.word()))
          && at + 1 < sentence.size()
          && !taken[at + 1]
          && continuesName(sentence, names, at)) {
        at++;
      } else if (token.isComma() && at + 1 < sentence.size() && listInName(sentence, at)) {
        at++;
      } else if (token.is("-")
          && at + 1 < sentence.size()
          && sentence.token(at + 1).isCapitalized()) {
        at++;
      } else {
        break;
      }
    }
    boolean complemented = collapsed > head + 1;
    boolean named =
        capital && (capitalBefore && !(sentenceStart && from + 1 == head) || complemented);
    if (!named) {
      collapsed = head + 1;
    }
    collapsed = pastAcronym(sentence, collapsed);
    int labelTo = labelEnd(sentence, collapsed);
    return new Extent(from, head, collapsed, labelTo, named, determiner);
  }

  /** Past a short form in brackets: "Memorandum of Understanding (MOU)". */
  private static int pastAcronym(Sentence sentence, int at) {
    boolean acronym =
        at + 2 < sentence.size()
            && sentence.token(at).word().equals("(")
            && sentence.token(at + 2).word().equals(")")
            && sentence.token(at + 1).isCapitalized();
    return acronym ? at + 3 : at;
  }

  private static boolean continuesName(Sentence sentence, SentenceNames names, int link) {
    String word = Titles.lower(sentence.token(link).word());
    int next = link + 1;
    if (sentence.token(next).is("the") && next + 1 < sentence.size()) {
      next++;
    }
    Token token = sentence.token(next);
    if (!token.isCapitalized() || DateWords.contains(token.word())) {
      return false;
    }
    boolean place =
        names
            .startingAt(next)
            .filter(
                name -> name.kind() == KnownName.Kind.CITY || name.kind() == KnownName.Kind.COUNTRY)
            .isPresent();
    if (word.equals("in") || word.equals("with") || word.equals("from") || word.equals("to")) {
      return false;
    }
    if (word.equals("and") || word.equals("&")) {
      return !place && (token.isNoun() || token.tag().startsWith("JJ"));
    }
    return token.isNoun() || token.tag().startsWith("JJ") || token.tag().equals("VBG");
  }

  private static boolean listInName(Sentence sentence, int comma) {
    int at = comma + 1;
    int words = 0;
    while (at < sentence.size() && words < 4) {
      Token token = sentence.token(at);
      if (token.is("and")) {
        return at + 1 < sentence.size() && sentence.token(at + 1).isCapitalized();
      }
      if (token.isComma() && words > 0) {
        return listInName(sentence, at);
      }
      boolean named =
          token.name() == Token.NameTag.PERSON || token.name() == Token.NameTag.LOCATION;
      if (!token.isCapitalized() || !token.isNoun() || named) {
        return false;
      }
      words++;
      at++;
    }
    return false;
  }

  /**
   * The end of "of security officials from Chile and Peru" and the like, for a label people can
   * read.
   */
  private static int labelEnd(Sentence sentence, int start) {
    int at = start;
    int end = start;
    int links = 0;
    while (at < sentence.size() && at - start < 12) {
      Token token = sentence.token(at);
      String word = Titles.lower(token.word());
      boolean day = DateWords.contains(token.word());
      if (day || at + 1 < sentence.size() && DateWords.contains(sentence.token(at + 1).word())) {
        break;
      }
      boolean link =
          word.equals("of")
              || word.equals("on")
              || word.equals("between")
              || word.equals("with")
              || word.equals("for");
      boolean party = word.equals("between") || word.equals("with");
      if (link && links < (party ? 1 : 2)) {
        links++;
        at++;
      } else if (at > start && (token.isNoun() || token.is("U.S."))) {
        at++;
        end = at;
      } else if (at > start
          && (token.tag().startsWith("JJ")
              // "on combating illegal fishing"
              || token.tag().equals("VBG") && sentence.token(at - 1).tag().equals("IN")
              || token.tag().equals("DT")
              || token.tag().equals("POS")
              || token.is("-")
              || token.is("and")
                  && at + 1 < sentence.size()
                  && (sentence.token(at + 1).isNoun()
                      || sentence.token(at + 1).tag().startsWith("JJ")))) {
        at++;
      } else {
        break;
      }
    }
    return end;
  }

  private Mention.Described describe(
      Sentence sentence, SentenceNames names, Extent extent, String noun, int head) {
    List<String> countries = new ArrayList<>();
    for (KnownName name : names.names()) {
      boolean inside = name.from() >= extent.from && name.to() <= extent.head;
      if (inside && name.isNation()) {
        name.country().ifPresent(countries::add);
      }
    }
    return new Mention.Described(
        noun,
        OfficeGrammar.sentenceWords(sentence, extent.from, extent.labelTo),
        OfficeGrammar.sentenceWords(sentence, extent.from, Math.max(extent.collapsedTo, head + 1)),
        extent.named,
        sentence.token(head).tag().endsWith("S"),
        extent.determiner,
        countries,
        city(sentence, names, extent));
  }

  /** "The Riga summit", but not "Riga-based talks". */
  private static Optional<Mention.City> city(
      Sentence sentence, SentenceNames names, Extent extent) {
    return names
        .startingAt(extent.from)
        .filter(name -> name.kind() == KnownName.Kind.CITY && name.to() <= extent.head)
        .filter(name -> !sentence.token(name.to()).tag().matches("HYPH|POS|:"))
        .filter(name -> !sentence.token(name.to()).is("-"))
        .map(
            name ->
                new Mention.City(
                    name.from(),
                    name.to(),
                    name.to() - 1,
                    name.name(),
                    name.countries(),
                    name.geonames()));
  }

  /**
   * A place or organization whose name begins with a country's or city's: "Suez Canal", "the Gobi
   * region".
   */
  Optional<Mention> aroundName(Sentence sentence, SentenceNames names, int at, boolean[] taken) {
    Optional<KnownName> name = names.startingAt(at);
    boolean geographic =
        name.isPresent()
            && (name.get().kind() == KnownName.Kind.COUNTRY
                || name.get().kind() == KnownName.Kind.CITY
                || name.get().kind() == KnownName.Kind.PLACE);
    int first = name.map(KnownName::to).orElse(at + 1);
    boolean located = geographic || sentence.token(at).name() == Token.NameTag.LOCATION;
    if (!located || first >= sentence.size() || taken[first]) {
      return Optional.empty();
    }
    int to = first;
    while (to < sentence.size()
        && !taken[to]
        && sentence.token(to).isCapitalized()
        && sentence.token(to).isProperNoun()
        && !DateWords.contains(sentence.token(to).word())) {
      to++;
    }
    boolean capitals = to > first;
    if (!capitals && lexicons.isPlaceNoun(sentence.token(first).word())) {
      to = first + 1;
    }
    if (to == first) {
      return Optional.empty();
    }
    String last = sentence.token(to - 1).word();
    String words = OfficeGrammar.sentenceWords(sentence, at, to);
    if (lexicons.isPlaceNoun(last)) {
      return Optional.of(new Mention.Place(at, to, to - 1, words));
    }
    if (capitals && lexicons.isOrganizationNoun(last)) {
      return Optional.of(
          new Mention.Organization(
              at, to, to - 1, words, Optional.empty(), name.flatMap(KnownName::country)));
    }
    return Optional.empty();
  }

  /** An organization or place by its capitalized noun: "the Harbour Authority", "Lake Chad". */
  Optional<Mention> named(Sentence sentence, SentenceNames names, int at, boolean[] taken) {
    Token token = sentence.token(at);
    if (!token.isCapitalized()
        || !token.isProperNoun() && token.name() == Token.NameTag.NONE
        || DateWords.contains(token.word())) {
      return Optional.empty();
    }
    int to = at;
    boolean organization = false;
    boolean place = false;
    boolean recognizedOrganization = false;
    boolean recognizedPlace = false;
    while (to < sentence.size() && !taken[to] && sentence.token(to).isCapitalized()) {
      Token next = sentence.token(to);
      boolean nameLike =
          next.isNoun() || next.tag().startsWith("JJ") || next.name() != Token.NameTag.NONE;
      if (!nameLike || DateWords.contains(next.word())) {
        break;
      }
      organization |= lexicons.isOrganizationNoun(next.word());
      place |= lexicons.isPlaceNoun(next.word());
      recognizedOrganization |= next.name() == Token.NameTag.ORGANIZATION;
      recognizedPlace |= next.name() == Token.NameTag.LOCATION;
      to++;
    }
    if (to == at) {
      return Optional.empty();
    }
    if (organization && to - at == 1 && at == 0
        || to - at == 1 && COMPANY_FORMS.contains(Titles.lower(token.word()))) {
      return Optional.empty();
    }
    // "Ministry of Trade", "Office of the High Commissioner for Refugees"
    while (organization
        && to + 1 < sentence.size()
        && (sentence.token(to).is("of") || sentence.token(to).is("for"))) {
      int next = sentence.token(to + 1).is("the") ? to + 2 : to + 1;
      int end = next;
      while (end < sentence.size()
          && !taken[end]
          && !DateWords.contains(sentence.token(end).word())
          && (sentence.token(end).isCapitalized() && sentence.token(end).isNoun()
              || end > next
                  && sentence.token(end).is("and")
                  && end + 1 < sentence.size()
                  && sentence.token(end + 1).isCapitalized()
                  && !taken[end + 1]
                  && names.startingAt(end + 1).isEmpty())) {
        end++;
      }
      if (end == next) {
        break;
      }
      to = end;
    }
    String name = OfficeGrammar.sentenceWords(sentence, at, to);
    int head = to - 1;
    if (place && !recognizedOrganization
        || recognizedPlace && !organization && !recognizedOrganization) {
      return to - at > 1 || recognizedPlace
          ? Optional.of(new Mention.Place(at, to, head, name))
          : Optional.empty();
    }
    boolean headline = sentence.zone().kind() == Zone.Kind.TITLE;
    boolean sure = !headline || to - at > 1 || OfficeGrammar.isAcronym(token.word());
    if (organization && to - at > 1 || recognizedOrganization && sure) {
      Optional<String> country =
          names.names().stream()
              .filter(known -> known.from() >= at && known.to() <= head + 1)
              .flatMap(known -> known.country().stream())
              .findFirst();
      return Optional.of(new Mention.Organization(at, to, head, name, Optional.empty(), country));
    }
    return Optional.empty();
  }

  private static String lemmas(Sentence sentence, int from, int to) {
    StringBuilder lemmas = new StringBuilder();
    for (int i = from; i < to; i++) {
      Token token = sentence.token(i);
      if (i > from) {
        lemmas.append(' ');
      }
      String word = i == to - 1 || i == from ? lemma(token) : Titles.lower(token.word());
      lemmas.append(word);
    }
    return lemmas.toString();
  }

  /** The lemma; of a capitalized plural too, which the tagger leaves as it is. */
  private static String lemma(Token token) {
    String lemma = Titles.lower(token.lemma());
    if (token.tag().equals("NNPS")
        || token.tag().startsWith("NN")
            && lemma.endsWith("s")
            && !lemma.endsWith("ss")
            && (token.tag().equals("NNP") || token.word().matches(".*\\p{Lu}.*\\p{Lu}s"))) {
      return lemma.substring(0, lemma.length() - 1);
    }
    return lemma;
  }
}
