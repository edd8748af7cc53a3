package org.chancery.analysis;

import java.util.List;
import java.util.Optional;
import org.chancery.article.Article;

/**
 * What is seen in an article before anything is claimed.
 *
 * @param sentences in the order of the text
 * @param days every expression of days in the article, in the order of the text
 * @param cut how many sentences were too long to be read as one and are several here
 */
public record Analysis(Article article, List<Read> sentences, List<DayMention> days, int cut) {
  /** The most tokens that a sentence is read with. */
  public static final int LONGEST_SENTENCE = Tagger.LONGEST;

  public Analysis {
    sentences = List.copyOf(sentences);
    days = List.copyOf(days);
  }

  /**
   * A sentence, its mentions and its units.
   *
   * @param mentions in the order of the text; quotations may cover others
   * @param nations every word for a country, adjectives too, in the order of the text
   * @param units the sentence with each mention as one word
   */
  public record Read(
      Sentence sentence, List<Mention> mentions, List<Nation> nations, List<Unit> units) {
    public Read {
      mentions = List.copyOf(mentions);
      nations = List.copyOf(nations);
      units = List.copyOf(units);
    }

    /**
     * A word for a country.
     *
     * @param at 0-based position of its first token
     * @param code ISO alpha-2
     * @param place whether it is a city, not the country itself
     */
    public record Nation(int at, String code, boolean place) {}

    /** The mention that a unit stands for. */
    public Optional<Mention> mention(Unit unit) {
      return mentions.stream()
          .filter(mention -> mention.from() == unit.from() && mention.to() == unit.to())
          .findFirst();
    }
  }
}
