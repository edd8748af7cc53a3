package org.chancery.article;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which language a text is in, as far as that matters: English, or another one for certain. The
 * small words tell it, from {@code ontology/lexicons/languages.tsv}; words with a capital do not
 * count, so that lists of names stay in doubt. Texts in doubt count as English.
 */
final class Language {
  /** Fewer small words tell nothing. */
  private static final int FEWEST_WORDS = 20;

  /** Of so many words some are English function words if the text is English. */
  private static final int ENOUGH_WORDS = 40;

  /** The share of them in a text of another language that no list knows; English has 0.3 to 0.6. */
  private static final double HARDLY_ANY = 0.06;

  /** A language's own share in a text of that language at the least. */
  private static final double CLEARLY = 0.15;

  /** No text of another language has so many English ones. */
  private static final double CERTAIN = 0.25;

  private static final int FEWEST_LETTERS = 40;
  private static final int LONGEST = 20_000;

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

  private static final Language STANDARD = new Language(Table.read("languages.tsv"));

  private record Known(String name, Set<String> words) {}

  private final Set<String> english;
  private final List<Known> others = new ArrayList<>();

  private Language(Table table) {
    Set<String> own = Set.of();
    for (Table.Row row : table.rows()) {
      Set<String> words = new HashSet<>(List.of(row.cell(1).split(" ")));
      if (row.cell(0).equals("English")) {
        own = words;
      } else {
        others.add(new Known(row.cell(0), words));
      }
    }
    english = own;
  }

  static Language standard() {
    return STANDARD;
  }

  /** What another language the text is in, for people; empty if it is English or in doubt. */
  Optional<String> foreign(String text) {
    String start = text.substring(0, Math.min(text.length(), LONGEST));
    return script(start).or(() -> byWords(start));
  }

  private static Optional<String> script(String text) {
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> letters.merge(UnicodeScript.of(c), 1, Integer::sum));
    int all = letters.values().stream().mapToInt(count -> count).sum();
    int latin = letters.getOrDefault(UnicodeScript.LATIN, 0);
    if (all < FEWEST_LETTERS || latin * 2 >= all) {
      return Optional.empty();
    }
    return letters.entrySet().stream()
        .filter(entry -> entry.getKey() != UnicodeScript.LATIN)
        .max(Map.Entry.comparingByValue())
        .map(entry -> "in %s script".formatted(name(entry.getKey())));
  }

  private static String name(UnicodeScript script) {
    String name = script.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private Optional<String> byWords(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      if (!Character.isUpperCase(matcher.group().codePointAt(0))) {
        words.add(matcher.group());
      }
    }
    if (words.size() < FEWEST_WORDS) {
      return Optional.empty();
    }
    double own = share(words, english);
    if (own > CERTAIN) {
      return Optional.empty();
    }
    String nearest = "";
    double best = 0;
    for (Known known : others) {
      double share = share(words, known.words());
      if (share > best) {
        nearest = known.name();
        best = share;
      }
    }
    if (best >= CLEARLY && best > 2 * own) {
      return Optional.of("in " + nearest);
    }
    return words.size() >= ENOUGH_WORDS && own < HARDLY_ANY
        ? Optional.of("in another language")
        : Optional.empty();
  }

  private static double share(List<String> words, Set<String> known) {
    return (double) words.stream().filter(known::contains).count() / words.size();
  }
}
