package org.chancery.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.chancery.article.Span;
import org.chancery.ontology.Chy;
import org.chancery.query.Answer;
import org.chancery.query.CannedQueries;
import org.chancery.query.CannedQuery;

/** The claims of a store, found by what a person has at hand. */
record StoredClaims(GraphSource source, Path store) {
  private static final String PREFIXES =
      """
      PREFIX chy: <%s>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX oa: <http://www.w3.org/ns/oa#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """
          .formatted(Chy.NS);

  private static final Query OF_TARGET =
      QueryFactory.create(
          PREFIXES
              + """
              SELECT DISTINCT ?claim {
                ?claim a chy:Claim ; rdf:subject ?subject ; rdf:object ?object .
                FILTER(?target IN (?claim, ?subject, ?object))
              } ORDER BY ?claim
              """);

  private static final Query AT_OFFSET =
      QueryFactory.create(
          PREFIXES
              + """
              SELECT DISTINCT ?claim {
                ?article dcterms:identifier ?id .
                ?claim a chy:Claim ; prov:wasDerivedFrom ?article ;
                  chy:evidence/oa:hasSelector ?position .
                ?position oa:start ?start ; oa:end ?end .
                FILTER(STR(?id) = STR(?target) && ?start <= ?offset && ?offset < ?end)
              } ORDER BY ?claim
              """);

  private static final Query ARTICLES =
      QueryFactory.create(
          PREFIXES + "SELECT DISTINCT ?id { GRAPH ?article { ?article dcterms:identifier ?id } }");

  private static final Query DESCRIPTION =
      QueryFactory.create(
          PREFIXES
              + """
              SELECT * {
                GRAPH ?article {
                  ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
                    chy:status ?status ; chy:rule ?rule ; chy:confidence ?confidence ;
                    chy:evidence ?evidence .
                  ?evidence oa:hasSelector ?words , ?position .
                  ?words oa:exact ?quote .
                  ?position oa:start ?start ; oa:end ?end .
                  ?article dcterms:identifier ?id ; chy:contentHash ?hash .
                  OPTIONAL { ?subject rdfs:label ?subjectLabel }
                  OPTIONAL { ?object rdfs:label ?objectLabel }
                }
              }
              """);

  /** The claim of that IRI, or those with it as subject or object. */
  List<StoredClaim> of(String iri) {
    return described(rows(bound(OF_TARGET, Map.of("target", NodeFactory.createURI(iri)))));
  }

  /**
   * The claims that rest on a character of an article.
   *
   * @param offset 0-based UTF-16 offset in the article's text
   */
  List<StoredClaim> at(String article, int offset) {
    Node number = NodeFactory.createLiteralDT(Integer.toString(offset), XSDDatatype.XSDinteger);
    Map<String, Node> values =
        Map.of("target", NodeFactory.createLiteralString(article), "offset", number);
    return described(rows(bound(AT_OFFSET, values)));
  }

  /** Identifiers of the articles. */
  List<String> articles() {
    return rows(ARTICLES).stream().map(row -> value(row.get("id"))).sorted().toList();
  }

  /** What a claim can state, by the names that {@link #ofFact} takes. */
  static List<String> relations() {
    return facts().parameters().stream()
        .filter(parameter -> parameter.name().equals("relation"))
        .flatMap(parameter -> parameter.allowed().stream())
        .toList();
  }

  /**
   * The claims of a fact.
   *
   * @param names of {@code subject}, {@code relation} and {@code object}, as the canned query
   *     {@code evidence} takes them
   */
  List<StoredClaim> ofFact(Map<String, String> names) {
    return described(rows(facts().bind(names)));
  }

  private static CannedQuery facts() {
    return CannedQueries.load().require("evidence");
  }

  private static Query bound(Query query, Map<String, Node> values) {
    Map<Var, Node> variables = new LinkedHashMap<>();
    values.forEach((name, value) -> variables.put(Var.alloc(name), value));
    return QueryTransformOps.replaceVars(query, variables);
  }

  private List<StoredClaim> described(List<Binding> rows) {
    Set<Node> claims = new LinkedHashSet<>();
    rows.forEach(row -> claims.add(row.get("claim")));
    List<StoredClaim> described = new ArrayList<>();
    for (Node claim : claims) {
      List<Binding> description = rows(bound(DESCRIPTION, Map.of("claim", claim)));
      if (!description.isEmpty()) {
        described.add(described(claim, description));
      }
    }
    return described;
  }

  private static StoredClaim described(Node claim, List<Binding> rows) {
    Binding row = rows.get(0);
    TreeSet<String> rules = new TreeSet<>();
    TreeMap<Span, StoredClaim.Quote> quotes = new TreeMap<>(Comparator.naturalOrder());
    for (Binding each : rows) {
      rules.add(local(each.get("rule")));
      Span span = new Span(number(each.get("start")), number(each.get("end")));
      quotes.put(span, new StoredClaim.Quote(span, value(each.get("quote"))));
    }
    return new StoredClaim(
        claim,
        term(row, "subject"),
        local(row.get("predicate")),
        term(row, "object"),
        local(row.get("status")),
        List.copyOf(rules),
        value(row.get("confidence")),
        value(row.get("id")),
        value(row.get("hash")),
        List.copyOf(quotes.values()));
  }

  private static StoredClaim.Term term(Binding row, String role) {
    Node node = row.get(role);
    String label = role + "Label";
    return new StoredClaim.Term(node, value(row.contains(label) ? row.get(label) : node));
  }

  private static String value(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI();
  }

  private static int number(Node node) {
    return Integer.parseInt(node.getLiteralLexicalForm());
  }

  private static String local(Node node) {
    return node.getURI().replaceFirst("^.*[#/]", "");
  }

  private List<Binding> rows(Query query) {
    Answer answer = source.answer(store, query);
    if (answer instanceof Answer.Rows rows) {
      return rows.rows();
    }
    throw new AssertionError("a SELECT query gave " + answer);
  }
}
