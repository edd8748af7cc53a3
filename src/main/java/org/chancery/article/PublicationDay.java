package org.chancery.article;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The day on which a text was published, where the text states it; never a guess. */
final class PublicationDay {
  private static final Pattern LATER =
      Pattern.compile("(?:last )?(?:updated|modified)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern ARCHIVE =
      Pattern.compile("(?i)(?:file|archive)\\b.*", Pattern.DOTALL);
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?<!last |next |since |until |every )\\b"
              + CalendarWords.standard().weekdayNamePattern()
              + "\\b(?!['’])");

  /** The news of the day stands in the lead; further down other days come in. */
  private static final int LEAD = 2;

  private final String text;
  private final List<Zone> zones;

  private PublicationDay(String text, List<Zone> zones) {
    this.text = text;
    this.zones = zones;
  }

  static Optional<LocalDate> of(String text, List<Zone> zones) {
    PublicationDay day = new PublicationDay(text, zones);
    return day.header().or(day::dateline).or(day::caption);
  }

  /** The first dated header line; one that tells of an update only if there is no other. */
  private Optional<LocalDate> header() {
    List<String> lines =
        zones.stream()
            .filter(zone -> zone.kind() == Zone.Kind.HEADER)
            .map(zone -> zone.span().of(text))
            .toList();
    return lines.stream()
        .filter(line -> !LATER.matcher(line).lookingAt())
        .flatMap(line -> dateIn(line).stream())
        .findFirst()
        .or(() -> lines.stream().flatMap(line -> dateIn(line).stream()).findFirst());
  }

  private static Optional<LocalDate> dateIn(String line) {
    return WrittenDate.in(line).stream()
        .findFirst()
        .map(WrittenDate::date)
        .or(() -> WrittenDate.numeric(line));
  }

  private Optional<LocalDate> dateline() {
    return zones.stream()
        .filter(zone -> zone.kind() == Zone.Kind.DATELINE)
        .flatMap(zone -> WrittenDate.in(zone.span().of(text)).stream())
        .map(WrittenDate::date)
        .findFirst();
  }

  /**
   * The day of the pictures, if they agree on one and the lead speaks of its weekday first: a
   * picture may be older than the news it stands beside.
   */
  private Optional<LocalDate> caption() {
    List<LocalDate> days =
        zones.stream()
            .filter(zone -> zone.kind() == Zone.Kind.CAPTION)
            .map(zone -> zone.span().of(text))
            .filter(words -> !ARCHIVE.matcher(words).matches())
            .flatMap(words -> WrittenDate.in(words).stream())
            .map(WrittenDate::date)
            .distinct()
            .toList();
    return days.size() == 1
        ? Optional.of(days.get(0))
            .filter(day -> firstWeekday().equals(Optional.of(day.getDayOfWeek())))
        : Optional.empty();
  }

  private Optional<DayOfWeek> firstWeekday() {
    return zones.stream()
        .filter(zone -> zone.kind() == Zone.Kind.BODY)
        .limit(LEAD)
        .flatMap(zone -> WEEKDAY.matcher(zone.span().of(text)).results())
        .findFirst()
        .flatMap(match -> CalendarWords.standard().weekday(match.group()));
  }
}
