package org.chancery.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.DCTerms;
import org.chancery.UserException;
import org.chancery.archive.Digest;
import org.chancery.archive.Entry;
import org.chancery.archive.GraphNote;
import org.chancery.article.Article;
import org.chancery.graph.SortedNQuads;
import org.chancery.mapping.Sssom;

/**
 * Looks at all of one version of a store: each index of the database holds the same quads, each
 * node can be decoded and is found by what it is, each graph has as many quads as the ledger says,
 * graphs of no article are what they were to the letter, and each reading and file of mappings is
 * as it was written. To be used inside a read transaction.
 */
final class Inspection {
  private final DatasetGraph dataset;
  private final Snapshot.Parts parts;
  private final List<Finding> findings = new ArrayList<>();

  Inspection(DatasetGraph dataset, Snapshot.Parts parts) {
    this.dataset = dataset;
    this.parts = parts;
  }

  /** Everything that is wrong, part by part. */
  List<Finding> findings() {
    database();
    readings();
    links();
    return List.copyOf(findings);
  }

  /** What is wrong with the database alone. */
  List<Finding> database() {
    // What TDB2 throws where its files make no sense is anything.
    attempt("index", parts.version(), this::indexes);
    attempt("node", parts.version(), this::nodes);
    attempt("graph", parts.version(), this::graphs);
    return List.copyOf(findings);
  }

  private void attempt(String code, String where, Runnable look) {
    try {
      look.run();
    } catch (UserException told) {
      add(code, where, String.valueOf(told.getMessage()));
    } catch (RuntimeException | InternalError | StackOverflowError broken) {
      add(code, where, "it cannot be read (%s)".formatted(broken));
    }
  }

  private void add(String code, String where, String reason) {
    findings.add(new Finding(code, where, reason));
  }

  /** A number of quads, and a sum over them in which their order plays no part. */
  private record Sum(long count, long hash) {}

  private void indexes() {
    DatasetGraphTDB database = TDBInternal.getDatasetGraphTDB(dataset);
    Map<String, Sum> sums = new TreeMap<>();
    for (TupleIndex index :
        database.getQuadTable().getNodeTupleTable().getTupleTable().getIndexes()) {
      attempt("index", index.getName(), () -> sums.put(index.getName(), sum(index)));
    }
    long quads = parts.ledger().quads();
    sums.forEach(
        (index, sum) -> {
          if (sum.count() != quads) {
            add(
                "index",
                index,
                "it holds %d quads, and the ledger says %d".formatted(sum.count(), quads));
          }
        });
    if (sums.values().stream().mapToLong(Sum::hash).distinct().count() > 1) {
      add("index", String.join(" ", sums.keySet()), "they do not hold the same quads");
    }
    if (!database.getTripleTable().getNodeTupleTable().isEmpty()) {
      add("index", "the default graph", "it is not empty");
    }
  }

  private static Sum sum(TupleIndex index) {
    long count = 0;
    long hash = 0;
    for (Iterator<Tuple<NodeId>> all = index.all(); all.hasNext(); ) {
      Tuple<NodeId> quad = all.next();
      long mixed = 17;
      for (int place = 0; place < quad.len(); place++) {
        mixed = (mixed ^ quad.get(place).hashCode()) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 29;
      }
      hash += mixed;
      count++;
    }
    return new Sum(count, hash);
  }

  private void nodes() {
    NodeTable table =
        TDBInternal.getDatasetGraphTDB(dataset).getQuadTable().getNodeTupleTable().getNodeTable();
    for (Iterator<Pair<NodeId, Node>> all = table.all(); all.hasNext(); ) {
      Pair<NodeId, Node> held = all.next();
      if (!held.getLeft().equals(table.getNodeIdForNode(held.getRight()))) {
        add("node", held.getRight().toString(), "it is not found by what it is");
      }
    }
  }

  private void graphs() {
    NavigableMap<String, GraphNote> expected = new TreeMap<>(parts.ledger().background());
    Map<String, Entry> articles = new HashMap<>(parts.ledger().entries());
    for (Node graph : names(dataset)) {
      List<Quad> quads = new ArrayList<>();
      dataset.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add);
      GraphNote background = expected.remove(graph.getURI());
      if (background != null) {
        if (!hash(quads).equals(background.source())) {
          add("graph", graph.getURI(), "it is not what the build made");
        }
        continue;
      }
      Entry entry = articles.remove(article(graph));
      if (entry == null) {
        add("graph", graph.getURI(), "the ledger knows no such graph");
      } else if (entry.graph().filter(note -> note.quads() == quads.size()).isEmpty()) {
        add(
            "graph",
            graph.getURI(),
            "it holds %d quads, and the ledger says %s"
                .formatted(
                    quads.size(), entry.graph().map(note -> "" + note.quads()).orElse("none")));
      }
    }
    expected.keySet().forEach(name -> add("graph", name, "it is missing"));
    articles.keySet().stream()
        .sorted()
        .forEach(article -> add("graph", article, "the graph of this article is missing"));
  }

  /** The names of all graphs, sorted. */
  static List<Node> names(DatasetGraph dataset) {
    SortedMap<String, Node> names = new TreeMap<>();
    dataset.listGraphNodes().forEachRemaining(name -> names.put(name.toString(), name));
    return List.copyOf(names.values());
  }

  private String article(Node graph) {
    Iterator<Quad> found = dataset.find(graph, graph, DCTerms.identifier.asNode(), Node.ANY);
    return found.hasNext() ? found.next().getObject().getLiteralLexicalForm() : "";
  }

  private static String hash(List<Quad> quads) {
    MessageDigest hash = Digest.begin();
    SortedNQuads.lines(quads)
        .forEach(line -> hash.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    return Digest.end(hash);
  }

  private void readings() {
    for (Entry entry : parts.ledger().entries().values()) {
      attempt("reading", entry.article(), () -> reading(entry));
    }
  }

  private void reading(Entry entry) {
    Article article = parts.archive().read(entry).article();
    if (!article.id().equals(entry.article())
        || !article.contentHash().equals(entry.contentHash())) {
      add("reading", entry.article(), "it is of another article, or of other bytes");
    }
  }

  private void links() {
    parts
        .links()
        .forEach(
            (name, bytes) ->
                attempt(
                    "links",
                    name,
                    () -> Sssom.read(name, new String(bytes, StandardCharsets.UTF_8))));
  }
}
