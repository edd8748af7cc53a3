package org.chancery.portrait;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * Some of the nodes that stand in one place of matching quads, each once.
 *
 * @param more whether there are or may be others
 */
record Found(List<Node> nodes, boolean more) {
  Found {
    nodes = List.copyOf(nodes);
  }
}
