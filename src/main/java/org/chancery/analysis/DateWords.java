package org.chancery.analysis;

import java.util.Set;

/** The names of months and weekdays, which are capitalized but name no thing. */
final class DateWords {
  private static final Set<String> WORDS =
      Set.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "jan.",
          "feb.",
          "mar.",
          "apr.",
          "jun.",
          "jul.",
          "aug.",
          "sept.",
          "sep.",
          "oct.",
          "nov.",
          "dec.",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "today",
          "yesterday",
          "tomorrow");

  private DateWords() {}

  static boolean contains(String word) {
    return WORDS.contains(Titles.lower(word));
  }
}
