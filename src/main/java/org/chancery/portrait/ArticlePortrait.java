package org.chancery.portrait;

import java.util.List;
import java.util.Optional;

/**
 * An article, as its page shows it.
 *
 * @param iri its name in the graph
 * @param title its headline, or else its identifier
 * @param identifier what its file or line is called
 * @param day of publication, in ISO 8601; empty if not known
 * @param details what else there is to it
 * @param mentions what it names, by class
 * @param facts what it says, by status
 * @param unread whether it says more than that
 * @param segments its text; none if the store has no texts
 * @param excerpts the words that its facts rest on, as they follow each other
 * @param copies other articles with nearly the same text
 */
public record ArticlePortrait(
    String iri,
    String title,
    String identifier,
    String day,
    List<Detail> details,
    List<Detail> mentions,
    List<Group> facts,
    boolean unread,
    List<Segment> segments,
    List<Excerpt> excerpts,
    List<Value> copies) {
  public ArticlePortrait {
    details = List.copyOf(details);
    mentions = List.copyOf(mentions);
    facts = List.copyOf(facts);
    segments = List.copyOf(segments);
    excerpts = List.copyOf(excerpts);
    copies = List.copyOf(copies);
  }

  /**
   * Some evidence by itself.
   *
   * @param anchor its name in this article
   * @param facts numbers of the facts that rest on it, ascending
   */
  public record Excerpt(String anchor, Quote quote, List<Integer> facts) {
    public Excerpt {
      facts = List.copyOf(facts);
    }

    /** The facts' numbers with a space between them. */
    public String numbers() {
      return String.join(" ", facts.stream().map(String::valueOf).toList());
    }
  }

  /** What the article says with one status. */
  public record Group(String status, List<Numbered> facts) {
    public Group {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A fact by its number in this article.
   *
   * @param anchors names of the words that it rests on, in the order in which they stand
   */
  public record Numbered(int number, Fact fact, List<String> anchors) {
    public Numbered {
      anchors = List.copyOf(anchors);
    }

    /** The words with that anchor, by its index. */
    public String words(int index) {
      return fact.sources().quotes().get(index).exact();
    }

    /** The claim that rests on them. */
    public Optional<String> claim(int index) {
      return fact.sources().quotes().get(index).claim();
    }
  }
}
