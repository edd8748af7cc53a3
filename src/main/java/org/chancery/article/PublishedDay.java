package org.chancery.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day in what machines write of a publication: {@code 2031-05-03}, {@code
 * 2031-05-03T23:10:00+05:00}, {@code Sat, 03 May 2031 23:10:00 +0500}. It is the day as it is
 * written, in the time zone that it is written in.
 */
final class PublishedDay {
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?:[T ]\\d{2}:?\\d{2}[\\d:.,]*.{0,12})?");
  private static final Pattern MAIL =
      Pattern.compile(
          "(?:\\p{L}{3,9},?\\s+)?(\\d{1,2})\\s+(\\p{L}{3,9})\\s+(\\d{4})(?:\\s+\\d{1,2}:\\d{2}.{0,16})?");

  private PublishedDay() {}

  static Optional<LocalDate> of(String written) {
    String line = written.strip();
    try {
      Matcher iso = ISO.matcher(line);
      if (iso.matches()) {
        return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
      }
      Matcher mail = MAIL.matcher(line);
      if (mail.matches()) {
        Optional<Month> month = CalendarWords.standard().month(mail.group(2));
        if (month.isPresent()) {
          return Optional.of(LocalDate.of(number(mail, 3), month.get(), number(mail, 1)));
        }
      }
    } catch (DateTimeException noDay) {
      // No day of the calendar, so none.
    }
    return Optional.empty();
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
