package org.chancery.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.chancery.article.Article;
import org.chancery.article.Span;
import org.chancery.article.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {
  /** A Wednesday. */
  private static final LocalDate PUBLISHED = LocalDate.of(2011, 6, 15);

  private final Days days = new Days();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          They met Monday.                                  | Monday 2011-06-13..2011-06-13 DAY
          They met Wednesday.                               | Wednesday 2011-06-15..2011-06-15 DAY
          They met Thursday night.                          | Thursday 2011-06-09..2011-06-09 DAY
          Friday's summit was brief.                        | Friday 2011-06-10..2011-06-10 DAY
          They met last Wednesday.                          | last Wednesday 2011-06-08..2011-06-08 DAY
          They meet next Wednesday.                         | next Wednesday 2011-06-22..2011-06-22 DAY
          They meet this Friday.                            | this Friday 2011-06-17..2011-06-17 DAY
          They met this past Friday.                        | this past Friday 2011-06-10..2011-06-10 DAY
          They met today in Oslo.                           | today 2011-06-15..2011-06-15 DAY
          Today’s accord is the third.                      | Today 2011-06-15..2011-06-15 DAY
          She left yesterday.                               | yesterday 2011-06-14..2011-06-14 DAY
          She flies tomorrow.                               | tomorrow 2011-06-16..2011-06-16 DAY
          It opens next week.                               | next week 2011-06-20..2011-06-26 WEEK
          It closed last month.                             | last month 2011-05-01..2011-05-31 MONTH
          It was signed last year.                          | last year 2010-01-01..2010-12-31 YEAR
          It opens this weekend.                            | this weekend 2011-06-18..2011-06-19 WEEK
          They met on Tuesday, Jun. 14, in Oslo.            | Tuesday, Jun. 14 2011-06-14..2011-06-14 DAY
          The visit began on Dec. 28.                       | Dec. 28 2010-12-28..2010-12-28 DAY
          They met on Sunday, July 4.                       | Sunday, July 4 2010-07-04..2010-07-04 DAY
          It was signed on May 9 last year.                 | May 9 last year 2010-05-09..2010-05-09 DAY
          It was signed the 11th of April.                  | the 11th of April 2011-04-11..2011-04-11 DAY
          She travels May 30 to June 8.                     | May 30 to June 8 2011-05-30..2011-06-08 RANGE
          It ran from December 30 to January 2.             | December 30 to January 2 2010-12-30..2011-01-02 RANGE
          They meet on July 4 and 5.                      | July 4 and 5 2011-07-04..2011-07-05 RANGE
          He visited Riga June 6–9.                       | June 6–9 2011-06-06..2011-06-09 RANGE
          Talks began in May.                               | May 2011-05-01..2011-05-31 MONTH
          Talks began in October.                           | October 2010-10-01..2010-10-31 MONTH
          The last talks were held last September.          | last September 2010-09-01..2010-09-30 MONTH
          """)
  void relativeWordsCountFromTheDayOfPublication(String sentence, String expected) {
    assertThat(found(sentence, Optional.of(PUBLISHED))).isEqualTo(expected + " derived");
    assertThat(found(sentence, Optional.empty())).as("without an anchor").isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Signed on Feb. 8, 2013, in Riga.         | Feb. 8, 2013 2013-02-08..2013-02-08 DAY
          Signed Friday, Feb. 8, 2013.           | Friday, Feb. 8, 2013 2013-02-08..2013-02-08 DAY
          Signed on February 8th 2013.               | February 8th 2013 2013-02-08..2013-02-08 DAY
          Signed on 8 February 2013.                 | 8 February 2013 2013-02-08..2013-02-08 DAY
          Signed on the 8th of February, 2013.       | the 8th of February, 2013 2013-02-08..2013-02-08 DAY
          Tue. Oct. 9, 2012: it opens.             | Tue. Oct. 9, 2012 2012-10-09..2012-10-09 DAY
          The file is of 2013-02-08.                | 2013-02-08 2013-02-08..2013-02-08 DAY
          From April 3-7, 2012, she travelled.    | April 3-7, 2012 2012-04-03..2012-04-07 RANGE
          It is held from 3 to 5 March 2020.        | 3 to 5 March 2020 2020-03-03..2020-03-05 RANGE
          Talks on March 3, 4 and 5, 2020 failed.   | March 3, 4 and 5, 2020 2020-03-03..2020-03-05 RANGE
          From 30 May to 2 June 2014 in Oslo.       | 30 May to 2 June 2014 2014-05-30..2014-06-02 RANGE
          From July 2 to July 9, 2012, he spoke.  | July 2 to July 9, 2012 2012-07-02..2012-07-09 RANGE
          December 28, 2012 to January 3, 2013      | December 28, 2012 to January 3, 2013 2012-12-28..2013-01-03 RANGE
          December 28 to January 3, 2013            | December 28 to January 3, 2013 2012-12-28..2013-01-03 RANGE
          The war began in 2006.                    | 2006 2006-01-01..2006-12-31 YEAR
          It was signed in March 2009.              | March 2009 2009-03-01..2009-03-31 MONTH
          """)
  void fullDatesNeedNoAnchor(String sentence, String expected) {
    assertThat(found(sentence, Optional.empty())).isEqualTo(expected);
    assertThat(found(sentence, Optional.of(PUBLISHED))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ministers may march on in the second half.
          It was signed on 03/04/2013.
          They meet every Friday.
          It was signed on Good Friday.
          It was signed on February 30, 2013.
          Resolution 1999 was adopted.
          In the last year, exports doubled.
          Trade grew by 2,006 tons.
          Minister May spoke with Minister August.
          It runs from March 9 to 3.
          """)
  void whatNamesNoCertainDayIsLeftOut(String sentence) {
    assertThat(found(sentence, Optional.of(PUBLISHED))).isEmpty();
  }

  @Test
  void futureSentencesLookAhead() {
    assertThat(ahead("They will meet on Thursday.")).isEqualTo(LocalDate.of(2011, 6, 16));
    assertThat(ahead("They will meet on Wednesday.")).isEqualTo(PUBLISHED);
    assertThat(ahead("She is expected in May.")).isEqualTo(LocalDate.of(2012, 5, 1));
    assertThat(ahead("She is expected in October.")).isEqualTo(LocalDate.of(2011, 10, 1));
    assertThat(ahead("They will sign on 2 July 2012.")).isEqualTo(LocalDate.of(2012, 7, 2));
  }

  @Test
  void mentionsStandInTheOrderOfTheTextAndNeverOverlap() {
    String text = "On Monday, a pact of March 2009 lapsed; talks open on July 3, 2012, or in 2013.";
    List<DayMention> mentions = days.find(article(text, Optional.of(PUBLISHED)));
    assertThat(mentions)
        .extracting(m -> m.span().of(text))
        .containsExactly("Monday", "March 2009", "July 3, 2012", "2013");
    assertThat(mentions).isSorted();
  }

  @Test
  void onlyZonesThatSaySomethingAreSearched() {
    String text = "date 2011-06-15 They met on 1 May 2011.";
    Article article =
        new Article(
            "a",
            text,
            "",
            List.of(
                new Zone(Zone.Kind.HEADER, new Span(0, 15)),
                new Zone(Zone.Kind.BODY, new Span(16, text.length()))),
            Optional.empty(),
            Optional.of(PUBLISHED),
            Optional.empty());
    assertThat(days.find(article)).extracting(m -> m.span().of(text)).containsExactly("1 May 2011");
  }

  @Test
  void spansCountFromTheStartOfTheArticle() {
    String text = "They met on 1 May 2011. They parted on 2 May 2011.";
    Article article = article(text, Optional.empty());
    assertThat(days.find(article, new Span(24, text.length())))
        .extracting(m -> m.span().of(text))
        .containsExactly("2 May 2011");
  }

  @Test
  void localeAndTimeZoneOfTheMachineChangeNothing() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      assertThat(found("They met on FRIDAY, then Friday.", Optional.of(PUBLISHED)))
          .isEqualTo("Friday 2011-06-10..2011-06-10 DAY derived");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private LocalDate ahead(String sentence) {
    DayMention mention = days.find(article(sentence, Optional.of(PUBLISHED))).get(0);
    return days.resolve(mention, true).first();
  }

  private String found(String sentence, Optional<LocalDate> anchor) {
    return days.find(article(sentence, anchor)).stream()
        .map(
            m ->
                m.span().of(sentence)
                    + " "
                    + m.first()
                    + ".."
                    + m.last()
                    + " "
                    + m.precision()
                    + (m.derived() ? " derived" : ""))
        .collect(Collectors.joining("; "));
  }

  private static Article article(String text, Optional<LocalDate> publishedOn) {
    return new Article(
        "a",
        text,
        "",
        List.of(new Zone(Zone.Kind.BODY, new Span(0, text.length()))),
        Optional.empty(),
        publishedOn,
        Optional.empty());
  }
}
