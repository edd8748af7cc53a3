package org.chancery.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.Story;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.junit.jupiter.api.Test;

class EntityResolverTest {
  private static final String BASE = "https://example.org/id/";

  // Countries, cities, places

  @Test
  void aCountryIsItsCode() {
    Story one = Story.of("a").country("c", "VU", "Vanuatu");
    Story two = Story.of("b").country("c", "VU", "Republic of Vanuatu");
    assertThat(iri("a", "c", one, two)).isEqualTo("country/vu");
    assertOne("c", one, two);
    assertThat(entity("a", "c", one, two).label()).isEqualTo("Republic of Vanuatu");
    assertThat(entity("a", "c", one, two).altLabels()).containsExactly("Vanuatu");
  }

  @Test
  void theTableOfCountriesHasTheLastWordOnTheirNames() {
    Story story = Story.of("a").country("c", "VU", "Republic of Vanuatu");
    Entity country =
        new EntityResolver(code -> Optional.of("Vanuatu"))
            .resolve(List.of(story.reading()), BASE)
            .resolved(story.reading())
            .entities()
            .values()
            .iterator()
            .next();
    assertThat(country.label()).isEqualTo("Vanuatu");
    assertThat(country.altLabels()).containsExactly("Republic of Vanuatu");
  }

  @Test
  void aCityIsItsNameWithinACountry() {
    Story one = Story.of("a").city("c", "VU", "Port Vila");
    Story two = Story.of("b").city("c", "VU", "PORT VILA");
    Story elsewhere = Story.of("c").city("c", "CV", "Port Vila");
    Story nowhere = Story.of("d").city("c", "", "Port Vila");
    assertThat(iri("a", "c", one, two)).isEqualTo("city/vu/port-vila");
    assertThat(entity("a", "c", one, two).label()).isEqualTo("Port Vila");
    assertOne("c", one, two);
    assertApart("c", one, elsewhere, nowhere);
    assertThat(iri("d", "c", nowhere)).isEqualTo("city/unknown/port-vila");
  }

  @Test
  void aCityOfTheTableTakesInItsNamesakeWithoutNumber() {
    Story numbered = Story.of("a").city("c", "VU", 7, "Port Vila");
    Story plain = Story.of("b").city("c", "VU", "Port Vila");
    assertOne("c", numbered, plain);
  }

  @Test
  void twoCitiesOfOneNameInACountryStayApart() {
    Story one = Story.of("a").city("c", "VU", 7, "Port Vila");
    Story two = Story.of("b").city("c", "VU", 8, "Port Vila");
    Story either = Story.of("d").city("c", "VU", "Port Vila");
    assertApart("c", one, two, either);
    assertThat(iri("a", "c", one, two)).isEqualTo("city/vu/port-vila");
    assertThat(iri("b", "c", one, two)).matches("city/vu/port-vila-[0-9a-f]{4}");
  }

  @Test
  void aPlaceIsItsNameWithinACountry() {
    Story one = Story.of("a").place("p", "CV", "Tavora Strait");
    Story two = Story.of("b").place("p", "CV", "the Tavora Strait");
    assertThat(iri("a", "p", one, two)).isEqualTo("place/cv/tavora-strait");
    assertOne("p", one, two);
    assertApart("p", one, Story.of("b").place("p", "VU", "Tavora Strait"));
  }

  @Test
  void aTopicIsItsName() {
    Story one = Story.of("a").topic("t", "Tidal energy");
    Story two = Story.of("b").topic("t", "tidal energy");
    assertThat(iri("a", "t", one, two)).isEqualTo("topic/tidal-energy");
    assertOne("t", one, two);
  }

  // Organizations

  @Test
  void anOrganizationIsItsFullName() {
    Story one = Story.of("a").organization("o", "", "The Lagoon Commission");
    Story two = Story.of("b").organization("o", "", "Lagoon Commission", "the Commission");
    assertOne("o", one, two);
    assertThat(iri("a", "o", one, two)).isEqualTo("organization/lagoon-commission");
  }

  @Test
  void anAcronymIsTheOneOrganizationThatGoesByIt() {
    Story full = Story.of("a").organization("o", "", "Lagoon Commission", "LC");
    Story acronym = Story.of("b").organization("o", "", "LC");
    Story other = Story.of("c").organization("o", "", "Lighthouse Council", "LC");
    assertOne("o", full, acronym);
    assertApart("o", full, acronym, other);
  }

  @Test
  void aCommonShortFormMakesNoOrganizationsOne() {
    Story one = Story.of("a").organization("o", "", "Lagoon Commission", "the Commission");
    Story two = Story.of("b").organization("o", "", "Reef Commission", "the Commission");
    Story shortForm = Story.of("c").organization("o", "", "Commission");
    assertApart("o", one, two);
    assertApart("o", one, shortForm);
  }

  @Test
  void ministriesOfTwoCountriesStayApart() {
    Story one = Story.of("a").organization("o", "VU", "Ministry of Ports");
    Story two = Story.of("b").organization("o", "CV", "Ministry of Ports");
    Story either = Story.of("c").organization("o", "", "Ministry of Ports");
    assertOne("o", one, either);
    assertApart("o", one, two, either);
  }

  @Test
  void initialsOfOneCountryAreOneOrganization() {
    Story full = Story.of("a").organization("o", "VU", "Department of Lagoon Affairs");
    assertOne("o", full, Story.of("b").organization("o", "VU", "DLA"));
    assertApart("o", full, Story.of("b").organization("o", "", "DLA"));
    assertApart("o", full, Story.of("b").organization("o", "CV", "DLA"));
  }

  @Test
  void wordOrderMakesNoOtherMinistry() {
    assertOne(
        "o",
        Story.of("a").organization("o", "VU", "Ministry of Lagoon Affairs"),
        Story.of("b").organization("o", "VU", "Lagoon Affairs Ministry"));
  }

  // Officials

  @Test
  void initialsAndNicknamesDoNotMakeAnotherPerson() {
    Story one = Story.of("a").official("p", "Nilza P. Tavora");
    Story two = Story.of("b").official("p", "Nilza Távora");
    Story three = Story.of("c").official("p", "Nilza \"Nini\" Tavora");
    assertOne("p", one, two, three);
    assertThat(iri("b", "p", one, two)).isEqualTo("official/nilza-p-tavora");
  }

  @Test
  void namesLeftOutTakeASharedCountryOrOffice() {
    Story brief = Story.of("a").minister("p", "Nilza Tavora", "Minister of Ports", "CV");
    Story full = Story.of("b").minister("p", "Nilza Lima Tavora", "Minister of Trade", "CV");
    assertOne("p", brief, full);
    assertApart("p", Story.of("a").official("p", "Nilza Tavora"), full);
    Story elsewhere = Story.of("b").minister("p", "Nilza Lima Tavora", "Minister of Ports", "VU");
    assertApart("p", brief, elsewhere);
  }

  @Test
  void aNameThatFitsTwoPeopleIsNeither() {
    Story either = Story.of("a").minister("p", "Nilza Tavora", "Minister of Ports", "CV");
    Story one = Story.of("b").minister("p", "Nilza Lima Tavora", "Minister of Trade", "CV");
    Story two = Story.of("c").minister("p", "Nilza Carla Tavora", "Minister of Tides", "CV");
    assertApart("p", either, one, two);
  }

  @Test
  void aSurnameTakesOfficeAndCountryAndOneCandidate() {
    Story full = Story.of("a").minister("p", "Nilza Tavora", "Minister of Ports", "CV");
    Story surname = Story.of("b").minister("p", "Tavora", "Ports Minister", "CV");
    Story otherOffice = Story.of("b").minister("p", "Tavora", "Minister of Trade", "CV");
    Story otherCountry = Story.of("b").minister("p", "Tavora", "Minister of Ports", "VU");
    Story unknown = Story.of("b").official("p", "Tavora");
    assertOne("p", full, surname);
    assertApart("p", full, otherOffice);
    assertApart("p", full, otherCountry);
    assertApart("p", full, unknown);
    Story sibling = Story.of("c").minister("p", "Carla Tavora", "Minister of Ports", "CV");
    assertApart("p", full, surname, sibling);
  }

  @Test
  void surnamesAloneAreTwoPeopleUnlessTheyShareTheOffice() {
    Story one = Story.of("a").official("p", "Tavora");
    Story two = Story.of("b").official("p", "Tavora");
    assertApart("p", one, two);
    assertOne(
        "p",
        Story.of("a").minister("p", "Tavora", "Minister of Ports", "CV"),
        Story.of("b").minister("p", "Tavora", "Ports Minister", "CV"));
  }

  @Test
  void containmentAloneIsNoIdentity() {
    assertApart(
        "p",
        Story.of("a").minister("p", "Nilza Tavora", "Minister of Ports", "CV"),
        Story.of("b").minister("p", "Carla Nilza Tavora", "Minister of Trade", "CV"));
  }

  @Test
  void namesakesOfTwoCountriesStayApart() {
    Story one = Story.of("a").minister("p", "Nilza Tavora", "Minister of Ports", "CV");
    Story two = Story.of("b").minister("p", "Nilza Tavora", "Minister of Ports", "VU");
    Story either = Story.of("c").official("p", "Nilza Tavora");
    assertApart("p", one, two, either);
    assertThat(iri("a", "p", one, two)).isEqualTo("official/nilza-tavora");
    assertThat(iri("b", "p", one, two)).matches("official/nilza-tavora-[0-9a-f]{4}");
  }

  @Test
  void aFormerOfficeIdentifiesButADeniedOneDoesNot() {
    Story full = Story.of("a").minister("p", "Nilza Tavora", "Minister of Ports", "CV");
    assertOne("p", full, tavoraOf(Status.FORMER));
    assertApart("p", full, tavoraOf(Status.DENIED));
  }

  private static Story tavoraOf(Status status) {
    return Story.of("b")
        .country("c", "CV", "Cabo Verde")
        .official("p", "Tavora")
        .office("o", "Minister of Ports", "Minister of Ports", "c")
        .says("p", Predicate.HOLDS_OFFICE, "o", status, "Some");
  }

  @Test
  void spellingsAndTurnedNamesTakeASharedCountry() {
    Story one = Story.of("a").minister("p", "Sergei Tavora", "Minister of Ports", "CV");
    Story spelt = Story.of("b").minister("p", "Sergey Tavora", "Minister of Tides", "CV");
    Story turned = Story.of("c").minister("p", "Tavora Sergei", "Minister of Ports", "CV");
    assertOne("p", one, spelt);
    assertOne("p", one, turned);
    assertApart("p", one, Story.of("b").official("p", "Sergey Tavora"));
    assertApart("p", one, Story.of("c").official("p", "Tavora Sergei"));
  }

  @Test
  void aFamiliarNameTakesMoreThanASharedCountry() {
    for (List<String> pair :
        List.of(
            List.of("William Tavora", "Bill Tavora"),
            List.of("Anthony Tavora", "Tony Tavora"),
            List.of("Joseph Tavora", "Joe Tavora"),
            List.of("Yusuf Tavora", "Youssef Tavora"),
            List.of("Mohammed Tavora", "Muhammad Tavora"),
            List.of("Robert P. Tavora", "Bob Tavora"))) {
      Story full = Story.of("a").minister("p", pair.get(0), "Minister of Ports", "CV");
      assertOne("p", full, Story.of("b").minister("p", pair.get(1), "Minister of Ports", "CV"));
      assertApart("p", full, Story.of("b").minister("p", pair.get(1), "Minister of Ports", "VU"));
      assertApart("p", full, Story.of("b").official("p", pair.get(1)));
    }
    Story full = Story.of("a").minister("p", "William Tavora", "Minister of Ports", "CV");
    Story elsewhere = Story.of("b").minister("p", "Bill Tavora", "Minister of Tides", "CV");
    assertApart("p", full, elsewhere);
    assertThat(misses("official/william-tavora", full, elsewhere))
        .singleElement()
        .satisfies(
            miss ->
                assertThat(miss.reasons())
                    .extracting(Comparison.Reason::evidence)
                    .containsExactly("name-familiar", "same-service", "different-office"));
  }

  @Test
  void twoOfOneFamilyNameInOneOfficeAreANearMiss() {
    Story one = Story.of("a").minister("p", "Zayda Tavora", "Minister of Ports", "CV");
    Story other = Story.of("b").minister("p", "Ulla Tavora", "Minister of Ports", "CV");
    assertApart("p", one, other);
    assertThat(misses("official/zayda-tavora", one, other)).hasSize(1);
    Story elsewhere = Story.of("b").minister("p", "Ulla Tavora", "Minister of Tides", "CV");
    assertThat(misses("official/zayda-tavora", one, elsewhere)).isEmpty();
  }

  private static List<Comparison> misses(String path, Story... stories) {
    List<ArticleReading> readings = Arrays.stream(stories).map(Story::reading).toList();
    return Resolved.nearMisses(Resolved.plainly().resolve(readings, BASE), BASE + path);
  }

  @Test
  void aSurnameInOneOfficeTwentyYearsLaterIsAnother() {
    Story early = ports("a", "Nilza Tavora", "1998-05-03");
    Story late = ports("b", "Carla Tavora", "2019-05-03");
    assertOne("p", early, ports("c", "Tavora", "1998-06-03"));
    List<Entity> four =
        entities(
            "p",
            early,
            late,
            ports("c", "Tavora", "1998-06-03"),
            ports("d", "Tavora", "2019-04-03"));
    assertThat(four.get(2)).isEqualTo(four.get(0)).isNotEqualTo(four.get(1));
    assertThat(four.get(3)).isEqualTo(four.get(1));
    assertApart("p", early, ports("c", "Tavora", "2019-06-03"));
  }

  private static Story ports(String article, String name, String day) {
    return Story.of(article).published(day).minister("p", name, "Minister of Ports", "CV");
  }

  @Test
  void aSurnameMayTakeItsDaysForEvidence() {
    Story full = ports("a", "Nilza Tavora", "2031-05-03");
    Story surname =
        Story.of("b")
            .published("2031-05-04")
            .country("c", "CV", "Cabo Verde")
            .official("p", "Tavora")
            .says("p", Predicate.REPRESENTS, "c");
    assertOne("p", full, surname);
    assertApart("p", ports("a", "Nilza Tavora", "2031-01-03"), surname);
    assertApart("p", full, Story.of("b").published("2031-05-04").official("p", "Tavora"));
  }

  @Test
  void fatherAndSonAreTwo() {
    Story father = ports("a", "Tomas Bule", "1996-05-03");
    Story son = ports("b", "Tomas Bule Jr.", "2012-05-03");
    assertApart("p", father, son);
    assertOne("p", ports("a", "Tomas Bule", "2012-05-01"), son);
  }

  // Offices

  @Test
  void anOfficeIsItsTitleWithinACountry() {
    Story one = Story.of("a").minister("p", "Nilza Tavora", "Ports Minister", "CV");
    Story two = Story.of("b").minister("p", "Tomas Bule", "Minister of Ports", "CV");
    Story elsewhere = Story.of("c").minister("p", "Ulla Sand", "Minister of Ports", "VU");
    assertOne("p-office", one, two);
    assertThat(iri("a", "p-office", one, two)).isEqualTo("office/cv/minister-of-ports");
    assertApart("p-office", one, elsewhere);
  }

  @Test
  void anOfficeOfAnOrganizationHasItsName() {
    Story story =
        Story.of("a")
            .organization("l", "", "Lagoon Commission")
            .office("o", "Commissioner", "Commissioner", "l");
    assertThat(iri("a", "o", story)).isEqualTo("office/lagoon-commission/commissioner");
  }

  @Test
  void anOfficeOfNobodyKnownStaysWithItsArticle() {
    Story one = Story.of("a").office("o", "Minister of Ports", "Minister of Ports", "");
    Story two = Story.of("b").office("o", "Minister of Ports", "Minister of Ports", "");
    assertApart("o", one, two);
    assertThat(iri("b", "o", one, two)).isEqualTo("office/unknown/b/minister-of-ports");
  }

  @Test
  void aShorterTitleIsTheFullerOneIfOneOfficialHoldsBoth() {
    Story brief = Story.of("a").minister("p", "Nilza Tavora", "Minister of Ports", "CV");
    Story full = Story.of("b").minister("p", "Nilza Tavora", "Minister of Deep Ports", "CV");
    Story other = Story.of("b").minister("p", "Tomas Bule", "Minister of Deep Ports", "CV");
    assertOne("p-office", brief, full);
    assertThat(iri("a", "p-office", brief, full)).isEqualTo("office/cv/minister-of-deep-ports");
    assertApart("p-office", brief, other);
  }

  @Test
  void aShorterTitleIsTheFullerOneIfNothingContradicts() {
    Story brief = security("a", "Nilza Tavora", "Security Minister", "2031-05-03");
    Story full = security("b", "Tomas Bule", "Minister of Public Security", "2031-09-03");
    assertOne("p-office", brief, full);
    assertApart(
        "p-office",
        brief,
        security("b", "Tomas Bule", "Minister of Public Security", "2041-09-03"));
    assertApart(
        "p-office",
        brief,
        security("b", "Tomas Bule", "Minister of Public Security", "2031-05-04"));
    assertApart(
        "p-office",
        brief,
        full,
        security("c", "Ulla Sand", "Minister of National Security", "2031-09-03"));
    assertApart("p-office", security("a", "Nilza Tavora", "Minister", "2031-05-03"), full);
  }

  private static Story security(String article, String name, String title, String day) {
    return Story.of(article).published(day).minister("p", name, title, "CV");
  }

  @Test
  void aDeputyWhoMovesUpHeldTwoOffices() {
    assertApart(
        "p-office",
        Story.of("a").minister("p", "Nilza Tavora", "Deputy Minister of Ports", "CV"),
        Story.of("b").minister("p", "Nilza Tavora", "Minister of Ports", "CV"));
  }

  // Meetings and agreements

  @Test
  void aNamedMeetingIsItsNameUnlessDayOrCityDiffer() {
    Story plain = Story.of("a").meeting("m", "Third Lagoon Conference", true, "", "");
    Story dated = Story.of("b").meeting("m", "Third Lagoon Conference", true, "2031-05-03", "");
    Story other = Story.of("c").meeting("m", "Third Lagoon Conference", true, "2032-05-03", "");
    assertOne("m", plain, dated);
    assertThat(iri("a", "m", plain)).isEqualTo("meeting/third-lagoon-conference");
    assertThat(iri("a", "m", plain, dated)).isEqualTo("meeting/third-lagoon-conference-2031-05");
    assertApart("m", dated, other, plain);
    Story here =
        Story.of("a")
            .city("c", "VU", "Port Vila")
            .meeting("m", "Third Lagoon Conference", true, "2031-05-03", "c");
    Story there =
        Story.of("b")
            .city("c", "CV", "Praia")
            .meeting("m", "Third Lagoon Conference", true, "2031-05-03", "c");
    assertThat(iri("a", "m", here)).isEqualTo("meeting/2031-05-03-port-vila");
    assertApart("m", here, there);
  }

  @Test
  void dayAndCityMayComeFromClaims() {
    Story story =
        Story.of("a")
            .city("c", "VU", "Port Vila")
            .meeting("m", "talks", false, "", "")
            .says("m", Predicate.HOSTED_IN, "c")
            .saysDay("m", Predicate.HELD_ON, "2031-05-03", Status.ASSERTED, "Some");
    assertThat(iri("a", "m", story)).isEqualTo("meeting/2031-05-03-port-vila");
  }

  @Test
  void meetingsWithoutNameTakeCityDayAndACommonParticipant() {
    Story one = talks("a", "2031-05-03", "VU", "Nilza Tavora");
    assertOne("m", one, talks("b", "2031-05-03", "VU", "Nilza Tavora"));
    assertApart("m", one, talks("b", "2031-05-04", "VU", "Nilza Tavora"));
    assertApart("m", one, talks("b", "2031-05-03", "CV", "Nilza Tavora"));
    assertApart("m", one, talks("b", "2031-05-03", "VU", "Tomas Bule"));
    assertApart("m", one, talks("b", "", "VU", "Nilza Tavora"));
    assertThat(iri("b", "m", talks("b", "", "VU", "Nilza Tavora"))).isEqualTo("meeting/talks-b");
  }

  private static Story talks(String article, String day, String country, String participant) {
    return Story.of(article)
        .city("c", country, "Port Vila")
        .official("p", participant)
        .meeting("m", "talks", false, day, "c", "p");
  }

  @Test
  void dayAndCityAloneDoNotMakeMeetingsOnTwoSubjectsOne() {
    assertApart(
        "m", meetingOn("a", "meeting on harbours"), meetingOn("b", "conference on railways"));
    assertOne("m", meetingOn("a", "meeting on harbours"), meetingOn("b", "conference on harbours"));
  }

  private static Story meetingOn(String article, String name) {
    return Story.of(article)
        .published("2031-05-04")
        .city("c", "VU", "Port Vila")
        .meeting("m", name, false, "2031-05-03", "c");
  }

  @Test
  void twoMeetingsOfOneArticleAreNotMadeOneByAnother() {
    Story both =
        talks("a", "2031-05-03", "VU", "Nilza Tavora")
            .meeting("n", "second talks", false, "2031-05-03", "c", "p");
    Story either = talks("b", "2031-05-03", "VU", "Nilza Tavora");
    List<ResolvedArticle> resolved = resolve(both, either);
    assertThat(List.of(iri(resolved, "a", "m"), iri(resolved, "a", "n"), iri(resolved, "b", "m")))
        .doesNotHaveDuplicates();
  }

  @Test
  void aNamedAgreementIsItsNameUnlessDaysOrPartiesDiffer() {
    Story plain = Story.of("a").agreement("g", "Lagoon Charter", true, "");
    Story dated = Story.of("b").agreement("g", "the Lagoon Charter", true, "2031-05-04");
    Story other = Story.of("c").agreement("g", "Lagoon Charter", true, "2041-05-04");
    assertOne("g", plain, dated);
    assertThat(iri("a", "g", plain)).isEqualTo("agreement/lagoon-charter");
    assertThat(iri("a", "g", plain, dated)).isEqualTo("agreement/lagoon-charter-2031-05");
    assertApart("g", dated, other);
    assertApart("g", treaty("a", "VU", "CV"), treaty("b", "VU", "WS"));
    assertOne("g", treaty("a", "VU", "CV"), treaty("b", "CV", "VU"));
  }

  /** So that it shows as a contradiction. */
  @Test
  void oneSigningToldWithTwoCitiesIsOne() {
    assertOne("g", signing("a", "Port Vila"), signing("b", "Apia"));
  }

  private static Story signing(String article, String city) {
    return treaty(article, "VU", "WS")
        .published("2031-05-04")
        .city("c", "VU", city)
        .says("g", Predicate.SIGNED_IN, "c");
  }

  private static Story treaty(String article, String one, String two) {
    return Story.of(article)
        .country("x", one, "Country " + one)
        .country("y", two, "Country " + two)
        .agreement("g", "Treaty of Friendship", true, "", "x", "y");
  }

  @Test
  void anAgreementWithoutNameStaysWithItsArticle() {
    Story one = Story.of("a").agreement("g", "a deal", false, "");
    Story two = Story.of("b").agreement("g", "a deal", false, "");
    assertApart("g", one, two);
    assertThat(iri("b", "g", one, two)).isEqualTo("agreement/a-deal-b");
  }

  @Test
  void roundsOfASeriesStayApart() {
    Story third = summit("a", "Third Lagoon Summit", "2031-05-03");
    assertApart("m", third, summit("b", "Fourth Lagoon Summit", "2031-05-03"));
    assertApart("m", third, summit("b", "4th Lagoon Summit", ""));
    Story late = summit("a", "Twenty-First Lagoon Summit", "2031-05-03");
    assertOne("m", late, summit("b", "21st Lagoon Summit", "2031-05-03"));
    assertApart("m", late, summit("b", "Twenty-Second Lagoon Summit", "2031-05-03"));
    assertApart("m", late, summit("b", "First Lagoon Summit", "2031-05-03"));
    assertOne("m", third, summit("b", "3rd Lagoon Summit", ""));
    assertApart("m", summit("a", "2031 Lagoon Summit", ""), summit("b", "Lagoon Summit 2032", ""));
    assertApart(
        "m", summit("a", "Lagoon Summit", "2031-05-03"), summit("b", "2032 Lagoon Summit", ""));
  }

  private static Story summit(String article, String name, String day) {
    return Story.of(article).meeting("m", name, true, day, "");
  }

  @Test
  void anAnnualMeetingIsNotThatOfAnotherYear() {
    assertApart(
        "m",
        summit("a", "Lagoon Summit", "").published("2031-05-03"),
        summit("b", "Lagoon Summit", "").published("2032-05-03"));
    assertOne(
        "m",
        summit("a", "Lagoon Summit", "").published("2031-05-03"),
        summit("b", "Lagoon Summit", "").published("2031-05-04"));
  }

  @Test
  void aMeetingOfSeveralDaysIsKnownByAnyOfThem() {
    Story whole =
        talks("a", "2031-05-03", "VU", "Nilza Tavora")
            .saysDay("m", Predicate.ENDED_ON, "2031-05-06", Status.ASSERTED, "Some");
    assertOne("m", whole, talks("b", "2031-05-05", "VU", "Nilza Tavora"));
    assertApart("m", whole, talks("b", "2031-05-09", "VU", "Nilza Tavora"));
  }

  @Test
  void agreementsWithoutNameTakePartiesDayAndSubject() {
    Story one = deal("a", "agreement on fisheries", "2031-05-03", "VU", "CV");
    assertOne("g", one, deal("b", "fishing accord", "2031-05-05", "VU", "CV"));
    assertOne("g", one, deal("b", "accord", "2031-05-05", "CV", "VU"));
    assertApart("g", one, deal("b", "agreement on railways", "2031-05-05", "VU", "CV"));
    assertApart("g", one, deal("b", "fishing accord", "2031-05-05", "VU", "WS"));
    assertApart("g", one, deal("b", "accord", "2031-05-09", "VU", "CV"));
    assertApart(
        "g", one, Story.of("b").published("2031-05-05").agreement("g", "accord", false, ""));
    assertApart(
        "g",
        deal("a", "treaty", "2031-05-03", "VU", "CV"),
        deal("b", "memorandum", "2031-05-03", "VU", "CV"));
  }

  private static Story deal(String article, String name, String published, String one, String two) {
    return Story.of(article)
        .published(published)
        .country("x", one, "Country " + one)
        .country("y", two, "Country " + two)
        .agreement("g", name, false, "", "x", "y");
  }

  // Names

  @Test
  void theBestNameIsTheFullOneThatMostArticlesUse() {
    Story longest = Story.of("a").minister("p", "Nilza P. Tavora", "Minister of Ports", "CV");
    Story usual = Story.of("b").minister("p", "Nilza Tavora", "Ports Minister", "CV");
    assertThat(entity("a", "p", longest, usual).label()).isEqualTo("Nilza P. Tavora");
    Story again = Story.of("c").minister("p", "Nilza Tavora", "Ports Minister", "CV");
    assertThat(entity("a", "p", longest, usual, again).label()).isEqualTo("Nilza Tavora");
    assertThat(entity("a", "p", longest, usual, again).iri())
        .isEqualTo(BASE + "official/nilza-p-tavora");
    Story[] surnames =
        IntStream.range(0, 4)
            .mapToObj(i -> Story.of("s" + i).minister("p", "Tavora", "Minister of Ports", "CV"))
            .toArray(Story[]::new);
    Story[] all = Stream.concat(Stream.of(usual), Arrays.stream(surnames)).toArray(Story[]::new);
    assertThat(entity("b", "p", all).label()).isEqualTo("Nilza Tavora");
    Story loud = Story.of("c").minister("p", "NILZA TAVORA", "Ports Minister", "CV");
    Story louder = Story.of("d").minister("p", "NILZA TAVORA", "Ports Minister", "CV");
    assertThat(entity("b", "p", usual, loud, louder).label()).isEqualTo("Nilza Tavora");
  }

  // What is on record

  @Test
  void whatFitsTwoThatCannotBeOneIsToldWithBoth() {
    Story one = Story.of("a").minister("p", "Nilza Tavora", "Minister of Ports", "CV");
    Story other = Story.of("b").minister("p", "Carla Tavora", "Minister of Ports", "CV");
    Story either = Story.of("c").minister("p", "Tavora", "Minister of Ports", "CV");
    assertThat(misses("official/tavora", one, other, either))
        .extracting(miss -> miss.remark().orElse(""))
        .containsOnly(
            "\"Tavora\" of c <https://example.org/id/official/tavora> fits both \"Carla Tavora\" of b"
                + " <https://example.org/id/official/carla-tavora> and \"Nilza Tavora\" of a"
                + " <https://example.org/id/official/nilza-tavora>, which cannot be one");
  }

  @Test
  void eachMergeAndEachNearMissIsOnRecord() {
    Story full = Story.of("a").minister("p", "Nilza Tavora", "Minister of Ports", "CV");
    Story surname = Story.of("b").minister("p", "Tavora", "Ports Minister", "CV");
    Story namesake = Story.of("c").minister("p", "Nilza Tavora", "Minister of Ports", "VU");
    List<ArticleReading> readings = List.of(full.reading(), surname.reading(), namesake.reading());
    Resolution resolution = Resolved.plainly().resolve(readings, BASE);
    String iri = BASE + "official/nilza-tavora";
    assertThat(Resolved.merges(resolution, iri))
        .singleElement()
        .satisfies(
            merge -> {
              assertThat(merge.one().article()).isEqualTo("a");
              assertThat(merge.other().name()).isEqualTo("Tavora");
              assertThat(merge.points()).isEqualTo(5);
              assertThat(merge.needed()).isEqualTo(4);
              assertThat(merge.reasons())
                  .extracting(Comparison.Reason::evidence)
                  .containsExactly("name-surname", "same-service", "same-office");
            });
    assertThat(Resolved.nearMisses(resolution, iri))
        .singleElement()
        .satisfies(
            miss -> {
              assertThat(miss.other().article()).isEqualTo("c");
              assertThat(miss.reasons()).anyMatch(reason -> reason.veto() && !reason.speaksFor());
            });
  }

  @Test
  void aQuotationIsItsPlaceInItsArticle() {
    Story story = Story.of("a", "He said: \"Ports first.\"").quotation("q", "Ports first.");
    assertThat(iri("a", "q", story)).isEqualTo("quotation/a/10");
    assertThat(entity("a", "q", story).label()).isEqualTo("Ports first.");
  }

  // The whole

  @Test
  void theOrderOfArticlesDoesNotMatter() {
    List<Story> stories = new ArrayList<>();
    List<String> names = List.of("Nilza Tavora", "Nilza P. Tavora", "Tavora", "Nilza Lima Tavora");
    List<String> titles = List.of("Minister of Ports", "Ports Minister", "Minister of Deep Ports");
    for (int i = 0; i < 24; i++) {
      stories.add(
          Story.of("article-" + i)
              .minister("p", names.get(i % 4), titles.get(i % 3), i % 5 == 0 ? "VU" : "CV")
              .city("c", "VU", "Port Vila")
              .organization("o", i % 2 == 0 ? "VU" : "", i % 3 == 0 ? "LC" : "Lagoon Board", "LC")
              .meeting("m", "Lagoon Talks", i % 2 == 0, i % 3 == 0 ? "2031-05-03" : "", "c", "p")
              .agreement("g", "Lagoon Charter", true, i % 7 == 0 ? "2031-05-04" : ""));
    }
    List<ResolvedArticle> inOrder = resolve(stories.toArray(Story[]::new));
    List<Comparison> comparisons = comparisons(stories);
    Random random = new Random(1);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(stories, random);
      assertThat(resolve(stories.toArray(Story[]::new))).isEqualTo(inOrder);
      assertThat(comparisons(stories)).isEqualTo(comparisons);
    }
    assertThat(inOrder).extracting(ResolvedArticle::iri).isSorted();
  }

  private static List<Comparison> comparisons(List<Story> stories) {
    return Resolved.plainly()
        .resolve(stories.stream().map(Story::reading).toList(), BASE)
        .comparisons();
  }

  @Test
  void twoArticlesOfOneNameAreAMistake() {
    List<ArticleReading> twice = List.of(Story.of("a").reading(), Story.of("a").reading());
    assertThatThrownBy(() -> Resolved.plainly().resolve(twice, BASE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two articles are called \"a\"");
  }

  @Test
  void aBaseThatRunsIntoNamesIsAMistake() {
    assertThatThrownBy(() -> Resolved.plainly().resolve(List.of(), "https://example.org/id"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("base \"https://example.org/id\" ends neither in / nor in #");
  }

  private static void assertOne(String key, Story... stories) {
    assertThat(entities(key, stories)).allMatch(entities(key, stories).get(0)::equals);
  }

  private static void assertApart(String key, Story... stories) {
    assertThat(entities(key, stories)).extracting(Entity::iri).doesNotHaveDuplicates();
  }

  private static String iri(String article, String key, Story... stories) {
    return iri(resolve(stories), article, key);
  }

  private static String iri(List<ResolvedArticle> resolved, String article, String key) {
    String iri = entity(resolved, article, key).iri();
    assertThat(iri).startsWith(BASE);
    return iri.substring(BASE.length());
  }

  private static Entity entity(String article, String key, Story... stories) {
    return entity(resolve(stories), article, key);
  }

  private static Entity entity(List<ResolvedArticle> resolved, String article, String key) {
    return resolved.stream()
        .filter(r -> r.reading().article().id().equals(article))
        .map(r -> entity(r, key))
        .findFirst()
        .orElseThrow();
  }

  private static List<Entity> entities(String key, Story... stories) {
    return resolve(stories).stream().map(article -> entity(article, key)).toList();
  }

  private static Entity entity(ResolvedArticle article, String key) {
    return Optional.ofNullable(article.entities().get(key)).orElseThrow();
  }

  private static List<ResolvedArticle> resolve(Story... stories) {
    List<ArticleReading> readings = Arrays.stream(stories).map(Story::reading).toList();
    return Resolved.all(readings, BASE);
  }
}
