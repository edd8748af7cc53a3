package org.chancery.link;

import java.util.List;

/** Data of others, open to be searched. */
public interface Target extends AutoCloseable {
  /** A thing of others with how alike it is to one of ours. */
  record Candidate(Item item, Scorer.Score score) {}

  /**
   * Looks for some of our things.
   *
   * @return the candidates of each, in the things' order, the best first
   */
  List<List<Candidate>> find(List<Thing> things);

  @Override
  void close();
}
