package org.chancery.cli;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.chancery.query.Answer;
import org.chancery.query.QueryRunner;

/**
 * The named graphs that a server holds. They are fetched one by one, each far below the server's
 * time limit.
 *
 * @param server answers from one version of its store, so that the graphs make one whole
 */
record ServedGraphs(QueryRunner server) {
  private static final Query NAMES =
      QueryFactory.create("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }");
  private static final Query TRIPLES =
      QueryFactory.create("SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }");

  /** All of them, in memory. */
  DatasetGraph copy() {
    DatasetGraph copy = DatasetGraphFactory.createGeneral();
    for (Binding name : rows(NAMES)) {
      Node graph = name.get("g");
      Query triples = QueryTransformOps.replaceVars(TRIPLES, Map.of(Var.alloc("g"), graph));
      for (Binding row : rows(triples)) {
        copy.add(Quad.create(graph, row.get("s"), row.get("p"), row.get("o")));
      }
    }
    return copy;
  }

  private List<Binding> rows(Query query) {
    Answer answer = server.run(query);
    if (answer instanceof Answer.Rows rows) {
      return rows.rows();
    }
    throw new AssertionError("a SELECT query gave " + answer);
  }
}
