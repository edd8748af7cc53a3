package org.chancery.federation;

import java.time.Duration;

/**
 * How much of others' services one query may use.
 *
 * @param connect time to reach a service
 * @param answer time for one whole answer
 * @param bytes length of an answer at most
 * @param rows rows of an answer at most, and rows of ours that are joined with a service
 * @param batch rows of ours that one request asks about
 * @param requests how many requests one query may make
 * @param atOnce how many requests of all queries may be under way
 */
record Limits(
    Duration connect, Duration answer, int bytes, int rows, int batch, int requests, int atOnce) {
  /** Half of what Wikidata gives a query, and less than it lets one address ask at a time. */
  static final Limits STANDARD =
      new Limits(Duration.ofSeconds(5), Duration.ofSeconds(30), 8 << 20, 10_000, 50, 100, 2);
}
