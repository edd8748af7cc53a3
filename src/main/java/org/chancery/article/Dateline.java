package org.chancery.article;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Place, day and agency before the first sentence: {@code TALLINN, May 3 (Agency) —}.
 *
 * @param length of the dateline with its dash, from the start of the paragraph
 * @param place as written
 */
record Dateline(int length, String place) {
  /** No dateline is longer. */
  private static final int LONGEST = 160;

  private static final CalendarWords WORDS = CalendarWords.standard();

  private static final String UPPER = "\\p{Lu}[\\p{Lu}.'’-]+";
  private static final String CAPITALISED = "\\p{Lu}[\\p{L}.'’-]*";
  private static final String SMALL = "(?:(?:of|de|da|del|la|and|the|[Tt]he) )?";
  private static final String NOT_A_DAY =
      "(?!%s\\b|%s\\b)".formatted(WORDS.monthPattern(), WORDS.weekdayPattern());
  private static final String REGION =
      "(?:, %s%s%s(?: %s%s){0,3}){0,2}"
          .formatted(SMALL, NOT_A_DAY, CAPITALISED, SMALL, CAPITALISED);
  private static final String UPPER_PLACE =
      "%s(?:[ /]%s%s){0,4}%s".formatted(UPPER, SMALL, UPPER, REGION);
  private static final String MIXED_PLACE =
      "%s%s(?: %s%s){0,3}%s".formatted(NOT_A_DAY, CAPITALISED, SMALL, CAPITALISED, REGION);
  private static final String DAY =
      "(?:(?:%1$s)[,.]? )?(?:(?:%2$s) \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th)? (?:%2$s)(?:,? \\d{4})?)"
          .formatted(WORDS.weekdayPattern(), WORDS.monthPattern());
  private static final String AGENCY = "\\([^()]{2,60}\\)";
  private static final String DASH = "(?: ?[—–―] ?| ?-{2,3} | - )";

  /** Capitals and a dash are enough. */
  private static final Pattern UPPER_FORM =
      Pattern.compile(
          "(?<place>%s)(?: %s)?(?:,? %s)?(?: %s)?%s"
              .formatted(UPPER_PLACE, AGENCY, DAY, AGENCY, DASH));

  /** A place in mixed case needs a day or an agency beside it; a day may close with a colon. */
  private static final Pattern MIXED_FORM =
      Pattern.compile(
          "(?<place>%1$s)(?:(?: %2$s)?,? %3$s(?: %2$s)?(?:%4$s|: )|(?: %2$s)%4$s)"
              .formatted("(?:" + UPPER_PLACE + "|" + MIXED_PLACE + ")", AGENCY, DAY, DASH));

  /** A publication's name before the place. */
  private static final Pattern NAMED_FORM =
      Pattern.compile(
          "%s(?: \\p{L}+){1,6}, (?<place>%s), %s(?:%s|: )"
              .formatted(CAPITALISED, UPPER_PLACE, DAY, DASH));

  /** {@code Tallinn — The ministers met.}: only before a sentence. */
  private static final Pattern BARE_FORM =
      Pattern.compile(
          "(?<place>%s%s(?: %s%s){0,2}(?:, %s(?: %s)?)?) ?(?:[—–]|--) ?(?=[\\p{Lu}“\"])"
              .formatted(NOT_A_DAY, CAPITALISED, SMALL, CAPITALISED, CAPITALISED, CAPITALISED));

  private static final Pattern LOWER_WORD = Pattern.compile("\\b\\p{Ll}{2,}");

  /** The dateline that a paragraph starts with, if it does. */
  static Optional<Dateline> of(String paragraph) {
    String start = paragraph.substring(0, Math.min(paragraph.length(), LONGEST));
    return first(UPPER_FORM, start, paragraph)
        .or(() -> first(MIXED_FORM, start, paragraph))
        .or(() -> first(NAMED_FORM, start, paragraph))
        .or(
            () ->
                Sentences.isClosed(paragraph)
                    ? first(BARE_FORM, start, paragraph)
                    : Optional.empty());
  }

  private static Optional<Dateline> first(Pattern form, String start, String paragraph) {
    Matcher matcher = form.matcher(start);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    // What follows is prose; after a dash in a headline only a few words do, often in capitals.
    String rest = paragraph.substring(matcher.end());
    if ((rest.length() < 40 && !Sentences.isClosed(paragraph))
        || !LOWER_WORD.matcher(rest).find()) {
      return Optional.empty();
    }
    int length = Blank.trim(paragraph, 0, matcher.end()).orElseThrow().end();
    return Optional.of(new Dateline(length, matcher.group("place")));
  }
}
