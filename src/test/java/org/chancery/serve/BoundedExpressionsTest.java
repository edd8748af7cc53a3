package org.chancery.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is bounded gives what ARQ gives, as long as it stays within its bounds. */
class BoundedExpressionsTest {
  private final DatasetGraph plain = dataset();
  private final DatasetGraph bounded = dataset();

  BoundedExpressionsTest() {
    SafeFunctions.confine(bounded.getContext());
  }

  private static DatasetGraph dataset() {
    DatasetGraph dataset = DatasetGraphFactory.create();
    for (String value : new String[] {"'abcabc'", "'Été'@fr", "'a.b'", "''", "7", "2.50"}) {
      dataset.add(SSE.parseQuad("(_ <urn:s> <urn:p> %s)".formatted(value)));
    }
    return dataset;
  }

  private static List<String> answer(DatasetGraph dataset, String query) {
    List<String> rows = new ArrayList<>();
    try (QueryExec execution =
        QueryExec.dataset(dataset)
            .query(
                "PREFIX fn: <http://www.w3.org/2005/xpath-functions#> "
                    + "PREFIX math: <http://www.w3.org/2005/xpath-functions/math#> "
                    + "PREFIX afn: <http://jena.apache.org/ARQ/function#> "
                    + query)
            .build()) {
      execution.select().forEachRemaining(row -> rows.add(row.toString()));
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONCAT(?o, 'x')",
        "CONCAT(?o, ?o)",
        "CONCAT()",
        "REPLACE(?o, 'b', 'Z')",
        "REPLACE(?o, '(a)(b)', '$2$1')",
        "REPLACE(?o, '.*', 'x')",
        "REPLACE(?o, 'b*', '-')",
        "REPLACE(?o, '.', 'x', 'q')",
        "REPLACE(?o, 'B', 'x', 'i')",
        "REPLACE(?o, 'a', '$9')",
        "REPLACE(?o, 'a', '\\\\$')",
        "REGEX(?o, '^a')",
        "REGEX(?o, 'É')",
        "REGEX(?o, 'é', 'i')",
        "REGEX(?o, '.', 'q')",
        "ENCODE_FOR_URI(?o)",
        "?o * 3",
        "?o * ?o",
        "?o + 3",
        "?o + ?o",
        "?o + 'x'",
        "CONTAINS(?o, 'b')",
        "CONTAINS(?o, 'é')",
        "STRBEFORE(?o, 'b')",
        "STRAFTER(?o, 'b')",
        "fn:contains(?o, 'b')",
        "fn:substring-before(?o, 'b')",
        "fn:substring-after(?o, 'b')",
        "math:pow(?o, 3)",
        "math:pow(?o, -3)",
        "math:pow(-1, 2000000000)",
        "math:pow(2, 65535)",
        "fn:round(?o, 1)",
        "fn:round-half-to-even(?o)",
        "afn:strjoin('-', ?o, 'x', ?o)",
        "fn:concat(?o, '-', 1)",
        "fn:replace(?o, 'b', 'Z')",
        "fn:matches(?o, '^a')",
        "fn:upper-case(?o)",
        "IF(REGEX(?o, 'a'), CONCAT('yes', ?o), 'no')",
      })
  void givesWhatArqGives(String expression) {
    String query =
        "SELECT ?o ?x { ?s ?p ?o BIND(%s AS ?x) } ORDER BY STR(?o)".formatted(expression);

    assertThat(answer(bounded, query)).isEqualTo(answer(plain, query)).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (GROUP_CONCAT(?x) AS ?y) { SELECT (STR(?o) AS ?x) { ?s ?p ?o } ORDER BY ?x }",
        "SELECT (GROUP_CONCAT(?x; separator='|') AS ?y) { SELECT (STR(?o) AS ?x) { ?s ?p ?o } ORDER BY ?x }",
        "SELECT (GROUP_CONCAT(DISTINCT ?x; separator='|') AS ?y) { SELECT (SUBSTR(STR(?o), 1, 1) AS ?x) { ?s ?p ?o } ORDER BY ?x }",
        "SELECT ?s (GROUP_CONCAT(DISTINCT ?p) AS ?y) (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s",
        "SELECT ?s (GROUP_CONCAT(?none) AS ?y) { ?s ?p ?o } GROUP BY ?s",
        "SELECT ?o { ?s ?p ?o FILTER EXISTS { ?s ?p ?o2 FILTER(REGEX(?o2, 'abc')) } FILTER(isNumeric(?o)) } ORDER BY ?o",
        "SELECT ?x { ?s ?p ?o } GROUP BY (CONCAT('a', STR(?s)) AS ?x) HAVING(REGEX(?x, 'urn'))",
      })
  void groupsAndFiltersAreAsArqHasThem(String query) {
    assertThat(answer(bounded, query)).isEqualTo(answer(plain, query)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { { SELECT (REPLACE(%1$s, 'x', %1$s) AS ?x) {} } }",
        "SELECT ?s { ?s ?p ?o } ORDER BY REPLACE(CONCAT(%1$s, STR(?o)), 'x', %1$s)",
        "SELECT ?x { ?s ?p ?o } GROUP BY (REPLACE(%1$s, 'x', %1$s) AS ?x)",
        "SELECT (MAX(STRLEN(REPLACE(%1$s, 'x', %1$s))) AS ?x) { ?s ?p ?o }",
      })
  void boundsHoldWhereverAnExpressionStands(String query) {
    assertThatThrownBy(() -> answer(bounded, query.formatted("'" + "x".repeat(2000) + "'")))
        .isInstanceOf(QueryDeniedException.class)
        .hasMessageContaining("1048576 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (%2$s + %2$s AS ?x) {}",
        "SELECT ?s { ?s ?p ?o } ORDER BY (%2$s + %2$s)",
        "SELECT (afn:strjoin('', %2$s, %2$s) AS ?x) {}",
        "SELECT (afn:strjoin(%1$s, '', '', '', '') AS ?x) { BIND(%2$s AS ?long) }",
        "SELECT (GROUP_CONCAT(?x) AS ?y) { ?s ?p ?o BIND(%2$s AS ?x) }",
        "SELECT (GROUP_CONCAT(DISTINCT ?x) AS ?y) { ?s ?p ?o BIND(CONCAT(STR(?o), %2$s) AS ?x) }",
        "SELECT (GROUP_CONCAT(STR(?n); separator=%1$s) AS ?y) { VALUES ?n { 1 2 3 4 5 6 7 8 9 } BIND(%2$s AS ?long) }",
      })
  void joinedTextsAreBounded(String query) {
    String some = "'" + "x".repeat(400_000) + "'";
    String most = "REPLACE('" + "x".repeat(1000) + "', 'x', '" + "y".repeat(700) + "')";

    assertThatThrownBy(() -> answer(bounded, query.formatted(some, most)))
        .isInstanceOf(QueryDeniedException.class)
        .hasMessageContaining("1048576 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "math:pow(2, 65536)",
        "math:pow(-3, 50000)",
        "math:pow(10, 2000000000)",
        "math:pow(2, 4295067296)",
        "fn:round(1.5, 2000000)",
        "fn:round-half-to-even(7, 1000000000)",
      })
  void numbersAreBounded(String expression) {
    assertThatThrownBy(() -> answer(bounded, "SELECT (%s AS ?x) {}".formatted(expression)))
        .isInstanceOf(QueryDeniedException.class)
        .hasMessageContaining("65536 bits");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONTAINS",
        "STRBEFORE",
        "STRAFTER",
        "fn:contains",
        "fn:substring-before",
        "fn:substring-after"
      })
  void searchesAreBounded(String function) {
    String text = "REPLACE('" + "x".repeat(1000) + "', 'x', '" + "y".repeat(1000) + "')";
    String query = "SELECT (%s(%s, '%s') AS ?x) {}";

    assertThat(answer(bounded, query.formatted(function, text, "y".repeat(900) + "z"))).hasSize(1);
    assertThatThrownBy(
            () -> answer(bounded, query.formatted(function, text, "y".repeat(1000) + "z")))
        .isInstanceOf(QueryDeniedException.class)
        .hasMessageContaining("too long to look for another");
  }
}
