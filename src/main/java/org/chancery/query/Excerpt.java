package org.chancery.query;

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
   * @throws QueryCancelledException when the time that the context sets is over
   */
  public static Excerpt of(Query query, DatasetGraph dataset, int most) {
    try (QueryExec execution =
        QueryExec.dataset(dataset).query(query).set(ARQ.httpServiceAllowed, "false").build()) {
      return Answers.first(query, execution, most);
    }
  }
}
