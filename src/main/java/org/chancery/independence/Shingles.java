package org.chancery.independence;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.article.Article;
import org.chancery.article.Zone;

/**
 * The runs of four words that a text is made of, as a set of hashes, sorted. Headline, byline,
 * dateline and whatever else a newsroom puts around a text are not part of it.
 */
final class Shingles {
  /** A changed word costs four of them; two reports of one event share hardly any. */
  private static final int WORDS = 4;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private static final int FNV_START = 0x811C9DC5;
  private static final int FNV_PRIME = 0x01000193;

  private final int[] hashes;

  private Shingles(int[] hashes) {
    this.hashes = hashes;
  }

  /** Those of an article's body; none if it has fewer than four words. */
  static Shingles of(Article article) {
    StringBuilder body = new StringBuilder();
    article
        .zones(Zone.Kind.BODY)
        .forEach(zone -> body.append(zone.span().of(article.text())).append('\n'));
    return of(body);
  }

  static Shingles of(CharSequence text) {
    int[] window = new int[WORDS];
    int[] found = new int[text.length() / 2 + 1];
    int words = 0;
    int size = 0;
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      window[words++ % WORDS] = matcher.group().toLowerCase(Locale.ROOT).hashCode();
      if (words >= WORDS) {
        found[size++] = hash(window, words);
      }
    }
    return new Shingles(Arrays.stream(found, 0, size).sorted().distinct().toArray());
  }

  /** Of the words in the window, from the oldest to the one before {@code next}. */
  private static int hash(int[] window, int next) {
    int hash = FNV_START;
    for (int word = next - WORDS; word < next; word++) {
      hash = (hash ^ window[word % WORDS]) * FNV_PRIME;
    }
    return mixed(hash);
  }

  /** Spreads a hash over all bits, as MurmurHash3 ends. */
  static int mixed(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
    return mixed ^ (mixed >>> 16);
  }

  int size() {
    return hashes.length;
  }

  /** How many both have. */
  int shared(Shingles other) {
    int shared = 0;
    int left = 0;
    int right = 0;
    while (left < hashes.length && right < other.hashes.length) {
      int order = Integer.compare(hashes[left], other.hashes[right]);
      shared += order == 0 ? 1 : 0;
      left += order <= 0 ? 1 : 0;
      right += order >= 0 ? 1 : 0;
    }
    return shared;
  }

  /**
   * The least hash under each of many hash functions: two sets agree in about as many places as
   * their Jaccard index says.
   *
   * @param multipliers one odd number for each function
   */
  int[] minima(int[] multipliers) {
    int[] minima = new int[multipliers.length];
    for (int function = 0; function < multipliers.length; function++) {
      int multiplier = multipliers[function];
      int offset = mixed(multiplier);
      int least = Integer.MAX_VALUE;
      for (int hash : hashes) {
        least = Math.min(least, (hash ^ offset) * multiplier);
      }
      minima[function] = least;
    }
    return minima;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shingles shingles && Arrays.equals(hashes, shingles.hashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }
}
