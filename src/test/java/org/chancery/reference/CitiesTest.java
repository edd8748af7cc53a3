package org.chancery.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitiesTest {
  private static final Cities CITIES = Cities.load(Countries.load());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Moscow | RU | Moscow",
        "Rome | IT | Rome",
        "Vienna | AT | Vienna",
        "Munich | DE | Munich",
        "München | DE | Munich",
        "Prague | CZ | Prague",
        "Warsaw | PL | Warsaw",
        "Cairo | EG | Cairo",
        "Mexico City | MX | Mexico City",
        "Brussels | BE | Brussels",
        "Copenhagen | DK | Copenhagen",
        "Lisbon | PT | Lisbon",
        "Geneva | CH | Geneva",
        "Kyiv | UA | Kyiv",
        "Kiev | UA | Kyiv",
        "Washington | US | Washington, D.C.",
        "Washington , D.C. | US | Washington, D.C.",
        "Washington , DC | US | Washington, D.C.",
        "New York | US | New York",
        "New York City | US | New York",
        "Guatemala City | GT | Guatemala City",
        "Panama City | PA | Panama City",
        "The Hague | NL | The Hague",
        "the Hague | NL | The Hague",
        "Saigon | VN | Ho Chi Minh City",
        "Bombay | IN | Mumbai",
        "Peking | CN | Beijing",
        "Rangoon | MM | Yangon",
        "Naypyidaw | MM | Naypyidaw",
        "Antwerp | BE | Antwerp",
        "Cologne | DE | Cologne",
        "Gothenburg | SE | Gothenburg",
        "Seville | ES | Seville",
        "Thessaloniki | GR | Thessaloniki",
        "Zurich | CH | Zurich",
        "Sao Paulo | BR | São Paulo",
        "Astana | KZ | Astana",
        "Odesa | UA | Odesa",
        "Reykjavik | IS | Reykjavík",
        "St. Petersburg | RU | St. Petersburg",
        "Sharm el-Sheikh | EG | Sharm el-Sheikh",
        "Sharm El Sheikh | EG | Sharm el-Sheikh",
        "Ras al-Khaimah | AE | Ras Al Khaimah",
        "Xi'an | CN | Xi'an",
        "Davos | CH | Davos",
        "Taormina | IT | Taormina",
        "Biarritz | FR | Biarritz",
        "Bretton Woods | US | Bretton Woods",
        "Camp David | US | Camp David",
        "Dayton | US | Dayton",
        "Ramallah | PS | Ramallah",
        "NAIROBI | KE | Nairobi",
      })
  void aCityIsFoundByItsNames(String words, String country, String name) {
    List<String> tokens = Arrays.asList(words.split(" "));
    assertThat(CITIES.at(tokens, 0))
        .get()
        .satisfies(
            match -> {
              assertThat(match.tokens()).isEqualTo(tokens.size());
              assertThat(match.first().country()).isEqualTo(country);
              assertThat(match.first().name()).isEqualTo(name);
            });
  }

  @Test
  void capitalsComeFirstThenTheLargest() {
    assertThat(CITIES.called("Vienna")).extracting(City::country).startsWith("AT", "US");
    assertThat(CITIES.called("Hamilton").get(0).country()).isEqualTo("CA");
    assertThat(CITIES.called("Tripoli")).extracting(City::country).startsWith("LY", "LB");
  }

  @Test
  void aCountryAfterTheCommaTellsWhichCity() {
    assertThat(first("Tripoli , Lebanon")).isEqualTo("LB");
    assertThat(first("Valencia , Venezuela ,")).isEqualTo("VE");
    assertThat(first("Tbilisi , Georgia")).isEqualTo("GE");
  }

  @Test
  void aStateAfterTheCommaTellsWhichCity() {
    assertThat(region("Panama City , Florida")).isEqualTo("FL");
    assertThat(region("Panama City , Fla. ,")).isEqualTo("FL");
    assertThat(region("Athens , Georgia")).isEqualTo("GA");
    assertThat(region("Vienna , Va.")).isEqualTo("VA");
  }

  @Test
  void anUnrelatedCountryAfterTheCommaChangesNothing() {
    assertThat(first("Lima , Norway")).isEqualTo("PE");
  }

  @Test
  void countriesThatTheTextSpeaksOfNarrowTheCandidates() {
    Cities.Match tripoli = CITIES.at(List.of("Tripoli"), 0).orElseThrow();
    assertThat(tripoli.in(Set.of("LB", "SY")).first().country()).isEqualTo("LB");
    assertThat(tripoli.in(Set.of("NO"))).isEqualTo(tripoli);
  }

  @Test
  void aCityInsideALongerNameIsNotMet() {
    List<String> tokens = List.of("in", "New", "York", "City", "today");
    assertThat(CITIES.at(tokens, 1)).map(Cities.Match::tokens).contains(3);
    assertThat(CITIES.at(tokens, 2)).isEmpty();
  }

  @Test
  void everydayWordsAndNamesOfPersonsAreMarked() {
    assertThat(CITIES.at(List.of("Nice"), 0)).get().matches(Cities.Match::everyday);
    assertThat(CITIES.at(List.of("Lyon"), 0)).get().matches(match -> !match.everyday());
    assertThat(CITIES.at(List.of("nice"), 0)).isEmpty();
  }

  @Test
  void aCityCalledLikeACountryIsMarked() {
    assertThat(CITIES.at(List.of("Lebanon"), 0)).get().matches(Cities.Match::everyday);
    assertThat(CITIES.at(List.of("Singapore"), 0)).get().matches(Cities.Match::everyday);
    assertThat(CITIES.at(List.of("Lebanon", ",", "Tenn."), 0))
        .get()
        .satisfies(match -> assertThat(match.first().region()).contains("TN"));
  }

  @Test
  void theLocalNameOfACapitalDoesNotTurnItsCountryIntoACity() {
    assertThat(CITIES.called("Panamá")).isEmpty();
    assertThat(CITIES.called("Ciudad de Panamá")).isNotEmpty();
  }

  @Test
  void aCityKnowsItsPlace() {
    assertThat(CITIES.byGeonames(184745))
        .get()
        .satisfies(
            nairobi -> {
              assertThat(nairobi.name()).isEqualTo("Nairobi");
              assertThat(nairobi.capital()).isTrue();
              assertThat(nairobi.latitude()).isBetween(-1.4, -1.2);
              assertThat(nairobi.longitude()).isBetween(36.7, 36.9);
              assertThat(nairobi.population()).isGreaterThan(2_000_000);
            });
  }

  private static String first(String words) {
    return CITIES.at(Arrays.asList(words.split(" ")), 0).orElseThrow().first().country();
  }

  private static String region(String words) {
    return CITIES
        .at(Arrays.asList(words.split(" ")), 0)
        .orElseThrow()
        .first()
        .region()
        .orElse("none");
  }
}
