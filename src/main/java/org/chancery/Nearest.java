package org.chancery;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What someone may have meant by a name that is not there. */
public final class Nearest {
  private Nearest() {}

  /** The names that come nearest: first those that hold the word, then those of fewest changes. */
  public static List<String> of(String wanted, Collection<String> known, int limit) {
    String lower = wanted.toLowerCase(Locale.ROOT);
    record Candidate(String name, boolean without, int distance) {}
    return known.stream()
        .map(
            name ->
                new Candidate(
                    name,
                    !name.toLowerCase(Locale.ROOT).contains(lower),
                    distance(lower, name.toLowerCase(Locale.ROOT))))
        .sorted(
            Comparator.comparing(Candidate::without)
                .thenComparing(Candidate::distance)
                .thenComparing(Candidate::name))
        .limit(limit)
        .map(Candidate::name)
        .toList();
  }

  /** How many letters must be put in, left out or replaced to turn one into the other. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
