package org.chancery.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.chancery.Nearest;
import org.chancery.ontology.Chy;
import org.chancery.query.Answer;
import org.chancery.query.TerminalText;
import org.chancery.resolution.Iris;

/** A thing of a store: what it is called and where, and how its identity was decided. */
record StoredThing(
    String iri,
    String type,
    String label,
    Map<String, List<String>> articlesByName,
    List<Weighed> merges,
    List<Weighed> nearMisses) {

  /** A comparison, in words. */
  record Weighed(String heading, List<String> speaksFor, List<String> against, String remark) {
    private String text() {
      StringBuilder text = new StringBuilder("  " + TerminalText.escaped(heading) + "\n");
      speaksFor.forEach(reason -> text.append("    + ").append(reason).append('\n'));
      against.forEach(reason -> text.append("    - ").append(reason).append('\n'));
      if (!remark.isEmpty()) {
        text.append("    ").append(TerminalText.escaped(remark)).append('\n');
      }
      return text.toString();
    }
  }

  private static final String PREFIXES =
      """
      PREFIX chy: <%s>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      """
          .formatted(Chy.NS);

  private static final Query NAMES =
      QueryFactory.create(
          PREFIXES
              + """
              SELECT ?id ?class ?label ?name {
                GRAPH ?article {
                  ?article dcterms:identifier ?id ; chy:mentions ?thing .
                  ?thing a ?class ; rdfs:label ?label .
                  OPTIONAL { ?thing chy:writtenAs ?name }
                }
              } ORDER BY ?id ?label ?name
              """);

  private static final Query REPLACED =
      QueryFactory.create(PREFIXES + "SELECT ?now { ?thing dcterms:isReplacedBy ?now }");

  /** Things of the kinds that curation and explain name, each with every name in use. */
  private static final Query CALLED =
      QueryFactory.create(
          PREFIXES
              + """
              SELECT DISTINCT ?other ?name {
                VALUES ?naming { rdfs:label skos:altLabel }
                GRAPH ?article { ?article chy:mentions ?other . ?other ?naming ?name }
                FILTER(STRSTARTS(STR(?other), STR(?thing)))
              } ORDER BY ?other ?name
              """);

  private static final Query COMPARISONS =
      QueryFactory.create(
          PREFIXES
              + """
              SELECT ?comparison ?class ?one ?oneName ?oneId ?other ?otherName ?otherId ?points
                  ?needed ?for ?against ?remark {
                { ?comparison chy:firstEntity ?thing } UNION { ?comparison chy:secondEntity ?thing }
                ?comparison a ?class ; chy:firstEntity ?one ; chy:firstName ?oneName ;
                  chy:firstArticle/dcterms:identifier ?oneId ; chy:secondEntity ?other ;
                  chy:secondName ?otherName ; chy:secondArticle/dcterms:identifier ?otherId ;
                  chy:points ?points .
                OPTIONAL { ?comparison chy:pointsNeeded ?needed }
                OPTIONAL { ?comparison chy:speaksFor ?for }
                OPTIONAL { ?comparison chy:speaksAgainst ?against }
                OPTIONAL { ?comparison chy:remark ?remark }
              } ORDER BY DESC(?points) ?comparison ?for ?against
              """);

  /** The thing of that IRI; empty if no article of the store speaks of it. */
  static Optional<StoredThing> find(GraphSource source, Path store, String iri) {
    List<Binding> names = rows(source, store, NAMES, iri);
    if (names.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<String>> articles = new TreeMap<>();
    for (Binding row : names) {
      if (row.contains("name")) {
        articles
            .computeIfAbsent(value(row, "name"), name -> new ArrayList<>())
            .add(value(row, "id"));
      }
    }
    Map<String, List<Binding>> comparisons = new LinkedHashMap<>();
    for (Binding row : rows(source, store, COMPARISONS, iri)) {
      comparisons.computeIfAbsent(value(row, "comparison"), node -> new ArrayList<>()).add(row);
    }
    List<Weighed> merges = new ArrayList<>();
    List<Weighed> nearMisses = new ArrayList<>();
    for (List<Binding> rows : comparisons.values()) {
      boolean merge = value(rows.get(0), "class").equals(Chy.NS + "Merge");
      (merge ? merges : nearMisses).add(weighed(rows, merge));
    }
    Binding first = names.get(0);
    return Optional.of(
        new StoredThing(
            iri,
            value(first, "class").substring(Chy.NS.length()),
            value(first, "label"),
            articles,
            merges,
            nearMisses));
  }

  /** The IRI that a curator put in the place of that one; empty if none did. */
  static Optional<String> replacement(GraphSource source, Path store, String iri) {
    return rows(source, store, REPLACED, iri).stream().map(row -> value(row, "now")).findFirst();
  }

  /**
   * IRIs of things of a kind that have a name of which that IRI would be made.
   *
   * @param iri of nothing in the store
   */
  static List<String> called(GraphSource source, Path store, String iri) {
    int end = iri.lastIndexOf('/') + 1;
    TreeSet<String> things = new TreeSet<>();
    for (Binding row : rows(source, store, CALLED, iri.substring(0, end))) {
      if (Iris.segment(value(row, "name")).equals(iri.substring(end))) {
        things.add(value(row, "other"));
      }
    }
    return List.copyOf(things);
  }

  /** IRIs of things of that kind that look nearly like that one. */
  static List<String> near(GraphSource source, Path store, String iri) {
    String kind = iri.substring(0, iri.lastIndexOf('/') + 1);
    TreeSet<String> things = new TreeSet<>();
    rows(source, store, CALLED, kind).forEach(row -> things.add(value(row, "other")));
    return Nearest.of(iri, things, 3);
  }

  private static Weighed weighed(List<Binding> rows, boolean merge) {
    Binding row = rows.get(0);
    String of =
        row.contains("needed")
            ? "%s of %s points".formatted(value(row, "points"), value(row, "needed"))
            : "decided";
    return new Weighed(
        "%s and %s: %s".formatted(side(row, "one", merge), side(row, "other", merge), of),
        reasons(rows, "for"),
        reasons(rows, "against"),
        row.contains("remark") ? value(row, "remark") : "");
  }

  private static String side(Binding row, String side, boolean merge) {
    String name = "\"%s\" of %s".formatted(value(row, side + "Name"), value(row, side + "Id"));
    return merge ? name : name + " <" + value(row, side) + ">";
  }

  private static List<String> reasons(List<Binding> rows, String variable) {
    TreeSet<String> reasons = new TreeSet<>();
    for (Binding row : rows) {
      if (row.contains(variable)) {
        reasons.add(value(row, variable));
      }
    }
    return List.copyOf(reasons);
  }

  private static String value(Binding row, String variable) {
    Node node = row.get(variable);
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI();
  }

  private static List<Binding> rows(GraphSource source, Path store, Query query, String iri) {
    Query bound =
        QueryTransformOps.replaceVars(
            query, Map.of(Var.alloc("thing"), NodeFactory.createURI(iri)));
    Answer answer = source.answer(store, bound);
    if (answer instanceof Answer.Rows rows) {
      return rows.rows();
    }
    throw new AssertionError("a SELECT query gave " + answer);
  }

  /** All of it, for people. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("%s \"%s\" <%s>\n".formatted(type, TerminalText.escaped(label), iri));
    text.append("names\n");
    articlesByName.forEach(
        (name, articles) ->
            text.append(
                "  \"%s\" in %s\n"
                    .formatted(
                        TerminalText.escaped(name),
                        articles.stream()
                            .map(TerminalText::escaped)
                            .collect(Collectors.joining(", ")))));
    append(text, "merges", merges);
    append(text, "near-misses", nearMisses);
    return text.toString();
  }

  private static void append(StringBuilder text, String title, List<Weighed> comparisons) {
    if (!comparisons.isEmpty()) {
      text.append(title).append('\n');
      comparisons.forEach(each -> text.append(each.text()));
    }
  }
}
