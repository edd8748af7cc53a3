package org.chancery.validation;

import java.util.Comparator;

/**
 * One way in which an article's graph breaks a shape. Ordered by article, node, shape, message.
 *
 * @param article IRI of the article, which is its graph's name
 * @param node what is wrong: an IRI, or a literal as it stands in Turtle
 * @param shape IRI of the shape in {@code ontology/shapes.ttl}
 * @param message what is wrong with it, in plain words
 */
public record Violation(String article, String node, String shape, String message)
    implements Comparable<Violation> {
  private static final Comparator<Violation> ORDER =
      Comparator.comparing(Violation::article)
          .thenComparing(Violation::node)
          .thenComparing(Violation::shape)
          .thenComparing(Violation::message);

  @Override
  public int compareTo(Violation other) {
    return ORDER.compare(this, other);
  }
}
