package org.chancery.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.chancery.resolution.Iris;

/**
 * The graph with the mappings to one target: a triple for each link and proposal, and beside it a
 * {@code sssom:Mapping} that says how it was found. What is rejected has no triple.
 */
public final class LinksetGraph {
  /** What the names of these graphs start with. */
  public static final String GRAPHS = "https://w3id.org/chancery/links/matched/";

  private static final String SSSOM = "https://w3id.org/sssom/";

  private LinksetGraph() {}

  /** The name of the graph with the mappings to a target. */
  public static String name(String target) {
    return GRAPHS + target;
  }

  /**
   * The graph's quads.
   *
   * @param things IRIs of our things; mappings of others are left out
   * @param base what the IRIs of our things start with
   */
  public static Collection<Quad> of(
      String target, MappingSet set, Set<String> things, String base) {
    Iris iris = new Iris(base);
    Node graph = NodeFactory.createURI(name(target));
    List<Quad> quads = new ArrayList<>();
    for (Mapping mapping : set.mappings()) {
      if (things.contains(mapping.subjectId()) && (mapping.isLink() || mapping.isProposal())) {
        Node subject = NodeFactory.createURI(mapping.subjectId());
        Node predicate = NodeFactory.createURI(mapping.predicateId());
        Node object = NodeFactory.createURI(mapping.objectId());
        quads.add(new Quad(graph, subject, predicate, object));
        Node note =
            NodeFactory.createURI(
                iris.hashed(
                    "mapping",
                    target,
                    mapping.subjectId(),
                    mapping.predicateId(),
                    mapping.objectId()));
        quads.add(new Quad(graph, note, RDF.type.asNode(), sssom("Mapping")));
        quads.add(new Quad(graph, note, OWL2.annotatedSource.asNode(), subject));
        quads.add(new Quad(graph, note, OWL2.annotatedProperty.asNode(), predicate));
        quads.add(new Quad(graph, note, OWL2.annotatedTarget.asNode(), object));
        quads.add(
            new Quad(
                graph,
                note,
                sssom("mapping_justification"),
                NodeFactory.createURI(mapping.justification())));
        mapping
            .confidence()
            .ifPresent(
                score -> quads.add(new Quad(graph, note, sssom("confidence"), decimal(score))));
        mapping
            .similarity()
            .ifPresent(
                share ->
                    quads.add(new Quad(graph, note, sssom("similarity_score"), decimal(share))));
        text(quads, graph, note, "object_label", mapping.objectLabel());
        text(quads, graph, note, "match_string", mapping.matchString());
        text(quads, graph, note, "mapping_tool", mapping.tool());
        text(quads, graph, note, "reviewer_label", mapping.reviewer());
        text(quads, graph, note, "mapping_date", mapping.date());
        text(quads, graph, note, "other", mapping.other());
      }
    }
    return quads;
  }

  private static void text(List<Quad> quads, Node graph, Node note, String property, String value) {
    if (!value.isEmpty()) {
      quads.add(new Quad(graph, note, sssom(property), NodeFactory.createLiteralString(value)));
    }
  }

  /** Canonical: no zeros at the end but the first behind the point. */
  private static Node decimal(double share) {
    String digits = Sssom.number(share).replaceAll("0+$", "").replaceAll("\\.$", ".0");
    return NodeFactory.createLiteralDT(digits, XSDDatatype.XSDdecimal);
  }

  private static Node sssom(String property) {
    return NodeFactory.createURI(SSSOM + property);
  }
}
