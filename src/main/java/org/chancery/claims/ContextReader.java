package org.chancery.claims;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.analysis.Analysis;
import org.chancery.ontology.ContextRule;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.RuleBook;
import org.chancery.ontology.Status;

/**
 * What sentences tell together: whether a headline's visit took place, on which day and in which
 * city a meeting was held, for whom a signatory signed. Adds only what the article leaves no second
 * choice for.
 */
final class ContextReader {
  private static final Set<Predicate> TOGETHER =
      EnumSet.of(Predicate.VISITS, Predicate.MEETS_WITH, Predicate.ATTENDS, Predicate.HOSTED_IN);

  private final Analysis analysis;
  private final Discourse discourse;
  private final References references;
  private final Cast cast;
  private final Facts facts;

  ContextReader(
      Analysis analysis, Discourse discourse, References references, Cast cast, RuleBook rules) {
    this.analysis = analysis;
    this.discourse = discourse;
    this.references = references;
    this.cast = cast;
    this.facts = new Facts(analysis, references, rules);
  }

  /** "Her visit to Oslo underlines …" where the article has said that she will travel there. */
  private static boolean isAhead(Found fact, List<Found> told) {
    if (!fact.nominal() || !fact.isAsserted()) {
      return false;
    }
    List<Status> statuses =
        told.stream()
            .filter(other -> !other.nominal() && other.predicate() == fact.predicate())
            .filter(other -> other.subject().equals(fact.subject()))
            .filter(other -> other.object().equals(fact.object()))
            .map(Found::status)
            .toList();
    return statuses.contains(Status.PLANNED) && !statuses.contains(Status.ASSERTED);
  }

  /** The facts of all sentences, completed. */
  List<Found> complete(List<Found> found) {
    List<Found> told = found.stream().filter(fact -> !facts.inHeadline(fact)).toList();
    List<Found> body =
        told.stream().map(fact -> isAhead(fact, told) ? fact.with(Status.PLANNED) : fact).toList();
    body.forEach(facts::add);
    found.stream()
        .filter(facts::inHeadline)
        .map(fact -> fact.nominal() ? fact.with(headlineStatus(fact, body)) : fact)
        .forEach(facts::add);
    MeetingNames names = new MeetingNames(analysis, discourse, references, cast, facts);
    names.addParties();
    names.addCities();
    new HeadlineMeetings(analysis, discourse, cast, facts).add(body);
    Whereabouts whereabouts = new Whereabouts(analysis, discourse, facts);
    for (Analysis.Read read : analysis.sentences()) {
      whereabouts.addDay(read);
      whereabouts.addCity(read);
    }
    whereabouts.addCityByVisit();
    addSigningStates();
    facts.removeIf(this::isOwnPaper);
    note();
    return facts.list();
  }

  /** "Peru adopted an action plan": what one state alone concludes is no agreement. */
  private boolean isOwnPaper(Found fact) {
    if (fact.predicate() != Predicate.SIGNS
        && fact.predicate() != Predicate.SIGNED_IN
        && fact.predicate() != Predicate.SIGNED_ON) {
      return false;
    }
    String agreement = fact.predicate() == Predicate.SIGNS ? fact.objectKey() : fact.subject();
    References.Told thing = references.told().get(agreement);
    if (thing == null || !thing.shared) {
      return false;
    }
    Set<String> parties =
        facts.stream()
            .filter(other -> other.predicate() == Predicate.SIGNS)
            .filter(other -> other.objectKey().equals(agreement))
            .map(Found::subject)
            .collect(Collectors.toSet());
    return parties.size() < 2
        && parties.stream().noneMatch(party -> party.startsWith("organization/"));
  }

  /** "The Minister's Visit to Oslo": the text below says whether it took place. */
  private Status headlineStatus(Found headline, List<Found> body) {
    if (!headline.isAsserted()) {
      return headline.status();
    }
    List<Found> told =
        body.stream()
            .filter(fact -> TOGETHER.contains(fact.predicate()))
            .filter(
                fact ->
                    fact.subject().equals(headline.subject())
                        || fact.objectKey().equals(headline.subject()))
            .toList();
    if (told.stream().anyMatch(Found::isAsserted)
        || told.isEmpty()
            && headline.predicate() == Predicate.ATTENDS
            && discourse.speaks(headline.subject())) {
      return Status.ASSERTED;
    }
    boolean planned = told.stream().anyMatch(fact -> fact.status() == Status.PLANNED);
    return planned ? Status.PLANNED : Status.POSSIBLE;
  }

  /** Officials of two countries who sign sign for them. */
  private void addSigningStates() {
    Map<String, Map<String, Found>> states = new LinkedHashMap<>();
    for (Found fact : facts.list()) {
      if (fact.predicate() != Predicate.SIGNS || !fact.isAsserted()) {
        continue;
      }
      Map<String, Found> signers =
          states.computeIfAbsent(fact.objectKey(), key -> new LinkedHashMap<>());
      if (fact.subject().startsWith("country/")) {
        signers.putIfAbsent(fact.subject(), fact);
      } else {
        represented(fact.subject()).ifPresent(country -> signers.putIfAbsent(country, fact));
      }
    }
    states.forEach(
        (agreement, signers) -> {
          if (signers.size() > 1) {
            signers.forEach(
                (country, fact) -> {
                  if (!fact.subject().equals(country)) {
                    facts.add(
                        ContextRule.Way.SIGN_FOR_COUNTRY,
                        country,
                        Predicate.SIGNS,
                        fact.object(),
                        Status.ASSERTED,
                        analysis.sentences().get(fact.sentence()),
                        fact.evidence());
                  }
                });
          }
        });
  }

  private Optional<String> represented(String person) {
    return Optional.ofNullable(cast.byKey().get(person)).stream()
        .flatMap(official -> official.seats.stream())
        .filter(seat -> seat.servesCountry)
        .flatMap(seat -> seat.owner.stream())
        .flatMap(owner -> Seat.country(owner).stream())
        .map(references::country)
        .findFirst();
  }

  /** Hands on what identifies meetings and agreements across articles. */
  private void note() {
    for (Found fact : facts.list()) {
      if (!fact.isAsserted()) {
        continue;
      }
      References.Told subject = references.told().get(fact.subject());
      References.Told object = references.told().get(fact.objectKey());
      switch (fact.predicate()) {
        case HELD_ON, SIGNED_ON -> {
          if (subject != null
              && subject.day.isEmpty()
              && fact.object() instanceof Argument.Day day) {
            subject.day = Optional.of(day.date());
          }
        }
        case HOSTED_IN -> {
          if (subject != null && subject.city.isEmpty()) {
            subject.city = Optional.of(fact.objectKey());
          }
        }
        case SIGNS, ATTENDS -> {
          if (object != null) {
            object.parties.add(fact.subject());
          }
        }
        default -> {
          // tells nothing that identifies a meeting or agreement
        }
      }
    }
  }
}
