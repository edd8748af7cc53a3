package org.chancery.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeTitleTest {
  @ParameterizedTest
  @CsvSource({
    "Minister of Ports, Ports Minister",
    "Minister of Ports, Minister for Ports",
    "Minister of Ports, the minister for the Ports",
    "Secretary of Tides, Tides Secretary",
    "Foreign Minister, Minister of Foreign Affairs",
    "Minister of Defence, Defense Minister",
    "Deputy Minister of Ports, Deputy Ports Minister",
    "Minister of Ports and Tides, Minister of Tides and Ports",
    "Director-General of the Lagoon, Director General of Lagoon",
  })
  void wordOrderDoesNotMatter(String one, String two) {
    assertThat(OfficeTitle.of(one)).isEqualTo(OfficeTitle.of(two));
  }

  @ParameterizedTest
  @CsvSource({
    "Minister of Ports, Secretary of Ports",
    "Minister of Ports, Deputy Minister of Ports",
    "President, Vice President",
    "Minister, Prime Minister",
    "Secretary of Tides, Spokesperson for the Secretary of Tides",
    "Secretary, Secretary-General",
    "Deputy Minister of Ports, Deputy to the Minister of Ports",
    "Minister of Ports, Minister of Tides",
  })
  void differentPostsStayDifferent(String one, String two) {
    assertThat(OfficeTitle.of(one).mayBe(OfficeTitle.of(two))).isFalse();
    assertThat(OfficeTitle.of(two).mayBe(OfficeTitle.of(one))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Minister of Ports, Minister of Deep Ports", "Envoy, Special Envoy for Tides"})
  void aShorterTitleMayBeTheFullerOne(String one, String two) {
    assertThat(OfficeTitle.of(one)).isNotEqualTo(OfficeTitle.of(two));
    assertThat(OfficeTitle.of(one).mayBe(OfficeTitle.of(two))).isTrue();
  }
}
