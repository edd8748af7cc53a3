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
    return first(query, execution, Integer.MAX_VALUE).answer();
  }

  /** At most so many rows or triples, those that come first. */
  static Excerpt first(Query query, QueryExec execution, int most) {
    QueryType type = query.queryType();
    return switch (type) {
      case SELECT -> rows(execution.select(), most);
      case ASK -> new Excerpt(new Answer.Truth(execution.ask()), true);
      case CONSTRUCT -> triples(execution.constructTriples(), most);
      case DESCRIBE -> triples(execution.describeTriples(), most);
      default ->
          throw new UserException(
              ExitCode.USAGE,
              "A %s query is not run here: use SELECT, ASK, CONSTRUCT or DESCRIBE."
                  .formatted(type));
    };
  }

  private static Excerpt rows(RowSet answer, int most) {
    List<Binding> rows = new ArrayList<>();
    while (rows.size() < most && answer.hasNext()) {
      // TDB2's bindings look up their terms when asked, which must happen inside the transaction.
      rows.add(answer.next().detach());
    }
    return new Excerpt(new Answer.Rows(answer.getResultVars(), rows), !answer.hasNext());
  }

  private static Excerpt triples(Iterator<Triple> answer, int most) {
    TreeSet<Triple> triples = new TreeSet<>(ORDER);
    while (triples.size() < most && answer.hasNext()) {
      triples.add(answer.next());
    }
    return new Excerpt(new Answer.Triples(List.copyOf(triples)), !answer.hasNext());
  }
}
