package org.chancery.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.chancery.Sample;
import org.junit.jupiter.api.Test;

/** Which of several cities of one name is meant. */
class HomonymsTest {
  @Test
  void theCityOfTheCountrySpokenOfIsMeant() {
    assertThat(
            countries(
                "Kenyan Culture Minister Paul Mwangi met Grace Atim, Culture Minister of the Cayman"
                    + " Islands, in George Town on Friday."))
        .containsExactly(Optional.of("KY"));
    assertThat(
            countries(
                "Kenyan Trade Minister Paul Mwangi met Venezuelan Trade Minister Paula Mora in"
                    + " Valencia on Friday."))
        .containsExactly(Optional.of("VE"));
    assertThat(
            countries(
                "Kenyan Trade Minister Paul Mwangi met Spanish Trade Minister Paula Mora in"
                    + " Valencia on Friday."))
        .containsExactly(Optional.of("ES"));
  }

  @Test
  void aSmallTownOfTheCountrySpokenOfDoesNotPassForTheGreatOne() {
    assertThat(
            countries(
                "U.S. Trade Secretary Paula Moore met Kenyan Trade Minister Paul Mwangi in Athens"
                    + " on Friday."))
        .containsExactly(Optional.of("GR"));
  }

  @Test
  void datelineTellsTheCountry() {
    assertThat(
            countries(
                "VALENCIA, Venezuela, May 4, 2031 - Spanish Trade Minister Paula Mora met Kenyan"
                    + " Trade Minister Paul Mwangi in Valencia on Friday."))
        .containsExactly(Optional.of("VE"));
  }

  @Test
  void countryToldOnceHoldsForTheArticle() {
    assertThat(
            countries(
                "Kenyan Trade Minister Paul Mwangi arrived in Hyderabad, Pakistan, on Friday. He"
                    + " met Indian Trade Minister Asha Nair in Hyderabad."))
        .containsExactly(Optional.of("PK"));
  }

  @Test
  void amongLikesNoCountryIsGuessed() {
    assertThat(
            countries(
                "Kenyan Trade Minister Paul Mwangi arrived in Valencia on Friday and met Ugandan"
                    + " Trade Minister Grace Atim."))
        .containsExactly(Optional.empty());
    assertThat(
            countries(
                "Venezuelan Trade Minister Paula Mora arrived in Valencia on Friday and met Spanish"
                    + " Trade Minister Luis Vega."))
        .containsExactly(Optional.empty());
  }

  @Test
  void whatNothingContestsIsTheGreatOne() {
    assertThat(
            countries(
                "Kenyan Trade Minister Paul Mwangi met Ugandan Trade Minister Grace Atim in"
                    + " Barcelona on Friday."))
        .containsExactly(Optional.of("ES"));
  }

  @Test
  void anotherNameOfACapitalIsThatCity() {
    assertThat(
            Sample.of("Kenyan Trade Minister Paul Mwangi arrived in Ulan Bator on Friday.")
                .reading()
                .referents()
                .values()
                .stream()
                .filter(Referent.City.class::isInstance)
                .map(city -> ((Referent.City) city).names().best()))
        .containsExactly("Ulaanbaatar");
  }

  private static List<Optional<String>> countries(String text) {
    return Sample.of(text).reading().referents().values().stream()
        .filter(Referent.City.class::isInstance)
        .map(city -> ((Referent.City) city).country())
        .toList();
  }
}
