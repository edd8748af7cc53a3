package org.chancery.query;

import java.util.function.Consumer;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * The beginning of an answer, as much as fits a page.
 *
 * @param whole whether that is all
 */
public record Excerpt(Answer answer, boolean whole) {
  /**
   * Answers from a dataset whose default graph is the union of its graphs, within the limits that
   * its context sets; call it inside a read transaction. {@code SERVICE} is refused.
   *
   * @param most how many rows or triples to return
   * @param onCut is told how to end the query from another thread
   * @throws QueryCancelledException when the time that the context sets is over, or it is ended
   */
  public static Excerpt of(Query query, DatasetGraph dataset, int most, Consumer<Runnable> onCut) {
    try (QueryExec execution =
        QueryExec.dataset(dataset).query(query).set(ARQ.httpServiceAllowed, "false").build()) {
      onCut.accept(execution::abort);
      return Answers.first(query, execution, most);
    }
  }
}
