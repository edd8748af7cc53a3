package org.chancery.resolution;

import java.util.Collection;
import java.util.List;

/** Appearances that nothing that is weighed tells apart: what is compared with its like. */
interface Node {
  /** In order, at least one. */
  List<Appearance> members();

  /** The clusters that groups of nodes make. */
  static List<Cluster> clusters(List<? extends List<? extends Node>> groups) {
    return groups.stream()
        .map(group -> group.stream().flatMap(node -> node.members().stream()).toList())
        .map(members -> new Cluster((Collection<Appearance>) members))
        .toList();
  }
}
