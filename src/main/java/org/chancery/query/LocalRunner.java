package org.chancery.query;

import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.chancery.ExitCode;
import org.chancery.UserException;

/** Answers from a dataset in this process. */
record LocalRunner(DatasetGraph dataset) implements QueryRunner {
  @Override
  public Answer run(Query query) {
    try (QueryExec execution =
        QueryExec.dataset(dataset).query(query).set(ARQ.httpServiceAllowed, "false").build()) {
      return Answers.of(query, execution);
    } catch (QueryException e) {
      throw new UserException(
          ExitCode.USAGE, "The query cannot be answered: %s".formatted(e.getMessage()), e);
    }
  }
}
