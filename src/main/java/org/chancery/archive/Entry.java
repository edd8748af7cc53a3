package org.chancery.archive;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One article of a store, as its ledger has it.
 *
 * @param article its identifier
 * @param contentHash SHA-256 of what was read, in hexadecimal
 * @param engine version of what read it
 * @param silent how many sentences had a trigger word and gave no claim
 * @param place where its reading lies
 * @param graph what its graph came to, once there is one
 */
public record Entry(
    String article,
    String contentHash,
    String engine,
    Optional<String> title,
    Optional<LocalDate> publishedOn,
    int silent,
    Place place,
    Optional<GraphNote> graph) {
  /** The same article with another graph. */
  public Entry with(GraphNote other) {
    return new Entry(
        article, contentHash, engine, title, publishedOn, silent, place, Optional.of(other));
  }

  /** The same article with its reading at another place. */
  Entry at(Place other) {
    return new Entry(article, contentHash, engine, title, publishedOn, silent, other, graph);
  }
}
