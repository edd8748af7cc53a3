package org.chancery.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One row of {@code ontology/lexicons/furniture.tsv}: how to tell what is not the article's own
 * prose.
 *
 * @param zone what the words become
 * @param place where on the page the rule looks
 * @param example words that the rule reads
 * @param resists words that it must leave alone
 */
record LineRule(Zone.Kind zone, Place place, Pattern pattern, String example, String resists) {
  /** Longer paragraphs are prose; not trying them keeps hostile texts cheap. */
  private static final int LONGEST = 600;

  /** How far from the end of a paragraph its credit may begin. */
  private static final int LONGEST_END = 320;

  enum Place {
    /** A whole line or paragraph, anywhere. */
    LINE,
    /** The same, before the first paragraph of the article. */
    HEAD,
    /** The start of a paragraph before the first. */
    START,
    /** The end of a paragraph. */
    END,
    /** The start of a paragraph, up to a hyphen where a page lost its line break. */
    GLUED
  }

  static List<LineRule> standard() {
    return of(Table.read("furniture.tsv"));
  }

  /**
   * @throws org.chancery.UserException if a row has an unknown zone or place, or a malformed
   *     pattern
   */
  static List<LineRule> of(Table table) {
    return table.rows().stream().map(LineRule::of).toList();
  }

  private static LineRule of(Table.Row row) {
    Zone.Kind zone = constant(Zone.Kind.values(), row.cell(0), row);
    Place place = constant(Place.values(), row.cell(1), row);
    try {
      Pattern pattern = Pattern.compile(expand(row.cell(2)));
      return new LineRule(zone, place, pattern, row.cell(3), row.cell(4));
    } catch (PatternSyntaxException e) {
      throw row.malformed(
          "the pattern is malformed: %s at character %d. Mend it."
              .formatted(e.getDescription(), e.getIndex()));
    }
  }

  private static <E extends Enum<E>> E constant(E[] values, String word, Table.Row row) {
    return Arrays.stream(values)
        .filter(value -> value.name().equals(word.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                row.malformed(
                    "\"%s\" is none of %s. Use one of them."
                        .formatted(word, Arrays.toString(values).toLowerCase(Locale.ROOT))));
  }

  private static String expand(String pattern) {
    return pattern
        .replace("{DATE}", WrittenDate.FORM)
        .replace("{NUMERIC}", "\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}")
        .replace(
            "{NAME}",
            "\\p{Lu}[\\p{L}.'’-]*(?: (?:de|da|del|dos|van|von|bin|ibn|al|el|la|der|di|le|and)"
                + "){0,2}(?: \\p{Lu}[\\p{L}.'’-]*){1,4}");
  }

  /** Whether the rule claims all of {@code words}. */
  boolean reads(String words) {
    return words.length() <= LONGEST && pattern.matcher(words).matches();
  }

  /** Where the rule's part of {@code words} ends, if they start with it. */
  Optional<Integer> endOfStart(String words) {
    String start = words.substring(0, Math.min(words.length(), LONGEST));
    Matcher matcher = pattern.matcher(start);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    return Optional.of(place == Place.GLUED ? matcher.end(1) : matcher.end());
  }

  /** Where the rule's part of {@code words} starts, if they end with it. */
  Optional<Integer> startOfEnd(String words) {
    Matcher matcher = pattern.matcher(words);
    int from = Math.max(0, words.length() - LONGEST_END);
    while (from < words.length() && matcher.find(from)) {
      if (matcher.end() == words.length()) {
        return Optional.of(matcher.start());
      }
      from = matcher.start() + 1;
    }
    return Optional.empty();
  }
}
