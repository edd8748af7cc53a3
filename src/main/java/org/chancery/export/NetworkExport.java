package org.chancery.export;

import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.RDF;
import org.chancery.ontology.EntityType;
import org.chancery.ontology.Predicate;

/**
 * Who has to do with whom, as GraphML for Gephi and Cytoscape: a node for each thing that a claim
 * relates to another, an edge for each relation and status, however many articles say so.
 */
final class NetworkExport {
  private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

  private record Key(String id, String on, String name, String type) {}

  private static final List<Key> KEYS =
      List.of(
          new Key("label", "node", "label", "string"),
          new Key("class", "node", "class", "string"),
          new Key("relation", "edge", "relation", "string"),
          new Key("status", "edge", "status", "string"),
          new Key("day", "edge", "day", "string"),
          new Key("articles", "edge", "articles", "int"));

  private record Edge(Triple relation, Node status) {
    static final Comparator<Edge> ORDER =
        Comparator.<Edge, Node>comparing(e -> e.relation().getSubject(), NodeCmp::compareRDFTerms)
            .thenComparing(e -> e.relation().getPredicate(), NodeCmp::compareRDFTerms)
            .thenComparing(e -> e.relation().getObject(), NodeCmp::compareRDFTerms)
            .thenComparing(Edge::status, NodeCmp::compareRDFTerms);
  }

  private final DatasetGraph dataset;
  private final Labels labels;
  private final Map<Node, Integer> nodes = new TreeMap<>(NodeCmp::compareRDFTerms);
  private final Map<Edge, Integer> edges = new TreeMap<>(Edge.ORDER);

  /** Call inside a read transaction, as {@link #write}. */
  NetworkExport(DatasetGraph dataset) {
    this.dataset = dataset;
    this.labels = new Labels(dataset);
    StatedClaim.forEach(
        dataset,
        claim -> {
          if (claim.fact().getObject().isURI()) {
            edges.merge(new Edge(claim.fact(), claim.status()), 1, Integer::sum);
            nodes.put(claim.fact().getSubject(), 0);
            nodes.put(claim.fact().getObject(), 0);
          }
        });
  }

  void write(Writer out) throws XMLStreamException {
    XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("graphml");
    xml.writeDefaultNamespace(NAMESPACE);
    for (Key key : KEYS) {
      xml.writeCharacters("\n");
      xml.writeEmptyElement("key");
      xml.writeAttribute("id", key.id());
      xml.writeAttribute("for", key.on());
      xml.writeAttribute("attr.name", key.name());
      xml.writeAttribute("attr.type", key.type());
    }
    xml.writeCharacters("\n");
    xml.writeStartElement("graph");
    xml.writeAttribute("id", "chancery");
    xml.writeAttribute("edgedefault", "directed");
    for (Node node : nodes.keySet()) {
      xml.writeCharacters("\n");
      xml.writeStartElement("node");
      xml.writeAttribute("id", writable(node.getURI()));
      data("label", labels.of(node), xml);
      data("class", type(node), xml);
      xml.writeEndElement();
    }
    int number = 0;
    for (Map.Entry<Edge, Integer> edge : edges.entrySet()) {
      Triple relation = edge.getKey().relation();
      xml.writeCharacters("\n");
      xml.writeStartElement("edge");
      xml.writeAttribute("id", "e" + ++number);
      xml.writeAttribute("source", writable(relation.getSubject().getURI()));
      xml.writeAttribute("target", writable(relation.getObject().getURI()));
      data("relation", StatedClaim.localName(relation.getPredicate()), xml);
      data("status", StatedClaim.localName(edge.getKey().status()), xml);
      data("day", day(relation), xml);
      data("articles", Integer.toString(edge.getValue()), xml);
      xml.writeEndElement();
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndDocument();
    xml.flush();
  }

  private static void data(String key, String value, XMLStreamWriter xml)
      throws XMLStreamException {
    if (!value.isEmpty()) {
      xml.writeStartElement("data");
      xml.writeAttribute("key", key);
      xml.writeCharacters(writable(value));
      xml.writeEndElement();
    }
  }

  /** The text without what XML 1.0 cannot write in any way: most control characters. */
  static String writable(String text) {
    return text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c < 0xD800)
                    || (c > 0xDFFF && c < 0xFFFE)
                    || c > 0xFFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private String type(Node thing) {
    for (EntityType type : EntityType.values()) {
      if (dataset
          .findNG(Node.ANY, thing, RDF.type.asNode(), NodeFactory.createURI(type.iri()))
          .hasNext()) {
        return type.localName();
      }
    }
    return "";
  }

  /** The first day that the agreement or meeting at either end is stated to be of. */
  private String day(Triple relation) {
    String first = "";
    for (Node end : List.of(relation.getSubject(), relation.getObject())) {
      for (Predicate on : List.of(Predicate.SIGNED_ON, Predicate.HELD_ON)) {
        var days = dataset.findNG(Node.ANY, end, NodeFactory.createURI(on.iri()), Node.ANY);
        while (days.hasNext()) {
          String day = days.next().getObject().getLiteralLexicalForm();
          first = first.isEmpty() || day.compareTo(first) < 0 ? day : first;
        }
      }
    }
    return first;
  }
}
