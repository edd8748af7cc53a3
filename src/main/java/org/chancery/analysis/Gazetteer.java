package org.chancery.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.article.Zone;
import org.chancery.ontology.WordLists;
import org.chancery.reference.Cities;
import org.chancery.reference.City;
import org.chancery.reference.Countries;
import org.chancery.reference.Country;
import org.chancery.reference.KnownOrganization;
import org.chancery.reference.Organizations;
import org.chancery.reference.Reference;

/** Looks up a sentence's words in the reference tables; the longest name wins. */
final class Gazetteer {
  private static final Set<String> IN = WordLists.load().require("place-preposition");

  private static final Set<String> BODIES = WordLists.load().require("citizens-body");

  private final Reference reference;

  Gazetteer(Reference reference) {
    this.reference = reference;
  }

  /** The names of a sentence, in the order of the text, without overlap. */
  SentenceNames find(Sentence sentence) {
    List<String> words = sentence.tokens().stream().map(Token::word).toList();
    List<KnownName> names = new ArrayList<>();
    for (Reference.Found found : reference.in(words)) {
      name(sentence, words, found).ifPresent(names::add);
    }
    return new SentenceNames(national(sentence, bodies(sentence, names)));
  }

  /** "the Kenyan Bankers Association": a body of citizens' begins with their nation's name. */
  private static List<KnownName> bodies(Sentence sentence, List<KnownName> names) {
    List<KnownName> result = new ArrayList<>();
    int done = 0;
    for (KnownName name : names) {
      int end =
          name.isNation() && sentence.zone().kind() != Zone.Kind.TITLE
              ? bodyEnd(sentence, name)
              : name.to();
      if (end > name.to()) {
        result.add(
            new KnownName(
                name.from(),
                end,
                KnownName.Kind.ORGANIZATION,
                List.of(),
                OfficeGrammar.sentenceWords(sentence, name.from(), end),
                Optional.empty()));
      } else if (name.from() >= done) {
        result.add(name);
      }
      done = Math.max(done, end);
    }
    return result;
  }

  /** Where the proper name of a body ends that a nation opens; the nation's end if none does. */
  private static int bodyEnd(Sentence sentence, KnownName nation) {
    int end = nation.to();
    for (int at = nation.to(); at < sentence.size(); at++) {
      Token token = sentence.token(at);
      if (!token.isCapitalized()
          || !token.tag().matches("NN.*|JJ")
          || token.name() == Token.NameTag.PERSON) {
        return end;
      }
      if (at > nation.to() && BODIES.contains(Titles.lower(token.word()))) {
        end = at + 1;
      }
    }
    return end;
  }

  /** "the Security Council of Latvia", "Latvia's Security Council" are bodies of one country. */
  private static List<KnownName> national(Sentence sentence, List<KnownName> names) {
    List<KnownName> result = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      KnownName name = names.get(i);
      Optional<KnownName> before =
          i > 0 ? Optional.of(names.get(i - 1)).filter(KnownName::isNation) : Optional.empty();
      Optional<KnownName> after =
          i + 1 < names.size()
              ? Optional.of(names.get(i + 1)).filter(KnownName::isNation)
              : Optional.empty();
      boolean common = name.kind() == KnownName.Kind.ORGANIZATION && name.to() - name.from() > 1;
      boolean owned = before.isPresent() && owns(sentence, before.get(), name);
      boolean ofOwner =
          after.filter(next -> next.kind() == KnownName.Kind.COUNTRY).isPresent()
              && after.get().from() == name.to() + 1
              && sentence.token(name.to()).is("of");
      if (common && (owned || ofOwner)) {
        KnownName owner = owned ? before.get() : after.get();
        result.add(
            new KnownName(
                name.from(),
                name.to(),
                KnownName.Kind.INSTITUTION,
                owner.countries(),
                OfficeGrammar.sentenceWords(sentence, name.from(), name.to()),
                Optional.empty()));
      } else {
        result.add(name);
      }
    }
    return result;
  }

  /** Whether a nation's name stands right before another name, as its adjective or owner. */
  private static boolean owns(Sentence sentence, KnownName nation, KnownName name) {
    boolean genitive =
        nation.to() + 1 == name.from() && sentence.token(nation.to()).tag().equals("POS");
    return genitive || nation.kind() == KnownName.Kind.DEMONYM && nation.to() == name.from();
  }

  /**
   * The reading of a name that the sentence supports: of the longest ones, organization before city
   * before country.
   */
  private Optional<KnownName> name(Sentence sentence, List<String> words, Reference.Found found) {
    int at = found.start();
    if (!sentence.token(at).isCapitalized()) {
      return withoutArticle(sentence, found);
    }
    Optional<KnownName> organization =
        found.organization().flatMap(match -> organization(sentence, match, at));
    if (organization.isPresent()) {
      return organization;
    }
    boolean city =
        found.city().isPresent()
            && (found.country().isEmpty()
                || found.country().get().kind() == Countries.Kind.CAPITAL);
    if (city) {
      return city(sentence, said(words, sentence, found), at);
    }
    return found
        .country()
        .flatMap(match -> country(sentence, match, at, at + match.tokens()))
        .map(this::capital);
  }

  /** "Ulan Bator": another name of a capital stands for that city. */
  private KnownName capital(KnownName name) {
    Optional<String> capital =
        name.country()
            .filter(code -> name.kind() == KnownName.Kind.CITY)
            .flatMap(reference.countries()::byCode)
            .flatMap(Country::capital);
    return capital
        .map(
            city ->
                new KnownName(
                    name.from(),
                    name.to(),
                    name.kind(),
                    name.countries(),
                    city,
                    reference.cities().called(city).stream()
                        .filter(one -> name.countries().contains(one.country()))
                        .findFirst()
                        .flatMap(City::geonames)))
        .orElse(name);
  }

  /** "the Netherlands": a country whose name holds an article, which running text writes small. */
  private static Optional<KnownName> withoutArticle(Sentence sentence, Reference.Found found) {
    int at = found.start() + 1;
    boolean article =
        sentence.token(found.start()).is("the")
            && at < sentence.size()
            && sentence.token(at).isCapitalized();
    return found
        .country()
        .filter(match -> article && match.tokens() > 1)
        .flatMap(match -> country(sentence, match, at, found.start() + match.tokens()));
  }

  /**
   * The cities meant. What follows after a comma narrows them ("Paris, Texas"), unless it begins
   * another phrase: "In Paris, U.S. Secretary Name".
   */
  private Cities.Match said(List<String> words, Sentence sentence, Reference.Found found) {
    Cities.Match match = found.city().orElseThrow();
    int comma = found.end();
    boolean phrase =
        comma + 2 < words.size()
            && words.get(comma).equals(",")
            && sentence.token(comma + 2).isCapitalized()
            && sentence.token(comma + 2).isNoun();
    return phrase
        ? reference.cities().at(words.subList(found.start(), found.end()), 0).orElse(match)
        : match;
  }

  private static Optional<KnownName> organization(
      Sentence sentence, Organizations.Match match, int at) {
    if (match.everyday() && sentence.token(at).name() != Token.NameTag.ORGANIZATION) {
      return Optional.empty();
    }
    KnownOrganization first = match.organizations().get(0);
    boolean international = match.organizations().stream().anyMatch(one -> one.country().isEmpty());
    boolean oneCountry =
        match.organizations().stream().map(KnownOrganization::country).distinct().count() == 1;
    if (!international && !oneCountry) {
      return Optional.empty();
    }
    return Optional.of(
        new KnownName(
            at,
            at + match.tokens(),
            first.country().isPresent() ? KnownName.Kind.INSTITUTION : KnownName.Kind.ORGANIZATION,
            first.country().map(List::of).orElse(List.of()),
            first.name(),
            Optional.empty()));
  }

  private static Optional<KnownName> country(
      Sentence sentence, Countries.Match match, int at, int to) {
    Token token = sentence.token(at);
    if (match.everyday() && token.name() != Token.NameTag.LOCATION && !isOwner(sentence, at, to)) {
      return Optional.empty();
    }
    if (insidePersonName(sentence, at, to)) {
      return Optional.empty();
    }
    KnownName.Kind kind =
        switch (match.kind()) {
          case NAME -> KnownName.Kind.COUNTRY;
          case DEMONYM -> KnownName.Kind.DEMONYM;
          case METONYM -> KnownName.Kind.METONYM;
          case CAPITAL -> KnownName.Kind.CITY;
        };
    List<String> codes = match.countries().stream().map(Country::code).toList();
    return Optional.of(
        new KnownName(
            at,
            to,
            kind,
            codes,
            kind == KnownName.Kind.METONYM
                ? OfficeGrammar.sentenceWords(sentence, at, to)
                : match.countries().get(0).name(),
            Optional.empty()));
  }

  /** "Georgia Lund", "Jordan Blake": a country's name as a first name. */
  private static boolean insidePersonName(Sentence sentence, int at, int to) {
    boolean person = sentence.token(at).name() == Token.NameTag.PERSON;
    if (isOwner(sentence, at, to)) {
      return false;
    }
    boolean before = at > 0 && sentence.token(at - 1).name() == Token.NameTag.PERSON;
    boolean after = to < sentence.size() && sentence.token(to).name() == Token.NameTag.PERSON;
    return person && (before || after);
  }

  /** "Foreign Minister of Georgia Ana Lund": a country between a post and the full name. */
  private static boolean isOwner(Sentence sentence, int at, int to) {
    return at > 1
        && sentence.token(at - 1).is("of")
        && sentence.token(at - 2).isCapitalized()
        && to + 1 < sentence.size()
        && sentence.token(to).name() == Token.NameTag.PERSON
        && sentence.token(to + 1).name() == Token.NameTag.PERSON;
  }

  private static Optional<KnownName> city(Sentence sentence, Cities.Match match, int at) {
    int to = at + match.tokens();
    if (insidePersonName(sentence, at, to)) {
      return Optional.empty();
    }
    City first = match.first();
    Token token = sentence.token(at);
    boolean recognized = token.name() == Token.NameTag.LOCATION;
    boolean located = at > 0 && IN.contains(Titles.lower(sentence.token(at - 1).word()));
    boolean wellKnown = first.capital() || first.population() >= 300_000;
    if (token.name() == Token.NameTag.PERSON && !first.capital()) {
      return Optional.empty();
    }
    if (!recognized
        && (match.everyday() || !wellKnown)
        && !(located
            && !match.everyday()
            && token.name() == Token.NameTag.NONE
            && first.population() >= 50_000)) {
      return Optional.empty();
    }
    List<String> codes = match.cities().stream().map(City::country).distinct().toList();
    return Optional.of(
        new KnownName(at, to, KnownName.Kind.CITY, codes, first.name(), first.geonames()));
  }
}
