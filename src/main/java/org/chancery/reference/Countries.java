package org.chancery.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.ExitCode;
import org.chancery.UserException;

/**
 * The countries of the world, also those that are gone, by code and by what they are called.
 * Immutable.
 */
public final class Countries {
  private static final List<String> COLUMNS =
      List.of(
          "iso2",
          "iso3",
          "numeric",
          "name",
          "formal",
          "aliases",
          "demonyms",
          "capital",
          "capital_also",
          "metonyms",
          "sovereign");

  private static final List<String> FORMER_COLUMNS =
      List.of("code", "iso3", "name", "formal", "aliases", "demonyms");

  private final List<Country> all;
  private final Map<String, Country> byCode = new HashMap<>();
  private final NameTrie<Sense> names = new NameTrie<>();
  private final EverydayWords everyday;

  private Countries(
      List<Country> all, List<Country> former, List<String> lookalikes, EverydayWords everyday) {
    this.all = List.copyOf(all);
    this.everyday = everyday;
    all.forEach(this::add);
    former.forEach(this::add);
    lookalikes.forEach(name -> names.add(name, new Sense(Kind.NAME, Optional.empty())));
  }

  /**
   * Reads the tables that are packed into the jar.
   *
   * @throws UserException with {@link ExitCode#CONFIG} if one is missing or malformed
   */
  public static Countries load() {
    return new Countries(
        Table.load("countries.tsv", COLUMNS, Countries::country),
        Table.load("former-countries.tsv", FORMER_COLUMNS, Countries::former),
        Table.load("lookalikes.tsv", List.of("form", "is"), row -> row.text(0)),
        EverydayWords.load());
  }

  static Country country(Table.Row row) {
    return new Country(
        row.matching(0, "[A-Z]{2}"),
        row.matching(1, "[A-Z]{3}"),
        row.fields().get(2).isEmpty() ? Optional.empty() : Optional.of(row.matching(2, "\\d{3}")),
        row.text(3),
        row.optional(4),
        row.list(5),
        row.list(6),
        row.optional(7),
        row.list(8),
        row.list(9),
        row.yes(10));
  }

  private static Country former(Table.Row row) {
    return new Country(
        row.matching(0, "[A-Z]{4}"),
        row.matching(1, "[A-Z]{3}"),
        Optional.empty(),
        row.text(2),
        row.optional(3),
        row.list(4),
        row.list(5),
        Optional.empty(),
        List.of(),
        List.of(),
        false);
  }

  private void add(Country country) {
    byCode.put(country.code(), country);
    Optional<Country> of = Optional.of(country);
    Sense name = new Sense(Kind.NAME, of);
    names.add(country.name(), name);
    country.formalName().ifPresent(formal -> names.add(formal, name));
    country.aliases().forEach(alias -> names.add(alias, name));
    country.demonyms().forEach(demonym -> names.add(demonym, new Sense(Kind.DEMONYM, of)));
    country.metonyms().forEach(metonym -> names.add(metonym, new Sense(Kind.METONYM, of)));
    // Hamilton or Kingston stand for no government but that of a sovereign country.
    if (country.sovereign()) {
      Sense capital = new Sense(Kind.CAPITAL, of);
      country.capital().ifPresent(city -> names.add(city, capital));
      country.capitalAliases().forEach(city -> names.add(city, capital));
    }
  }

  /** All countries of today, by code. */
  public List<Country> all() {
    return all;
  }

  /**
   * @param code ISO 3166-1 alpha-2, or ISO 3166-3 of a country that is gone, upper case
   */
  public Optional<Country> byCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * The country whose code stands in a field of another table.
   *
   * @throws UserException with {@link ExitCode#CONFIG} if no country has that code
   */
  Country required(Table.Row row, int column) {
    Country country = byCode.get(row.text(column));
    if (country == null) {
      throw row.malformed("\"%s\" is no country's code".formatted(row.text(column)));
    }
    return country;
  }

  EverydayWords everyday() {
    return everyday;
  }

  /**
   * The longest name, demonym, capital or metonym of a country that starts at a token. Empty inside
   * a longer name that starts before ({@code Guinea} of {@code Equatorial Guinea}) and in names
   * that only look like one ({@code Mexico} of {@code New Mexico}).
   *
   * @param tokens in the manner of the Penn Treebank, such as CoreNLP makes
   * @param from index of the first token, from 0
   */
  public Optional<Match> at(List<String> tokens, int from) {
    return names.at(tokens, from).flatMap(this::match);
  }

  /** How many tokens a name spans, also one that only looks like a country's; 0 for none. */
  int spannedAt(List<String> tokens, int from) {
    return names.at(tokens, from).map(NameTrie.Hit::tokens).orElse(0);
  }

  /** What a name, demonym, capital or metonym stands for when nothing else is said. */
  public Optional<Match> called(String name) {
    return at(List.of(name), 0);
  }

  private Optional<Match> match(NameTrie.Hit<Sense> hit) {
    return hit.values().stream()
        .filter(sense -> sense.country().isPresent())
        .map(Sense::kind)
        .min(Kind::compareTo)
        .map(kind -> new Match(hit.tokens(), kind, of(kind, hit), everyday.mayBe(hit)));
  }

  private static List<Country> of(Kind kind, NameTrie.Hit<Sense> hit) {
    return hit.values().stream()
        .filter(sense -> sense.kind() == kind)
        .flatMap(sense -> sense.country().stream())
        .toList();
  }

  /** As what a form names a country; where it does so in several ways, the first counts. */
  public enum Kind {
    /** A name or abbreviation: {@code Ghana}, {@code U.K.} */
    NAME,
    /** An adjective or noun: {@code Ghanaian}, {@code Britons}. */
    DEMONYM,
    /** A capital or seat of government; it may stand for the government, or be just the city. */
    CAPITAL,
    /** A building or street that stands for the government: {@code Kremlin}. */
    METONYM
  }

  /**
   * A country met in a text.
   *
   * @param tokens how many tokens it spans
   * @param countries the candidates by code, more than one where the form is shared ({@code
   *     Congo}); never empty
   * @param everyday whether the form is also an everyday word or the name of a person ({@code
   *     Chad}), so that more than the form has to speak for the country
   */
  public record Match(int tokens, Kind kind, List<Country> countries, boolean everyday) {
    public Match {
      countries = List.copyOf(countries);
    }

    /** The country, if the form has only one. */
    public Optional<Country> only() {
      return countries.size() == 1 ? Optional.of(countries.get(0)) : Optional.empty();
    }
  }

  /**
   * @param country empty for a name that only looks like a country's
   */
  private record Sense(Kind kind, Optional<Country> country) {}
}
