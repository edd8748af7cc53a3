package org.chancery.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One text on its way to zones: goes through its paragraphs once, and knows when prose began. */
final class Zoning {
  private static final int LONGEST_TITLE = 220;
  private static final int MOST_TITLE_WORDS = 32;

  /** Shorter lines after a headline are rather a place or a rubric than its second part. */
  private static final int FEWEST_SUBTITLE_WORDS = 6;

  /** A place on a line of its own, as in the head of a speech. */
  private static final Pattern LOCATION =
      Pattern.compile(
          "(?<place>(?:\\p{Lu}[\\p{L}.'’-]*|de|of|da|del)(?: (?:\\p{Lu}[\\p{L}.'’-]*|de|of|da|del)){0,3}"
              + ", (?:[Tt]he )?\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Lu}[\\p{L}.'’-]*|of|and|the)){0,4})");

  /**
   * A headline that lost its line break: {@code Ministers Meet in Oslo-The ministers of …}. The
   * left part is in headline capitals, the right part is not.
   */
  private static final Pattern GLUE = Pattern.compile("(?<=\\S)-(?=[\\p{Lu}“\"‘])");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’.-]*");

  /** How many lost line breaks one paragraph may have. */
  private static final int MOST_GLUED = 3;

  /** A lead need not be longer to show that it is no headline. */
  private static final int LONGEST_LEAD = 400;

  private final String text;
  private final List<LineRule> rules;
  private final List<Zone> zones = new ArrayList<>();
  private Optional<String> place = Optional.empty();
  private boolean inHead = true;
  private boolean authorSeen;
  private boolean titleSeen;

  private Zoning(String text, List<LineRule> rules) {
    this.text = text;
    this.rules = rules;
  }

  /**
   * @param head zones that are known already, from the start of the text on; a blank line is next
   */
  static Zoning of(String text, List<LineRule> rules, List<Zone> head) {
    Zoning zoning = new Zoning(text, rules);
    head.forEach(zone -> zoning.add(zone.kind(), zone.span().start(), zone.span().end()));
    int start = head.isEmpty() ? 0 : head.get(head.size() - 1).span().end();
    List<Span> paragraphs =
        Paragraphs.of(text, zoning::standsAlone).stream()
            .filter(paragraph -> paragraph.start() >= start)
            .toList();
    for (int i = 0; i < paragraphs.size(); i++) {
      Optional<Span> next =
          i + 1 < paragraphs.size() ? Optional.of(paragraphs.get(i + 1)) : Optional.empty();
      zoning.place(paragraphs.get(i), next);
    }
    return zoning;
  }

  List<Zone> zones() {
    return List.copyOf(zones);
  }

  /** The place of the dateline, if there is one. */
  Optional<String> place() {
    return place;
  }

  private boolean standsAlone(String line) {
    return rule(LineRule.Place.LINE, line).isPresent()
        || (inHead && rule(LineRule.Place.HEAD, line).isPresent());
  }

  private void place(Span paragraph, Optional<Span> next) {
    if (inHead) {
      afterHeader(paragraph).ifPresent(rest -> placeRest(rest, next));
    } else {
      placeRest(paragraph, next);
    }
  }

  private void placeRest(Span paragraph, Optional<Span> next) {
    String words = paragraph.of(text);
    Optional<LineRule> whole =
        rule(LineRule.Place.LINE, words)
            .or(() -> inHead ? rule(LineRule.Place.HEAD, words) : Optional.empty())
            .filter(rule -> rule.zone() != Zone.Kind.CAPTION || glued(words).isEmpty());
    if (whole.isPresent()) {
      placeWhole(whole.get(), paragraph);
    } else if (inHead) {
      placeInHead(paragraph, words, next);
    } else {
      placeProse(paragraph);
    }
  }

  /** What is left of a line when the data at its start has its zone. */
  private Optional<Span> afterHeader(Span paragraph) {
    String words = paragraph.of(text);
    for (LineRule rule : rules) {
      if (rule.place() == LineRule.Place.START) {
        Optional<Integer> length = rule.endOfStart(words);
        if (length.isPresent()) {
          int end = paragraph.start() + length.get();
          add(rule.zone(), paragraph.start(), end);
          return Blank.trim(text, end, paragraph.end());
        }
      }
    }
    return Optional.of(paragraph);
  }

  private void placeWhole(LineRule rule, Span paragraph) {
    if (rule.zone() == Zone.Kind.CAPTION) {
      addCaption(paragraph);
      return;
    }
    // Only the line that names an author is prose and yet part of the head.
    authorSeen |= rule.zone() == Zone.Kind.BODY;
    add(rule.zone(), paragraph.start(), paragraph.end());
  }

  private void placeInHead(Span paragraph, String words, Optional<Span> next) {
    if (hasCredit(words)) {
      addCaption(paragraph);
      return;
    }
    Matcher location = LOCATION.matcher(words);
    if (words.length() <= 80
        && location.matches()
        && (authorSeen || next.filter(this::isDate).isPresent())) {
      add(Zone.Kind.DATELINE, paragraph.start(), paragraph.end());
      rememberPlace(location.group("place"));
      return;
    }
    Optional<Dateline> dateline = Dateline.of(words);
    if (dateline.isPresent()) {
      int end = paragraph.start() + dateline.get().length();
      add(Zone.Kind.DATELINE, paragraph.start(), end);
      rememberPlace(dateline.get().place());
      Blank.trim(text, end, paragraph.end()).ifPresent(this::placeProse);
      return;
    }
    Optional<Integer> gluedTitle = gluedTitle(words).filter(end -> !titleSeen);
    if (gluedTitle.isPresent()) {
      int end = paragraph.start() + gluedTitle.get();
      add(Zone.Kind.TITLE, paragraph.start(), end);
      placeAfterHyphen(end, paragraph.end(), MOST_GLUED);
      return;
    }
    if (next.isPresent() && isTitle(words, next.filter(this::isDated).isPresent())) {
      add(Zone.Kind.TITLE, paragraph.start(), paragraph.end());
      return;
    }
    if (authorSeen && !Sentences.isClosed(words) && wordCount(words) < FEWEST_SUBTITLE_WORDS) {
      add(Zone.Kind.BODY, paragraph.start(), paragraph.end());
      return;
    }
    placeProse(paragraph);
  }

  private void placeProse(Span paragraph) {
    placeProse(paragraph, MOST_GLUED);
  }

  /** A paragraph of the article, with what may hang on either end of it. */
  private void placeProse(Span paragraph, int gluedLeft) {
    String words = paragraph.of(text);
    Optional<LineRule> glued = gluedLeft > 0 ? glued(words) : Optional.empty();
    if (glued.isPresent()) {
      int hyphen = paragraph.start() + glued.get().endOfStart(words).orElseThrow();
      addAs(glued.get().zone(), new Span(paragraph.start(), hyphen));
      placeAfterHyphen(hyphen, paragraph.end(), gluedLeft - 1);
      return;
    }
    if (rule(LineRule.Place.LINE, words).filter(r -> r.zone() == Zone.Kind.CAPTION).isPresent()
        || hasCredit(words)) {
      addCaption(paragraph);
      return;
    }
    inHead = false;
    addWithEnd(Zone.Kind.BODY, Zone.Kind.SIGN_OFF, paragraph);
  }

  private void addAs(Zone.Kind kind, Span span) {
    if (kind == Zone.Kind.CAPTION) {
      addCaption(span);
    } else {
      add(kind, span.start(), span.end());
    }
  }

  /** The hyphen stands for a lost line break: it belongs to neither side. */
  private void placeAfterHyphen(int from, int end, int gluedLeft) {
    int hyphen = text.indexOf('-', from);
    add(Zone.Kind.FURNITURE, hyphen, hyphen + 1);
    Blank.trim(text, hyphen + 1, end).ifPresent(rest -> placeProse(rest, gluedLeft));
  }

  private void addCaption(Span paragraph) {
    addWithEnd(Zone.Kind.CAPTION, Zone.Kind.CREDIT, paragraph);
  }

  /** Adds the paragraph, its end as a zone of its own where an end rule of that kind reads it. */
  private void addWithEnd(Zone.Kind kind, Zone.Kind endKind, Span paragraph) {
    int end =
        startOfEnd(endKind, paragraph.of(text))
            .map(start -> paragraph.start() + start)
            .orElse(paragraph.end());
    Blank.trim(text, paragraph.start(), end).ifPresent(rest -> add(kind, rest.start(), rest.end()));
    Blank.trim(text, end, paragraph.end())
        .ifPresent(rest -> add(endKind, rest.start(), rest.end()));
  }

  private boolean hasCredit(String words) {
    return startOfEnd(Zone.Kind.CREDIT, words).isPresent();
  }

  private Optional<Integer> startOfEnd(Zone.Kind kind, String words) {
    return rules.stream()
        .filter(rule -> rule.place() == LineRule.Place.END && rule.zone() == kind)
        .flatMap(rule -> rule.startOfEnd(words).stream())
        .min(Integer::compare);
  }

  private Optional<LineRule> glued(String words) {
    return rules.stream()
        .filter(rule -> rule.place() == LineRule.Place.GLUED)
        .filter(rule -> rule.endOfStart(words).isPresent())
        .findFirst();
  }

  private Optional<LineRule> rule(LineRule.Place where, String words) {
    return rules.stream().filter(rule -> rule.place() == where && rule.reads(words)).findFirst();
  }

  private boolean isDate(Span line) {
    String words = line.of(text);
    return rule(LineRule.Place.HEAD, words)
        .or(() -> rule(LineRule.Place.LINE, words))
        .filter(rule -> rule.zone() == Zone.Kind.HEADER)
        .isPresent();
  }

  private boolean isDated(Span line) {
    String words = line.of(text);
    return isDate(line)
        || rules.stream()
            .filter(rule -> rule.place() == LineRule.Place.START)
            .anyMatch(rule -> rule.endOfStart(words).isPresent());
  }

  /** A line right before a date is a headline even if it is a long one. */
  private boolean isTitle(String words, boolean beforeDate) {
    if (words.length() > LONGEST_TITLE * (beforeDate ? 2 : 1)
        || (Sentences.isClosed(words) && !words.endsWith("?") && !words.endsWith("!"))
        || words.endsWith(":")
        || words.endsWith(";")
        || words.endsWith(",")
        || !Character.isLetterOrDigit(firstLetterOf(words))
        || wordCount(words) > MOST_TITLE_WORDS * (beforeDate ? 2 : 1)) {
      return false;
    }
    if (!titleSeen) {
      return !authorSeen;
    }
    return zones.get(zones.size() - 1).kind() == Zone.Kind.TITLE
        && wordCount(words) >= FEWEST_SUBTITLE_WORDS;
  }

  /** A headline may open with a quotation mark, a list item does not open with a letter. */
  private static int firstLetterOf(String words) {
    int first = words.codePointAt(0);
    boolean quote = "\"'“‘«".indexOf(first) >= 0;
    return quote && words.length() > 1 ? words.codePointAt(1) : first;
  }

  private static Optional<Integer> gluedTitle(String words) {
    // Where a page loses the line break it loses the period, too; a closed sentence is left whole.
    if (Sentences.isClosed(words) || words.length() < 120) {
      return Optional.empty();
    }
    Matcher hyphens = GLUE.matcher(words).region(0, Math.min(words.length(), LONGEST_TITLE));
    while (hyphens.find()) {
      int end = hyphens.start();
      String title = words.substring(0, end);
      String lead = words.substring(end + 1, Math.min(words.length(), end + LONGEST_LEAD));
      if (wordCount(title) >= 4
          && capitals(title) >= 0.8
          && wordCount(lead) >= 8
          && capitals(lead) <= 0.6) {
        return Optional.of(end);
      }
    }
    return Optional.empty();
  }

  /** The part of the longer words that begins with a capital or a digit. */
  private static double capitals(String words) {
    List<String> longer =
        WORD.matcher(words).results().map(r -> r.group()).filter(w -> w.length() > 3).toList();
    long capital = longer.stream().filter(w -> !Character.isLowerCase(w.codePointAt(0))).count();
    return longer.isEmpty() ? 0 : (double) capital / longer.size();
  }

  private static int wordCount(String words) {
    return (int) WORD.matcher(words).results().count();
  }

  private void rememberPlace(String found) {
    if (place.isEmpty()) {
      place = Optional.of(found);
    }
  }

  private void add(Zone.Kind kind, int start, int end) {
    titleSeen |= kind == Zone.Kind.TITLE;
    zones.add(new Zone(kind, new Span(start, end)));
  }
}
