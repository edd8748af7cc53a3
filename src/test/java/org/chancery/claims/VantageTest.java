package org.chancery.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chancery.Sample;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.junit.jupiter.api.Test;

/** Whom posts serve whose words do not say so. */
class VantageTest {
  @Test
  void titleOfOneCountryServesIt() {
    assertServes(
        "Chancellor of the Exchequer Maria Strand met fishermen.", "Maria Strand United Kingdom");
    assertServes("Cabinet Secretary for Trade Maria Strand met fishermen.", "Maria Strand Kenya");
  }

  @Test
  void usualTitleServesItsCountryWhereTheArticleSpeaksOfIt() {
    assertServes(
        "Fishermen left India. External Affairs Minister Maria Strand met them.",
        "Maria Strand India");
    assertServes("External Affairs Minister Maria Strand met fishermen.");
    assertServes("Foreign Secretary Maria Strand met fishermen.");
  }

  @Test
  void postServesTheCountryToldJustBefore() {
    assertServes(
        "Norway closed its ports. Fisheries Minister Maria Strand met fishermen.",
        "Maria Strand Norway");
  }

  @Test
  void nearerCountryCountsMore() {
    assertServes(
        "Norway’s fleet is old. Latvia’s fleet is new. Fisheries Minister Maria Strand agreed.",
        "Maria Strand Latvia");
  }

  @Test
  void postWithoutAnyCountryServesNobodyKnown() {
    assertServes("Fisheries Minister Maria Strand met fishermen.");
  }

  @Test
  void issuersOwnPostServesTheIssuersCountry() {
    assertServes(
        "Cabinet Secretary for Trade Maria Strand met fishermen. Spokesperson Grace Nambi agreed.",
        "Maria Strand Kenya",
        "Grace Nambi Kenya");
  }

  @Test
  void releaseTakesItsOwnCountryForKnown() {
    assertServes(
        "Fisheries Minister Maria Strand received Chilean Fisheries Minister Jorge Lagos in Oslo."
            + " Norway has the older fleet. Trade Minister Peter Dahl saw the guest off.",
        "Maria Strand Norway",
        "Jorge Lagos Chile",
        "Peter Dahl Norway");
  }

  @Test
  void issuerWithoutSuchAPostMeansItsGuests() {
    assertServes(
        "Secretary of State Maria Strand met envoys of Malta. Finance Minister Peter Okoro agreed.",
        "Maria Strand United States",
        "Peter Okoro Malta");
  }

  @Test
  void aCountryHasOneHeadOfState() {
    assertServes(
        "Secretary of State Maria Strand met fishermen in Washington, D.C. The United States has"
            + " ships, said the Dahl administration. President Dahl spoke with President Okoro.",
        "Maria Strand United States",
        "Dahl United States");
  }

  @Test
  void transcriptDoesNotLookFromTheCountryOfThoseSpokenOf() {
    assertServes(
        """
        Press Briefing

        MS NAMBI: Good afternoon. Deputy Spokesperson Grace Nambi is here. Germany has the older fleet.

        QUESTION: What did Germany say to Chancellor Maria Strand?

        MS NAMBI: Germany asked Chancellor Strand for patience.
        """,
        "Maria Strand Germany");
  }

  @Test
  void postAmongSeveralCountriesServesNobodyKnown() {
    assertServes("Norway, Latvia and Malta differ. Fisheries Minister Maria Strand agreed.");
  }

  @Test
  void wordsForASideSayWhomItsSignerServes() {
    assertServes(
        "Norwegian Trade Minister Maria Strand was in Lima. On the Peruvian side it was signed by"
            + " Vice Minister Jorge Lagos.",
        "Maria Strand Norway",
        "Jorge Lagos Peru");
  }

  @Test
  void spokesmanOfAPersonServesThatPersonsCountry() {
    assertServes(
        "Norwegian Trade Minister Maria Strand left Lima for Chile. Strand's spokesman, Peter Dahl,"
            + " agreed.",
        "Maria Strand Norway",
        "Peter Dahl Norway");
  }

  @Test
  void membersOfAListServeTheCountryNamedWithThem() {
    assertServes(
        "Prime Minister Peter Okoro and Trade Minister Grace Nambi of Kenya met Prime Minister"
            + " Mario Zammit and Trade Minister Anna Borg of Malta.",
        "Peter Okoro Kenya",
        "Grace Nambi Kenya",
        "Mario Zammit Malta",
        "Anna Borg Malta");
  }

  @Test
  void ownerInTheWordsWins() {
    assertServes(
        "Norway closed its ports. Latvian Fisheries Minister Maria Strand agreed.",
        "Maria Strand Latvia");
  }

  @Test
  void formerPostIsNoAssertion() {
    Sample sample = Sample.of("Peter Okoro, a former foreign minister of Kenya, met fishermen.");
    assertThat(sample.claims(Predicate.HOLDS_OFFICE, Status.ASSERTED)).isEmpty();
    assertThat(sample.claims(Predicate.HOLDS_OFFICE, Status.FORMER)).hasSize(1);
    assertThat(sample.claims(Predicate.REPRESENTS, Status.ASSERTED)).isEmpty();
  }

  @Test
  void whoIsCalledFormerStaysSo() {
    Sample sample =
        Sample.of(
            "The inquiry names former Kenyan President Peter Okoro Luna and his daughter Amina Luna"
                + " Wanjiru. While in office, President Luna kept bees.");
    assertThat(sample.claims(Predicate.HOLDS_OFFICE, Status.ASSERTED)).isEmpty();
    assertThat(sample.claims(Predicate.HOLDS_OFFICE, Status.FORMER)).hasSize(1);
  }

  @Test
  void presidentElectIsPlanned() {
    Sample sample = Sample.of("President-elect Peter Okoro of Kenya met fishermen.");
    assertThat(sample.claims(Predicate.HOLDS_OFFICE, Status.ASSERTED)).isEmpty();
    assertThat(sample.claims(Predicate.HOLDS_OFFICE, Status.PLANNED)).hasSize(1);
  }

  @Test
  void actingPostIsHeldAndActing() {
    Sample sample = Sample.of("Kenya's acting foreign minister, Peter Okoro, met fishermen.");
    assertThat(sample.claims(Predicate.HOLDS_OFFICE, Status.ASSERTED))
        .singleElement()
        .matches(Claim::acting);
  }

  private static void assertServes(String text, String... served) {
    Sample sample = Sample.of(text);
    List<String> actual =
        sample.claims(Predicate.REPRESENTS, Status.ASSERTED).stream()
            .map(
                claim ->
                    sample.name(claim.subject())
                        + " "
                        + sample.name(((Argument.Thing) claim.object()).key()))
            .toList();
    assertThat(actual).as(sample.shown()).containsExactlyInAnyOrder(served);
  }
}
