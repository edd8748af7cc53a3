package org.chancery.federation;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.Timeouts;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/** What one query has asked so far: the same is not asked twice, and there is an end to it. */
final class Ledger {
  private static final Symbol SYMBOL = Symbol.create("https://w3id.org/chancery/federation#ledger");

  private final Map<String, List<Map<String, Node>>> answers = new HashMap<>();
  private int requests;
  private int rows;

  /** In the clock's nanoseconds; a query without a limit has none. */
  private final OptionalLong deadline;

  private Ledger(OptionalLong deadline) {
    this.deadline = deadline;
  }

  /** That of a query, by the context of its execution. */
  static synchronized Ledger of(Context context) {
    if (context.get(SYMBOL) instanceof Ledger ledger) {
      return ledger;
    }
    Ledger ledger = new Ledger(deadline(context));
    context.set(SYMBOL, ledger);
    return ledger;
  }

  /**
   * Services have the time that a query has for its first row. ARQ's own alarm waits while a query
   * starts, and joins may ask by then.
   */
  private static OptionalLong deadline(Context context) {
    Timeouts.Timeout limit = Timeouts.extractQueryTimeout(context);
    return LongStream.of(limit.initialTimeoutMillis(), limit.overallTimeoutMillis())
        .filter(millis -> millis > 0)
        .map(millis -> System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis))
        .min();
  }

  /** Whether the query is out of time. */
  boolean isOver() {
    return deadline.isPresent() && System.nanoTime() - deadline.getAsLong() >= 0;
  }

  /** Gives an answer. */
  interface Asking {
    List<Map<String, Node>> ask();
  }

  /**
   * The answer to a question, asked if it is new.
   *
   * @throws ServiceFailure if the query has asked too much, or the service fails
   */
  List<Map<String, Node>> answer(URI place, String question, Limits limits, Asking asking) {
    String key = place + "\n" + question;
    List<Map<String, Node>> known = answers.get(key);
    if (known != null) {
      return known;
    }
    if (requests == limits.requests()) {
      throw new ServiceFailure(
          place,
          "has been asked %d times for one query, which is enough. Join fewer rows with it, or put SERVICE outside of OPTIONAL and UNION."
              .formatted(requests));
    }
    requests++;
    List<Map<String, Node>> answer = asking.ask();
    rows += answer.size();
    if (rows > limits.rows()) {
      throw new ServiceFailure(
          place,
          "has given more than %,d rows for one query. Ask it for less.".formatted(limits.rows()));
    }
    answers.put(key, answer);
    return answer;
  }
}
