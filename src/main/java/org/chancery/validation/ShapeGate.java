package org.chancery.validation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.FmtUtils;
import org.chancery.ontology.OntologyFile;

/** Lets an article's graph through to the store only as the shapes want it. */
public final class ShapeGate {
  private final Shapes shapes;

  private ShapeGate(Shapes shapes) {
    this.shapes = shapes;
  }

  /**
   * A gate with the shapes in the jar. Loading takes a while: keep it. Safe for use by several
   * threads.
   *
   * @throws org.chancery.UserException if the file of shapes is no Turtle
   */
  public static ShapeGate load() {
    return new ShapeGate(Shapes.parse(OntologyFile.SHAPES.read()));
  }

  /**
   * Holds the graphs of articles against the shapes, each on its own.
   *
   * @return what is wrong, in order; empty if all is well
   */
  public List<Violation> check(Collection<Quad> quads) {
    Map<String, Graph> byArticle = new TreeMap<>();
    for (Quad quad : quads) {
      byArticle
          .computeIfAbsent(name(quad.getGraph()), name -> GraphFactory.createDefaultGraph())
          .add(quad.asTriple());
    }
    return byArticle.entrySet().stream()
        .flatMap(entry -> check(entry.getKey(), entry.getValue()))
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<Violation> check(String article, Graph graph) {
    // Nearly all graphs are sound, and to find that out takes no report.
    if (ShaclValidator.get().conforms(shapes, graph)) {
      return Stream.empty();
    }
    return ShaclValidator.get().validate(shapes, graph).getEntries().stream()
        .map(entry -> violation(article, entry));
  }

  private static Violation violation(String article, ReportEntry entry) {
    // A shape that looks at a whole article says in the value what is wrong in it.
    boolean wholeArticle =
        entry.focusNode().hasURI(article) && entry.constraint() instanceof SparqlConstraint;
    Node wrong = wholeArticle ? entry.value() : entry.focusNode();
    return new Violation(article, name(wrong), name(entry.source()), entry.message());
  }

  private static String name(Node node) {
    return node.isURI() ? node.getURI() : FmtUtils.stringForNode(node);
  }
}
