package org.chancery.site;

import java.util.List;

/**
 * What the start page shows.
 *
 * @param counting whether the numbers are still being made
 * @param empty whether there is no article
 * @param days when the articles were published; empty text if unknown
 */
public record StartView(
    boolean counting,
    boolean empty,
    String days,
    List<Card> cards,
    List<StatusLine> statuses,
    List<Topic> topics) {
  public StartView {
    cards = List.copyOf(cards);
    statuses = List.copyOf(statuses);
    topics = List.copyOf(topics);
  }

  /**
   * How many there are of something.
   *
   * @param href of the list of them; empty text if there is none
   */
  public record Card(String kind, String number, String words, String href) {}

  /**
   * How many claims have a status, and what it means.
   *
   * @param name the class of its badge
   * @param href of the list of them; empty text if there is none
   */
  public record StatusLine(String name, String number, String meaning, String href) {}

  /** Questions of one sort. */
  public record Topic(String heading, List<Question> questions) {
    public Topic {
      questions = List.copyOf(questions);
    }
  }

  /**
   * A question to ask.
   *
   * @param asks whom else it is asked, in a few words; empty text if nobody
   */
  public record Question(String text, String description, String href, String asks) {}
}
