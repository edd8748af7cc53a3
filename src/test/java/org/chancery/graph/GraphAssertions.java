package org.chancery.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.Story;
import org.chancery.ontology.Chy;
import org.chancery.resolution.Resolved;

/** Compares graphs with Turtle. */
public final class GraphAssertions {
  public static final String BASE = "https://example.org/id/";

  private static final String PREFIXES =
      """
      BASE <%s>
      PREFIX chy: <%s>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX oa: <http://www.w3.org/ns/oa#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX rule: <%s>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """
          .formatted(BASE, Chy.NS, Chy.RULES);

  private static final Pattern HASHED =
      Pattern.compile(Pattern.quote(BASE) + "(claim|evidence|tenure)/[0-9a-f]{24}(#.*)?");

  private GraphAssertions() {}

  public static Collection<Quad> quads(Story story) {
    List<ArticleReading> readings = List.of(story.reading());
    return ArticleGraph.of(Resolved.all(readings, BASE).get(0));
  }

  public static Graph graph(Story story) {
    return graph(quads(story));
  }

  public static Graph graph(Collection<Quad> quads) {
    Graph graph = GraphFactory.createDefaultGraph();
    quads.forEach(quad -> graph.add(quad.asTriple()));
    return graph;
  }

  /** What is left of a graph without what no test but its own is about. */
  public static Graph without(Graph graph, Node... predicates) {
    Graph left = GraphFactory.createDefaultGraph();
    List<Node> dropped = List.of(predicates);
    graph.stream().filter(t -> !dropped.contains(t.getPredicate())).forEach(left::add);
    return left;
  }

  /** The triples whose subject is no claim, evidence or tenure. */
  public static Graph facts(Graph graph) {
    Graph facts = GraphFactory.createDefaultGraph();
    graph.stream()
        .filter(triple -> !HASHED.matcher(triple.getSubject().getURI()).matches())
        .forEach(facts::add);
    return facts;
  }

  /** Isomorphic once nodes that are named by hash count as blank. */
  public static void assertGraph(Graph actual, String turtle) {
    Graph expected = turtle(turtle);
    Graph unnamed = unnamed(actual);
    assertThat(unnamed.isIsomorphicWith(expected))
        .as("is\n%s\nand should be\n%s", write(unnamed), write(expected))
        .isTrue();
  }

  public static Graph turtle(String turtle) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
    return graph;
  }

  public static String prefixes() {
    return PREFIXES;
  }

  private static Graph unnamed(Graph graph) {
    Map<Node, Node> blanks = new HashMap<>();
    Graph unnamed = GraphFactory.createDefaultGraph();
    graph.stream()
        .forEach(
            triple ->
                unnamed.add(
                    Triple.create(
                        unnamed(triple.getSubject(), blanks),
                        triple.getPredicate(),
                        unnamed(triple.getObject(), blanks))));
    return unnamed;
  }

  private static Node unnamed(Node node, Map<Node, Node> blanks) {
    return node.isURI() && HASHED.matcher(node.getURI()).matches()
        ? blanks.computeIfAbsent(node, n -> NodeFactory.createBlankNode())
        : node;
  }

  private static String write(Graph graph) {
    Graph readable = GraphFactory.createDefaultGraph();
    readable.getPrefixMapping().setNsPrefixes(turtle("").getPrefixMapping());
    graph.stream().forEach(readable::add);
    return RDFWriter.source(readable).lang(Lang.TURTLE).asString();
  }
}
