package org.chancery.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.junit.jupiter.api.Test;

class TablesTest {
  private static final Reference REFERENCE = Reference.load();

  @Test
  void theCodesAreThoseOfIsoAndKosovo() {
    Set<String> expected = new TreeSet<>(Set.of(Locale.getISOCountries()));
    expected.add("XK");
    assertThat(countries()).extracting(Country::code).doesNotHaveDuplicates().isSorted();
    assertThat(countries().stream().map(Country::code).collect(Collectors.toSet()))
        .isEqualTo(expected);
  }

  @Test
  void theLongCodesAreThoseOfIso() {
    assertThat(countries())
        .filteredOn(country -> !country.code().equals("XK"))
        .allSatisfy(
            country ->
                assertThat(country.alpha3())
                    .isEqualTo(
                        new Locale.Builder().setRegion(country.code()).build().getISO3Country()));
    assertThat(countries())
        .flatExtracting(country -> country.numeric().stream().toList())
        .doesNotHaveDuplicates()
        .hasSize(249);
  }

  @Test
  void everyCountryIsCalledOneThingOfItsOwn() {
    assertThat(countries()).extracting(Country::name).doesNotHaveDuplicates();
    assertThat(countries())
        .allSatisfy(
            country -> {
              assertThat(REFERENCE.countries().called(country.name()))
                  .get()
                  .satisfies(match -> assertThat(match.only()).contains(country));
              assertThat(country.formalName()).isNotEqualTo(Optional.of(country.name()));
            });
  }

  @Test
  void everyFormOfACountryLeadsToIt() {
    assertThat(countries())
        .allSatisfy(
            country ->
                assertThat(
                        Stream.of(
                                country.aliases(),
                                country.demonyms(),
                                country.metonyms(),
                                country.formalName().stream().toList())
                            .flatMap(List::stream))
                    .allSatisfy(
                        form ->
                            assertThat(REFERENCE.countries().called(form))
                                .get()
                                .satisfies(
                                    match -> assertThat(match.countries()).contains(country))));
  }

  @Test
  void nobodySovereignLacksCapitalOrDemonym() {
    assertThat(countries())
        .filteredOn(Country::sovereign)
        .hasSize(197)
        .allSatisfy(
            country -> {
              assertThat(country.capital()).isPresent();
              assertThat(country.demonyms()).isNotEmpty();
            });
  }

  @Test
  void everyCapitalOfASovereignCountryIsACity() {
    assertThat(countries())
        .filteredOn(Country::sovereign)
        .allSatisfy(
            country ->
                assertThat(REFERENCE.cities().called(country.capital().orElseThrow()))
                    .first()
                    .satisfies(city -> assertThat(city.country()).isEqualTo(country.code())));
  }

  @Test
  void noCityStandsTwice() {
    List<Long> ids = new ArrayList<>();
    REFERENCE.cities().all().forEach(city -> city.geonames().ifPresent(ids::add));
    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(24_000);
  }

  @Test
  void coordinatesLieOnEarth() {
    assertThat(REFERENCE.cities().all())
        .allSatisfy(
            city -> {
              assertThat(city.latitude()).isBetween(-90.0, 90.0);
              assertThat(city.longitude()).isBetween(-180.0, 180.0);
            });
  }

  @Test
  void otherNamesOfCitiesBelongToCitiesOfTheTable() {
    List<String> strays =
        Table.load(
                "city-names.tsv",
                List.of("geonames", "country", "geoname", "english", "aliases"),
                row ->
                    REFERENCE
                            .cities()
                            .byGeonames(row.number(0, Long::valueOf))
                            .filter(city -> city.country().equals(row.text(1)))
                            .isPresent()
                        ? ""
                        : row.text(2))
            .stream()
            .filter(stray -> !stray.isEmpty())
            .toList();
    assertThat(strays).isEmpty();
  }

  @Test
  void noOrganizationStandsTwiceAndNoFormNamesTwo() {
    List<KnownOrganization> all = REFERENCE.organizations().all();
    assertThat(all).extracting(KnownOrganization::id).doesNotHaveDuplicates();
    assertThat(all).filteredOn(one -> one.country().isEmpty()).hasSizeGreaterThan(150);
    assertThat(all).filteredOn(one -> one.country().isPresent()).hasSizeGreaterThan(120);
    assertThat(all)
        .allSatisfy(
            one ->
                assertThat(
                        Stream.of(List.of(one.name()), one.shortForms(), one.aliases())
                            .flatMap(List::stream))
                    .allSatisfy(
                        form ->
                            assertThat(REFERENCE.organizations().called(form))
                                .containsExactly(one)));
  }

  @Test
  void aRowWithTooFewFieldsIsNamed() {
    assertMalformed(
        "# a comment\nform\tsense\nNice\n",
        "words.tsv, line 3: 1 fields instead of 2. Correct that line.");
  }

  @Test
  void aBlankNameIsNamed() {
    assertMalformed(
        "form\tsense\n\tword\n", "words.tsv, line 2: field 1 is blank. Correct that line.");
  }

  @Test
  void otherColumnsAreNamed() {
    assertMalformed(
        "form\n", "words.tsv, line 1: the columns should be form, sense. Correct that line.");
  }

  @Test
  void whatIsNoNumberIsNamed() {
    Table.Row row = new Table.Row("cities.tsv", 7, List.of("", "many"));
    assertThatThrownBy(() -> row.number(1, Integer::valueOf))
        .isInstanceOf(UserException.class)
        .hasMessage("cities.tsv, line 7: \"many\" is not a number. Correct that line.");
  }

  @Test
  void aCodeOfNoCountryIsNamed() {
    Table.Row row = new Table.Row("institutions.tsv", 9, List.of("QQ"));
    assertThatThrownBy(() -> REFERENCE.countries().required(row, 0))
        .isInstanceOf(UserException.class)
        .hasMessage("institutions.tsv, line 9: \"QQ\" is no country's code. Correct that line.");
  }

  @Test
  void aMissingTableIsNamed() {
    assertThatThrownBy(() -> Table.load("planets.tsv", List.of("name"), row -> row))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("ontology/reference/planets.tsv is not in the jar.");
  }

  private static void assertMalformed(String table, String message) {
    assertThatThrownBy(() -> words(table))
        .isInstanceOfSatisfying(
            UserException.class,
            failure -> {
              assertThat(failure).hasMessage(message);
              assertThat(failure.exitCode()).isEqualTo(ExitCode.CONFIG);
            });
  }

  private static List<String> words(String table) throws IOException {
    return Table.read(
        "words.tsv", new StringReader(table), List.of("form", "sense"), row -> row.text(0));
  }

  private static List<Country> countries() {
    return REFERENCE.countries().all();
  }
}
