package org.chancery.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.ExitCode;
import org.chancery.UserException;

/** What others call the countries and capitals of the tables. Immutable. */
public final class Links {
  private static final String ITEM = "Q[1-9][0-9]*";

  private final Map<String, OfCountry> countries;
  private final Map<Long, String> capitals;

  /**
   * What others call a country.
   *
   * @param code as in {@link Country}
   * @param wikidata item
   * @param geonames GeoNames id
   * @param dbpedia name of the resource, not encoded, if one is about just this
   */
  public record OfCountry(String code, String wikidata, long geonames, Optional<String> dbpedia) {}

  private Links(Map<String, OfCountry> countries, Map<Long, String> capitals) {
    this.countries = Map.copyOf(countries);
    this.capitals = Map.copyOf(capitals);
  }

  /**
   * Reads the tables that are packed into the jar.
   *
   * @throws UserException with {@link ExitCode#CONFIG} if one is missing or malformed
   */
  public static Links load() {
    Map<String, OfCountry> countries = new HashMap<>();
    Table.load(
            "country-links.tsv",
            List.of("iso2", "wikidata", "geonames", "dbpedia"),
            row ->
                new OfCountry(
                    row.matching(0, "[A-Z]{2}"),
                    row.matching(1, ITEM),
                    row.number(2, Long::valueOf),
                    row.optional(3)))
        .forEach(links -> countries.put(links.code(), links));
    Map<Long, String> capitals = new HashMap<>();
    Table.load(
            "capital-links.tsv",
            List.of("geonames", "country", "name", "wikidata"),
            row -> Map.entry(row.number(0, Long::valueOf), row.matching(3, ITEM)))
        .forEach(capital -> capitals.put(capital.getKey(), capital.getValue()));
    return new Links(countries, capitals);
  }

  /**
   * What others call a country; nothing for one that is gone.
   *
   * @param code ISO 3166-1 alpha-2, upper case; {@code XK} for Kosovo
   */
  public Optional<OfCountry> ofCountry(String code) {
    return Optional.ofNullable(countries.get(code));
  }

  /** Wikidata's item for a city with that GeoNames id, if it is a capital. */
  public Optional<String> wikidataOfCapital(long geonames) {
    return Optional.ofNullable(capitals.get(geonames));
  }
}
