package org.chancery.catalogue;

import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Pairs of subject and object, read straight from the index, as numbers: terms are looked up only
 * where somebody wants them, so that going through millions of quads takes seconds and does not
 * push what queries need out of the caches. To be used within one read transaction.
 */
final class Pairs {
  private static final int SUBJECT = 1;
  private static final int OBJECT = 3;

  private final DatasetGraphTDB dataset;
  private final NodeTupleTable quads;
  private final BooleanSupplier stop;

  /**
   * @param stop when true, the next pair is not read
   */
  Pairs(DatasetGraph dataset, BooleanSupplier stop) {
    this.dataset = TDBInternal.requireStorage(dataset);
    this.quads = this.dataset.getQuadTable().getNodeTupleTable();
    this.stop = stop;
  }

  /** Each pair that the predicate joins, once, however many graphs have it; by object. */
  void forEach(Node predicate, BiConsumer<NodeId, NodeId> action) {
    read(predicate, NodeId.NodeIdAny, action);
  }

  /** Each subject that the predicate joins to the object, once. */
  void forEach(Node predicate, Node object, BiConsumer<NodeId, NodeId> action) {
    NodeId id = TDBInternal.getNodeId(dataset, object);
    if (!NodeId.isDoesNotExist(id)) {
      read(predicate, id, action);
    }
  }

  /**
   * @throws CancellationException when told to stop
   */
  private void read(Node predicate, NodeId object, BiConsumer<NodeId, NodeId> action) {
    NodeId id = TDBInternal.getNodeId(dataset, predicate);
    if (NodeId.isDoesNotExist(id)) {
      return;
    }
    // The index POSG answers, so the graphs of one pair come one after the other.
    Iterator<Tuple<NodeId>> tuples = quads.find(NodeId.NodeIdAny, NodeId.NodeIdAny, id, object);
    NodeId lastSubject = NodeId.NodeDoesNotExist;
    NodeId lastObject = NodeId.NodeDoesNotExist;
    while (tuples.hasNext()) {
      if (stop.getAsBoolean()) {
        throw new CancellationException();
      }
      Tuple<NodeId> tuple = tuples.next();
      if (!tuple.get(SUBJECT).equals(lastSubject) || !tuple.get(OBJECT).equals(lastObject)) {
        lastSubject = tuple.get(SUBJECT);
        lastObject = tuple.get(OBJECT);
        action.accept(lastSubject, lastObject);
      }
    }
  }

  Node node(NodeId id) {
    return TDBInternal.getNode(dataset, id);
  }
}
