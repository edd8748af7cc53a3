package org.chancery.cli;

import java.nio.file.Path;
import java.util.function.Function;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.chancery.federation.Federation;
import org.chancery.query.Answer;
import org.chancery.query.QueryRunner;

/** Where commands that only read find the graph. */
interface GraphSource {
  /**
   * Reads all of what a store holds, as of one moment.
   *
   * @param reader is given the named graphs and must not keep them; whether the default graph is
   *     empty or their union is not said
   * @throws org.chancery.UserException if there is no store or another process has it open
   */
  <T> T read(Path store, Function<DatasetGraph, T> reader);

  /**
   * Asks a store a query, to which the default graph is the union of the named ones.
   *
   * @throws org.chancery.UserException as {@link #read}, or if the query fails
   */
  default Answer answer(Path store, Query query) {
    return answer(store, query, Federation.NONE);
  }

  /**
   * As above.
   *
   * @param federation whom the query may ask, if it runs here; a server has its own
   * @throws org.chancery.UserException also if there are such, and a server answers
   */
  default Answer answer(Path store, Query query, Federation federation) {
    return read(store, dataset -> QueryRunner.over(dataset, federation).run(query));
  }
}
