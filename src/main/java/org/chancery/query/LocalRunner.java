package org.chancery.query;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.federation.Federation;

/** Answers from a dataset in this process. */
record LocalRunner(DatasetGraph dataset, Federation federation) implements QueryRunner {
  @Override
  public Answer run(Query query) {
    QueryExecBuilder builder = QueryExec.dataset(dataset).query(query);
    federation.settings().forEach(builder::set);
    try (QueryExec execution = builder.build()) {
      federation.requireAllowed(query);
      return Answers.of(query, execution);
    } catch (QueryException e) {
      throw new UserException(
          ExitCode.USAGE, "The query cannot be answered: %s".formatted(e.getMessage()), e);
    }
  }
}
