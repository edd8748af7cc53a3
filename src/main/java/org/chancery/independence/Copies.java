package org.chancery.independence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.chancery.article.Article;

/**
 * Articles whose texts are nearly the same, found among all articles of a corpus: wire copy under
 * several headlines, a sentence changed, a paragraph cut. What is likely to be a copy is found by
 * MinHash and locality-sensitive hashing, at a cost that grows with the number of articles and not
 * of pairs; what is a copy is decided by comparing the texts' {@link Shingles}.
 *
 * <p>The same articles give the same groups in whatever order they are added.
 */
public final class Copies {
  /** Fewer runs of words than this are too few to tell a copy from a phrase that all use. */
  private static final int MIN_SHINGLES = 16;

  /** Of the shorter text, how much the longer must have; one copy may be cut. */
  private static final double CONTAINED = 0.7;

  /** Of both texts together, how much they must share; a long quotation makes no copy. */
  private static final double SHARED = 0.5;

  /**
   * With 40 bands of 3, texts that share 0.5 become candidates with probability 0.995, those that
   * share 0.6 with 0.9999, and those that share 0.01 with 0.00004.
   */
  private static final int BANDS = 40;

  private static final int ROWS = 3;

  /**
   * How many of its neighbours a text is compared with in a band where very many meet, as texts of
   * one template do.
   */
  private static final int NEIGHBOURS = 16;

  private static final int[] MULTIPLIERS = multipliers();

  private final Map<String, Shingles> texts = new TreeMap<>();

  private static int[] multipliers() {
    SplittableRandom random = new SplittableRandom(0x43686E63);
    return random.ints(BANDS * ROWS).map(number -> number | 1).toArray();
  }

  /**
   * Adds an article, of which no more than its shingles is kept.
   *
   * @throws IllegalArgumentException if there is one of that identifier
   */
  public void add(Article article) {
    add(article.id(), Shingles.of(article));
  }

  void add(String id, Shingles text) {
    if (texts.put(id, text) != null) {
      throw new IllegalArgumentException("two articles are called " + id);
    }
  }

  /**
   * The groups of two and more articles that carry one text, by the first identifier of each.
   * Copies of copies are of one group.
   */
  public List<SortedSet<String>> groups() {
    List<String> names = List.copyOf(texts.keySet());
    Groups groups = new Groups(names.size());
    List<Shingles> distinct = new ArrayList<>();
    int[] articles = new int[names.size()];
    Map<Shingles, Integer> firstWith = new HashMap<>();
    int article = 0;
    for (Shingles text : texts.values()) {
      if (text.size() >= MIN_SHINGLES) {
        Integer first = firstWith.putIfAbsent(text, article);
        if (first == null) {
          articles[distinct.size()] = article;
          distinct.add(text);
        } else {
          groups.join(first, article);
        }
      }
      article++;
    }
    joinNearCopies(distinct, articles, groups);
    return groups.members(names);
  }

  /** Looks at one band after the other, so that one band's hashes are in memory at a time. */
  private static void joinNearCopies(List<Shingles> texts, int[] articles, Groups groups) {
    long[] keys = new long[texts.size()];
    for (int band = 0; band < BANDS; band++) {
      int[] multipliers = Arrays.copyOfRange(MULTIPLIERS, band * ROWS, (band + 1) * ROWS);
      Arrays.parallelSetAll(
          keys,
          text -> {
            int meets = Arrays.hashCode(texts.get(text).minima(multipliers));
            return ((long) meets << Integer.SIZE) | text;
          });
      Arrays.sort(keys);
      int start = 0;
      for (int end = 1; end <= keys.length; end++) {
        if (end == keys.length || keys[end] >> Integer.SIZE != keys[start] >> Integer.SIZE) {
          if (end - start > 1) {
            int[] bucket = Arrays.stream(keys, start, end).mapToInt(key -> (int) key).toArray();
            joinWithin(bucket, texts, articles, groups);
          }
          start = end;
        }
      }
    }
  }

  private static void joinWithin(
      int[] bucket, List<Shingles> texts, int[] articles, Groups groups) {
    // Copies are of much the same length, so they come to stand beside each other.
    List<Integer> bySize =
        Arrays.stream(bucket)
            .boxed()
            .sorted(Comparator.comparingInt(text -> texts.get(text).size()))
            .toList();
    for (int left = 0; left < bySize.size(); left++) {
      int one = bySize.get(left);
      for (int right = left + 1; right < Math.min(bySize.size(), left + 1 + NEIGHBOURS); right++) {
        int other = bySize.get(right);
        if (!groups.together(articles[one], articles[other])
            && nearlySame(texts.get(one), texts.get(other))) {
          groups.join(articles[one], articles[other]);
        }
      }
    }
  }

  private static boolean nearlySame(Shingles one, Shingles other) {
    int shorter = Math.min(one.size(), other.size());
    int longer = Math.max(one.size(), other.size());
    if (shorter < SHARED * longer) {
      return false;
    }
    int shared = one.shared(other);
    return shared >= CONTAINED * shorter && shared >= SHARED * (one.size() + other.size() - shared);
  }
}
