package org.chancery.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinatesTest {
  @ParameterizedTest
  @CsvSource({
    "4140963, 38.9, -77.04", // Washington
    "2643743, 51.5, -0.13", // London
    "1816670, 39.9, 116.4", // Beijing
    "3703443, 8.98, -79.52", // Panama City
    "3435910, -34.6, -58.4", // Buenos Aires
    "2193733, -36.85, 174.76", // Auckland
    "3413829, 64.15, -21.94" // Reykjavík
  })
  void citiesLieWhereTheyAre(String geonames, double latitude, double longitude) {
    Coordinates.Point point = Coordinates.city(geonames).orElseThrow();

    assertThat(point.latitude()).isCloseTo(latitude, within(0.15));
    assertThat(point.longitude()).isCloseTo(longitude, within(0.15));
  }

  @ParameterizedTest
  @CsvSource({"FR, 46.6, 2.4", "US, 39, -99", "RU, 62, 100", "FJ, -18, 178", "AU, -25, 134"})
  void countriesHaveTheMiddleOfTheirLargestPart(String code, double latitude, double longitude) {
    Coordinates.Point point = Coordinates.country(code).orElseThrow();

    assertThat(point.latitude()).isCloseTo(latitude, within(2.0));
    assertThat(point.longitude()).isCloseTo(longitude, within(2.0));
  }

  @ParameterizedTest
  @CsvSource({"MT, 35.9, 14.51", "SG, 1.29, 103.85", "VA, 41.9, 12.45", "TV, -8.52, 179.2"})
  void countriesTooSmallForAnOutlineHaveTheirCapital(
      String code, double latitude, double longitude) {
    Coordinates.Point point = Coordinates.country(code).orElseThrow();

    assertThat(point.latitude()).isCloseTo(latitude, within(0.2));
    assertThat(point.longitude()).isCloseTo(longitude, within(0.2));
  }

  @Test
  void whatIsNotKnownLiesNowhere() {
    assertThat(Coordinates.city("0")).isEmpty();
    assertThat(Coordinates.city("no number")).isEmpty();
    assertThat(Coordinates.country("ZZ")).isEmpty();
  }
}
