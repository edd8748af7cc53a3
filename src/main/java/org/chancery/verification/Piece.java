package org.chancery.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.OA;
import org.chancery.ontology.Chy;

/**
 * One piece of evidence as a store has it. A part that stands there once is one value; nothing
 * keeps a graph that somebody mended by hand from having none, or two.
 *
 * @param claims IRIs of the claims that rest on it; its own if there is none
 */
record Piece(
    SortedSet<String> claims,
    List<String> exact,
    List<String> prefix,
    List<String> suffix,
    List<String> start,
    List<String> end) {
  private static final Node EVIDENCE = NodeFactory.createURI(Chy.NS + "evidence");

  /** The piece that an evidence node of one graph stands for. */
  static Piece of(DatasetGraph dataset, Node graph, Node evidence) {
    SortedSet<String> claims = new TreeSet<>();
    dataset
        .find(graph, Node.ANY, EVIDENCE, evidence)
        .forEachRemaining(quad -> claims.add(quad.getSubject().toString()));
    if (claims.isEmpty()) {
      claims.add(evidence.toString());
    }
    List<Node> selectors = objects(dataset, graph, evidence, OA.hasSelector.asNode());
    return new Piece(
        claims,
        values(dataset, graph, selectors, OA.exact.asNode()),
        values(dataset, graph, selectors, OA.prefix.asNode()),
        values(dataset, graph, selectors, OA.suffix.asNode()),
        values(dataset, graph, selectors, OA.start.asNode()),
        values(dataset, graph, selectors, OA.end.asNode()));
  }

  private static List<String> values(
      DatasetGraph dataset, Node graph, List<Node> selectors, Node property) {
    return selectors.stream()
        .flatMap(selector -> objects(dataset, graph, selector, property).stream())
        .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString())
        .sorted()
        .toList();
  }

  private static List<Node> objects(DatasetGraph dataset, Node graph, Node subject, Node property) {
    List<Node> objects = new ArrayList<>();
    dataset
        .find(graph, subject, property, Node.ANY)
        .forEachRemaining(quad -> objects.add(quad.getObject()));
    return objects;
  }

  /** Every way in which the piece differs from the text, told for each of its claims. */
  List<Mismatch> mismatches(String article, String text) {
    List<Mismatch> mismatches = new ArrayList<>();
    for (String claim : claims) {
      compare(
          text,
          (part, expected, found) ->
              mismatches.add(new Mismatch(article, claim, part, offsets(), expected, found)));
    }
    return mismatches;
  }

  /** Takes one difference. */
  private interface Differences {
    void add(String part, String expected, String found);
  }

  private void compare(String text, Differences differences) {
    Optional<Integer> from = offset(start);
    Optional<Integer> to = offset(end);
    if (exact.size() != 1 || prefix.size() > 1 || suffix.size() > 1) {
      differences.add("incomplete", "one quotation", exact.size() + " quotations: " + exact);
      return;
    }
    if (from.isEmpty() || to.isEmpty()) {
      differences.add("incomplete", "one start and one end", offsets());
      return;
    }
    if (from.get() > to.get() || to.get() > text.length()) {
      differences.add("offsets", exact.get(0), "a text of " + text.length() + " characters");
      return;
    }
    String quoted = text.substring(from.get(), to.get());
    if (!quoted.equals(exact.get(0))) {
      differences.add("exact", exact.get(0), quoted);
    }
    for (String before : prefix) {
      if (!text.substring(0, from.get()).endsWith(before)) {
        int length = Math.min(before.length(), from.get());
        differences.add("prefix", before, text.substring(from.get() - length, from.get()));
      }
    }
    for (String after : suffix) {
      if (!text.startsWith(after, to.get())) {
        int length = Math.min(after.length(), text.length() - to.get());
        differences.add("suffix", after, text.substring(to.get(), to.get() + length));
      }
    }
  }

  private String offsets() {
    return "[%s,%s)".formatted(String.join("|", start), String.join("|", end));
  }

  /** The one number, if it is one and an offset. */
  private static Optional<Integer> offset(List<String> values) {
    return values.size() == 1 && values.get(0).matches("\\d{1,9}")
        ? Optional.of(Integer.valueOf(values.get(0)))
        : Optional.empty();
  }
}
