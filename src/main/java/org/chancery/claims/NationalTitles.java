package org.chancery.claims;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.chancery.ontology.Table;

/** Titles that tell by themselves whom they serve. */
final class NationalTitles {
  private final Map<Pattern, String> sure = new LinkedHashMap<>();
  private final Map<Pattern, String> usual = new LinkedHashMap<>();
  private final Map<Pattern, String> absent = new LinkedHashMap<>();
  private final List<Pattern> home;
  private final List<Pattern> sent;
  private final Map<Pattern, String> issuers = new LinkedHashMap<>();
  private final Map<Pattern, String> abroad = new LinkedHashMap<>();

  NationalTitles() {
    for (Table.Row row : Table.load("ontology/lexicons/national-titles.tsv").rows()) {
      (switch (row.get("how")) {
            case "sure" -> sure;
            case "usual" -> usual;
            default -> absent;
          })
          .put(pattern(row), row.get("country"));
    }
    for (Table.Row row : Table.load("ontology/lexicons/issuers.tsv").rows()) {
      issuers.put(pattern(row, "line"), row.get("country"));
    }
    for (Table.Row row : Table.load("ontology/lexicons/counterparts.tsv").rows()) {
      abroad.put(pattern(row), row.get("abroad"));
    }
    home = patterns("ontology/lexicons/home-titles.tsv");
    sent = patterns("ontology/lexicons/sent-titles.tsv");
  }

  /** ISO alpha-2 of the country whose press service a line names. */
  Optional<String> issuer(String line) {
    return issuers.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(line.strip()).matches())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static List<Pattern> patterns(String resource) {
    return Table.load(resource).rows().stream().map(NationalTitles::pattern).toList();
  }

  private static boolean matches(List<Pattern> patterns, String title) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(title).matches());
  }

  private static Pattern pattern(Table.Row row) {
    return pattern(row, "title");
  }

  private static Pattern pattern(Table.Row row, String column) {
    try {
      return Pattern.compile(row.get(column), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    } catch (PatternSyntaxException malformed) {
      throw row.malformed(malformed.getDescription());
    }
  }

  /** ISO alpha-2 of the only country that uses a title. */
  Optional<String> sure(String title) {
    return first(sure, title);
  }

  /** ISO alpha-2 of the country that a title makes one think of, though others use it too. */
  Optional<String> usual(String title) {
    return first(usual, title);
  }

  /** What the holder's counterpart in another country is called, if that can be said. */
  Optional<String> abroad(String title) {
    String named = first(abroad, title).orElse(title);
    return named.equals("-") ? Optional.empty() : Optional.of(named);
  }

  /** Whether a country has no such post. */
  boolean isAbsent(String title, String country) {
    return absent.entrySet().stream()
        .anyMatch(
            entry -> entry.getValue().equals(country) && entry.getKey().matcher(title).matches());
  }

  private static Optional<String> first(Map<Pattern, String> titles, String title) {
    return titles.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(title).matches())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * Whether a post is one of those sent abroad, which stand among the names of the countries they
   * are sent to.
   */
  boolean isSent(String title) {
    return matches(sent, title);
  }

  /** Whether a release that names such a post without its owner means its own. */
  boolean isHome(String title) {
    return matches(home, title);
  }
}
