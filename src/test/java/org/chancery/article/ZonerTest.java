package org.chancery.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonerTest {
  private static final Zoner ZONER = Zoner.standard();

  @Test
  void aWireStoryFallsIntoItsParts() {
    assertZones(
        """
        Norway and Kenya sign pact on fishing fleets

        By our diplomatic correspondent

        NAIROBI, Kenya, June 3, 2011 (BNS) - The two ministers signed a pact on Friday.

        The ministers shake hands in Nairobi. BNS Photo/Ole Brandt

        Advertisement

        “We are neighbours at sea,” she said.

        Reporting by Ole Brandt; Editing by Mia Farkas
        """,
        """
        TITLE|Norway and Kenya sign pact on fishing fleets
        BYLINE|By our diplomatic correspondent
        DATELINE|NAIROBI, Kenya, June 3, 2011 (BNS) -
        BODY|The two ministers signed a pact on Friday.
        BODY|The ministers shake hands in Nairobi. BNS Photo/Ole Brandt
        FURNITURE|Advertisement
        BODY|“We are neighbours at sea,” she said.
        SIGN_OFF|Reporting by Ole Brandt; Editing by Mia Farkas
        """);
  }

  @Test
  void aReleaseKeepsItsAuthorAsALineOfProse() {
    assertZones(
        """
        Fisheries Talks with Iceland
        date 2011-06-03

        Edita Halonen, Deputy Minister of Foreign Affairs
        Turku, Finland
        June 3, 2011

        Today delegations met in Turku.

        # # #
        """,
        """
        TITLE|Fisheries Talks with Iceland
        HEADER|date 2011-06-03
        BODY|Edita Halonen, Deputy Minister of Foreign Affairs
        DATELINE|Turku, Finland
        HEADER|June 3, 2011
        BODY|Today delegations met in Turku.
        FURNITURE|# # #
        """);
  }

  @Test
  void textOnTheDateLineIsCaptionOnlyWithACredit() {
    assertZones(
        " date 2011-06-03 The ministers shake hands in Riga. AFP Photo\n\nThey met on Friday.",
        """
        HEADER|date 2011-06-03
        CAPTION|The ministers shake hands in Riga.
        CREDIT|AFP Photo
        BODY|They met on Friday.
        """);
    assertZones(
        " date 2011-06-03 The ministers shook hands in Riga.\n\nThey met on Friday.",
        """
        HEADER|date 2011-06-03
        BODY|The ministers shook hands in Riga.
        BODY|They met on Friday.
        """);
  }

  @Test
  void captionsWithinTheTextAreToldFromItsParagraphs() {
    assertZones(
        """
        The pact was signed in Pori on June 2, 2011.

        FILE - The port of Tallinn at dawn.

        Photo: The two envoys in Riga.

        Farmers block a road near the old harbour in Pori, Finland, June 3, 2011.

        The ministers met in Pori. (Ole Brandt/Baltic News via Nordpix)
        """,
        """
        BODY|The pact was signed in Pori on June 2, 2011.
        CAPTION|FILE - The port of Tallinn at dawn.
        CAPTION|Photo: The two envoys in Riga.
        CAPTION|Farmers block a road near the old harbour in Pori, Finland, June 3, 2011.
        CAPTION|The ministers met in Pori.
        CREDIT|(Ole Brandt/Baltic News via Nordpix)
        """);
  }

  @Test
  void lostLineBreaksAreFoundAgain() {
    assertZones(
        """
        Finland and Kenya Seal Deal on Fishing Fleets-The foreign ministers of Finland and Kenya have agreed after long talks to limit the number of boats off the coast
        Harbour dispute-The mayor of the port stayed away.
        Farmers block a road near the old harbour in Pori, June 3, 2011-In Turku, police stayed away.
        """,
        """
        TITLE|Finland and Kenya Seal Deal on Fishing Fleets
        FURNITURE|-
        BODY|The foreign ministers of Finland and Kenya have agreed after long talks to limit the number of boats off the coast
        BODY|Harbour dispute
        FURNITURE|-
        BODY|The mayor of the port stayed away.
        CAPTION|Farmers block a road near the old harbour in Pori, June 3, 2011
        FURNITURE|-
        BODY|In Turku, police stayed away.
        """);
  }

  @Test
  void aParagraphWrappedToANarrowPageIsOneZone() {
    assertZones(
        """
        The foreign ministers of Finland and Kenya met on Friday in the old
        town hall of Turku and agreed to limit the number of fishing boats
        off the coast.
        - Fewer boats will be licensed from the first day of the next year in
          both countries.
        - Ports report catches.
        """,
        """
        BODY|The foreign ministers of Finland and Kenya met on Friday in the old⏎town hall of Turku and agreed to limit the number of fishing boats⏎off the coast.
        BODY|- Fewer boats will be licensed from the first day of the next year in⏎  both countries.
        BODY|- Ports report catches.
        """);
  }

  @Test
  void everyListItemAndHeadingIsAZoneOfItsOwn() {
    assertZones(
        "Both sides will:\n- train crews;\n• share data; and\n1. report.\nNext steps\nThey meet again.",
        """
        BODY|Both sides will:
        BODY|- train crews;
        BODY|• share data; and
        BODY|1. report.
        BODY|Next steps
        BODY|They meet again.
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n", "\u2028"})
  void anyLineEndSeparatesZonesAndOffsetsStayTrue(String lineEnd) {
    String text = String.join(lineEnd, "Envoys meet in Accra", "", "They met.", "They parted.");
    Article article = ZONER.article("a", text, "");
    assertThat(article.zones())
        .extracting(zone -> zone.span().of(article.text()))
        .containsExactly("Envoys meet in Accra", "They met.", "They parted.");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NAIROBI —                                 | NAIROBI
          NEW PORT, KENYA —                         | NEW PORT, KENYA
          TURKU (BNS) -                             | TURKU
          TURKU –                                   | TURKU
          TURKU, March 3 (BNS) —                    | TURKU
          Port Louis, April 11th, 2011 ---          | Port Louis
          TURKU, Sept. 6, 2011 -                    | TURKU
          Turku —                                   | Turku
          Notes of the North, TURKU, Finland, Tue. Oct. 9, 2012: | TURKU, Finland
          """)
  void datelinesEndAtTheirDashAndNameAPlace(String dateline, String place) {
    String text = dateline + " The foreign ministers of both countries met on Friday in the town.";
    Article article = ZONER.article("a", text, "");
    assertThat(article.zones(Zone.Kind.DATELINE).findFirst().orElseThrow().span().of(text))
        .isEqualTo(dateline);
    assertThat(article.datelinePlace()).contains(place);
    assertThat(article.zones(Zone.Kind.BODY).findFirst().orElseThrow().span().of(text))
        .startsWith("The foreign");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "U.S.-Kenyan talks opened in Nairobi and went on for days without a result.",
        "The envoy - a former judge - said that talks would go on for many days.",
        "Finland, which chairs the council, said that talks would go on for days.",
      })
  void aDashInASentenceIsNoDateline(String sentence) {
    assertThat(ZONER.article("a", sentence, "").zones())
        .extracting(Zone::kind)
        .containsExactly(Zone.Kind.BODY);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          date 2011-06-03                   | 2011-06-03
          updated 6/3/2011 3:05:09 PM ET    | 2011-06-03
          Published: June 3, 2011           | 2011-06-03
          Friday, 3 June 2011, 16:12 GMT    | 2011-06-03
          2011-06-03                        | 2011-06-03
          24/10/2011 10:00                  | 2011-10-24
          10/24/2011                        | 2011-10-24
          03/03/2011                        | 2011-03-03
          03/06/2011 16:12 GMT              |
          February 30, 2011                 |
          """)
  void theHeaderGivesTheDayOfPublicationUnlessItIsAmbiguous(String header, LocalDate day) {
    Article article = ZONER.article("a", header + "\n\nThe envoys met in Accra on Monday.", "");
    assertThat(article.publishedOn()).isEqualTo(Optional.ofNullable(day));
    assertThat(article.zones(Zone.Kind.HEADER)).hasSize(1);
  }

  @Test
  void aPublicationDayGoesBeforeAnUpdate() {
    Article article =
        ZONER.article(
            "a", "Updated: June 9, 2011\nPublished: June 3, 2011\n\nThe envoys met in Accra.", "");
    assertThat(article.publishedOn()).contains(LocalDate.of(2011, 6, 3));
  }

  @Test
  void aDatelineWithItsYearGivesTheDayOfPublication() {
    String text = "TURKU, June 3, 2011 - The foreign ministers of both countries met in town.";
    assertThat(ZONER.article("a", text, "").publishedOn()).contains(LocalDate.of(2011, 6, 3));
    String yearless = "TURKU, June 3 - The foreign ministers of both countries met in town.";
    assertThat(ZONER.article("a", yearless, "").publishedOn()).isEmpty();
  }

  @Test
  void aPictureGivesTheDayOnlyIfTheLeadSpeaksOfItsWeekday() {
    String caption = "\n\nThe envoys pose for pictures in Accra, Ghana June 3, 2011. BNS Images";
    String credit = caption.replace("BNS Images", "AFP Photo");
    assertThat(ZONER.article("a", "The envoys met on Friday." + credit, "").publishedOn())
        .contains(LocalDate.of(2011, 6, 3));
    assertThat(ZONER.article("a", "The envoys met on Monday." + credit, "").publishedOn())
        .isEmpty();
    assertThat(ZONER.article("a", "The envoys met in secret." + credit, "").publishedOn())
        .isEmpty();
    String archive = "\n\nFILE - The envoys pose for pictures in Accra, Ghana, June 3, 2011.";
    assertThat(ZONER.article("a", "The envoys met on Friday." + archive, "").publishedOn())
        .isEmpty();
  }

  @Test
  void theTitleIsOneLineOfWords() {
    String text = "date 2011-06-03\nKenya  welcomes\u00a0envoy\n\nShe came on Friday.";
    assertThat(ZONER.article("a", text, "").title()).contains("Kenya welcomes envoy");
    assertThat(ZONER.article("a", "She came on Friday.\n\nShe left.", "").title()).isEmpty();
  }

  @Test
  void onlyBlanksLieBetweenZones() {
    String text =
        "\u00a0 Kenya welcomes envoy\t\r\n\r\n\u2003NAIROBI - She came on Friday, "
            + "after long talks in the port.  \f x\n|\n";
    Article article = ZONER.article("a", text, "");
    StringBuilder uncovered = new StringBuilder(text);
    List<Zone> zones = article.zones();
    for (int i = zones.size() - 1; i >= 0; i--) {
      uncovered.delete(zones.get(i).span().start(), zones.get(i).span().end());
    }
    assertThat(uncovered.codePoints()).allMatch(Blank::is);
  }

  @Test
  void hostileTextsTakeLittleTime() {
    for (String unit :
        List.of(
            "\n", "a ", "Abc -Abc", "date 2011-01-01 ", "(\"", "A, B\n", "May 3, ", "-", "A. ")) {
      String text = "x" + unit.repeat(1_000_000 / unit.length()) + "x";
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> ZONER.article("a", text, ""), unit);
    }
  }

  private static void assertZones(String text, String expected) {
    Article article = ZONER.article("a", text, "");
    StringBuilder zones = new StringBuilder();
    for (Zone zone : article.zones()) {
      String words = zone.span().of(article.text()).replace("\n", "⏎");
      zones.append(zone.kind()).append('|').append(words).append('\n');
    }
    assertThat(zones.toString()).isEqualTo(expected);
  }
}
