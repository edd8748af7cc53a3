package org.chancery.analysis;

import static java.time.temporal.TemporalAdjusters.next;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previous;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chancery.analysis.DayMention.Period;
import org.chancery.analysis.DayMention.Precision;
import org.chancery.article.CalendarWords;

/** One way to write days, and how to read it. */
record DayForm(Pattern pattern, Reading reading) {
  /** What a form says, before it has a place in the text. */
  record Found(Period days, Precision precision, boolean derived, Optional<Period> ahead) {}

  /** Reads a match; empty where the words name no certain day. */
  interface Reading {
    Optional<Found> read(Matcher matcher, Optional<LocalDate> anchor);
  }

  private static final CalendarWords WORDS = CalendarWords.standard();

  // The parts of the patterns. Blanks are bounded, so that a desert of them costs little.
  private static final String S = "[\\s\\u00a0]{1,8}";
  private static final String START = "(?<![\\p{L}\\d./-])";
  private static final String END = "(?![\\p{L}\\d]|[.,/-]\\d)";
  private static final String ORDINAL = "(?:st|nd|rd|th)?";
  private static final String NUMBER = "([0-3]?\\d)" + ORDINAL;
  private static final String MONTH = "(" + WORDS.monthPattern() + ")";
  private static final String WEEKDAY = "(" + WORDS.weekdayNamePattern() + ")";
  private static final String YEAR = "([12]\\d{3})";
  private static final String OPTIONAL_YEAR =
      "(?:,?" + S + "([12]\\d{3}|(?:of" + S + ")?(?i:last|this|next)" + S + "year))?";
  private static final String OPTIONAL_WEEKDAY =
      "(?:(" + WORDS.weekdayPattern() + "),?" + S + "(?:the" + S + ")?)?";
  private static final String TO =
      "(?:(?:"
          + S
          + ")?[-–—‑](?:"
          + S
          + ")?|"
          + S
          + "(?:to|through|until|till)"
          + S
          + "(?:the"
          + S
          + ")?)";
  private static final String TO_OR_AND =
      "(?:" + TO + "|" + S + "(?:and|&)" + S + "(?:the" + S + ")?)";

  /** {@code Good Friday} is a day of its own, and {@code every Friday} is many. */
  private static final String NO_FEAST =
      "(?<!\\b(?:[Ee]very|[Ee]ach|Good|Black|Ash|Palm|Easter|Holy|Bloody|Maundy) )";

  /** All forms; an earlier one takes its words from a later one. */
  static List<DayForm> all() {
    return List.of(
        form(
            OPTIONAL_WEEKDAY
                + MONTH
                + S
                + NUMBER
                + OPTIONAL_YEAR
                + TO
                + OPTIONAL_WEEKDAY
                + MONTH
                + S
                + NUMBER
                + OPTIONAL_YEAR,
            (m, anchor) ->
                range(
                    m.group(2),
                    m.group(3),
                    year(m, 4, anchor),
                    m.group(6),
                    m.group(7),
                    year(m, 8, anchor),
                    anchor)),
        form(
            OPTIONAL_WEEKDAY
                + NUMBER
                + S
                + "(?:of"
                + S
                + ")?"
                + MONTH
                + OPTIONAL_YEAR
                + TO
                + OPTIONAL_WEEKDAY
                + NUMBER
                + S
                + "(?:of"
                + S
                + ")?"
                + MONTH
                + OPTIONAL_YEAR,
            (m, anchor) ->
                range(
                    m.group(3),
                    m.group(2),
                    year(m, 4, anchor),
                    m.group(7),
                    m.group(6),
                    year(m, 8, anchor),
                    anchor)),
        form(
            OPTIONAL_WEEKDAY
                + MONTH
                + S
                + NUMBER
                + "(?:,"
                + S
                + "[0-3]?\\d"
                + ORDINAL
                + "){0,5},?"
                + TO_OR_AND
                + NUMBER
                + "(?!"
                + S
                + "(?:"
                + WORDS.monthPattern()
                + ")\\b)"
                + OPTIONAL_YEAR,
            (m, anchor) ->
                range(
                    m.group(2),
                    m.group(3),
                    year(m, 5, anchor),
                    m.group(2),
                    m.group(4),
                    year(m, 5, anchor),
                    anchor)),
        form(
            OPTIONAL_WEEKDAY
                + NUMBER
                + "(?:,"
                + S
                + "[0-3]?\\d"
                + ORDINAL
                + "){0,5},?"
                + TO_OR_AND
                + NUMBER
                + S
                + "(?:of"
                + S
                + ")?"
                + MONTH
                + OPTIONAL_YEAR,
            (m, anchor) ->
                range(
                    m.group(4),
                    m.group(2),
                    year(m, 5, anchor),
                    m.group(4),
                    m.group(3),
                    year(m, 5, anchor),
                    anchor)),
        form("(\\d{4})-(\\d{2})-(\\d{2})", DayForm::iso),
        form(
            OPTIONAL_WEEKDAY + MONTH + S + "(?:the" + S + ")?" + NUMBER + OPTIONAL_YEAR,
            (m, anchor) ->
                counted(m, 4, day(m.group(1), m.group(2), m.group(3), year(m, 4, anchor), anchor))),
        form(
            OPTIONAL_WEEKDAY
                + "(?:the"
                + S
                + ")?"
                + NUMBER
                + S
                + "(?:day"
                + S
                + ")?(?:of"
                + S
                + ")?"
                + MONTH
                + OPTIONAL_YEAR,
            (m, anchor) ->
                counted(m, 4, day(m.group(1), m.group(3), m.group(2), year(m, 4, anchor), anchor))),
        form(
            MONTH + "(?:,|" + S + "of)?" + S + YEAR,
            (m, anchor) -> Optional.of(explicit(YearMonth.of(number(m.group(2)), month(m, 1))))),
        form("(?i:(last|past|next|this|coming))" + S + MONTH, DayForm::relativeMonth),
        form(
            "(?<=\\b(?i:in|since|until|during|early|late|mid|end of|beginning of|middle of)"
                + S
                + ")"
                + MONTH,
            DayForm::bareMonth),
        form(
            "(?i:(last|next|this|this past|this coming|the coming))" + S + WEEKDAY,
            DayForm::relativeWeekday),
        form(NO_FEAST + WEEKDAY, DayForm::bareWeekday),
        form("(?i:(today|tonight|yesterday|tomorrow))", DayForm::relativeDay),
        form(
            "(?<!\\b[Tt]he )(?i:(last|next|this)" + S + "(week|weekend|month|year))",
            DayForm::relativePeriod),
        form(
            "(?<=\\b(?i:in|since|until|by|before|after|during|early|late|mid|end of|year)"
                + S
                + ")"
                + "(1[89]\\d{2}|2[01]\\d{2})",
            (m, anchor) -> {
              LocalDate first = LocalDate.of(number(m.group(1)), 1, 1);
              return Optional.of(
                  new Found(
                      new Period(first, first.plusYears(1).minusDays(1)),
                      Precision.YEAR,
                      false,
                      Optional.empty()));
            }));
  }

  private static DayForm form(String pattern, Reading reading) {
    return new DayForm(Pattern.compile(START + pattern + END), reading);
  }

  private static Optional<Found> iso(Matcher m, Optional<LocalDate> anchor) {
    return date(number(m.group(1)), number(m.group(2)), number(m.group(3)))
        .map(day -> found(day, false));
  }

  private static Optional<Found> day(
      String weekday,
      String month,
      String number,
      Optional<Integer> year,
      Optional<LocalDate> anchor) {
    int monthNumber = WORDS.month(month).orElseThrow().getValue();
    int day = number(number);
    if (year.isPresent()) {
      return date(year.get(), monthNumber, day).map(date -> found(date, false));
    }
    Optional<DayOfWeek> named = Optional.ofNullable(weekday).flatMap(WORDS::weekday);
    return anchor.flatMap(
        published ->
            nearest(published, monthNumber, day, named)
                .map(date -> withoutYear(date, published, named.isPresent())));
  }

  /** "on March 3", said in September: of what is past the last such day, else the next. */
  private static Found withoutYear(LocalDate date, LocalDate published, boolean sure) {
    boolean far = !sure && date.isAfter(published.plusMonths(1));
    Period past = period(far ? date.minusYears(1) : date);
    return new Found(past, Precision.DAY, true, ahead(past, period(date)));
  }

  /** The days from one date to another; a year that one lacks is taken from the other. */
  private static Optional<Found> range(
      String firstMonth,
      String firstNumber,
      Optional<Integer> firstYear,
      String lastMonth,
      String lastNumber,
      Optional<Integer> lastYear,
      Optional<LocalDate> anchor) {
    int fromMonth = WORDS.month(firstMonth).orElseThrow().getValue();
    int toMonth = WORDS.month(lastMonth).orElseThrow().getValue();
    int fromDay = number(firstNumber);
    int toDay = number(lastNumber);
    boolean overNewYear = toMonth < fromMonth;
    Optional<Integer> written =
        firstYear.or(() -> lastYear.map(year -> overNewYear ? year - 1 : year));
    Optional<LocalDate> first =
        written.isPresent()
            ? date(written.get(), fromMonth, fromDay)
            : anchor.flatMap(published -> nearest(published, fromMonth, fromDay, Optional.empty()));
    Optional<LocalDate> last =
        first.flatMap(
            from -> date(lastYear.orElse(from.getYear() + (overNewYear ? 1 : 0)), toMonth, toDay));
    if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) {
      return Optional.empty();
    }
    return Optional.of(
        new Found(
            new Period(first.get(), last.get()),
            Precision.RANGE,
            written.isEmpty(),
            Optional.empty()));
  }

  private static Optional<Found> relativeMonth(Matcher m, Optional<LocalDate> anchor) {
    return anchor.map(
        published -> {
          YearMonth now = YearMonth.from(published);
          YearMonth same = YearMonth.of(now.getYear(), month(m, 2));
          return switch (lower(m.group(1))) {
            case "last", "past" -> derived(same.isBefore(now) ? same : same.minusYears(1));
            case "next", "coming" -> derived(same.isAfter(now) ? same : same.plusYears(1));
            default -> derived(same);
          };
        });
  }

  private static Optional<Found> bareMonth(Matcher m, Optional<LocalDate> anchor) {
    return anchor.map(
        published -> {
          YearMonth now = YearMonth.from(published);
          YearMonth same = YearMonth.of(now.getYear(), month(m, 1));
          YearMonth past = same.isAfter(now) ? same.minusYears(1) : same;
          YearMonth ahead = same.isBefore(now) ? same.plusYears(1) : same;
          return new Found(period(past), Precision.MONTH, true, ahead(period(past), period(ahead)));
        });
  }

  private static Optional<Found> relativeWeekday(Matcher m, Optional<LocalDate> anchor) {
    DayOfWeek weekday = WORDS.weekday(m.group(2)).orElseThrow();
    return anchor.map(
        published ->
            switch (lower(m.group(1)).replaceAll("\\s+", " ")) {
              case "last", "this past" -> found(published.with(previous(weekday)), true);
              case "next" -> found(published.with(next(weekday)), true);
              default -> found(published.with(nextOrSame(weekday)), true);
            });
  }

  private static Optional<Found> bareWeekday(Matcher m, Optional<LocalDate> anchor) {
    DayOfWeek weekday = WORDS.weekday(m.group(1)).orElseThrow();
    return anchor.map(
        published -> {
          Period past = period(published.with(previousOrSame(weekday)));
          Period ahead = period(published.with(nextOrSame(weekday)));
          return new Found(past, Precision.DAY, true, ahead(past, ahead));
        });
  }

  private static Optional<Found> relativeDay(Matcher m, Optional<LocalDate> anchor) {
    return anchor.map(
        published ->
            found(
                switch (lower(m.group(1))) {
                  case "yesterday" -> published.minusDays(1);
                  case "tomorrow" -> published.plusDays(1);
                  default -> published;
                },
                true));
  }

  private static Optional<Found> relativePeriod(Matcher m, Optional<LocalDate> anchor) {
    int step =
        switch (lower(m.group(1))) {
          case "last" -> -1;
          case "next" -> 1;
          default -> 0;
        };
    return anchor.map(
        published -> {
          LocalDate monday = published.with(previousOrSame(DayOfWeek.MONDAY)).plusWeeks(step);
          return switch (lower(m.group(2))) {
            case "week" -> derived(new Period(monday, monday.plusDays(6)), Precision.WEEK);
            case "weekend" ->
                derived(new Period(monday.plusDays(5), monday.plusDays(6)), Precision.WEEK);
            case "month" -> derived(YearMonth.from(published).plusMonths(step));
            default -> {
              LocalDate first = LocalDate.of(published.getYear() + step, 1, 1);
              yield derived(new Period(first, first.plusYears(1).minusDays(1)), Precision.YEAR);
            }
          };
        });
  }

  /**
   * The date of that month and day that lies nearest to the day of publication; with a day of the
   * week, the nearest that falls on it, if one does within three years.
   */
  private static Optional<LocalDate> nearest(
      LocalDate published, int month, int day, Optional<DayOfWeek> weekday) {
    List<LocalDate> candidates =
        Stream.of(0, -1, 1, -2, 2, -3, 3)
            .flatMap(step -> date(published.getYear() + step, month, day).stream())
            .sorted(
                Comparator.comparingLong(
                    date -> Math.abs(ChronoUnit.DAYS.between(published, date))))
            .toList();
    return candidates.stream()
        .filter(date -> weekday.isPresent() && weekday.get() == date.getDayOfWeek())
        .findFirst()
        .or(() -> candidates.stream().findFirst());
  }

  private static Optional<Period> ahead(Period past, Period ahead) {
    return ahead.equals(past) ? Optional.empty() : Optional.of(ahead);
  }

  private static Found found(LocalDate day, boolean derived) {
    return new Found(period(day), Precision.DAY, derived, Optional.empty());
  }

  private static Found explicit(YearMonth month) {
    return new Found(period(month), Precision.MONTH, false, Optional.empty());
  }

  private static Found derived(YearMonth month) {
    return derived(period(month), Precision.MONTH);
  }

  private static Found derived(Period days, Precision precision) {
    return new Found(days, precision, true, Optional.empty());
  }

  private static Period period(LocalDate day) {
    return new Period(day, day);
  }

  private static Period period(YearMonth month) {
    return new Period(month.atDay(1), month.atEndOfMonth());
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Month month(Matcher m, int group) {
    return WORDS.month(m.group(group)).orElseThrow();
  }

  /** The year of a date: "2016", or "last year" if the day of the text is known. */
  private static Optional<Integer> year(Matcher m, int group, Optional<LocalDate> anchor) {
    Optional<String> words = Optional.ofNullable(m.group(group)).map(DayForm::lower);
    if (words.filter(year -> year.endsWith("year")).isPresent()) {
      int shift = words.get().contains("last") ? -1 : words.get().contains("next") ? 1 : 0;
      return anchor.map(published -> published.getYear() + shift);
    }
    return words.map(DayForm::number);
  }

  /** A day whose year is counted from the day of publication is derived as a whole. */
  private static Optional<Found> counted(Matcher m, int group, Optional<Found> found) {
    boolean relative =
        Optional.ofNullable(m.group(group))
            .filter(year -> lower(year).endsWith("year"))
            .isPresent();
    return relative
        ? found.map(day -> new Found(day.days(), day.precision(), true, day.ahead()))
        : found;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
