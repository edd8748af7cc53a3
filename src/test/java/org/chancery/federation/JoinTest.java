package org.chancery.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a join with a service gives is what the same query gives where all data are in one place:
 * {@code SERVICE @} of a query is once a service, and once the graph that it serves.
 */
class JoinTest {
  private static final String PREFIXES = "PREFIX : <http://example.org/>\n";

  private static final String HERE =
      """
      PREFIX : <http://example.org/>
      :a :knows 1 , 2 ; :name "A" .
      :b :knows 2 ; :name "B" .
      :c :knows 9 .
      :d :name "D" .
      [] :knows 3 ; :name "nobody" .
      """;

  private static final String THERE =
      """
      PREFIX : <http://example.org/>
      :a :age 10 ; :lives :x ; :label "a"@en , "A"@fr .
      :b :age 20 ; :lives :y ; :label "b"@en .
      :c :age 30 .
      :d :age 40 ; :lives :x .
      :e :age 50 ; :lives :y .
      :x :in :north . :y :in :south .
      _:n :age 60 .
      """;

  private static final AtomicInteger REQUESTS = new AtomicInteger();

  private static DatasetGraph all;
  private static FusekiServer server;
  private static String address;

  @BeforeAll
  static void serve() {
    all = DatasetGraphFactory.createTxnMem();
    String many =
        IntStream.range(0, 120)
            .mapToObj(":m%1$d :age %1$d ; :many true ."::formatted)
            .collect(Collectors.joining("\n", PREFIXES, ""));
    DatasetGraph there = DatasetGraphFactory.createTxnMem();
    there.executeWrite(
        () -> there.addGraph(NodeFactory.createURI("urn:unused"), graph(":z :z :z")));
    there.executeWrite(() -> RDFParser.fromString(THERE + many, Lang.TURTLE).parse(there));
    all.executeWrite(
        () -> {
          all.addGraph(NodeFactory.createURI("urn:here"), graph(HERE));
          all.addGraph(
              NodeFactory.createURI("urn:there"), there.calculateRead(there::getDefaultGraph));
          IntStream.range(0, 120)
              .forEach(
                  n ->
                      all.add(
                          SSE.parseQuad(
                              "(<urn:here> <http://example.org/m%d> <http://example.org/listed> %d)"
                                  .formatted(n, n % 2))));
        });
    Filter counter =
        (request, response, chain) -> {
          REQUESTS.incrementAndGet();
          chain.doFilter(request, response);
        };
    server =
        FusekiServer.create()
            .port(0)
            .loopback(true)
            .fusekiModules(FusekiModules.empty())
            .addFilter("/*", counter)
            .add("there", there, false)
            .build()
            .start();
    address = "http://localhost:%d/there/sparql".formatted(server.getPort());
  }

  private static Graph graph(String turtle) {
    return RDFParser.fromString(turtle.contains("PREFIX") ? turtle : PREFIXES + turtle, Lang.TURTLE)
        .toGraph();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void count() {
    REQUESTS.set(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?s :knows ?n . SERVICE @ { ?s :age ?age }",
        "SERVICE @ { ?s :age ?age } ?s :knows ?n",
        "?s :knows ?n . SERVICE @ { ?s :age ?age ; :lives/:in ?where }",
        "?s :knows ?n OPTIONAL { SERVICE @ { ?s :lives ?place } }",
        "?s :knows ?n OPTIONAL { SERVICE @ { ?s :lives ?place } FILTER(?n > 1) }",
        "?s :knows ?n . SERVICE @ { ?s :age ?age OPTIONAL { ?s :lives ?place } }",
        "?s :knows ?n . SERVICE @ { ?s :age ?age FILTER(?age > 15) }",
        "?s :knows ?n . SERVICE @ { ?s :age ?age FILTER(?age > ?n) }",
        "?s :knows ?n . SERVICE @ { ?s :age ?age } FILTER(?age > 10 * ?n)",
        "?s :knows ?n . SERVICE @ { ?s :label ?l FILTER(LANG(?l) = \"en\") }",
        "?s :knows ?n . SERVICE @ { { ?s :age ?x } UNION { ?s :lives ?x } }",
        "?s :knows ?n . SERVICE @ { ?s :age ?age MINUS { ?s :lives :x } }",
        "?s :knows ?n . SERVICE @ { ?s :age ?age FILTER NOT EXISTS { ?s :lives :x } }",
        "?s :knows ?n . SERVICE @ { ?s :age ?age BIND(?age + 1 AS ?next) }",
        "?s :knows ?n . SERVICE @ { VALUES ?s { :a :c } ?s :age ?age }",
        "?s :knows ?n . SERVICE @ { SELECT ?s ?age { ?s :age ?age } ORDER BY ?age LIMIT 2 }",
        "?s :knows ?n . SERVICE @ { SELECT ?s (COUNT(*) AS ?count) { ?s ?p ?o } GROUP BY ?s }",
        "?s :knows ?n . SERVICE @ { SELECT ?s (COUNT(*) AS ?c) { ?s ?p ?o } GROUP BY ?s HAVING(COUNT(*) > 1) }",
        "?s :knows ?n . SERVICE @ { { SELECT ?s { ?s :age ?any } ORDER BY ?any LIMIT 2 } ?s :age ?a }",
        "?s :knows ?n . SERVICE @ { SELECT (MAX(?age) AS ?oldest) { ?s :age ?age } }",
        "?s :knows ?n . SERVICE @ { SELECT DISTINCT ?place { ?s :lives ?place } }",
        "?s :knows ?n . SERVICE @ { :x :in ?where }",
        "?s :knows ?n . SERVICE @ { :x :in :north }",
        "?s :knows ?n . SERVICE @ { :x :in :south }",
        "?s :knows ?n . SERVICE @ { }",
        "{ ?s :name ?name } UNION { ?x :knows 9 } SERVICE @ { ?s :age ?age }",
        "VALUES (?s ?place) { (:a UNDEF) (:a :x) (UNDEF :y) (UNDEF UNDEF) (:b :x) } SERVICE @ { ?s :age ?age OPTIONAL { ?s :lives ?place } }",
        "VALUES ?s { :a :a :a } SERVICE @ { ?s :age ?age }",
        "VALUES ?age { 10 10.0 020 } SERVICE @ { ?s :age ?age }",
        "?s :nothing ?n . SERVICE @ { ?s :age ?age }",
        "{ SELECT ?s { ?s :knows ?age SERVICE @ { ?s :lives ?place } } } SERVICE @ { ?s :age ?age }",
        "{ SELECT (COUNT(?age) AS ?n) { ?s :knows ?k SERVICE @ { ?s :age ?age } } }",
        "?s :knows ?n MINUS { SERVICE @ { ?s :lives :x } }",
        "?s :knows ?n . SERVICE @ { ?s :age ?row }",
        "?row :knows ?n . SERVICE @ { ?row :age ?age }",
        "?s :knows ?n . SERVICE @ { ?s :age [] }",
        "?s :knows ?n . SERVICE @ { ?s :lives ?place . ?place :in ?where } SERVICE @ { ?other :lives ?place }",
        "?m :listed 1 . SERVICE @ { ?m :age ?age }",
        "VALUES ?quoted { \"a\\\"}b\" \"a\" } SERVICE @ { ?s :label ?l FILTER(STR(?l) = ?quoted) }",
        "VALUES ?l { \"a\"@en \"A\"@fr \"a\" } SERVICE @ { ?s :label ?l }",
      })
  void aServiceGivesWhatItsGraphWouldGive(String pattern) {
    String query = PREFIXES + "SELECT * { GRAPH <urn:here> { } " + local(pattern) + " }";
    List<String> expected = rows(query.replace("SERVICE @", "GRAPH <urn:there>"), Federation.NONE);
    assertThat(rows(query.replace("SERVICE @", "SERVICE <" + address + ">"), allowed()))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** What is outside of SERVICE and VALUES is asked of our graph. */
  private static String local(String pattern) {
    return pattern.replaceAll(
        "(\\?\\w+) :(knows|name|listed|nothing) (\\?\\w+|\\d)", "GRAPH <urn:here> { $1 :$2 $3 }");
  }

  @Test
  void aHundredAndTwentyRowsAreThreeRequests() {
    assertThat(
            rows(
                PREFIXES
                    + "SELECT ?m ?age { GRAPH <urn:here> { ?m :listed ?l } SERVICE <%s> { ?m :age ?age } }"
                        .formatted(address),
                allowed()))
        .hasSize(120);
    assertThat(REQUESTS).hasValue(3);
  }

  @Test
  void theSameIsNotAskedTwice() {
    rows(
        PREFIXES
            + "SELECT * { GRAPH <urn:here> { ?m :listed ?l } { SERVICE <%1$s> { :x :in ?w } } UNION { SERVICE <%1$s> { :x :in ?w } } }"
                .formatted(address),
        allowed());
    assertThat(REQUESTS).hasValue(1);
  }

  @Test
  void oneQueryHasItsShareOfRequests() {
    Limits thrifty =
        new Limits(Duration.ofSeconds(5), Duration.ofSeconds(30), 1 << 20, 1000, 50, 5, 2);
    assertThatThrownBy(
            () ->
                rows(
                    PREFIXES
                        + "SELECT * { GRAPH <urn:here> { ?m :listed ?l } OPTIONAL { SERVICE <%s> { ?m :age ?age } } }"
                            .formatted(address),
                    Federation.of(List.of(address), thrifty)))
        .isInstanceOf(ServiceFailure.class)
        .hasMessage(
            "SERVICE <%s> has been asked 5 times for one query, which is enough. Join fewer rows with it, or put SERVICE outside of OPTIONAL and UNION."
                .formatted(address));
    assertThat(REQUESTS).hasValue(5);
  }

  @Test
  void whatWouldCountForEachRowIsRefused() {
    assertThatThrownBy(
            () ->
                rows(
                    PREFIXES
                        + "SELECT * { GRAPH <urn:here> { ?s :knows ?n } OPTIONAL { SERVICE <%s> { SELECT ?s ?age { ?s :age ?age } LIMIT 1 } } }"
                            .formatted(address),
                    allowed()))
        .isInstanceOf(QueryDeniedException.class)
        .hasMessageContaining("is refused, as it would count for each row");
    assertThat(REQUESTS).hasValue(0);
  }

  @Test
  void whatWouldCountForEachRowIsRefusedBehindOthersToo() {
    assertThatThrownBy(
            () ->
                rows(
                    PREFIXES
                        + "SELECT * { GRAPH <urn:here> { ?s :knows ?n } OPTIONAL { GRAPH <urn:here> { ?x :knows ?n } SERVICE <%s> { ?x :age ?y { SELECT ?s { ?s :age ?age } LIMIT 1 } } } }"
                            .formatted(address),
                    allowed()))
        .isInstanceOf(QueryDeniedException.class)
        .hasMessageContaining("is refused, as it would count for each row");
    assertThat(REQUESTS).hasValue(0);
  }

  @Test
  void whatWouldFailUnnoticedIsRefused() {
    assertThatThrownBy(
            () ->
                rows(
                    "SELECT * { ?s ?p ?o FILTER NOT EXISTS { { SELECT * { SERVICE <%s> { ?s ?p ?o } } } } }"
                        .formatted(address),
                    allowed()))
        .isInstanceOf(QueryDeniedException.class)
        .hasMessageContaining("SERVICE stands in a filter");
    assertThat(REQUESTS).hasValue(0);
  }

  @Test
  void oneServiceIsNotMadeToAskAnother() {
    for (String within :
        List.of("SERVICE ?p { ?s ?p ?o }", "{ SELECT * { SERVICE ?p { ?s ?p ?o } } }")) {
      assertThatThrownBy(
              () -> rows("SELECT * { SERVICE <%s> { %s } }".formatted(address, within), allowed()))
          .as(within)
          .isInstanceOf(QueryDeniedException.class)
          .hasMessageContaining("SERVICE stands within SERVICE");
    }
    assertThat(REQUESTS).hasValue(0);
  }

  @Test
  void noTermBreaksOutOfTheQuestion() {
    Node odd = NodeFactory.createURI("http://x/> ?y ?z } #");
    assertThat(Sendable.term(odd).getURI()).startsWith("urn:uuid:");
    assertThat(Sendable.term(NodeFactory.createBlankNode()).getURI()).startsWith("urn:uuid:");
    for (Node fine :
        List.of(
            NodeFactory.createURI("http://x/\u00e9#y"),
            NodeFactory.createLiteralString("\"} #\n"),
            Var.alloc("x"))) {
      assertThat(Sendable.term(fine)).isEqualTo(fine);
    }
    QueryExecBuilder builder =
        QueryExec.dataset(all)
            .query("SELECT * { SERVICE <%s> { ?s ?p ?o } }".formatted(address))
            .substitution("s", odd);
    allowed().settings().forEach(builder::set);
    try (QueryExec execution = builder.build()) {
      assertThat(execution.select().hasNext()).isFalse();
    }
    assertThat(REQUESTS).hasValue(1);
  }

  @Test
  void aVariableNamesTheServiceRowByRow() {
    String pattern = "{ VALUES (?e ?s) { (<%s> :a) (<%s> :b) } SERVICE%s ?e { ?s :age ?age } }";
    assertThat(rows(PREFIXES + "SELECT ?age " + pattern.formatted(address, address, ""), allowed()))
        .hasSize(2);
    REQUESTS.set(0);
    assertThatThrownBy(
            () ->
                rows(
                    PREFIXES
                        + "SELECT * "
                        + pattern.formatted(address, "http://localhost:1/other", ""),
                    allowed()))
        .isInstanceOf(QueryDeniedException.class)
        .hasMessageContaining("SERVICE <http://localhost:1/other> is off");
    assertThat(REQUESTS).hasValue(0);
    assertThat(
            rows(
                PREFIXES
                    + "SELECT ?s ?age "
                    + pattern.formatted(address, "http://localhost:1/other", " SILENT"),
                allowed()))
        .containsExactlyInAnyOrder(
            "{age=10, s=<http://example.org/a>}", "{s=<http://example.org/b>}");
  }

  private static Federation allowed() {
    return Federation.of(List.of(address));
  }

  private static List<String> rows(String query, Federation federation) {
    return Txn.calculateRead(
        all,
        () -> {
          Query parsed = QueryFactory.create(query, Syntax.syntaxSPARQL_11);
          federation.requireAllowed(parsed);
          QueryExecBuilder builder = QueryExec.dataset(all).query(parsed);
          federation.settings().forEach(builder::set);
          builder.set(ARQ.queryTimeout, String.valueOf(Duration.ofMinutes(2).toMillis()));
          try (QueryExec execution = builder.build()) {
            Stream<Binding> rows = execution.select().stream();
            return rows.map(JoinTest::row).toList();
          }
        });
  }

  private static String row(Binding row) {
    TreeMap<String, String> cells = new TreeMap<>();
    row.forEach(
        (variable, node) -> {
          if (variable.isNamedVar()) { // Jena shows those of its own making, too.
            cells.put(variable.getVarName(), node.isBlank() ? "[]" : NodeFmtLib.strTTL(node));
          }
        });
    return cells.toString();
  }
}
