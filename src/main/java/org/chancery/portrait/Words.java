package org.chancery.portrait;

import java.util.Comparator;

/**
 * Words of an article, and where they stand.
 *
 * @param anchor names them within the article's page
 * @param start 0-based UTF-16 offset of the first character; negative if not known
 * @param end just past the last character; negative if not known
 */
record Words(String anchor, int start, int end, String prefix, String exact, String suffix) {
  static final Comparator<Words> ORDER =
      Comparator.comparingInt(Words::start)
          .thenComparingInt(Words::end)
          .thenComparing(Words::anchor);
}
