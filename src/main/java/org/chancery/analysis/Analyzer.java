package org.chancery.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.article.Article;
import org.chancery.article.Span;
import org.chancery.article.Zone;
import org.chancery.reference.Reference;

/**
 * From an article to its analysis. Slow to make (it loads the models), safe to share between
 * threads.
 */
public final class Analyzer {
  private final Tagger tagger = new Tagger();
  private final Days days = new Days();
  private final MentionFinder finder;

  public Analyzer(Reference reference) {
    finder = new MentionFinder(reference);
  }

  /** The analysis of one article; depends on that article alone. */
  public Analysis analyze(Article article) {
    List<DayMention> dayMentions = days.find(article);
    List<Span> zones =
        article.zones().stream().filter(zone -> zone.kind().isRead()).map(Zone::span).toList();
    List<QuoteFinder.Quoted> quotes = QuoteFinder.find(article.text(), zones);
    List<Analysis.Read> read = new ArrayList<>();
    Tagger.Tagged tagged = tagger.sentences(article);
    List<Sentence> sentences = tagged.sentences();
    Set<String> states = finder.states(sentences);
    KnownPeople known = finder.people(sentences, states);
    Optional<Mention.City> here =
        article.datelinePlace().flatMap(place -> tagger.phrase(place).flatMap(finder::city));
    for (Sentence sentence : sentences) {
      read.add(finder.find(sentence, states, known, dayMentions, quotes, here));
    }
    return new Analysis(article, read, dayMentions, tagged.cut());
  }
}
