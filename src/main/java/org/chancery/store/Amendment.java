package org.chancery.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** Changes to single graphs of the next version. */
public final class Amendment {
  private final DatasetGraph dataset;
  private long rewritten;

  Amendment(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  /**
   * Makes a graph consist of these quads. Only those that it lacks or has too many are touched.
   *
   * @throws IllegalArgumentException if a quad is in another graph
   */
  public void set(Node graph, Collection<Quad> quads) {
    Set<Quad> wanted = new HashSet<>(quads);
    for (Quad quad : wanted) {
      if (!quad.getGraph().equals(graph)) {
        throw new IllegalArgumentException("not in " + graph + ": " + quad);
      }
    }
    Set<Quad> gone = new HashSet<>();
    for (Iterator<Quad> held = dataset.find(graph, Node.ANY, Node.ANY, Node.ANY);
        held.hasNext(); ) {
      Quad quad = held.next();
      if (!wanted.remove(quad)) {
        gone.add(quad);
      }
    }
    gone.forEach(dataset::delete);
    wanted.forEach(dataset::add);
    rewritten += gone.size() + wanted.size();
  }

  /** How many quads were added or removed. */
  public long rewritten() {
    return rewritten;
  }
}
