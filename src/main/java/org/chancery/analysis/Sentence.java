package org.chancery.analysis;

import java.util.List;
import org.chancery.article.Span;
import org.chancery.article.Zone;

/**
 * A sentence of an article.
 *
 * @param index 0-based position among the article's sentences
 * @param zone the zone that it stands in; a sentence never crosses zones
 * @param tokens at least one, in the order of the text
 */
public record Sentence(int index, Zone zone, List<Token> tokens) {
  public Sentence {
    tokens = List.copyOf(tokens);
  }

  public Span span() {
    return tokens.get(0).span().through(tokens.get(tokens.size() - 1).span());
  }

  public Token token(int position) {
    return tokens.get(position);
  }

  public int size() {
    return tokens.size();
  }

  /**
   * The stretch of text that some tokens cover.
   *
   * @param from 0-based position of the first token
   * @param to position just past the last
   */
  public Span span(int from, int to) {
    return tokens.get(from).span().through(tokens.get(to - 1).span());
  }

  /** The words of some tokens, joined by single blanks as they would be written. */
  public String words(String text, int from, int to) {
    return span(from, to).of(text).replaceAll("\\s+", " ");
  }
}
