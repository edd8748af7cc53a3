package org.chancery.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day that the text gives in full, with its year: {@code Feb. 9, 2011}, {@code 9th of February
 * 2011}, {@code 2011-02-09}.
 *
 * @param span where it stands, with the day of the week before it if there is one
 */
public record WrittenDate(Span span, LocalDate date) {
  private static final CalendarWords WORDS = CalendarWords.standard();

  /** Bounded, so that a desert of blanks costs little. */
  private static final String SPACE = "[\\s\\u00a0]{1,8}";

  private static final String MONTH_FIRST =
      "(?<m1>%s)%s(?:the%s)?(?<d1>[0-3]?\\d)(?:st|nd|rd|th)?,?%s(?<y1>\\d{4})\\b"
          .formatted(WORDS.monthPattern(), SPACE, SPACE, SPACE);
  private static final String DAY_FIRST =
      "(?<d2>[0-3]?\\d)(?:st|nd|rd|th)?%s(?:day%s)?(?:of%s)?(?<m2>%s),?%s(?<y2>\\d{4})\\b"
          .formatted(SPACE, SPACE, SPACE, WORDS.monthPattern(), SPACE);
  private static final String ISO = "(?<y3>\\d{4})-(?<m3>\\d{2})-(?<d3>\\d{2})(?![\\d-])";

  private static final Pattern FULL =
      Pattern.compile(
          "(?<![\\p{L}\\d./-])(?:%s,?%s)?(?:%s|%s|%s)"
              .formatted(WORDS.weekdayPattern(), SPACE, MONTH_FIRST, DAY_FIRST, ISO),
          Pattern.CASE_INSENSITIVE);

  /** A full date as a part of other patterns: no groups, nothing before the day of the week. */
  static final String FORM =
      "(?:%1$s,?%2$s|(?<!%1$s,?\\s))(?:%3$s%2$s[0-3]?\\d(?:st|nd|rd|th)?,?%2$s\\d{4}\\b|[0-3]?\\d(?:st|nd|rd|th)?%2$s(?:of%2$s)?%3$s,?%2$s\\d{4}\\b|\\d{4}-\\d{2}-\\d{2}(?![\\d-]))"
          .formatted(WORDS.weekdayPattern(), SPACE, WORDS.monthPattern());

  private static final Pattern NUMERIC =
      Pattern.compile("(?<![\\d/.-])(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})(?![\\d/.-]*\\d)");

  /** Who writes a time in one of these zones writes the month before the day. */
  private static final Pattern AMERICAN_TIME =
      Pattern.compile("\\b(?:[ECMP][SD]?T|AK[SD]T|HST|Eastern|Pacific)\\b");

  /** The dates of a text in their order. Days that no calendar has are left out. */
  public static List<WrittenDate> in(String text) {
    List<WrittenDate> dates = new ArrayList<>();
    Matcher matcher = FULL.matcher(text);
    while (matcher.find()) {
      date(matcher)
          .ifPresent(
              date -> dates.add(new WrittenDate(new Span(matcher.start(), matcher.end()), date)));
    }
    return List.copyOf(dates);
  }

  /**
   * The day of an all-numeric date such as {@code 10/24/2005}, if its order is certain: from a
   * number above 12, from two equal numbers, or from an American time zone in the same line.
   */
  static Optional<LocalDate> numeric(String line) {
    Matcher matcher = NUMERIC.matcher(line);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(matcher.group(1));
    int second = Integer.parseInt(matcher.group(3));
    int year = Integer.parseInt(matcher.group(4));
    if (second > 12 || first == second || AMERICAN_TIME.matcher(line).find()) {
      return date(year, first, second);
    }
    return first > 12 ? date(year, second, first) : Optional.empty();
  }

  private static Optional<LocalDate> date(Matcher matcher) {
    if (matcher.group("y1") != null) {
      return date(matcher.group("y1"), month(matcher.group("m1")), matcher.group("d1"));
    }
    if (matcher.group("y2") != null) {
      return date(matcher.group("y2"), month(matcher.group("m2")), matcher.group("d2"));
    }
    int month = Integer.parseInt(matcher.group("m3"));
    return date(matcher.group("y3"), month, matcher.group("d3"));
  }

  private static int month(String word) {
    return WORDS.month(word).map(Month::getValue).orElseThrow();
  }

  private static Optional<LocalDate> date(String year, int month, String day) {
    return date(Integer.parseInt(year), month, Integer.parseInt(day));
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
