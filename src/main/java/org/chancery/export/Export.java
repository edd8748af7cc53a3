package org.chancery.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.riot.writer.DirectiveStyle;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The named graphs of a dataset, ready to be written: sorted by graph, subject, predicate (type and
 * label first) and object. The same data gives the same bytes as long as it has no blank nodes,
 * which our graphs have not.
 */
public final class Export {
  /** Type, label, then the rest by IRI: how people read a description. */
  private static final Comparator<Node> PREDICATES =
      Comparator.<Node, Integer>comparing(
              predicate ->
                  predicate.equals(RDF.type.asNode())
                      ? 0
                      : predicate.equals(RDFS.label.asNode()) ? 1 : 2)
          .thenComparing(NodeCmp::compareRDFTerms);

  private static final Comparator<Quad> ORDER =
      Comparator.comparing(Quad::getGraph, NodeCmp::compareRDFTerms)
          .thenComparing(Quad::getSubject, NodeCmp::compareRDFTerms)
          .thenComparing(Quad::getPredicate, PREDICATES)
          .thenComparing(Quad::getObject, NodeCmp::compareRDFTerms);

  /** {@code @prefix}, not {@code PREFIX}, which Protégé and all else on the OWL API reject. */
  private static final Context STYLE =
      new Context().set(RIOT.symTurtleDirectiveStyle, DirectiveStyle.AT);

  private final List<Quad> quads;

  private Export(Collection<Quad> quads) {
    this.quads = List.copyOf(quads);
  }

  /** Everything in the named graphs; call inside a read transaction. */
  public static Export everything(DatasetGraph dataset) {
    return new Export(sorted(dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)));
  }

  /**
   * What articles state as so, with types and names, but without claims, evidence, ontology and
   * reference data; call inside a read transaction.
   */
  public static Export facts(DatasetGraph dataset) {
    return new Export(Facts.of(everything(dataset).quads));
  }

  /**
   * Everything in RDF 1.2: a claim has, instead of its {@code rdf:subject}, {@code rdf:predicate}
   * and {@code rdf:object}, one {@code rdf:reifies} with these as a triple; call inside a read
   * transaction.
   */
  static Export reified(DatasetGraph dataset) {
    return new Export(sorted(Reifiers.of(everything(dataset).quads).iterator()));
  }

  /** TriG as exports have it; what is fed in must come graph by graph. */
  static StreamRDF trig(OutputStream out) {
    return StreamRDFWriter.getWriterStream(out, RDFFormat.TRIG_BLOCKS, STYLE);
  }

  /**
   * Writes the export and flushes, but does not close; may run after the transaction.
   *
   * @throws IOException if the stream fails
   * @throws org.chancery.UserException if RDF/XML cannot say what the graph says
   */
  public void write(ExportFormat format, OutputStream out) throws IOException {
    try {
      print(format, out);
    } catch (RuntimeIOException failure) {
      // How Jena's writers pass on that the stream failed.
      if (failure.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw failure;
    }
  }

  private void print(ExportFormat format, OutputStream out) throws IOException {
    List<Quad> content = format.keepsGraphs() ? quads : union();
    switch (format) {
      case TURTLE -> stream(content, RDFFormat.TURTLE_BLOCKS, out);
      case TRIG -> stream(content, RDFFormat.TRIG_BLOCKS, out);
      case NTRIPLES -> lines(content, RDFFormat.NTRIPLES_UTF8, out);
      case NQUADS -> lines(content, RDFFormat.NQUADS_UTF8, out);
      case JSONLD -> jsonLd(content, out);
      case RDFXML -> rdfXml(content, out);
    }
    out.flush();
  }

  private List<Quad> union() {
    List<Quad> triples = new ArrayList<>();
    quads.forEach(quad -> triples.add(Quad.create(Quad.defaultGraphIRI, quad.asTriple())));
    return List.copyOf(sorted(triples.iterator()));
  }

  private static Set<Quad> sorted(Iterator<Quad> quads) {
    Set<Quad> sorted = new TreeSet<>(ORDER);
    quads.forEachRemaining(sorted::add);
    return sorted;
  }

  /** The block writers keep the order they are fed in, which the pretty writers do not. */
  private static void stream(List<Quad> quads, RDFFormat format, OutputStream out) {
    StreamRDF stream = StreamRDFWriter.getWriterStream(out, format, STYLE);
    stream.start();
    Prefixes.usedIn(quads).forEach(stream::prefix);
    for (Quad quad : quads) {
      if (quad.isDefaultGraph()) {
        stream.triple(quad.asTriple());
      } else {
        stream.quad(quad);
      }
    }
    stream.finish();
  }

  /** Sorted by bytes, so that {@code LC_ALL=C sort} agrees and {@code comm} works. */
  private static void lines(List<Quad> quads, RDFFormat format, OutputStream out)
      throws IOException {
    ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    stream(quads, format, buffer);
    byte[] text = buffer.toByteArray();
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        lines.add(Arrays.copyOfRange(text, start, i + 1));
        start = i + 1;
      }
    }
    lines.sort(Arrays::compareUnsigned);
    for (byte[] line : lines) {
      out.write(line);
    }
  }

  /** With its context inside: a reader needs no network. */
  private static void jsonLd(List<Quad> quads, OutputStream out) throws IOException {
    DatasetGraph dataset = DatasetGraphFactory.create();
    Prefixes.usedIn(quads).forEach(dataset.prefixes()::add);
    quads.forEach(dataset::add);
    // Jena takes whatever the stream throws for a fault in the data.
    ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    RDFDataMgr.write(buffer, dataset, RDFFormat.JSONLD_PRETTY);
    buffer.writeTo(out);
  }

  private static void rdfXml(List<Quad> quads, OutputStream out) {
    quads.forEach(quad -> XmlLimits.require(quad.asTriple()));
    Graph graph = GraphFactory.createGraphMem();
    Prefixes.usedIn(quads).forEach(graph.getPrefixMapping()::setNsPrefix);
    quads.forEach(quad -> graph.add(quad.asTriple()));
    RDFDataMgr.write(out, graph, RDFFormat.RDFXML_PLAIN);
  }
}
