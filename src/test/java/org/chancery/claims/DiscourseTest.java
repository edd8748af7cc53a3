package org.chancery.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.Phrases;
import org.chancery.Sample;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.chancery.ontology.Table;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whom words stand for that name nobody. */
class DiscourseTest {
  private static final String TWO =
      "Norwegian Energy Minister Maria Strand and Latvian Finance Minister Peter Okoro spoke. ";

  @TestFactory
  Stream<DynamicTest> wordsTakeUpWhatWasTold() {
    return Phrases.of("discourse").stream()
        .map(row -> dynamicTest(row.get("case"), () -> assertTold(row)));
  }

  private static void assertTold(Table.Row row) {
    Sample sample = Sample.of(row.get("text"));
    List<String> facts =
        sample.reading().claims().stream()
            .filter(claim -> claim.status() == Status.ASSERTED)
            .filter(claim -> claim.object() instanceof Argument.Thing)
            .map(
                claim ->
                    String.join(
                        " ",
                        sample.name(claim.subject()),
                        claim.predicate().localName(),
                        sample.name(((Argument.Thing) claim.object()).key())))
            .toList();
    for (String part : parts(row.get("told"))) {
      assertThat(facts).anyMatch(fact -> fact.contains(part));
    }
    for (String part : parts(row.get("untold"))) {
      assertThat(facts).noneMatch(fact -> fact.contains(part));
    }
  }

  private static List<String> parts(String cell) {
    return cell.equals("-") ? List.of() : List.of(cell.split(" \\| ", -1));
  }

  @Test
  void postsOfThoseToldOfLongAgoAloneAreOver() {
    String news = "OSLO, 20 November 2030 — The storm was over. ";
    String then = "In 1998, President Peter Okoro of Ghana signed a fisheries treaty.";

    assertThat(posts(news + then)).containsOnly(Status.FORMER);
    assertThat(posts(news + then.replace("1998", "2027"))).containsOnly(Status.ASSERTED);
    assertThat(posts(news + then + " Mr. Okoro thanked his guests.")).containsOnly(Status.ASSERTED);
    assertThat(posts(then)).containsOnly(Status.ASSERTED);
  }

  private static List<Status> posts(String text) {
    return Sample.of(text).reading().claims().stream()
        .filter(claim -> claim.predicate() == Predicate.HOLDS_OFFICE)
        .map(Claim::status)
        .toList();
  }

  @Test
  void twoCountriesAreThoseToldBefore() {
    assertThat(
            told(
                "Norway and Latvia held talks. The two countries signed a fisheries treaty.",
                Predicate.SIGNS))
        .containsExactlyInAnyOrder("Norway signs", "Latvia signs");
  }

  @Test
  void partiesWithoutANumberAreNobody() {
    assertThat(
            told(
                "Norway and Latvia held talks. The parties signed a fisheries treaty.",
                Predicate.SIGNS))
        .isEmpty();
  }

  @Test
  void countriesWithASmallArticleAreCountries() {
    assertThat(told("The Netherlands signed a treaty with the Maldives.", Predicate.SIGNS))
        .containsExactlyInAnyOrder("Netherlands signs", "Maldives signs");
  }

  @Test
  void countryWhoseNameOpensLikeAFormOfAddressIsNoPerson() {
    assertThat(told("Rwanda and DR Congo signed a treaty.", Predicate.SIGNS))
        .containsExactlyInAnyOrder("Rwanda signs", "Democratic Republic of the Congo signs");
  }

  @Test
  void actionPlanOfOneStateIsNoAgreement() {
    assertThat(told("Norway adopted an action plan on forests.", Predicate.SIGNS)).isEmpty();
  }

  @Test
  void memorandumOfAPresidencyIsNoAgreement() {
    assertThat(told("Norway signed a presidential memorandum on cars.", Predicate.SIGNS)).isEmpty();
  }

  @Test
  void bothSidesAreTheCountriesToldBefore() {
    assertThat(
            told("Norway and Latvia spoke. Both sides signed a fisheries treaty.", Predicate.SIGNS))
        .containsExactlyInAnyOrder("Norway signs", "Latvia signs");
  }

  @Test
  void countriesOfTwoMinistersAreTheTwoCountries() {
    assertThat(told(TWO + "The two countries signed a fisheries treaty.", Predicate.SIGNS))
        .containsExactlyInAnyOrder("Norway signs", "Latvia signs");
  }

  @Test
  void threeCountriesAreNotTwo() {
    assertThat(told("Norway spoke. The two countries signed a fisheries treaty.", Predicate.SIGNS))
        .isEmpty();
  }

  @Test
  void womanIsShe() {
    assertThat(told(TWO + "She visited Tallinn.", Predicate.VISITS))
        .containsExactly("Maria Strand visits Tallinn");
  }

  @Test
  void manIsHe() {
    assertThat(told(TWO + "He visited Tallinn.", Predicate.VISITS))
        .containsExactly("Peter Okoro visits Tallinn");
  }

  @Test
  void pronounWithoutAnybodyIsNobody() {
    assertThat(told("Fishermen spoke. She visited Tallinn.", Predicate.VISITS)).isEmpty();
  }

  @Test
  void ministerIsTheOneToldBefore() {
    assertThat(
            told(
                "Norwegian Energy Minister Maria Strand met fishermen. The minister visited Tallinn.",
                Predicate.VISITS))
        .containsExactly("Maria Strand visits Tallinn");
  }

  @Test
  void postWithItsCountryIsItsHolder() {
    assertThat(told(TWO + "The Norwegian energy minister visited Tallinn.", Predicate.VISITS))
        .containsExactly("Maria Strand visits Tallinn");
  }

  @Test
  void postOfAnotherCountryIsNobody() {
    assertThat(told(TWO + "The Omani energy minister visited Tallinn.", Predicate.VISITS))
        .isEmpty();
  }

  @Test
  void surnameIsThePersonToldBefore() {
    assertThat(told(TWO + "Okoro visited Tallinn.", Predicate.VISITS))
        .containsExactly("Peter Okoro visits Tallinn");
  }

  @Test
  void counterpartIsTheOtherCountrysHolder() {
    assertThat(told(TWO + "She and her Latvian counterpart met in Tallinn.", Predicate.MEETS_WITH))
        .containsExactly("Maria Strand meetsWith Peter Okoro");
  }

  @Test
  void counterpartHoldsTheSamePost() {
    Sample sample =
        Sample.of(
            "Peruvian Foreign Minister Ana Quiroga met her Chilean counterpart, Jorge Lagos.");
    assertThat(
            sample.claims(Predicate.HOLDS_OFFICE, Status.ASSERTED).stream()
                .map(claim -> sample.name(((Argument.Thing) claim.object()).key())))
        .containsExactlyInAnyOrder("Foreign Minister of Peru", "Foreign Minister of Chile");
  }

  @Test
  void counterpartOfAPostThatOneCountryNamesSoIsCalledOtherwise() {
    Sample sample =
        Sample.of("U.S. Secretary of State Jane Porter met her Chilean counterpart, Jorge Lagos.");
    assertThat(
            sample.claims(Predicate.HOLDS_OFFICE, Status.ASSERTED).stream()
                .map(claim -> sample.name(((Argument.Thing) claim.object()).key())))
        .containsExactlyInAnyOrder(
            "Secretary of State of the United States", "Foreign Minister of Chile");
  }

  @Test
  void visitIsStillAheadWhereTheArticleSaysSo() {
    Sample sample =
        Sample.of(
            "Foreign Minister Ana Quiroga will travel to Oslo. Quiroga's visit to Oslo underlines"
                + " the importance of fishing.");
    assertThat(sample.claims(Predicate.VISITS, Status.ASSERTED)).isEmpty();
    assertThat(sample.claims(Predicate.VISITS, Status.PLANNED)).isNotEmpty();
  }

  @Test
  void meetingIsTheOneToldBefore() {
    Sample sample =
        Sample.of(
            "A fisheries conference opened in Riga. Minister Maria Strand attended the meeting.");
    Claim attends = sample.claims(Predicate.ATTENDS, Status.ASSERTED).get(0);
    Claim hosted = sample.claims(Predicate.HOSTED_IN, Status.ASSERTED).get(0);
    assertThat(attends.object()).isEqualTo(new Argument.Thing(hosted.subject()));
  }

  @Test
  void anotherMeetingIsAnother() {
    Sample sample =
        Sample.of(
            "A fisheries conference opened in Riga. Minister Maria Strand attended a trade summit.");
    Claim attends = sample.claims(Predicate.ATTENDS, Status.ASSERTED).get(0);
    Claim hosted = sample.claims(Predicate.HOSTED_IN, Status.ASSERTED).get(0);
    assertThat(attends.object()).isNotEqualTo(new Argument.Thing(hosted.subject()));
  }

  @Test
  void capitalThatActsIsItsCountry() {
    assertThat(told("Tallinn signed a fisheries treaty with Norway.", Predicate.SIGNS))
        .containsExactlyInAnyOrder("Estonia signs", "Norway signs");
  }

  @Test
  void fullNameInAHeadlineOrTheTextIsOnePerson() {
    Sample sample =
        Sample.of("Kenyan Foreign Minister Peter Okoro spoke. Minister Okoro visited Riga.");
    assertThat(
            sample.reading().referents().keySet().stream().filter(k -> k.startsWith("official/")))
        .hasSize(1);
  }

  /** The asserted claims: subject, predicate and, for visits and encounters, object. */
  private static List<String> told(String text, Predicate predicate) {
    Sample sample = Sample.of(text);
    return sample.claims(predicate, Status.ASSERTED).stream()
        .map(
            claim -> {
              String subject = sample.name(claim.subject()) + " " + predicate.localName();
              String object = sample.name(((Argument.Thing) claim.object()).key());
              return predicate == Predicate.SIGNS ? subject : subject + " " + object;
            })
        .toList();
  }
}
