package org.chancery.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.ontology.Table;

/** The lexicon of posts, ranks, forms of address and the words around them. */
final class Titles {
  /** The longest phrase of the lexicon, in tokens; hyphens count. */
  private static final int LONGEST = 8;

  private static final Pattern SPACES = Pattern.compile("\\s+");

  enum Kind {
    OFFICE,
    RANK,
    HONORIFIC,
    COUNTERPART
  }

  enum Serves {
    COUNTRY,
    ORGANIZATION,
    ANY
  }

  /** A phrase of {@code titles.tsv}. */
  record Entry(String phrase, Kind kind, Serves serves, boolean bare) {}

  /**
   * A phrase of the lexicon in a sentence.
   *
   * @param from 0-based position of its first token
   * @param to position just past its last
   */
  record Head(int from, int to, Entry entry, boolean plural) {
    /** Whether someone holds it, rather than being addressed by it. */
    boolean isPost() {
      return entry.kind() == Kind.OFFICE || entry.kind() == Kind.COUNTERPART;
    }
  }

  private final Map<String, Entry> entries = new HashMap<>();
  private final Set<String> firstWords = new HashSet<>();
  private final Map<String, OfficePhrase.Holding> before = new HashMap<>();
  private final Map<String, OfficePhrase.Holding> after = new HashMap<>();
  private final Map<String, OfficePhrase.Holding> adverbs = new HashMap<>();
  private final Set<String> portfolioAdjectives;

  Titles() {
    for (Table.Row row : Table.load("ontology/lexicons/titles.tsv").rows()) {
      Entry entry =
          new Entry(
              row.get("phrase"),
              row.get("kind", Kind.class),
              row.get("serves", Serves.class),
              row.get("bare").equals("yes"));
      String normal = normal(row.get("phrase"));
      entries.put(normal, entry);
      firstWords.add(firstWord(normal));
    }
    for (Table.Row row : Table.load("ontology/lexicons/title-modifiers.tsv").rows()) {
      (switch (row.get("position")) {
            case "before" -> before;
            case "after" -> after;
            default -> adverbs;
          })
          .put(row.get("word"), row.get("effect", OfficePhrase.Holding.class));
    }
    portfolioAdjectives =
        Table.load("ontology/lexicons/portfolio-adjectives.tsv").rows().stream()
            .map(row -> row.get("word"))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** What a word before a title says of how the post is held. */
  Optional<OfficePhrase.Holding> before(Token token) {
    return Optional.ofNullable(before.get(lower(token.word())));
  }

  /** What a word joined behind a title says of how the post is held. */
  Optional<OfficePhrase.Holding> after(Token token) {
    return Optional.ofNullable(after.get(lower(token.word())));
  }

  /** What an adverb before the whole phrase says of how the post is held. */
  Optional<OfficePhrase.Holding> adverb(Token token) {
    return Optional.ofNullable(adverbs.get(lower(token.word())));
  }

  /**
   * Whether a lower-case adjective belongs to a title ("foreign minister") rather than describing
   * its holder.
   */
  boolean isPortfolioAdjective(Token token) {
    return portfolioAdjectives.contains(lower(token.word()));
  }

  /** The longest phrase that ends just before {@code end} and starts at {@code from} or later. */
  Optional<Head> endingAt(Sentence sentence, int end, int from) {
    for (int start = Math.max(from, end - LONGEST); start < end; start++) {
      Optional<Head> head = exactly(sentence, start, end);
      if (head.isPresent()) {
        return head;
      }
    }
    return Optional.empty();
  }

  /** The longest phrase that starts at {@code start}. */
  Optional<Head> startingAt(Sentence sentence, int start) {
    for (int end = Math.min(sentence.size(), start + LONGEST); end > start; end--) {
      Optional<Head> head = exactly(sentence, start, end);
      if (head.isPresent()) {
        return head;
      }
    }
    return Optional.empty();
  }

  private Optional<Head> exactly(Sentence sentence, int from, int to) {
    boolean hyphen =
        sentence.token(from).word().equals("-") || sentence.token(to - 1).word().equals("-");
    if (hyphen || !mayStart(sentence.token(from).word())) {
      return Optional.empty();
    }
    StringBuilder phrase = new StringBuilder();
    for (int i = from; i < to; i++) {
      phrase.append(' ').append(sentence.token(i).word());
    }
    String normal = normal(phrase.toString());
    Entry entry = entries.get(normal);
    if (normal.equals("he") && !sentence.token(from).word().equals("HE")) {
      return Optional.empty();
    }
    if (entry != null) {
      return Optional.of(new Head(from, to, entry, false));
    }
    return singulars(normal).stream()
        .map(entries::get)
        .filter(found -> found != null && found.kind() != Kind.HONORIFIC)
        .findFirst()
        .map(found -> new Head(from, to, found, true));
  }

  /** A cheap look before phrases are put together at every place of a text. */
  private boolean mayStart(String token) {
    String word = firstWord(lower(token).replace('-', ' ').replace('’', '\'').strip());
    return firstWords.contains(word) || firstWords.contains(singular(word));
  }

  private static String firstWord(String phrase) {
    int end = phrase.indexOf(' ');
    return end < 0 ? phrase : phrase.substring(0, end);
  }

  /**
   * What a plural phrase may be the plural of: {@code secretaries general}, {@code prime
   * ministers}.
   */
  private static List<String> singulars(String phrase) {
    int first = phrase.indexOf(' ');
    if (first < 0) {
      return List.of(singular(phrase));
    }
    int last = phrase.lastIndexOf(' ') + 1;
    return List.of(
        phrase.substring(0, last) + singular(phrase.substring(last)),
        singular(phrase.substring(0, first)) + phrase.substring(first));
  }

  private static String singular(String word) {
    if (word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.endsWith("men")) {
      return word.substring(0, word.length() - 3) + "man";
    }
    if (word.endsWith("s") && !word.endsWith("ss")) {
      return word.substring(0, word.length() - 1);
    }
    return "";
  }

  private static String normal(String phrase) {
    String words = lower(phrase).replace('-', ' ').replace('’', '\'');
    return SPACES.matcher(words).replaceAll(" ").strip();
  }

  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
