package org.chancery.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.chancery.article.Article;
import org.chancery.article.Span;
import org.chancery.article.Zone;

/**
 * Finds the calendar days that an article's words name. Relative words such as {@code yesterday}
 * count from the day of publication; without one, only what is given in full resolves. Safe for use
 * by several threads.
 */
public final class Days {
  private final List<DayForm> forms = DayForm.all();

  /** The days named in titles, captions and paragraphs, in the order of the text. */
  public List<DayMention> find(Article article) {
    return article.zones().stream()
        .filter(zone -> zone.kind().isRead())
        .flatMap(zone -> find(article, zone).stream())
        .toList();
  }

  /**
   * The days named within a stretch of the text, such as a sentence, in the order of the text.
   *
   * @throws IndexOutOfBoundsException if the stretch ends after the text
   */
  public List<DayMention> find(Article article, Span within) {
    return find(within.of(article.text()), within.start(), article.publishedOn());
  }

  /**
   * The mention as a sentence of that tense means it.
   *
   * @param future whether the sentence speaks of what is to come
   */
  public DayMention resolve(DayMention mention, boolean future) {
    if (!future || mention.ahead().isEmpty()) {
      return mention;
    }
    DayMention.Period ahead = mention.ahead().get();
    return new DayMention(
        mention.span(),
        ahead.first(),
        ahead.last(),
        mention.precision(),
        mention.derived(),
        Optional.empty());
  }

  private List<DayMention> find(Article article, Zone zone) {
    return find(article, zone.span());
  }

  private List<DayMention> find(String words, int offset, Optional<LocalDate> anchor) {
    // Keyed by start: what one form has claimed, a later form leaves alone, even if it named no
    // day.
    NavigableMap<Integer, Integer> claimed = new TreeMap<>();
    List<DayMention> mentions = new ArrayList<>();
    for (DayForm form : forms) {
      Matcher matcher = form.pattern().matcher(words);
      while (matcher.find()) {
        if (isFree(claimed, matcher.start(), matcher.end())) {
          claimed.put(matcher.start(), matcher.end());
          form.reading()
              .read(matcher, anchor)
              .ifPresent(days -> mentions.add(mention(matcher, offset, days)));
        }
      }
    }
    return mentions.stream().sorted().toList();
  }

  private static boolean isFree(NavigableMap<Integer, Integer> claimed, int start, int end) {
    var before = claimed.lowerEntry(end);
    return before == null || before.getValue() <= start;
  }

  private static DayMention mention(Matcher matcher, int offset, DayForm.Found found) {
    return new DayMention(
        new Span(offset + matcher.start(), offset + matcher.end()),
        found.days().first(),
        found.days().last(),
        found.precision(),
        found.derived(),
        found.ahead());
  }
}
