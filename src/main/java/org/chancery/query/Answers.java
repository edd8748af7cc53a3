package org.chancery.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryType;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.NodeCmp;
import org.chancery.ExitCode;
import org.chancery.UserException;

/** Takes a whole answer out of an execution, which may read lazily from a store or a network. */
final class Answers {
  private static final Comparator<Triple> ORDER =
      Comparator.comparing(Triple::getSubject, NodeCmp::compareRDFTerms)
          .thenComparing(Triple::getPredicate, NodeCmp::compareRDFTerms)
          .thenComparing(Triple::getObject, NodeCmp::compareRDFTerms);

  private Answers() {}

  static Answer of(Query query, QueryExec execution) {
    QueryType type = query.queryType();
    return switch (type) {
      case SELECT -> rows(execution.select());
      case ASK -> new Answer.Truth(execution.ask());
      case CONSTRUCT -> triples(execution.constructTriples());
      case DESCRIBE -> triples(execution.describeTriples());
      default ->
          throw new UserException(
              ExitCode.USAGE,
              "A %s query is not run here: use SELECT, ASK, CONSTRUCT or DESCRIBE."
                  .formatted(type));
    };
  }

  private static Answer rows(RowSet answer) {
    List<Binding> rows = new ArrayList<>();
    // TDB2's bindings look up their terms when asked, which must happen inside the transaction.
    answer.forEachRemaining(row -> rows.add(row.detach()));
    return new Answer.Rows(answer.getResultVars(), rows);
  }

  private static Answer triples(Iterator<Triple> answer) {
    TreeSet<Triple> triples = new TreeSet<>(ORDER);
    answer.forEachRemaining(triples::add);
    return new Answer.Triples(List.copyOf(triples));
  }
}
