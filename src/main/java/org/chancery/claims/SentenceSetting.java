package org.chancery.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.DayMention;
import org.chancery.analysis.Mention;
import org.chancery.analysis.Sentence;
import org.chancery.analysis.Token;
import org.chancery.article.Span;
import org.chancery.ontology.WordLists;

/** When and where the events of one sentence take place, if it leaves no choice. */
record SentenceSetting(Analysis.Read read, Discourse discourse) {
  private static final Set<String> LOCATIVES = WordLists.load().require("locative");
  private static final Set<String> OTHER_EVENTS = WordLists.load().require("other-event");

  /** The only day of the sentence; the one to come, if the event lies ahead. */
  Optional<LocalDate> day(boolean ahead) {
    List<Mention.Time> days = new ArrayList<>();
    for (Mention mention : read.mentions()) {
      if (mention instanceof Mention.Time time
          && (time.day().precision() == DayMention.Precision.DAY
              || time.day().precision() == DayMention.Precision.RANGE)) {
        days.add(time);
      }
    }
    return days.size() == 1 ? Optional.of(day(days.get(0).day(), ahead)) : Optional.empty();
  }

  private static LocalDate day(DayMention day, boolean ahead) {
    return ahead ? day.ahead().map(DayMention.Period::first).orElse(day.first()) : day.first();
  }

  /** The only day of a sentence, if it stands in the clause of some words. */
  Optional<LocalDate> dayAt(Span words, boolean ahead) {
    boolean near =
        read.mentions().stream()
            .filter(Mention.Time.class::isInstance)
            .allMatch(mention -> inOneClause(read.sentence(), mention, words));
    return near ? day(ahead) : Optional.empty();
  }

  /** The only city of a sentence that stands behind "in" or "at". */
  Optional<String> city() {
    Set<String> cities = new LinkedHashSet<>();
    for (Mention.City city : located()) {
      cities.addAll(discourse.referents(read, city, Discourse.Role.PLACE));
    }
    return cities.size() == 1 ? cities.stream().findFirst() : Optional.empty();
  }

  /** The only city of a sentence, if it stands in the clause of some words. */
  Optional<String> cityAt(Span words) {
    boolean near = located().stream().allMatch(city -> inOneClause(read.sentence(), city, words));
    return near ? city() : Optional.empty();
  }

  private List<Mention.City> located() {
    Sentence sentence = read.sentence();
    List<Mention.City> cities = new ArrayList<>();
    for (Mention mention : read.mentions()) {
      if (mention instanceof Mention.City city
          && city.from() > 0
          && LOCATIVES.contains(sentence.token(city.from() - 1).word().toLowerCase(Locale.ROOT))) {
        cities.add(city);
      }
    }
    return cities;
  }

  /** Whether no other verb or event stands between a mention and what some words tell. */
  private static boolean inOneClause(Sentence sentence, Mention mention, Span words) {
    if (isInAside(sentence, mention, words)
        || mention instanceof Mention.Time && isOfOtherEvent(sentence, mention, words)) {
      return false;
    }
    for (Token token : sentence.tokens()) {
      boolean between =
          token.index() >= mention.to() && token.span().end() <= words.start()
              || token.index() < mention.from() && token.span().start() >= words.end();
      if (between && token.tag().matches("VB[DZP]|MD|WDT|WP|WRB")) {
        return false;
      }
    }
    return true;
  }

  /** "Ghana, which closed the border on Monday, signed …": a clause within the words. */
  private static boolean isInAside(Sentence sentence, Mention mention, Span words) {
    return sentence.tokens().stream()
        .filter(token -> token.index() < mention.from())
        .filter(token -> token.span().start() >= words.start())
        .filter(token -> sentence.token(mention.from()).span().end() <= words.end())
        .anyMatch(token -> token.tag().matches("WDT|WP.?|WRB"));
  }

  /** "attended a conference before the vote of Monday": the phrase tells of another event. */
  private static boolean isOfOtherEvent(Sentence sentence, Mention mention, Span words) {
    for (int at = mention.from() - 1; at >= 0; at--) {
      Token token = sentence.token(at);
      if (token.word().equals(",")
          || token.span().start() < words.end() && token.span().end() > words.start()) {
        return false;
      }
      if (OTHER_EVENTS.contains(token.word().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
