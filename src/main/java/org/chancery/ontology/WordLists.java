package org.chancery.ontology;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Small closed sets of words, from {@code ontology/lexicons/words.tsv}. */
public final class WordLists {
  private static final String FILE = "ontology/lexicons/words.tsv";

  private static Optional<WordLists> loaded = Optional.empty();

  private final Map<String, Map<String, String>> lists = new TreeMap<>();

  private WordLists() {}

  /**
   * Reads the file the first time.
   *
   * @throws org.chancery.UserException with {@link org.chancery.ExitCode#CONFIG} if a row is
   *     malformed or stands twice
   */
  public static synchronized WordLists load() {
    WordLists words = loaded.orElseGet(WordLists::read);
    loaded = Optional.of(words);
    return words;
  }

  private static WordLists read() {
    WordLists words = new WordLists();
    for (Table.Row row : Table.load(FILE).rows()) {
      String before =
          words
              .lists
              .computeIfAbsent(row.get("list"), list -> new TreeMap<>())
              .put(row.get("word"), row.get("value"));
      if (before != null) {
        throw row.malformed("the list has \"%s\" already".formatted(row.get("word")));
      }
    }
    return words;
  }

  /** The words of a list. */
  public Set<String> require(String list) {
    return requireValues(list).keySet();
  }

  /** The words of a list, with what each stands for. */
  public Map<String, String> requireValues(String list) {
    Map<String, String> words = lists.get(list);
    if (words == null) {
      throw new IllegalStateException(FILE + " has no list " + list);
    }
    return Collections.unmodifiableMap(words);
  }
}
