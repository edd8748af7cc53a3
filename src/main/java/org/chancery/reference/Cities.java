package org.chancery.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.chancery.ExitCode;
import org.chancery.UserException;

/** The cities of the world by what they are called. Immutable. */
public final class Cities {
  private static final List<String> COLUMNS =
      List.of(
          "geonames",
          "name",
          "country",
          "region",
          "latitude",
          "longitude",
          "population",
          "feature");

  private static final long NO_ID = 0;

  private static final Comparator<City> FIRST_MEANT =
      Comparator.comparing(City::capital)
          .thenComparing(City::population)
          .reversed()
          .thenComparing(city -> city.geonames().orElse(Long.MAX_VALUE))
          .thenComparing(City::name);

  private final Countries countries;
  private final List<City> all;
  private final Map<Long, City> byGeonames;
  private final NameTrie<City> names = new NameTrie<>();
  private final NameTrie<String> states = new NameTrie<>();

  private Cities(Countries countries, List<City> all) {
    this.countries = countries;
    this.all = List.copyOf(all);
    this.byGeonames = new HashMap<>(all.size() * 2);
    for (City city : all) {
      city.geonames().ifPresent(id -> byGeonames.put(id, city));
      names.add(city.name(), city);
      city.otherNames().forEach(name -> names.add(name, city));
    }
  }

  /**
   * Reads the tables that are packed into the jar.
   *
   * @throws UserException with {@link ExitCode#CONFIG} if one is missing or malformed
   */
  public static Cities load(Countries countries) {
    Map<Long, OtherNames> otherNames = new HashMap<>();
    Table.load(
            "city-names.tsv",
            List.of("geonames", "country", "geoname", "english", "aliases"),
            OtherNames::of)
        .forEach(names -> otherNames.put(names.geonames(), names));
    List<City> all = new ArrayList<>();
    for (String file : List.of("cities.tsv", "cities-extra.tsv")) {
      all.addAll(Table.load(file, COLUMNS, row -> city(row, otherNames, countries)));
    }
    Cities cities = new Cities(countries, all);
    Table.load(
            "us-states.tsv",
            List.of("code", "name", "forms"),
            row -> {
              List<String> forms = new ArrayList<>(row.list(2));
              forms.add(row.matching(0, "[A-Z]{2}"));
              forms.add(row.text(1));
              return Map.entry(row.text(0), forms);
            })
        .forEach(
            state -> state.getValue().forEach(form -> cities.states.add(form, state.getKey())));
    return cities;
  }

  private static City city(Table.Row row, Map<Long, OtherNames> otherNames, Countries countries) {
    Optional<Long> id = row.optional(0).map(field -> row.number(0, Long::valueOf));
    String geoname = row.text(1);
    OtherNames names = otherNames.getOrDefault(id.orElse(NO_ID), OtherNames.NONE);
    Country country = countries.required(row, 2);
    String feature = row.text(7);
    return new City(
        id,
        names.english().orElse(geoname),
        names.besides(geoname, countries),
        country.code(),
        row.optional(3),
        row.number(4, Double::valueOf),
        row.number(5, Double::valueOf),
        row.number(6, Integer::valueOf),
        country.sovereign() && (feature.equals("PPLC") || feature.equals("PPLG")));
  }

  /** All cities: those with a GeoNames id by it, then the others. */
  public List<City> all() {
    return all;
  }

  public Optional<City> byGeonames(long id) {
    return Optional.ofNullable(byGeonames.get(id));
  }

  /**
   * The longest name of a city that starts at a token. A country or a state of the United States
   * that follows after a comma ({@code Paris , Texas}) narrows the candidates; the match spans the
   * city's name alone.
   *
   * @param tokens in the manner of the Penn Treebank, such as CoreNLP makes
   * @param from index of the first token, from 0
   */
  public Optional<Match> at(List<String> tokens, int from) {
    return names
        .at(tokens, from)
        .map(
            hit -> {
              List<City> candidates = hit.values().stream().sorted(FIRST_MEANT).toList();
              boolean everyday =
                  countries.everyday().mayBe(hit)
                      || countryIsCalled(tokens.subList(from, from + hit.tokens()));
              return new Match(hit.tokens(), candidates, everyday)
                  .narrowed(said(tokens, from + hit.tokens()));
            });
  }

  /** The candidates for a name when nothing else is said; empty if no city is called so. */
  public List<City> called(String name) {
    return at(List.of(name), 0).map(Match::cities).orElse(List.of());
  }

  /** Postal code of the state of the United States that is called so. */
  public Optional<String> state(String name) {
    return states.at(List.of(name), 0).flatMap(hit -> hit.values().stream().findFirst());
  }

  private boolean countryIsCalled(List<String> name) {
    return countries
        .at(name, 0)
        .filter(match -> match.tokens() == name.size() && match.kind() == Countries.Kind.NAME)
        .isPresent();
  }

  /** Which cities the words after a name leave: those of the country or state named there. */
  private Predicate<City> said(List<String> tokens, int after) {
    if (after + 1 >= tokens.size() || !tokens.get(after).equals(",")) {
      return city -> true;
    }
    List<String> codes =
        countries
            .at(tokens, after + 1)
            .filter(match -> match.kind() == Countries.Kind.NAME)
            .map(match -> match.countries().stream().map(Country::code).toList())
            .orElse(List.of());
    List<String> regions = states.at(tokens, after + 1).map(NameTrie.Hit::values).orElse(List.of());
    return city ->
        codes.contains(city.country()) || city.region().filter(regions::contains).isPresent();
  }

  /**
   * A city met in a text.
   *
   * @param tokens how many tokens its name spans
   * @param cities the candidates: capitals first, then by population, the largest first; never
   *     empty
   * @param everyday whether the name is also an everyday word, the name of a person or a country's
   *     ({@code Nice}, {@code Lebanon}), so that more than the name has to speak for the city
   */
  public record Match(int tokens, List<City> cities, boolean everyday) {
    public Match {
      cities = List.copyOf(cities);
    }

    /** The city that is meant most often when nothing else is said. */
    public City first() {
      return cities.get(0);
    }

    /**
     * This match with the cities of some countries alone; as it is if none lies there.
     *
     * @param codes ISO 3166-1 alpha-2 of countries that the text speaks of
     */
    public Match in(Collection<String> codes) {
      return narrowed(city -> codes.contains(city.country()));
    }

    private Match narrowed(Predicate<City> wanted) {
      List<City> left = cities.stream().filter(wanted).toList();
      return left.isEmpty() ? this : new Match(tokens, left, everyday);
    }
  }

  /** A row of {@code city-names.tsv}. */
  private record OtherNames(long geonames, Optional<String> english, List<String> aliases) {
    static final OtherNames NONE = new OtherNames(NO_ID, Optional.empty(), List.of());

    static OtherNames of(Table.Row row) {
      return new OtherNames(row.number(0, Long::valueOf), row.optional(3), row.list(4));
    }

    /** All names but the English one; {@code Panamá} without more is the country. */
    List<String> besides(String geoname, Countries countries) {
      if (english.isEmpty() || countries.called(geoname).isPresent()) {
        return aliases;
      }
      List<String> names = new ArrayList<>(aliases);
      names.add(geoname);
      return names;
    }
  }
}
