package org.chancery.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.chancery.ExitCode;
import org.chancery.Nearest;
import org.chancery.UserException;
import org.chancery.graph.Terms;
import org.chancery.ontology.Predicate;

/**
 * Which part of a store is wanted; without any condition all of it, with several what any of them
 * selects.
 *
 * @param graphs names of graphs
 * @param articles identifiers of articles, each of which selects its graph
 * @param about IRIs of things: what is said of them, with claims and evidence
 * @param depth how many relations away from them things may be, from 1
 */
public record Selection(
    Collection<String> graphs, Collection<String> articles, Collection<String> about, int depth) {
  private static final Set<Node> RELATIONS =
      Stream.of(Predicate.values())
          .map(predicate -> NodeFactory.createURI(predicate.iri()))
          .collect(Collectors.toUnmodifiableSet());

  public Selection {
    graphs = List.copyOf(graphs);
    articles = List.copyOf(articles);
    about = List.copyOf(about);
    if (depth < 1) {
      throw new IllegalArgumentException("depth " + depth + " is not 1 or more");
    }
  }

  /** All there is. */
  public static Selection everything() {
    return new Selection(List.of(), List.of(), List.of(), 1);
  }

  /**
   * The selected quads in memory, or the dataset itself if all is selected; call inside a read
   * transaction.
   *
   * @throws UserException with {@link ExitCode#NO_INPUT} if there is no such graph, article or
   *     thing
   */
  public DatasetGraph of(DatasetGraph dataset) {
    if (graphs.isEmpty() && articles.isEmpty() && about.isEmpty()) {
      return dataset;
    }
    DatasetGraph selected = DatasetGraphFactory.create();
    for (String graph : graphs) {
      copy(require("graph", graph, names(dataset)), dataset, selected);
    }
    for (String article : articles) {
      copy(graphOf(article, dataset), dataset, selected);
    }
    new Neighbourhood(dataset, selected).addAll();
    return selected;
  }

  private static void copy(Node graph, DatasetGraph from, DatasetGraph to) {
    from.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(to::add);
  }

  private static Collection<String> names(DatasetGraph dataset) {
    Collection<String> names = new TreeSet<>();
    dataset.listGraphNodes().forEachRemaining(node -> names.add(node.getURI()));
    return names;
  }

  private static Node require(String what, String wanted, Collection<String> known) {
    if (!known.contains(wanted)) {
      throw missing(what, wanted, known);
    }
    return NodeFactory.createURI(wanted);
  }

  private static Node graphOf(String article, DatasetGraph dataset) {
    Node identifier = NodeFactory.createLiteralString(article);
    Iterator<Quad> found =
        dataset.findNG(Node.ANY, Node.ANY, DCTerms.identifier.asNode(), identifier);
    while (found.hasNext()) {
      Quad quad = found.next();
      if (quad.getGraph().equals(quad.getSubject())) {
        return quad.getGraph();
      }
    }
    Collection<String> known = new TreeSet<>();
    dataset
        .findNG(Node.ANY, Node.ANY, DCTerms.identifier.asNode(), Node.ANY)
        .forEachRemaining(
            quad -> {
              if (quad.getGraph().equals(quad.getSubject())) {
                known.add(quad.getObject().getLiteralLexicalForm());
              }
            });
    throw missing("article", article, known);
  }

  private static UserException missing(String what, String wanted, Collection<String> known) {
    List<String> near = Nearest.of(wanted, known, 3);
    return new UserException(
        ExitCode.NO_INPUT,
        "There is no %s \"%s\" in the store.%s"
            .formatted(
                what,
                wanted,
                near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?"));
  }

  /** What is said of the things, and of those that relations lead to. */
  private final class Neighbourhood {
    private final DatasetGraph from;
    private final DatasetGraph to;
    private final Set<Node> reached = new LinkedHashSet<>();
    private final Set<Node> told = new HashSet<>();

    Neighbourhood(DatasetGraph from, DatasetGraph to) {
      this.from = from;
      this.to = to;
    }

    void addAll() {
      for (String iri : about) {
        Node thing = NodeFactory.createURI(iri);
        if (!from.findNG(Node.ANY, thing, Node.ANY, Node.ANY).hasNext()) {
          throw missing("thing", iri, List.of());
        }
        reached.add(thing);
      }
      Set<Node> frontier = new LinkedHashSet<>(reached);
      for (int step = 0; step < depth; step++) {
        Set<Node> next = new LinkedHashSet<>();
        for (Node thing : frontier) {
          relations(thing, next);
          claims(thing, next);
        }
        next.removeAll(reached);
        reached.addAll(next);
        frontier = next;
      }
      reached.forEach(this::describe);
    }

    private void relations(Node thing, Set<Node> next) {
      for (Quad quad : around(thing)) {
        if (RELATIONS.contains(quad.getPredicate())) {
          take(quad, next);
        }
      }
    }

    private void claims(Node thing, Set<Node> next) {
      for (Node role : List.of(RDF.subject.asNode(), RDF.object.asNode())) {
        for (Quad quad : quads(Node.ANY, Node.ANY, role, thing)) {
          Node claim = quad.getSubject();
          tell(quad.getGraph(), claim);
          for (Node end : List.of(RDF.subject.asNode(), RDF.object.asNode())) {
            quads(quad.getGraph(), claim, end, Node.ANY).forEach(q -> reach(q.getObject(), next));
          }
          for (Quad words : quads(quad.getGraph(), claim, Terms.EVIDENCE, Node.ANY)) {
            tell(quad.getGraph(), words.getObject());
            quads(quad.getGraph(), words.getObject(), OA.hasSelector.asNode(), Node.ANY)
                .forEach(selector -> tell(quad.getGraph(), selector.getObject()));
          }
        }
      }
      for (Node role : List.of(Terms.TENURE_OF, Terms.TENURE_IN)) {
        quads(Node.ANY, Node.ANY, role, thing)
            .forEach(tenure -> tell(tenure.getGraph(), tenure.getSubject()));
      }
    }

    private void take(Quad quad, Set<Node> next) {
      to.add(quad);
      article(quad.getGraph());
      reach(quad.getSubject(), next);
      reach(quad.getObject(), next);
    }

    private static void reach(Node node, Set<Node> next) {
      if (node.isURI()) {
        next.add(node);
      }
    }

    /** Types, names, codes and links. */
    private void describe(Node thing) {
      for (Quad quad : quads(Node.ANY, thing, Node.ANY, Node.ANY)) {
        if (!RELATIONS.contains(quad.getPredicate())) {
          to.add(quad);
          article(quad.getGraph());
        }
      }
    }

    private void tell(Node graph, Node subject) {
      quads(graph, subject, Node.ANY, Node.ANY).forEach(to::add);
      article(graph);
    }

    /** The article that a graph is of, but not all that it mentions. */
    private void article(Node graph) {
      if (told.add(graph)) {
        for (Quad quad : quads(graph, graph, Node.ANY, Node.ANY)) {
          if (!quad.getPredicate().equals(Terms.MENTIONS)) {
            to.add(quad);
          }
        }
      }
    }

    private List<Quad> around(Node thing) {
      List<Quad> around = quads(Node.ANY, thing, Node.ANY, Node.ANY);
      around.addAll(quads(Node.ANY, Node.ANY, Node.ANY, thing));
      return around;
    }

    private List<Quad> quads(Node graph, Node subject, Node predicate, Node object) {
      List<Quad> quads = new ArrayList<>();
      from.findNG(graph, subject, predicate, object).forEachRemaining(quads::add);
      return quads;
    }
  }
}
