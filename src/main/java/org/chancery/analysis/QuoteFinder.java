package org.chancery.analysis;

import java.util.ArrayList;
import java.util.List;
import org.chancery.article.Span;

/** Finds direct speech between double quotation marks, straight or curly. */
final class QuoteFinder {
  private QuoteFinder() {}

  /**
   * A stretch between two marks.
   *
   * @param whole with the marks
   * @param words without them
   * @param closed whether the closing mark stands there; some papers lose it, and some leave it out
   *     where the speech goes on in the next paragraph
   */
  record Quoted(Span whole, Span words, boolean closed) {}

  /** The quoted stretches of a zone, in the order of the text. */
  static List<Quoted> find(String text, Span zone) {
    List<Quoted> found = new ArrayList<>();
    int open = -1;
    for (int i = zone.start(); i < zone.end(); i++) {
      char mark = text.charAt(i);
      if (open >= 0 && isClosing(text, i, zone)) {
        add(found, text, open, i, i + 1, true);
        open = -1;
      } else if (isOpening(text, i, zone)) {
        if (open >= 0) {
          add(found, text, open, i, i, false);
        }
        open = i;
      } else if (mark == '\n' && open >= 0 && i + 1 < zone.end() && text.charAt(i + 1) == '\n') {
        add(found, text, open, i, i, false);
        open = -1;
      }
    }
    if (open >= 0) {
      add(found, text, open, zone.end(), zone.end(), false);
    }
    return found;
  }

  private static boolean isOpening(String text, int at, Span zone) {
    char mark = text.charAt(at);
    if (mark == '“' || mark == '„') {
      return true;
    }
    if (mark != '"') {
      return false;
    }
    boolean afterBlank =
        at == zone.start()
            || "([{—–-".indexOf(text.charAt(at - 1)) >= 0
            || Character.isWhitespace(text.charAt(at - 1));
    return afterBlank && at + 1 < zone.end() && !Character.isWhitespace(text.charAt(at + 1));
  }

  private static boolean isClosing(String text, int at, Span zone) {
    char mark = text.charAt(at);
    return mark == '”'
        || mark == '"'
            && !(isOpening(text, at, zone)
                && at > 0
                && Character.isWhitespace(text.charAt(at - 1)));
  }

  private static void add(
      List<Quoted> found, String text, int open, int wordsEnd, int end, boolean closed) {
    int from = open + 1;
    int to = wordsEnd;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from
        && (Character.isWhitespace(text.charAt(to - 1)) || text.charAt(to - 1) == ',')) {
      to--;
    }
    if (to > from) {
      found.add(new Quoted(new Span(open, Math.max(end, to)), new Span(from, to), closed));
    }
  }
}
