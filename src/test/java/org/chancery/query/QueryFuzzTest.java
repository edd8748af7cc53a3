package org.chancery.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.graph.NodeTransformLib;
import org.chancery.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;

/** Queries, their headers and the values of their parameters, made worse. */
class QueryFuzzTest {
  private static final Node MASK = NodeFactory.createLiteralString("mask");

  /** What values ask with parameters that are all filled in. */
  private record Filled(CannedQuery query, Map<String, String> plain) {}

  /** Whatever a value says, the query asks what it asked, but for that one literal. */
  @Test
  void parameters() {
    List<Filled> queries = new ArrayList<>();
    for (CannedQuery query : CannedQueries.load().all()) {
      if (!query.parameters().isEmpty()) {
        Map<String, String> plain = new TreeMap<>();
        query.parameters().forEach(parameter -> plain.put(parameter.name(), plain(parameter)));
        queries.add(new Filled(query, plain));
      }
    }
    Fuzzer.feed(
        "parameter",
        input -> {
          String value = new String(input, StandardCharsets.UTF_8);
          Filled filled = queries.get(Math.floorMod(value.hashCode(), queries.size()));
          for (Parameter parameter : filled.query().parameters()) {
            parameter.problem(value);
            if (!value.isBlank()) {
              requireSame(filled, parameter, value);
            }
          }
          return filled.query().name();
        },
        "\"",
        "'''",
        "\\",
        "} ; DROP ALL #",
        "} UNION { ?s ?p ?o } #",
        "?_name",
        "$x",
        "<urn:x>",
        "2031-05-03",
        "\\u0022",
        "(?i)(a+)+$",
        "[[:",
        "\\Q\\E");
  }

  private static void requireSame(Filled filled, Parameter parameter, String value) {
    String plain = filled.plain().getOrDefault(parameter.name(), "");
    Map<String, String> hostile = new TreeMap<>(filled.plain());
    hostile.put(parameter.name(), value);
    Query asked = filled.query().bind(hostile);
    assertThat(masked(asked, parameter.node(value)))
        .as("what %s asks", filled.query().name())
        .isEqualTo(masked(filled.query().bind(filled.plain()), parameter.node(plain)));
    assertThat(masked(sent(asked), parameter.node(value)))
        .as("what %s asks once it is sent to a server", filled.query().name())
        .isEqualTo(masked(sent(filled.query().bind(filled.plain())), parameter.node(plain)));
    if (parameter.kind() == Parameter.Kind.NAME) {
      assertThat(Pattern.compile(NamePattern.of(value), Pattern.CASE_INSENSITIVE).pattern())
          .isNotEmpty();
    }
  }

  private static Query sent(Query query) {
    return QueryFactory.create(query.serialize());
  }

  private static Op masked(Query query, Node literal) {
    return NodeTransformLib.transform(
        node -> node.equals(literal) ? MASK : node, Algebra.compile(query));
  }

  private static String plain(Parameter parameter) {
    if (!parameter.allowed().isEmpty()) {
      return parameter.allowed().get(0);
    }
    // Each another one, as what is masked is told by its value.
    return parameter.kind() == Parameter.Kind.DATE
        ? LocalDate.of(2031, 5, 3).plusDays(parameter.name().length()).toString()
        : "Zanzibar " + parameter.name();
  }

  @Test
  void headers() {
    Fuzzer.feed(
        "query",
        input -> {
          CannedQuery query = CannedQuery.parse("a.rq", new String(input, StandardCharsets.UTF_8));
          return query.parameters().size();
        },
        "#+ ",
        "params:",
        "  - name: ",
        "type: date",
        "type: name",
        "default: ",
        "values: [",
        "&a [*a, *a]",
        "<<: *a",
        "!!binary",
        "? ",
        "?_country",
        "SELECT * { ",
        "SERVICE <http://127.0.0.1/> { }",
        "{{{{");
  }
}
