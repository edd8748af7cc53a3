package org.chancery.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Mention;
import org.chancery.reference.Cities;
import org.chancery.reference.City;
import org.chancery.reference.Countries;
import org.chancery.reference.Country;

/**
 * Which city an article means by a name that cities of several countries bear. Unsure, it is a city
 * of that name without country.
 */
final class Homonyms {
  /** Cities are alike if none has more than so many times another's people. */
  private static final int ALIKE = 3;

  /** A city with so many times another's people is meant whatever else is spoken of. */
  private static final int DWARFS = 10;

  private final Countries countries;
  private final Cities cities;
  private final Optional<String> dateline;
  private final List<Mention.City> told = new ArrayList<>();
  private final Set<String> nations = new LinkedHashSet<>();
  private final Map<String, Set<String>> towns = new LinkedHashMap<>();
  private final Map<String, Optional<City>> chosen = new HashMap<>();

  Homonyms(Analysis analysis, Countries countries, Cities cities) {
    this.countries = countries;
    this.cities = cities;
    this.dateline = analysis.article().datelinePlace();
    dateline.ifPresent(this::tell);
    for (Analysis.Read read : analysis.sentences()) {
      read.nations().stream()
          .filter(nation -> !nation.place())
          .forEach(nation -> nations.add(nation.code()));
      for (Mention mention : read.mentions()) {
        if (mention instanceof Mention.City city) {
          hear(city);
        }
      }
    }
  }

  /** "GEORGETOWN, Guyana": the dateline says which city the article calls so. */
  private void tell(String place) {
    List<String> words = List.of(place.replace(",", " ,").split("\\s+", -1));
    cities
        .at(words, 0)
        .filter(match -> words.size() > match.tokens())
        .filter(match -> match.cities().stream().map(City::country).distinct().count() == 1)
        .ifPresent(match -> told.add(mention(match.first())));
  }

  private void hear(Mention.City city) {
    if (city.countries().size() == 1) {
      towns.computeIfAbsent(city.countries().get(0), c -> new LinkedHashSet<>()).add(city.name());
      if (perCountry(city.name(), List.of()).size() > 1) {
        told.add(city);
      }
    }
  }

  private static String key(String name) {
    return String.join(" ", Person.words(name));
  }

  /** The city that a mention means. */
  Mention.City located(Mention.City city) {
    if (city.countries().size() < 2) {
      return city;
    }
    Optional<Mention.City> elsewhere = told(city.name());
    if (elsewhere.isPresent()) {
      return at(city, elsewhere.get());
    }
    Optional<City> choice =
        chosen.computeIfAbsent(city.name(), name -> choose(name, city.countries()));
    return choice
        .map(one -> at(city, mention(one)))
        .orElseGet(
            () ->
                new Mention.City(
                    city.from(), city.to(), city.head(), city.name(), List.of(), Optional.empty()));
  }

  /** The city that the article says to lie in one of the countries, if it says so of one alone. */
  private Optional<Mention.City> told(String name) {
    List<Mention.City> cities =
        told.stream()
            .filter(
                city ->
                    key(city.name()).equals(key(name))
                        || perCountry(name, city.countries()).stream()
                            .anyMatch(same -> same.geonames().equals(city.geonames())))
            .toList();
    boolean one = cities.stream().map(Mention.City::countries).distinct().count() == 1;
    return one ? Optional.of(cities.get(0)) : Optional.empty();
  }

  private static Mention.City at(Mention.City place, Mention.City city) {
    return new Mention.City(
        place.from(), place.to(), place.head(), city.name(), city.countries(), city.geonames());
  }

  private static Mention.City mention(City city) {
    return new Mention.City(0, 1, 0, city.name(), List.of(city.country()), city.geonames());
  }

  private Optional<City> choose(String name, List<String> codes) {
    List<City> candidates = perCountry(name, codes);
    if (candidates.size() < 2) {
      return candidates.stream().findFirst();
    }
    City first = candidates.get(0);
    for (Set<String> spoken : List.of(nations, towns(name))) {
      List<City> likely =
          candidates.stream()
              .filter(city -> spoken.contains(city.country()))
              .filter(city -> city.equals(first) || isSeat(city) || isAlike(city, first))
              .toList();
      if (likely.size() == 1 || likely.contains(first) && first.capital()) {
        return Optional.of(likely.get(0));
      }
      if (!likely.isEmpty()) {
        return Optional.empty();
      }
    }
    boolean contested =
        candidates.stream()
            .filter(city -> !city.equals(first))
            .anyMatch(
                city ->
                    isAlike(city, first) && isNamed(city, name)
                        || nations.contains(city.country())
                            && city.population() * DWARFS >= first.population());
    return first.capital() || !contested ? Optional.of(first) : Optional.empty();
  }

  /** ISO alpha-2 of the countries in which other cities lie that the article names. */
  private Set<String> towns(String name) {
    Set<String> codes = new LinkedHashSet<>();
    towns.forEach(
        (code, names) -> {
          if (names.stream().anyMatch(other -> !other.equals(name))) {
            codes.add(code);
          }
        });
    return codes;
  }

  /** Whether it is the capital of its country or territory. */
  private boolean isSeat(City city) {
    return countries
        .byCode(city.country())
        .flatMap(Country::capital)
        .filter(city.name()::equals)
        .isPresent();
  }

  private static boolean isAlike(City one, City other) {
    return one.population() * ALIKE >= other.population();
  }

  /** Whether that is what it is called first of all. */
  private static boolean isNamed(City city, String name) {
    return key(city.name()).equals(key(name));
  }

  /**
   * The likeliest city of that name in each country, the likeliest of all first.
   *
   * @param codes of the countries that may be meant; empty for all
   */
  private List<City> perCountry(String name, List<String> codes) {
    Map<String, City> first = new LinkedHashMap<>();
    for (City city : cities.called(name)) {
      if (codes.isEmpty() || codes.contains(city.country())) {
        first.putIfAbsent(city.country(), city);
      }
    }
    return new ArrayList<>(first.values());
  }

  /** ISO alpha-2 of the country of the dateline's city, if it is clear which it is. */
  Optional<String> country() {
    return dateline
        .map(place -> place.split(",", -1)[0].strip())
        .flatMap(
            name ->
                told(name)
                    .flatMap(city -> city.countries().stream().findFirst())
                    .or(() -> choose(name, List.of()).map(City::country)));
  }
}
