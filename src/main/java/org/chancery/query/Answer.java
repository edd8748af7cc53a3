package org.chancery.query;

import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** What a query came to: complete, in memory, of use after the transaction has ended. */
public sealed interface Answer {
  /** Of SELECT: rows in the query's order. */
  record Rows(List<Var> columns, List<Binding> rows) implements Answer {
    public Rows {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /** Of ASK. */
  record Truth(boolean holds) implements Answer {}

  /** Of CONSTRUCT and DESCRIBE: each triple once, sorted. */
  record Triples(List<Triple> triples) implements Answer {
    public Triples {
      triples = List.copyOf(triples);
    }
  }
}
