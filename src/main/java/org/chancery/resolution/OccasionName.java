package org.chancery.resolution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.ontology.Table;

/**
 * What the name of a meeting or an agreement tells, be it a proper name or a description.
 *
 * @param kind the noun for what it is, such as {@code summit}; empty if it has none
 * @param content stems of the words for what it is about
 * @param round which of a series it is, if the name says so
 * @param years the years that it names
 */
record OccasionName(
    String kind, SortedSet<String> content, Optional<Integer> round, SortedSet<Integer> years) {
  private static final Pattern NUMBERED = Pattern.compile("([0-9]{1,3})(\\p{L}+)");
  private static final Pattern YEAR = Pattern.compile("(19|20|21)[0-9]{2}");

  /** The shortest stem that an ending may leave. */
  private static final int STEM = 3;

  /** The word lists, loaded when first asked for. */
  private static final class Lists {
    static final Map<String, Map<String, String>> WORDS = words();
    static final Set<String> MEETINGS = nouns("meetings");
    static final Set<String> AGREEMENTS = nouns("agreements");

    private static Map<String, Map<String, String>> words() {
      Map<String, Map<String, String>> lists = new TreeMap<>();
      for (Table.Row row : Table.load("ontology/resolution/occasions.tsv").rows()) {
        lists
            .computeIfAbsent(row.get("list"), list -> new TreeMap<>())
            .put(row.get("word"), row.get("value"));
      }
      return lists;
    }

    private static Set<String> nouns(String table) {
      Set<String> nouns = new TreeSet<>();
      for (Table.Row row : Table.load("ontology/lexicons/" + table + ".tsv").rows()) {
        nouns.add(Words.key(row.get("noun")));
      }
      return nouns;
    }

    static Map<String, String> list(String name) {
      return WORDS.getOrDefault(name, Map.of());
    }
  }

  OccasionName {
    content = Collections.unmodifiableSortedSet(new TreeSet<>(content));
    years = Collections.unmodifiableSortedSet(new TreeSet<>(years));
  }

  /** Of a meeting, the last noun says what it is: a Ports Conference. */
  static OccasionName ofMeeting(String name) {
    return of(name, Lists.MEETINGS, false);
  }

  /** Of an agreement, the first: a Letter of Intent for a Treaty. */
  static OccasionName ofAgreement(String name) {
    return of(name, Lists.AGREEMENTS, true);
  }

  private static OccasionName of(String name, Set<String> nouns, boolean first) {
    List<String> words = new ArrayList<>(Words.of(name));
    String kind = "";
    int from = 0;
    int until = 0;
    for (int start = 0; start < words.size(); start++) {
      for (int end = Math.min(words.size(), start + 4); end > start; end--) {
        Optional<String> noun = noun(words.subList(start, end), nouns);
        boolean better = until == 0 || !first && start >= until;
        if (noun.isPresent() && better) {
          kind = noun.get();
          from = start;
          until = end;
          break;
        }
      }
    }
    words.subList(from, until).clear();
    Optional<Integer> round = Optional.empty();
    SortedSet<Integer> years = new TreeSet<>();
    SortedSet<String> content = new TreeSet<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      Optional<Integer> compound =
          i + 1 < words.size() ? compound(word, words.get(i + 1)) : Optional.empty();
      Optional<Integer> number = compound.isPresent() ? compound : number(word);
      if (number.isPresent()) {
        round = number;
        i += compound.isPresent() ? 1 : 0;
      } else if (YEAR.matcher(word).matches()) {
        years.add(Integer.valueOf(word));
      } else if (!Lists.list("small").containsKey(word)) {
        content.add(stem(word));
      }
    }
    return new OccasionName(kind, content, round, years);
  }

  /** The number of {@code third} and {@code 3rd}. */
  private static Optional<Integer> number(String word) {
    Matcher numbered = NUMBERED.matcher(word);
    if (numbered.matches() && Lists.list("numbered").containsKey(numbered.group(2))) {
      return Optional.of(Integer.valueOf(numbered.group(1)));
    }
    return Optional.ofNullable(Lists.list("ordinal").get(word)).map(Integer::valueOf);
  }

  /** The number of {@code twenty-first}, which folded is two words. */
  private static Optional<Integer> compound(String tens, String ones) {
    Optional<Integer> ten = Optional.ofNullable(Lists.list("tens").get(tens)).map(Integer::valueOf);
    Optional<Integer> one =
        Optional.ofNullable(Lists.list("ordinal").get(ones))
            .map(Integer::valueOf)
            .filter(number -> number < 10);
    return ten.flatMap(much -> one.map(more -> much + more));
  }

  private static Optional<String> noun(List<String> words, Set<String> nouns) {
    String phrase = String.join(" ", words);
    if (nouns.contains(phrase)) {
      return Optional.of(phrase);
    }
    for (String plural : Lists.list("plural").keySet()) {
      if (phrase.endsWith(plural)) {
        String singular = phrase.substring(0, phrase.length() - plural.length());
        if (nouns.contains(singular)) {
          return Optional.of(singular);
        }
      }
    }
    return Optional.empty();
  }

  private static String stem(String word) {
    return Lists.list("ending").keySet().stream()
        .filter(word::endsWith)
        .map(ending -> word.substring(0, word.length() - ending.length()))
        .filter(stem -> stem.length() >= STEM)
        .min((one, other) -> Integer.compare(one.length(), other.length()))
        .orElse(word);
  }

  /** Whether the numbers or years of the two contradict each other. */
  boolean isOtherRound(OccasionName other) {
    boolean otherNumber =
        round.isPresent() && other.round.isPresent() && !round.equals(other.round);
    boolean otherYear =
        !years.isEmpty() && !other.years.isEmpty() && Collections.disjoint(years, other.years);
    return otherNumber || otherYear;
  }

  boolean isNumbered() {
    return round.isPresent() || !years.isEmpty();
  }

  /** Whether both have the same number, or none, and the same years, or none. */
  boolean isSameRound(OccasionName other) {
    return round.equals(other.round) && years.equals(other.years);
  }

  /** Whether the two are called by one noun, or one of them by a noun that fits any. */
  boolean isSameKind(OccasionName other, Set<String> general) {
    return general.contains(kind)
        || general.contains(other.kind)
        || holds(kind, other.kind)
        || holds(other.kind, kind);
  }

  /** A "memorandum" may be a "memorandum of understanding". */
  private static boolean holds(String kind, String part) {
    return (" " + kind + " ").contains(" " + part + " ");
  }

  static Set<String> generalAgreements() {
    return Lists.list("general").keySet();
  }
}
