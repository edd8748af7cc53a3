package org.chancery.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.ontology.WordLists;
import org.chancery.reference.City;
import org.chancery.reference.Reference;

/** Which names of countries mean the state of the United States that is called the same. */
final class StateNames {
  private static final Set<String> OFFICERS = WordLists.load().require("state-officer");

  private final Reference reference;
  private final Gazetteer gazetteer;

  StateNames(Reference reference, Gazetteer gazetteer) {
    this.reference = reference;
    this.gazetteer = gazetteer;
  }

  /** ISO alpha-2 of the countries that an article's sentences never mean by that name. */
  Set<String> find(List<Sentence> sentences) {
    Set<String> shared = new LinkedHashSet<>();
    for (Sentence sentence : sentences) {
      for (Token token : sentence.tokens()) {
        if (token.isCapitalized() && reference.cities().state(token.word()).isPresent()) {
          reference
              .countries()
              .called(token.word())
              .ifPresent(match -> match.countries().forEach(country -> shared.add(country.code())));
        }
      }
    }
    if (shared.isEmpty()) {
      return shared;
    }
    Set<String> states = new LinkedHashSet<>();
    Set<String> countries = new LinkedHashSet<>();
    for (Sentence sentence : sentences) {
      for (KnownName name : gazetteer.find(sentence).names()) {
        region(name).ifPresent(states::add);
        if (name.kind() != KnownName.Kind.COUNTRY) {
          countries.addAll(name.countries());
        } else if (isState(sentence, name)) {
          states.addAll(name.countries());
        }
      }
    }
    shared.retainAll(states);
    shared.removeAll(countries);
    return shared;
  }

  /** "Georgia lawmakers", "the governor of Georgia": what a state has and a country lacks. */
  private boolean isState(Sentence sentence, KnownName name) {
    int before = name.from() - 2;
    boolean officers =
        name.to() < sentence.size() && isOfficer(sentence.token(name.to()))
            || before >= 0
                && sentence.token(before + 1).is("of")
                && isOfficer(sentence.token(before));
    return officers && reference.cities().state(name.name()).isPresent();
  }

  private static boolean isOfficer(Token token) {
    return OFFICERS.contains(Titles.lower(token.lemma()));
  }

  /** The country called like the state in which a city lies. */
  private Optional<String> region(KnownName name) {
    return name.geonames()
        .flatMap(reference.cities()::byGeonames)
        .flatMap(City::region)
        .flatMap(
            region ->
                reference.countries().all().stream()
                    .filter(
                        country ->
                            reference
                                .cities()
                                .state(country.name())
                                .filter(region::equals)
                                .isPresent())
                    .map(country -> country.code())
                    .findFirst());
  }
}
