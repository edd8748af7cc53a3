package org.chancery.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chancery.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A state of the United States and a country that are called the same. */
class StateNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Georgia Governor Peter Okoro spoke first.",
        "Georgia lawmakers met Kenyan President Paul Mwangi.",
        "Kenyan President Paul Mwangi arrived in Atlanta on Friday. Georgia signed an agreement.",
      })
  void stateIsNoCountry(String text) {
    assertThat(nations(text)).doesNotContain("GE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Georgia signed a treaty with Kenya.",
        "Georgia signed a treaty in Atlanta, Georgian President Peter Okoro said.",
        "Georgia lawmakers arrived in Tbilisi on Friday.",
      })
  void countryIsOne(String text) {
    assertThat(nations(text)).contains("GE");
  }

  private static List<String> nations(String text) {
    return Sample.of(text).analysis().sentences().stream()
        .flatMap(read -> read.nations().stream())
        .map(Analysis.Read.Nation::code)
        .toList();
  }
}
