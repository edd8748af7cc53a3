package org.chancery.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The word lists of {@code ontology/lexicons/} as a person edits them. */
class LexiconsTest {
  @ParameterizedTest
  @CsvSource({
    "titles, phrase",
    "verbs, class lemma",
    "cues, cue how",
    "meetings, noun",
    "agreements, noun",
    "groups, noun",
    "title-modifiers, word position",
    "tenures, place words",
    "portfolio-adjectives, word",
    "organization-nouns, noun",
    "place-nouns, noun",
    "national-titles, title",
    "home-titles, title",
    "sent-titles, title",
    "counterparts, title",
    "words, list word"
  })
  void noRowStandsTwice(String table, String key) {
    Map<String, Integer> lines = new HashMap<>();
    for (Table.Row row : rows(table)) {
      String cells =
          List.of(key.split(" ", -1)).stream().map(row::get).collect(Collectors.joining(" "));
      Integer before = lines.put(cells, row.line());
      assertThat(before).as("%s, line %d: \"%s\"", table, row.line(), cells).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "titles",
        "verbs",
        "cues",
        "meetings",
        "agreements",
        "groups",
        "title-modifiers",
        "tenures",
        "portfolio-adjectives",
        "organization-nouns",
        "place-nouns",
        "national-titles",
        "home-titles",
        "sent-titles",
        "counterparts",
        "words"
      })
  void noCellIsEmpty(String table) {
    for (Table.Row row : rows(table)) {
      assertThat(row.cells().values()).as("%s, line %d", table, row.line()).doesNotContain("");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "titles, phrase",
    "verbs, lemma",
    "cues, cue",
    "meetings, noun",
    "agreements, noun",
    "groups, noun"
  })
  void wordsAreInLowerCase(String table, String column) {
    for (Table.Row row : rows(table)) {
      String word = row.get(column);
      assertThat(word)
          .as("%s, line %d", table, row.line())
          .isEqualTo(word.toLowerCase(Locale.ROOT));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"national-titles", "home-titles", "sent-titles", "counterparts"})
  void titlesAreRegularExpressions(String table) {
    for (Table.Row row : rows(table)) {
      assertThat(Pattern.compile(row.get("title")).matcher("").matches())
          .as("%s, line %d matches everything", table, row.line())
          .isFalse();
    }
  }

  @Test
  void nationalTitlesNameTheirCountryByCode() {
    for (Table.Row row : rows("national-titles")) {
      assertThat(row.get("country")).as("line %d", row.line()).matches("[A-Z]{2}");
    }
  }

  @Test
  void namesOfVerbClassesCanStandInPatterns() {
    assertThat(VerbClasses.load().names()).allMatch(name -> name.matches("[a-z]+"));
  }

  private static List<Table.Row> rows(String table) {
    List<Table.Row> rows = Table.load("ontology/lexicons/" + table + ".tsv").rows();
    assertThat(rows).as(table).isNotEmpty();
    return rows;
  }
}
