package org.chancery.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Cuts a text into paragraphs: each line is one, unless it was broken only because the page was
 * narrow.
 */
final class Paragraphs {
  /** Lines are wrapped at a column in this range; longer ones are paragraphs already. */
  private static final int NARROWEST = 45;

  private static final int WIDEST = 125;

  private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\r\u000b\f\u0085\u2028\u2029]");
  private static final Pattern LIST_ITEM =
      Pattern.compile("(?:[-–—•*·▪‣◦o]|\\(?\\d{1,2}[.)]|\\(?[a-z]\\))\\s+\\S.*", Pattern.DOTALL);

  /** No sentence and no headline ends in one of these. */
  private static final Set<String> UNFINISHED =
      Set.of(
          "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "its", "of", "on",
          "or", "that", "the", "their", "to", "was", "were", "with");

  private final String text;
  private final Predicate<String> standsAlone;
  private final List<Span> paragraphs = new ArrayList<>();

  private Paragraphs(String text, Predicate<String> standsAlone) {
    this.text = text;
    this.standsAlone = standsAlone;
  }

  /**
   * The paragraphs in the order of the text; what they leave out is blank.
   *
   * @param standsAlone whether a line is never part of a wrapped paragraph
   */
  static List<Span> of(String text, Predicate<String> standsAlone) {
    Paragraphs result = new Paragraphs(text, standsAlone);
    List<Span> run = new ArrayList<>();
    int start = 0;
    var ends = LINE_END.matcher(text);
    while (start <= text.length()) {
      boolean found = ends.find();
      int end = found ? ends.start() : text.length();
      Optional<Span> line = Blank.trim(text, start, end);
      if (line.isPresent()) {
        run.add(line.get());
      } else {
        result.close(run);
        run.clear();
      }
      start = found ? ends.end() : text.length() + 1;
    }
    result.close(run);
    return List.copyOf(result.paragraphs);
  }

  /** Lines without a blank line between them. */
  private void close(List<Span> run) {
    int width = run.stream().mapToInt(Paragraphs::length).max().orElse(0);
    boolean wrapped = isWrapped(run, width);
    int i = 0;
    while (i < run.size()) {
      Span paragraph = run.get(i);
      while (wrapped && i + 1 < run.size() && fills(run.get(i), run.get(i + 1), width)) {
        i++;
        paragraph = paragraph.through(run.get(i));
      }
      paragraphs.add(paragraph);
      i++;
    }
  }

  private boolean isWrapped(List<Span> run, int width) {
    if (run.size() < 2 || width < NARROWEST || width > WIDEST) {
      return false;
    }
    for (int i = 0; i + 1 < run.size(); i++) {
      if (fills(run.get(i), run.get(i + 1), width) && runsOn(run.get(i), run.get(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the next line's first word had no room on this line. */
  private boolean fills(Span line, Span next, int width) {
    String following = next.of(text);
    int room = width - length(line);
    return length(line) >= NARROWEST / 2
        && firstWord(following) + 1 > room
        && !LIST_ITEM.matcher(following).matches()
        && !standsAlone.test(following)
        && !standsAlone.test(line.of(text));
  }

  /** Whether the line break stands inside a sentence for certain. */
  private boolean runsOn(Span line, Span next) {
    String words = line.of(text);
    if (Sentences.isClosed(words)) {
      return false;
    }
    int first = next.of(text).codePointAt(0);
    return Character.isLowerCase(first)
        || words.endsWith(",")
        || UNFINISHED.contains(words.substring(words.lastIndexOf(' ') + 1));
  }

  private static int firstWord(String line) {
    int end = 0;
    while (end < line.length() && !Blank.is(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int length(Span span) {
    return span.end() - span.start();
  }
}
