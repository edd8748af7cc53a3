package org.chancery.article;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of months and days of the week, from {@code ontology/lexicons/calendar.tsv}. */
public final class CalendarWords {
  private static final CalendarWords STANDARD = load(Table.read("calendar.tsv"));

  private final Map<String, Month> months = new HashMap<>();
  private final Map<String, DayOfWeek> weekdays = new HashMap<>();
  private final List<String> monthForms = new ArrayList<>();
  private final List<String> weekdayForms = new ArrayList<>();
  private final List<String> weekdayNames = new ArrayList<>();

  private CalendarWords() {}

  public static CalendarWords standard() {
    return STANDARD;
  }

  private static CalendarWords load(Table table) {
    CalendarWords words = new CalendarWords();
    for (Table.Row row : table.rows()) {
      String name = row.cell(2);
      String[] abbreviations = row.cell(3).isEmpty() ? new String[0] : row.cell(3).split(" ");
      boolean isMonth = row.cell(0).equals("month");
      if (!isMonth && !row.cell(0).equals("weekday")) {
        throw row.malformed("\"" + row.cell(0) + "\" is neither month nor weekday.");
      }
      int number = number(row, isMonth ? 12 : 7);
      List<String> forms = isMonth ? words.monthForms : words.weekdayForms;
      forms.add(Pattern.quote(name));
      if (!isMonth) {
        words.weekdayNames.add(Pattern.quote(name));
      }
      words.put(isMonth, name, number);
      for (String abbreviation : abbreviations) {
        forms.add(Pattern.quote(abbreviation) + "\\b\\.?");
        words.put(isMonth, abbreviation, number);
      }
    }
    return words;
  }

  private static int number(Table.Row row, int most) {
    try {
      int number = Integer.parseInt(row.cell(1));
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException malformed) {
      // Told as any other number that is none of these.
    }
    throw row.malformed("\"%s\" is no number from 1 to %d.".formatted(row.cell(1), most));
  }

  private void put(boolean isMonth, String form, int number) {
    String key = form.toLowerCase(Locale.ROOT);
    if (isMonth) {
      months.put(key, Month.of(number));
    } else {
      weekdays.put(key, DayOfWeek.of(number));
    }
  }

  /** The month that is called that, in any case, with or without a final period. */
  public Optional<Month> month(String word) {
    return Optional.ofNullable(months.get(key(word)));
  }

  /** The day of the week that is called that, in any case, with or without a final period. */
  public Optional<DayOfWeek> weekday(String word) {
    return Optional.ofNullable(weekdays.get(key(word)));
  }

  /** A regular expression without groups for every form of a month, longest first. */
  public String monthPattern() {
    return alternatives(monthForms);
  }

  /** A regular expression without groups for every form of a day of the week. */
  public String weekdayPattern() {
    return alternatives(weekdayForms);
  }

  /** The same for full names alone: {@code Sun} is also a star. */
  public String weekdayNamePattern() {
    return alternatives(weekdayNames);
  }

  private static String alternatives(List<String> forms) {
    return forms.stream()
        .sorted((a, b) -> Integer.compare(b.length(), a.length()))
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  private static String key(String word) {
    String bare = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    return bare.toLowerCase(Locale.ROOT);
  }
}
