package org.chancery.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.article.Span;

/**
 * Finds direct speech between quotation marks: double ones, straight or curly, angle ones, and
 * outside them single ones. Where a paper has lost one mark of a pair, the speech runs to the end
 * of its paragraph, or from the beginning of its sentence.
 */
final class QuoteFinder {
  private static final Pattern MARKS = Pattern.compile("[\"“”„‟«»]|``|''");

  /** Where speech whose opening mark is lost may begin. */
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?][\"”’')]*\\s+(?=\\p{Lu}|['‘])");

  /** Fewer words between single marks are names or words that the paper quotes. */
  private static final int SHORTEST_BETWEEN_SINGLE = 4;

  private static final int SHORTEST_SENTENCE = 3;

  private final String text;
  private final Span zone;
  private final List<Quoted> found = new ArrayList<>();

  private QuoteFinder(String text, Span zone) {
    this.text = text;
    this.zone = zone;
  }

  /**
   * A stretch between two marks.
   *
   * @param whole with the marks
   * @param words without them
   * @param closed whether the closing mark stands there; some papers lose it, and some leave it out
   *     where the speech goes on in the next paragraph
   * @param sentence whether it is written as one: with a capital and a mark at its end
   */
  record Quoted(Span whole, Span words, boolean closed, boolean sentence) {}

  /** A mark, as it can be told without its fellow. */
  private record Mark(int from, int to, boolean opening, boolean sure) {}

  /** The quoted stretches of a zone, in the order of the text. */
  static List<Quoted> find(String text, Span zone) {
    return find(text, List.of(zone));
  }

  /** The quoted stretches of several zones, in the order of the text. */
  static List<Quoted> find(String text, List<Span> zones) {
    List<Quoted> all = new ArrayList<>();
    boolean goesOn = false;
    for (Span zone : zones) {
      QuoteFinder finder = new QuoteFinder(text, zone);
      finder.findDouble(goesOn);
      goesOn =
          finder.found.stream().reduce((one, other) -> other).filter(q -> !q.closed).isPresent();
      finder.findSingle();
      all.addAll(finder.found);
    }
    return all;
  }

  /**
   * @param goesOn whether the zone before ended within speech
   */
  private void findDouble(boolean goesOn) {
    List<Mark> marks = marks();
    int open = -1;
    int openEnd = -1;
    int depth = 0;
    int from = zone.start();
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      int lineEnd = open >= 0 ? text.substring(open, mark.from).indexOf("\n\n") : -1;
      if (lineEnd >= 0) {
        add(open, openEnd, open + lineEnd, open + lineEnd, false);
        open = -1;
        depth = 0;
      }
      if (open < 0 && mark.opening) {
        open = mark.from;
        openEnd = mark.to;
      } else if (open >= 0 && mark.opening && isNested(marks, i)) {
        depth++;
      } else if (open >= 0 && mark.opening && mark.sure) {
        add(open, openEnd, mark.from, mark.from, false);
        open = mark.from;
        openEnd = mark.to;
        depth = 0;
      } else if (open >= 0 && depth > 0) {
        depth--;
      } else if (open >= 0) {
        add(open, openEnd, mark.from, mark.to, true);
        from = mark.to;
        open = -1;
      } else if (endsSpeech(mark)) {
        int start = goesOn && found.isEmpty() ? zone.start() : sentenceStart(from, mark.from);
        add(start, start, mark.from, mark.to, true);
        from = mark.to;
      }
    }
    if (open >= 0) {
      int paragraph = text.substring(open, zone.end()).indexOf("\n\n");
      int end = paragraph < 0 ? zone.end() : open + paragraph;
      add(open, openEnd, end, end, false);
    }
  }

  private List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    Matcher matcher = MARKS.matcher(text).region(zone.start(), zone.end());
    while (matcher.find()) {
      int from = matcher.start();
      int to = matcher.end();
      switch (matcher.group()) {
        case "“", "„", "‟", "«", "``" -> marks.add(new Mark(from, to, true, true));
        case "”", "»" -> marks.add(new Mark(from, to, false, true));
        default -> {
          boolean opening = afterBlank(from) && to < zone.end() && !isBlank(to);
          boolean sure = from > zone.start() && isBlank(from - 1);
          marks.add(new Mark(from, to, opening, sure));
        }
      }
    }
    return marks;
  }

  /** Whether the mark and the next two are a pair within the open pair. */
  private boolean isNested(List<Mark> marks, int at) {
    return at + 2 < marks.size()
        && marks.get(at).sure
        && !marks.get(at + 1).opening
        && !marks.get(at + 2).opening
        && text.substring(marks.get(at).from, marks.get(at + 2).from).indexOf('\n') < 0;
  }

  private boolean afterBlank(int at) {
    return at == zone.start() || "([{—–-".indexOf(text.charAt(at - 1)) >= 0 || isBlank(at - 1);
  }

  private boolean isBlank(int at) {
    return Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\u00a0';
  }

  /** Whether a mark without its fellow closes speech: a comma or an end stands before it. */
  private boolean endsSpeech(Mark mark) {
    return !mark.opening
        && mark.from > zone.start() + 1
        && ",.!?".indexOf(text.charAt(mark.from - 1)) >= 0
        && !Character.isDigit(text.charAt(mark.from - 2));
  }

  private int sentenceStart(int from, int to) {
    int start = from;
    Matcher matcher = SENTENCE_END.matcher(text).region(from, to);
    while (matcher.find()) {
      start = matcher.end();
    }
    return start;
  }

  /** Single marks: the closing one is told from an apostrophe by what stands around it. */
  private void findSingle() {
    int at = zone.start();
    List<Quoted> single = new ArrayList<>();
    while (at < zone.end()) {
      int close = opensSingle(at) ? closing(at) : -1;
      if (close >= 0) {
        Span whole = new Span(at, close + 1);
        boolean free = found.stream().noneMatch(quoted -> quoted.whole.overlaps(whole));
        String words = text.substring(at + 1, close).strip();
        if (free && words.split("\\s+", -1).length >= SHORTEST_BETWEEN_SINGLE) {
          quoted(at, at + 1, close, close + 1, true).ifPresent(single::add);
        }
        at = close;
      }
      at++;
    }
    found.addAll(single);
    found.sort(Comparator.comparing(Quoted::whole));
  }

  private boolean opensSingle(int at) {
    char mark = text.charAt(at);
    return (mark == '‘' || mark == '\'')
        && afterBlank(at)
        && at + 1 < zone.end()
        && Character.isLetter(text.charAt(at + 1));
  }

  /** The surest closing mark before the next opening one; -1 if none. */
  private int closing(int open) {
    int unsure = -1;
    for (int i = open + 2; i < zone.end(); i++) {
      char mark = text.charAt(i);
      if (mark == '\n' || opensSingle(i)) {
        break;
      }
      boolean end =
          i + 1 == zone.end() || isBlank(i + 1) || ",.;:!?)—–".indexOf(text.charAt(i + 1)) >= 0;
      if (mark != (text.charAt(open) == '\'' ? '\'' : '’') || !end) {
        continue;
      }
      char before = text.charAt(i - 1);
      if (",.!?…".indexOf(before) >= 0) {
        return i;
      }
      if (unsure < 0 && Character.isLetter(before) && before != 's') {
        unsure = i;
      }
    }
    return unsure;
  }

  private void add(int open, int wordsStart, int wordsEnd, int end, boolean closed) {
    quoted(open, wordsStart, wordsEnd, end, closed).ifPresent(found::add);
  }

  /** The stretch without blanks and a comma at the ends of its words; empty if nothing is left. */
  private Optional<Quoted> quoted(int open, int wordsStart, int wordsEnd, int end, boolean closed) {
    int from = wordsStart;
    int to = wordsEnd;
    while (from < to && isBlank(from)) {
      from++;
    }
    while (to > from && (isBlank(to - 1) || text.charAt(to - 1) == ',')) {
      to--;
    }
    if (to == from) {
      return Optional.empty();
    }
    String words = text.substring(from, to);
    boolean ended =
        ".!?".indexOf(words.charAt(words.length() - 1)) >= 0
            || to < zone.end() && text.charAt(to) == ',';
    boolean sentence =
        ended
            && Character.isUpperCase(words.charAt(0))
            && words.split("\\s+", -1).length >= SHORTEST_SENTENCE;
    Span whole = new Span(open, Math.max(end, to));
    return Optional.of(new Quoted(whole, new Span(from, to), closed, sentence));
  }
}
