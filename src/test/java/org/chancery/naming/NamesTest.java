package org.chancery.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.chancery.ontology.EntityType;
import org.junit.jupiter.api.Test;

/** How alike names are. */
class NamesTest {
  @Test
  void aRankMakesAnotherOffice() {
    assertThat(office("Deputy Harbour Minister of Malta", "Harbour Minister of Malta")).isZero();
    assertThat(office("Vice President of Palau", "President of Palau")).isZero();
    assertThat(office("Deputy Harbour Minister", "Harbour Deputy Minister")).isPositive();
    assertThat(office("Minister of Foreign Affairs", "Foreign Minister")).isGreaterThan(0.9);
  }

  @Test
  void wordsOfRankCountInTheirPlaces() {
    assertThat(
            office(
                "Minister of State for Foreign Affairs of Malta",
                "Minister of Foreign Affairs of Malta"))
        .isZero();
    assertThat(
            office("State Minister for Foreign Affairs", "Minister of State for Foreign Affairs"))
        .isGreaterThan(0.9);
    assertThat(office("Secretary of State for Harbours", "Secretary for Harbours")).isPositive();
    assertThat(office("Minister of State Security", "Minister of Public Security")).isZero();
    assertThat(office("Prime Minister of Malta", "Minister of Malta")).isZero();
    assertThat(office("Permanent Secretary of Harbours", "Secretary of Harbours")).isZero();
    assertThat(office("Chief Minister of Gozo", "Minister of Gozo")).isZero();
    assertThat(office("Chief Prosecutor of Gozo", "Prosecutor of Gozo")).isPositive();
    assertThat(office("Governor-General of Gozo", "Governor of Gozo")).isZero();
    assertThat(office("Acting Governor of Gozo", "Governor of Gozo")).isPositive();
  }

  @Test
  void aNumberOnOneSideMakesAnotherOffice() {
    assertThat(office("First Deputy Harbour Minister of Malta", "Deputy Harbour Minister of Malta"))
        .isZero();
    assertThat(office("First Deputy Harbour Minister", "1st Deputy Minister of Harbour"))
        .isGreaterThan(0.9);
  }

  @Test
  void aHyphenMakesNoOtherRank() {
    assertThat(office("Undersecretary of State", "Under-Secretary of State")).isGreaterThan(0.9);
    assertThat(office("Undersecretary of State", "Secretary of State")).isZero();
  }

  @Test
  void differentNumbersAreDifferentThings() {
    assertThat(meeting("20th Lagoon Summit", "21st Lagoon Summit")).isZero();
    assertThat(meeting("2031 Reef Conference of States", "2032 Reef Conference of States"))
        .isZero();
    assertThat(agreement("REEF II", "REEF III")).isZero();
    assertThat(meeting("Lagoon Summit", "21st Lagoon Summit")).isPositive();
  }

  @Test
  void oneNumberIsWrittenInManyWays() {
    assertThat(meeting("Twenty-First Lagoon Summit", "21st Lagoon Summit")).isGreaterThan(0.9);
    assertThat(meeting("Second Lagoon Summit", "2nd Lagoon Summit")).isGreaterThan(0.9);
    assertThat(agreement("REEF II Treaty", "REEF 2 Treaty")).isGreaterThan(0.9);
    assertThat(meeting("Thirtieth Lagoon Summit", "30th Lagoon Summit")).isGreaterThan(0.9);
    assertThat(meeting("Twentieth First Lagoon Summit", "21st Lagoon Summit")).isZero();
  }

  @Test
  void cardinalsCountWhatStandsBeforeThem() {
    assertThat(
            agreement(
                "Additional Protocol One to the Lagoon Treaty",
                "Additional Protocol Two to the Lagoon Treaty"))
        .isZero();
    assertThat(agreement("Protocol One to the Reef Treaty", "Protocol I to the Reef Treaty"))
        .isGreaterThan(0.9);
    assertThat(agreement("Reef Treaty Annex Twenty-One", "Reef Treaty Annex Twenty-Two")).isZero();
    assertThat(agreement("Reef Treaty Annex Twenty-One", "21st Annex Reef Treaty"))
        .isGreaterThan(0.9);
    assertThat(meeting("One Lagoon Summit", "Lagoon Summit")).isPositive();
    assertThat(meeting("One Lagoon Summit 2031", "One Lagoon Summit")).isPositive();
    assertThat(meeting("Second One Lagoon Summit", "One Lagoon Summit")).isPositive();
    assertThat(meeting("Second One Lagoon Summit", "First One Lagoon Summit")).isZero();
    assertThat(meeting("Six-Party Talks", "6-Party Talks")).isGreaterThan(0.9);
  }

  @Test
  void spellingsAndHyphensAreNoDifference() {
    assertThat(organization("Lagoon Reef Organisation", "Lagoon Reef Organization")).isEqualTo(1);
    assertThat(office("Minister of Labour of Malta", "Minister of Labor of Malta"))
        .isGreaterThan(0.95);
    assertThat(organization("Council for Co-operation", "Council for Cooperation"))
        .isGreaterThan(0.9);
  }

  @Test
  void theSpellingOfSomeWordsTellsOrganizationsApart() {
    for (String[] pair :
        new String[][] {{"Labour Party", "Labor Party"}, {"Centre Party", "Center Party"}}) {
      assertThat(organization(pair[0], pair[1])).isBetween(0.9, 0.95);
      assertThat(Names.key(pair[0])).isNotEqualTo(Names.key(pair[1]));
      assertThat(Names.telling(pair[0])).isEqualTo(Names.telling(pair[1]));
    }
  }

  @Test
  void twoInitialsAndASurnameAreAName() {
    assertThat(person("N.Q. Tavora", "N. Q. Tavora")).isPositive();
    assertThat(person("N.Q. Tavora", "Nilza Q. Tavora")).isZero();
    assertThat(person("N. Tavora", "N. Tavora")).isZero();
    assertThat(person("Tavora", "Tavora")).isZero();
  }

  private static double office(String one, String other) {
    return both(EntityType.OFFICE, one, other);
  }

  private static double meeting(String one, String other) {
    return both(EntityType.MEETING, one, other);
  }

  private static double agreement(String one, String other) {
    return both(EntityType.AGREEMENT, one, other);
  }

  private static double organization(String one, String other) {
    return both(EntityType.ORGANIZATION, one, other);
  }

  private static double person(String one, String other) {
    return both(EntityType.OFFICIAL, one, other);
  }

  private static double both(EntityType type, String one, String other) {
    double likeness = Names.similarity(type, one, other);
    assertThat(Names.similarity(type, other, one)).isEqualTo(likeness);
    return likeness;
  }
}
