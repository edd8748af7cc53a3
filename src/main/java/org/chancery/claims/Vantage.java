package org.chancery.claims;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Mention;
import org.chancery.analysis.OfficePhrase;
import org.chancery.article.Zone;
import org.chancery.ontology.WordLists;

/**
 * Where an article looks from, and which countries it speaks of where: finds the owner of a post
 * that its words leave out.
 */
final class Vantage {
  private static final Map<String, String> ADMINISTRATIONS =
      WordLists.load().requireValues("administration");

  private static final double LEAST = 1.0;

  /** What a country must weigh where the issuer's own comes into question too. */
  private static final double SURE = 6.0;

  private final Analysis analysis;
  private final NationalTitles titles;
  private final Optional<String> home;
  private final Cast cast;
  private final Optional<String> dateline;

  private Vantage(
      Analysis analysis,
      Cast cast,
      NationalTitles titles,
      Optional<String> home,
      Optional<String> dateline) {
    this.cast = cast;
    this.dateline = dateline;
    this.analysis = analysis;
    this.titles = titles;
    this.home = home;
  }

  /**
   * The vantage of an article. A release, which has no dateline, looks from the country whose own
   * title its first officials bear.
   */
  static Vantage of(
      Analysis analysis, Cast cast, NationalTitles titles, Optional<String> dateline) {
    boolean release =
        analysis.article().zones(Zone.Kind.DATELINE).findAny().isEmpty() || isSigned(analysis);
    Optional<String> home =
        analysis
            .article()
            .text()
            .lines()
            .limit(8)
            .flatMap(line -> titles.issuer(line).stream())
            .findFirst();
    if (release && home.isEmpty()) {
      home =
          analysis.sentences().stream()
              .flatMap(read -> read.mentions().stream())
              .filter(Mention.Person.class::isInstance)
              .map(mention -> cast.of((Mention.Person) mention))
              .limit(4)
              .flatMap(person -> person.seats.stream())
              .filter(seat -> seat.owner.isEmpty())
              .flatMap(seat -> titles.country(seat.title).stream())
              .findFirst();
    }
    return new Vantage(analysis, cast, titles, home, dateline);
  }

  /** Whether the text begins with its author's name and post: a statement. */
  private static boolean isSigned(Analysis analysis) {
    return analysis.sentences().stream()
        .filter(read -> read.sentence().zone().kind() == Zone.Kind.BODY)
        .limit(1)
        .anyMatch(
            read ->
                read.sentence().tokens().stream().noneMatch(token -> token.isVerb())
                    && read.mentions().stream()
                        .anyMatch(
                            mention ->
                                mention instanceof Mention.Person person
                                    && person.from() == 0
                                    && !person.offices().isEmpty()));
  }

  /** The owner of a seat, if the article tells it surely enough. */
  Optional<OfficePhrase.Owner> owner(Person person, Seat seat) {
    Optional<OfficePhrase.Owner> listed =
        seat.servesCountry ? neighbour(person, seat) : Optional.empty();
    if (listed.isPresent()) {
      return listed;
    }
    Optional<String> national = titles.country(seat.title);
    if (national.isPresent()) {
      return national.map(OfficePhrase.Owner.OfCountry::new);
    }
    if (home.isPresent() && titles.isHome(seat.title) && !abroadBefore(seat)) {
      return home.map(OfficePhrase.Owner.OfCountry::new);
    }
    Optional<OfficePhrase.Owner> described =
        seat.servesCountry ? Optional.empty() : described(seat);
    if (described.isPresent()) {
      return described;
    }
    if (!seat.servesCountry && !titles.isHome(seat.title)) {
      return Optional.empty();
    }
    Optional<String> administered = administered(person);
    if (administered.isPresent() && seat.title.matches("(Vice )?President")) {
      return administered.map(OfficePhrase.Owner.OfCountry::new);
    }
    if (titles.isSent(seat.title)) {
      // an ambassador serves those who sent him, whatever countries stand around
      return Optional.empty();
    }
    return nearest(person, seat).map(OfficePhrase.Owner.OfCountry::new);
  }

  /** "The Secretary General, Name": whose, another description of the same post may say. */
  private Optional<OfficePhrase.Owner> described(Seat seat) {
    return analysis.sentences().stream()
        .flatMap(read -> read.mentions().stream())
        .filter(Mention.Post.class::isInstance)
        .map(mention -> ((Mention.Post) mention).office())
        .filter(office -> office.owner().isPresent() && !office.plural())
        .filter(
            office -> Seat.contentWords(office.title()).containsAll(Seat.contentWords(seat.title)))
        .filter(office -> office.head().equals(seat.head))
        .findFirst()
        .flatMap(OfficePhrase::owner);
  }

  /** "the Omani prime minister A, foreign minister B and adviser C": one owner for a list. */
  private Optional<OfficePhrase.Owner> neighbour(Person person, Seat seat) {
    Analysis.Read read = analysis.sentences().get(seat.sentence);
    Optional<Mention.Person> before = Optional.empty();
    for (Mention mention : read.mentions()) {
      if (!(mention instanceof Mention.Person here)) {
        continue;
      }
      boolean joined = before.isPresent() && isJoined(read, before.get().to(), here.from());
      if (joined && cast.of(here) == person && here.from() <= seat.position) {
        Optional<OfficePhrase.Owner> owner = countryOf(cast.of(before.get()), seat.sentence);
        if (owner.isPresent()) {
          return owner;
        }
      }
      if (joined && cast.of(before.get()) == person) {
        Optional<OfficePhrase.Owner> owner = behind(here);
        if (owner.isPresent()) {
          return owner;
        }
      }
      before = Optional.of(here);
    }
    return Optional.empty();
  }

  private static boolean isJoined(Analysis.Read read, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!read.sentence().token(at).isComma() && !read.sentence().token(at).is("and")) {
        return false;
      }
    }
    return true;
  }

  /** Whom the posts of a list's member serve, if a sentence's words or an earlier member say so. */
  private static Optional<OfficePhrase.Owner> countryOf(Person person, int sentence) {
    return person.seats.stream()
        .filter(seat -> seat.sentence == sentence && seat.servesCountry)
        .flatMap(seat -> seat.owner.stream())
        .filter(OfficePhrase.Owner.OfCountry.class::isInstance)
        .findFirst();
  }

  /** "A and foreign minister B of Oman": the country behind the last counts for all. */
  private static Optional<OfficePhrase.Owner> behind(Mention.Person last) {
    return last.to() > last.head() + 2
        ? last.offices().stream()
            .filter(office -> office.to() <= last.head())
            .flatMap(office -> office.owner().stream())
            .findFirst()
        : Optional.empty();
  }

  /**
   * Whether the sentence speaks of another country before the post: "the Omani minister and Adviser
   * Name".
   */
  private boolean abroadBefore(Seat seat) {
    return analysis.sentences().get(seat.sentence).nations().stream()
        .anyMatch(nation -> nation.at() < seat.position && !isHome(nation.code()));
  }

  /** ISO alpha-2 of the country of whose head alone one says "the X administration". */
  private Optional<String> administered(Person person) {
    return ADMINISTRATIONS.entrySet().stream()
        .filter(noun -> isCalledAfter(person, noun.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether the article speaks of "the X administration", X being the person. */
  private boolean isCalledAfter(Person person, String noun) {
    String text = analysis.article().text();
    List<String> words = List.of(person.bestName().split(" ", -1));
    String surname =
        words.get(words.size() - 1).equals("Jr.") && words.size() > 1
            ? words.get(words.size() - 2).replace(",", "")
            : words.get(words.size() - 1);
    String capitalized = noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
    return text.contains(surname + " " + capitalized)
        || text.contains(surname + " " + noun)
        || text.contains(surname + "-") && text.contains(capitalized);
  }

  /** Whether the article names someone else who holds the same post of a country. */
  private boolean isHeldByAnother(String code, Person person, Seat seat) {
    return cast.people().stream()
        .filter(other -> other != person)
        .flatMap(other -> other.seats.stream())
        .anyMatch(
            other ->
                other.holding != OfficePhrase.Holding.FORMER
                    && seat.holding != OfficePhrase.Holding.FORMER
                    && Seat.contentWords(other.title).equals(Seat.contentWords(seat.title))
                    && other.owner.flatMap(Seat::country).filter(code::equals).isPresent());
  }

  /** In a release, a president by surname alone may be the issuer's own. */
  private boolean isOwnPresidentPossible(Person person, Seat seat) {
    return home.isPresent()
        && seat.title.matches("(Vice )?President")
        && !person.bestName().contains(" ");
  }

  private boolean isHome(String code) {
    return home.filter(code::equals).isPresent();
  }

  /**
   * The country that the words around a post speak of most: nearer counts more, before more than
   * after.
   */
  private Optional<String> nearest(Person person, Seat seat) {
    Map<String, Double> weights = new HashMap<>();
    int index = seat.sentence;
    List<Analysis.Read> sentences = analysis.sentences();
    Map<String, Double> far = new HashMap<>();
    Optional<Analysis.Read.Nation> nearest = Optional.empty();
    for (Analysis.Read read : sentences) {
      int distance = index - read.sentence().index();
      boolean title = read.sentence().zone().kind() == Zone.Kind.TITLE;
      for (Analysis.Read.Nation nation : read.nations()) {
        double weight;
        if (distance == 0) {
          boolean before = nation.at() < seat.position;
          weight = before ? 4 : 2;
          nearest = before && !isHome(nation.code()) ? Optional.of(nation) : nearest;
        } else if (distance > 0 && distance <= 4) {
          weight = 3.0 / distance;
        } else {
          weight = 0;
          far.merge(nation.code(), 0.25, Double::sum);
        }
        if (title) {
          weight += 1.5;
        }
        weights.merge(nation.code(), weight, Double::sum);
      }
    }
    far.forEach((code, weight) -> weights.merge(code, Math.min(weight, 1.5), Double::sum));
    nearest.ifPresent(nation -> weights.merge(nation.code(), 2.5, Double::sum));
    dateline.ifPresent(code -> weights.merge(code, 2.0, Double::sum));
    weights.keySet().removeIf(this::isHome);
    weights.keySet().removeIf(code -> isHeldByAnother(code, person, seat));
    return weights.entrySet().stream()
        .filter(entry -> entry.getValue() >= (isOwnPresidentPossible(person, seat) ? SURE : LEAST))
        .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }
}
