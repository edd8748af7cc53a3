package org.chancery.claims;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Mention;
import org.chancery.analysis.OfficePhrase;
import org.chancery.article.Zone;
import org.chancery.ontology.WordLists;

/**
 * Whom a post serves where its words leave it out: told by a list, by whose post it is said to be,
 * by where the article looks from, or by the countries that it speaks of around. Unsure, nobody.
 */
final class Vantage {
  private static final Map<String, String> ADMINISTRATIONS =
      WordLists.load().requireValues("administration");

  /** What a country must weigh. */
  private static final double LEAST = 1;

  /** How much more than any other. */
  private static final double MARGIN = 1.5;

  /** A city tells less of whom one speaks than a country's name. */
  private static final double PLACE = 0.5;

  private static final Set<String> HEADS_OF_STATE = WordLists.load().require("head-of-state");
  private static final Set<String> COMPANY = WordLists.load().require("company");
  private static final Set<String> SIDES = WordLists.load().require("side");
  private static final Set<String> SIDE_WORDS = WordLists.load().require("side-word");
  private static final Set<String> STATE_NOUNS = WordLists.load().require("state-noun");

  private final Analysis analysis;
  private final NationalTitles titles;
  private final Home outlook;
  private final Optional<String> home;
  private final Cast cast;
  private final Optional<String> dateline;

  private Vantage(Analysis analysis, Cast cast, NationalTitles titles, Optional<String> dateline) {
    this.cast = cast;
    this.dateline = dateline;
    this.analysis = analysis;
    this.titles = titles;
    this.outlook = new Home(analysis, cast, titles, dateline);
    this.home = outlook.find();
  }

  /**
   * The vantage of an article.
   *
   * @param dateline ISO alpha-2 of the country of the dateline's city
   */
  static Vantage of(
      Analysis analysis, Cast cast, NationalTitles titles, Optional<String> dateline) {
    return new Vantage(analysis, cast, titles, dateline);
  }

  /** The owner of a seat, if the article tells it surely enough. */
  Optional<OfficePhrase.Owner> owner(Person person, Seat seat) {
    Optional<OfficePhrase.Owner> owner = likeliest(person, seat);
    boolean taken =
        isHeadOfState(seat)
            && owner
                .flatMap(Seat::country)
                .filter(code -> isHeldByAnother(code, person, seat))
                .isPresent();
    // "President A spoke with President B": a country has one
    return taken && !seat.told ? Optional.empty() : owner;
  }

  private Optional<OfficePhrase.Owner> likeliest(Person person, Seat seat) {
    Optional<String> sure = titles.sure(seat.title);
    if (sure.isPresent()) {
      return country(sure);
    }
    Optional<OfficePhrase.Owner> listed = neighbour(person, seat);
    if (listed.isPresent()) {
      seat.told = true;
      return listed;
    }
    Optional<String> sided = sided(seat);
    if (sided.isPresent()) {
      return country(sided);
    }
    if (person.elsewhere) {
      return Optional.empty();
    }
    if (seat.possessor.isPresent() && !STATE_NOUNS.contains(seat.possessor.get())) {
      return possessed(seat);
    }
    Optional<String> usual =
        titles
            .usual(seat.title)
            .filter(code -> home.isPresent() ? isHome(code) : outlook.isSpokenOf(code));
    if (usual.isPresent()) {
      return country(usual);
    }
    Optional<OfficePhrase.Owner> described =
        seat.servesCountry ? Optional.empty() : described(seat);
    if (outlook.isIssued() && titles.isHome(seat.title) && !isAbroad(seat)) {
      return country(home);
    }
    if (described.isPresent()) {
      return described;
    }
    if (!seat.servesCountry && !titles.isHome(seat.title)) {
      return Optional.empty();
    }
    Optional<String> administered = administered(person);
    if (administered.isPresent() && seat.title.matches("(Vice )?President")) {
      return country(administered);
    }
    if (titles.isSent(seat.title)) {
      // an ambassador serves those who sent him, whatever countries stand around
      return Optional.empty();
    }
    if (isPresidentAbroad(seat)) {
      // "President Okoro" may be anyone's; who is named in full is the guest or host
      return person.bestName().contains(" ") ? country(nearest(person, seat)) : Optional.empty();
    }
    return home.isPresent() && !titles.isAbsent(seat.title, home.get())
        ? country(fromHome(person, seat))
        : country(nearest(person, seat));
  }

  /** Whether a release of a country that has a president names one without saying whose. */
  private boolean isPresidentAbroad(Seat seat) {
    return home.filter(code -> titles.isAbsent("Prime Minister", code)).isPresent()
        && !home.equals(dateline)
        && seat.title.matches("(Vice )?President");
  }

  private static Optional<OfficePhrase.Owner> country(Optional<String> code) {
    return code.map(OfficePhrase.Owner.OfCountry::new);
  }

  /** Whom a post serves that the issuer's country has too: mostly the issuer's own. */
  private Optional<String> fromHome(Person person, Seat seat) {
    Analysis.Read read = analysis.sentences().get(seat.sentence);
    Optional<String> spoken = spoken(read, seat.position);
    if (spoken.isPresent() && !isHome(spoken.get())) {
      return isOnlyForeign(read, spoken.get()) ? spoken : Optional.empty();
    }
    if (isElsewhere(read, seat)
        || isHeadOfState(seat) && onlyCountryOf(read, seat.position).isPresent()) {
      return onlyCountryOf(read, seat.position).filter(this::isHome);
    }
    Optional<String> company = accompanied(read, seat.position);
    if (company.isPresent()) {
      return company.filter(code -> !isHeldByAnother(code, person, seat));
    }
    boolean rivalled =
        cast.people().stream()
            .filter(other -> other != person)
            .flatMap(other -> other.seats.stream())
            .anyMatch(
                other ->
                    isSamePost(other, seat)
                        && (!other.told || other.country().filter(this::isHome).isPresent()));
    return rivalled ? Optional.empty() : home;
  }

  /** The country of which a sentence speaks last before a position, outside the names of people. */
  private static Optional<String> spoken(Analysis.Read read, int position) {
    return read.nations().stream()
        .filter(nation -> nation.at() < position && !nation.place() && !isOfPerson(read, nation))
        .reduce((first, second) -> second)
        .map(Analysis.Read.Nation::code);
  }

  private static boolean isOfPerson(Analysis.Read read, Analysis.Read.Nation nation) {
    return read.mentions().stream()
        .filter(mention -> mention instanceof Mention.Person || mention instanceof Mention.Post)
        .anyMatch(mention -> mention.from() <= nation.at() && nation.at() < mention.to());
  }

  /** "In Lima she met the state secretary": at a place abroad. */
  private boolean isElsewhere(Analysis.Read read, Seat seat) {
    return read.nations().stream()
            .filter(nation -> nation.at() < seat.position && nation.place())
            .anyMatch(nation -> !isHome(nation.code()))
        && read.nations().stream().noneMatch(nation -> isHome(nation.code()));
  }

  private static boolean isHeadOfState(Seat seat) {
    return HEADS_OF_STATE.contains(seat.head);
  }

  private boolean isOnlyForeign(Analysis.Read read, String code) {
    return read.nations().stream().allMatch(nation -> nation.code().equals(code));
  }

  /** "The Peruvian minister was accompanied by Trade Secretary Name": the guest's people. */
  private Optional<String> accompanied(Analysis.Read read, int position) {
    boolean company =
        read.sentence().tokens().stream()
            .limit(position)
            .anyMatch(token -> COMPANY.contains(token.word().toLowerCase(Locale.ROOT)));
    return company ? onlyCountryOf(read, position) : Optional.empty();
  }

  /** The one country that the people named before in a sentence are known to serve. */
  private Optional<String> onlyCountryOf(Analysis.Read read, int position) {
    List<String> codes =
        read.mentions().stream()
            .filter(mention -> mention instanceof Mention.Person && mention.to() <= position)
            .map(mention -> cast.of((Mention.Person) mention))
            .flatMap(person -> person.seats.stream())
            .flatMap(seat -> seat.country().stream())
            .distinct()
            .toList();
    return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
  }

  /** "On the Peruvian side, it was signed by the minister": the words say for whom. */
  private Optional<String> sided(Seat seat) {
    return seat.places.stream().flatMap(place -> sided(place).stream()).findFirst();
  }

  private Optional<String> sided(Seat.Place place) {
    Analysis.Read read = analysis.sentences().get(place.sentence());
    Optional<Analysis.Read.Nation> nation =
        read.nations().stream()
            .filter(known -> known.at() < place.position() && !known.place())
            .filter(known -> !isOfPerson(read, known))
            .reduce((first, second) -> second);
    boolean side = false;
    for (int at = nation.map(known -> known.at() + 1).orElse(place.position());
        at < place.position();
        at++) {
      String word = read.sentence().token(at).word().toLowerCase(Locale.ROOT);
      if (!SIDE_WORDS.contains(word)) {
        return Optional.empty();
      }
      side |= SIDES.contains(word);
    }
    return side ? nation.map(Analysis.Read.Nation::code) : Optional.empty();
  }

  /** "his spokesman", "Okoro's spokesman", "its leader". */
  private Optional<OfficePhrase.Owner> possessed(Seat seat) {
    String possessor = seat.possessor.orElseThrow();
    Analysis.Read read = analysis.sentences().get(seat.sentence);
    return switch (possessor) {
      case "his", "her" -> country(onlyCountryOf(read, seat.position));
      case "its", "their" ->
          country(spoken(read, seat.position).filter(code -> isOnlyNation(read, seat.position)));
      case "our", "my" -> country(home);
      default ->
          cast.people().stream()
              .filter(
                  person -> Character.isUpperCase(possessor.charAt(0)) && person.mayBe(possessor))
              .findFirst()
              .flatMap(
                  person ->
                      person.seats.stream()
                          .filter(other -> other.holding != OfficePhrase.Holding.FORMER)
                          .flatMap(other -> other.owner.stream())
                          .findFirst());
    };
  }

  private static boolean isOnlyNation(Analysis.Read read, int position) {
    return read.nations().stream()
            .filter(nation -> nation.at() < position && !nation.place())
            .map(Analysis.Read.Nation::code)
            .distinct()
            .count()
        == 1;
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
      Optional<OfficePhrase.Owner> owner = Optional.empty();
      if (joined && cast.of(before.get()) == person) {
        owner = behind(here);
      }
      if (owner.isEmpty()
          && joined
          && cast.of(here) == person
          && here.from() <= seat.position
          && behind(before.get()).isEmpty()) {
        owner = countryOf(cast.of(before.get()), seat.sentence);
      }
      if (owner
          .flatMap(Seat::country)
          .filter(code -> !isHeldByAnother(code, person, seat))
          .isPresent()) {
        return owner;
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
        .filter(seat -> seat.sentence == sentence && seat.servesCountry && seat.told)
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
  private boolean isAbroad(Seat seat) {
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
            other -> isSamePost(other, seat) && other.country().filter(code::equals).isPresent());
  }

  private static boolean isSamePost(Seat one, Seat other) {
    return one.holding != OfficePhrase.Holding.FORMER
        && other.holding != OfficePhrase.Holding.FORMER
        && Seat.contentWords(one.title).equals(Seat.contentWords(other.title));
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
          nearest =
              before && !nation.place() && !isHome(nation.code()) ? Optional.of(nation) : nearest;
        } else if (distance > 0 && distance <= 4) {
          weight = 3.0 / distance;
        } else {
          weight = 0;
          far.merge(nation.code(), 0.25, Double::sum);
        }
        if (title) {
          weight += 1.5;
        }
        weights.merge(nation.code(), nation.place() ? PLACE * weight : weight, Double::sum);
      }
    }
    far.forEach((code, weight) -> weights.merge(code, Math.min(weight, 1.5), Double::sum));
    nearest.ifPresent(nation -> weights.merge(nation.code(), 2.5, Double::sum));
    dateline.ifPresent(code -> weights.merge(code, 2.0, Double::sum));
    weights.keySet().removeIf(this::isHome);
    weights.keySet().removeIf(code -> isHeldByAnother(code, person, seat));
    Optional<String> company =
        onlyCountryOf(sentences.get(index), seat.position).filter(code -> !isHome(code));
    return Home.clearest(weights, LEAST, MARGIN)
        .filter(code -> company.isEmpty() || company.get().equals(code));
  }
}
