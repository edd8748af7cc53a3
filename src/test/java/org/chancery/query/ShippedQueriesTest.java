package org.chancery.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.chancery.ExitCode;
import org.chancery.Fixture;
import org.chancery.Neighbourhood;
import org.chancery.UserException;
import org.chancery.federation.Federation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every query of {@code queries/} against the fixture. A case is a file {@code NAME.tsv} or {@code
 * NAME.CASE.tsv} (of CONSTRUCT, {@code .ttl}): lines {@code # key=value} set parameters, the rest
 * is the answer to the byte.
 */
class ShippedQueriesTest {
  private static final CannedQueries QUERIES = CannedQueries.load();
  private static DatasetGraph dataset;
  private static Neighbourhood neighbours;
  private static Federation federation;

  @BeforeAll
  static void readTheFixture() {
    dataset = Fixture.dataset();
    neighbours = new Neighbourhood();
    federation = neighbours.federation();
  }

  @AfterAll
  static void stopTheNeighbours() {
    neighbours.close();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAsExpected(Path file) throws IOException {
    Query query = QUERIES.require(queryOf(file)).bind(parameters(file));
    assertThat(answer(query)).isEqualTo(expected(file));
  }

  @Test
  void everyQueryHasACase() throws IOException {
    List<String> tried = cases().map(ShippedQueriesTest::queryOf).distinct().toList();
    assertThat(QUERIES.names()).containsExactlyInAnyOrderElementsOf(tried);
  }

  @Test
  void everyQuestionIsOne() {
    assertThat(QUERIES.all())
        .hasSizeGreaterThanOrEqualTo(14)
        .allSatisfy(query -> assertThat(query.question()).endsWith("?"))
        .allSatisfy(query -> assertThat(query.tags()).isNotEmpty());
  }

  @Test
  void everyQueryFindsSomethingAsItStandsForOtherTools() {
    for (CannedQuery query : QUERIES.all()) {
      assertThat(answer(QueryFactory.create(query.text())).lines())
          .as(query.name())
          .filteredOn(line -> !line.isBlank() && !line.startsWith("PREFIX"))
          .hasSizeGreaterThan(1);
    }
  }

  @Test
  void queriesThatAskOthersSayWhomAndAskThemOnceForAllRows() {
    for (CannedQuery query : QUERIES.all()) {
      neighbours.requests().clear();
      Query parsed = QueryFactory.create(query.text());
      answer(parsed);
      assertThat(neighbours.requests())
          .as(query.name())
          .hasSameSizeAs(query.services())
          .allSatisfy(asked -> assertThat(asked).contains("VALUES"));
      if (!query.services().isEmpty()) {
        assertThatThrownBy(() -> Fixture.read(dataset, data -> QueryRunner.over(data).run(parsed)))
            .isInstanceOfSatisfying(
                UserException.class,
                failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
            .hasMessage(
                "The query cannot be answered: SERVICE <%1$s> is off: it needs --allow-service %1$s where Chancery is started"
                    .formatted(query.services().get(0)));
      }
    }
    assertThat(QUERIES.all().stream().flatMap(query -> query.services().stream()).distinct())
        .containsExactlyInAnyOrder(Neighbourhood.WIKIDATA, Neighbourhood.DBPEDIA);
  }

  @Test
  void aBoundQuerySurvivesTheWayThroughText() {
    for (CannedQuery query : QUERIES.all()) {
      Map<String, String> values = new LinkedHashMap<>();
      query.parameters().forEach(p -> values.put(p.name(), sample(p)));
      Query bound = query.bind(values);
      assertThat(answer(QueryFactory.create(bound.serialize())))
          .as(query.name())
          .isEqualTo(answer(bound));
    }
  }

  private static String sample(Parameter parameter) {
    if (!parameter.allowed().isEmpty()) {
      return parameter.allowed().get(0);
    }
    return parameter.kind() == Parameter.Kind.DATE ? "2031-03-05" : "Estmark \"\\ ?x";
  }

  @Test
  void reportThatATenureIsOverIsTold() {
    DatasetGraph later = Fixture.dataset();
    String over =
        """
        BASE <https://w3id.org/chancery/id/>
        PREFIX chy: <https://w3id.org/chancery/ontology#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        <article/later> {
          <article/later> chy:publishedOn "2031-03-08"^^<http://www.w3.org/2001/XMLSchema#date> .
          <claim/over> rdf:subject <official/rok-senn> ; rdf:predicate chy:holdsOffice ;
            rdf:object <office/ek/president> ; chy:status chy:Former .
        }
        """;
    Txn.executeWrite(later, () -> RDFParser.fromString(over, Lang.TRIG).parse(later));
    CannedQuery query = QUERIES.require("who-held-office-on");

    assertThat(answer(query.bind(Map.of("official", "Senn", "day", "2031-03-10")), later))
        .contains("after the last report, reported to be over since");
    assertThat(answer(query.bind(Map.of("official", "Senn", "day", "2031-03-07")), later))
        .contains("\"after the last report\"");
  }

  private static String answer(Query query) {
    return answer(query, dataset);
  }

  private static String answer(Query query, DatasetGraph dataset) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Answer answer = Fixture.read(dataset, data -> QueryRunner.over(data, federation).run(query));
    AnswerFormat format = answer instanceof Answer.Triples ? AnswerFormat.TURTLE : AnswerFormat.TSV;
    new AnswerPrinter(query.getPrefixMapping()).print(answer, format, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Stream<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.sorted().toList().stream();
    }
  }

  private static Path folder() {
    try {
      return Path.of(
              Objects.requireNonNull(ShippedQueriesTest.class.getResource("/fixture.trig")).toURI())
          .resolveSibling("queries");
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static String queryOf(Path file) {
    return file.getFileName().toString().split("\\.", 2)[0];
  }

  private static Map<String, String> parameters(Path file) throws IOException {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("# ")) {
        String[] pair = line.substring(2).split("=", 2);
        parameters.put(pair[0], pair[1]);
      }
    }
    return parameters;
  }

  private static String expected(Path file) throws IOException {
    return Files.readString(file).replaceAll("(?m)^# .*\n", "");
  }
}
