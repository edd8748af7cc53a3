package org.chancery.claims;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Mention;
import org.chancery.analysis.OfficePhrase;
import org.chancery.article.Zone;

/**
 * Finds the country that an article looks from, if it looks from one: a release or a paper that
 * names its own officials without saying whose they are.
 */
final class Home {
  /** Sentences of an article's opening, where those from abroad are introduced in full. */
  private static final int OPENING = 4;

  /** Lines among which a press service names itself. */
  private static final int HEAD_LINES = 8;

  /** How much oftener than any other a country must be spoken of. */
  private static final double MARGIN = 1.5;

  private static final double LEAST = 2;

  private final Analysis analysis;
  private final Cast cast;
  private final NationalTitles titles;
  private final Optional<String> dateline;
  private final boolean transcript;

  Home(Analysis analysis, Cast cast, NationalTitles titles, Optional<String> dateline) {
    this.analysis = analysis;
    this.cast = cast;
    this.titles = titles;
    this.dateline = dateline;
    this.transcript = Turns.of(analysis).isTranscript();
  }

  /** ISO alpha-2 of the country. */
  Optional<String> find() {
    return issuer().or(this::byTitle).or(this::ofInsider);
  }

  /** Whether the article is the release of a press service that its own words tell. */
  boolean isIssued() {
    return issuer().or(this::byTitle).isPresent();
  }

  private Optional<String> issuer() {
    return analysis
        .article()
        .text()
        .lines()
        .limit(HEAD_LINES)
        .flatMap(line -> titles.issuer(line).stream())
        .findFirst();
  }

  /** In a release, which has no dateline, the first officials bear the issuer's own titles. */
  private Optional<String> byTitle() {
    boolean release =
        analysis.article().zones(Zone.Kind.DATELINE).findAny().isEmpty() || isSigned();
    return release
        ? people(analysis.sentences())
            .limit(4)
            .flatMap(person -> person.seats.stream())
            .filter(seat -> seat.owner.isEmpty())
            .flatMap(
                seat ->
                    titles
                        .sure(seat.title)
                        // "met with Chancellor A": in a transcript, those spoken of come first, too
                        .or(
                            () ->
                                titles
                                    .usual(seat.title)
                                    .filter(code -> !transcript && isSpokenOf(code)))
                        .stream())
            .findFirst()
        : Optional.empty();
  }

  /** Whether the text begins with its author's name and post: a statement. */
  private boolean isSigned() {
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

  private Stream<Person> people(List<Analysis.Read> reads) {
    return reads.stream()
        .flatMap(read -> read.mentions().stream())
        .filter(Mention.Person.class::isInstance)
        .map(mention -> cast.of((Mention.Person) mention));
  }

  boolean isSpokenOf(String code) {
    return analysis.sentences().stream()
        .flatMap(read -> read.nations().stream())
        .anyMatch(nation -> nation.code().equals(code));
  }

  /**
   * Who names an official in the opening without a country takes it for known: that of the
   * dateline, else the one spoken of most whose officials never are named with it. In a transcript
   * the day's questions decide of whom one speaks, so it tells nothing.
   */
  private Optional<String> ofInsider() {
    if (transcript) {
      return Optional.empty();
    }
    List<Analysis.Read> opening =
        analysis.sentences().stream()
            .filter(read -> read.sentence().zone().kind() == Zone.Kind.BODY)
            .limit(OPENING)
            .toList();
    boolean insider = opening.stream().anyMatch(this::namesOwnOfficial);
    return insider ? dateline.filter(this::isParty).or(this::prominent) : Optional.empty();
  }

  /** Whether the article speaks of a country as such, not only of its cities. */
  private boolean isParty(String code) {
    return analysis.sentences().stream()
        .flatMap(read -> read.nations().stream())
        .anyMatch(nation -> nation.code().equals(code) && !nation.place());
  }

  private boolean namesOwnOfficial(Analysis.Read read) {
    for (Mention mention : read.mentions()) {
      if (mention instanceof Mention.Person person) {
        Person known = cast.of(person);
        boolean own =
            !person.offices().isEmpty()
                && person.offices().stream().allMatch(Home::isUnowned)
                && known.seats.stream().noneMatch(seat -> seat.told);
        if (own) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isUnowned(OfficePhrase office) {
    return office.owner().isEmpty()
        && office.possessor().isEmpty()
        && office.servesCountry()
        && office.holding() != OfficePhrase.Holding.FORMER;
  }

  private Optional<String> prominent() {
    Set<String> foreign =
        cast.people().stream()
            .flatMap(person -> person.seats.stream())
            .filter(seat -> seat.told)
            .flatMap(seat -> seat.owner.stream())
            .filter(OfficePhrase.Owner.OfCountry.class::isInstance)
            .flatMap(owner -> Seat.country(owner).stream())
            .collect(Collectors.toSet());
    Map<String, Double> weights = new HashMap<>();
    for (Analysis.Read read : analysis.sentences()) {
      double weight = read.sentence().zone().kind() == Zone.Kind.TITLE ? 2 : 1;
      read.nations().forEach(nation -> weights.merge(nation.code(), weight, Double::sum));
    }
    weights.keySet().removeAll(foreign);
    return clearest(weights, LEAST, MARGIN);
  }

  /** The heaviest, if it weighs enough, and so much more than the next. */
  static Optional<String> clearest(Map<String, Double> weights, double least, double margin) {
    List<Map.Entry<String, Double>> sorted =
        weights.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    boolean clear =
        !sorted.isEmpty()
            && sorted.get(0).getValue() >= least
            && (sorted.size() == 1
                || sorted.get(0).getValue() >= margin * sorted.get(1).getValue());
    return clear ? Optional.of(sorted.get(0).getKey()) : Optional.empty();
  }
}
