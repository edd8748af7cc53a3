package org.chancery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.DependencyPattern;
import org.chancery.analysis.Parse;
import org.chancery.analysis.Parser;
import org.chancery.article.Article;
import org.chancery.article.Zoner;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.Claim;
import org.chancery.claims.Referent;
import org.chancery.ontology.Chy;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/** A few sentences, read by the whole pipeline as an article without a day of publication. */
public record Sample(String text, Analysis analysis, ArticleReading reading) {
  private static final String PREFIXES =
      """
      BASE <%s>
      PREFIX chy: <%s>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """
          .formatted(Chy.DEFAULT_BASE, Chy.NS);

  private static final Zoner ZONER = Zoner.standard();
  private static final Parser PARSER = new Parser();

  /** Loads the models once for all tests of a run. */
  private static final class Loaded {
    private static final Pipeline PIPELINE = Pipeline.load();
  }

  public static Pipeline pipeline() {
    return Loaded.PIPELINE;
  }

  public static Sample of(String text) {
    Article article = ZONER.article("sample", text, "0".repeat(64));
    Analysis analysis = pipeline().analyzer().analyze(article);
    return new Sample(text, analysis, pipeline().extractor().extract(analysis));
  }

  /** {@link #asserted(Set)} of one predicate. */
  public Graph asserted(Predicate predicate) {
    return asserted(Set.of(predicate));
  }

  /**
   * The direct triples of some predicates, with the meetings, agreements and quotations as blank
   * nodes and encounters told from the lesser to the greater IRI.
   */
  public Graph asserted(Set<Predicate> predicates) {
    Set<String> iris = predicates.stream().map(Predicate::iri).collect(Collectors.toSet());
    Graph graph = GraphFactory.createDefaultGraph();
    for (Quad quad : pipeline().graph(List.of(reading), Chy.DEFAULT_BASE).articles()) {
      if (iris.contains(quad.getPredicate().getURI())) {
        graph.add(quad.asTriple());
      }
    }
    return comparable(graph);
  }

  /** Turtle with the prefixes {@code chy:} and {@code xsd:}, made comparable with a reading. */
  public static Graph turtle(String turtle) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
    return comparable(graph);
  }

  private static Graph comparable(Graph graph) {
    Map<Node, Node> blanks = new HashMap<>();
    Graph comparable = GraphFactory.createDefaultGraph();
    graph.stream()
        .forEach(
            triple -> {
              Node subject = unnamed(triple.getSubject(), blanks);
              Node object = unnamed(triple.getObject(), blanks);
              boolean turned =
                  triple.getPredicate().getURI().equals(Predicate.MEETS_WITH.iri())
                      && subject.toString().compareTo(object.toString()) > 0;
              comparable.add(
                  turned
                      ? Triple.create(object, triple.getPredicate(), subject)
                      : Triple.create(subject, triple.getPredicate(), object));
            });
    return comparable;
  }

  private static Node unnamed(Node node, Map<Node, Node> blanks) {
    boolean described =
        node.isURI()
            && (node.getURI().startsWith(Chy.DEFAULT_BASE + "meeting/")
                || node.getURI().startsWith(Chy.DEFAULT_BASE + "agreement/")
                || node.getURI().startsWith(Chy.DEFAULT_BASE + "quotation/"));
    return described
        ? blanks.computeIfAbsent(node, n -> NodeFactory.createBlankNode(n.getURI()))
        : node;
  }

  /** The claims of a predicate in one status. */
  public List<Claim> claims(Predicate predicate, Status status) {
    return reading.claims().stream()
        .filter(claim -> claim.predicate() == predicate && claim.status() == status)
        .toList();
  }

  public boolean isMatchedBy(DependencyPattern pattern) {
    return analysis.sentences().stream()
        .anyMatch(read -> !pattern.matches(PARSER.parse(read.units())).isEmpty());
  }

  /** The best name of a referent. */
  public String name(String key) {
    return ((Referent.Named) reading.referent(key).orElseThrow()).names().best();
  }

  /** Text, units, parses and claims, for a person who wonders why a test failed. */
  public String shown() {
    StringBuilder shown = new StringBuilder("\n").append(text).append('\n');
    for (Analysis.Read read : analysis.sentences()) {
      Parse parse = PARSER.parse(read.units());
      shown
          .append(
              read.units().stream()
                  .map(unit -> unit.word() + "/" + unit.tag() + "/" + unit.kind())
                  .collect(Collectors.joining(" ", "units: ", "\n")))
          .append(parse);
    }
    for (Claim claim : reading.claims()) {
      shown
          .append("claim: %s %s ".formatted(claim.subject(), claim.predicate()))
          .append("%s %s by %s\n".formatted(claim.object(), claim.status(), claim.rule()));
    }
    return shown.toString();
  }
}
