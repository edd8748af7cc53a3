package org.chancery.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which queries only look up a few things that they name, and so have a lane of their own. */
class SafeQueriesTest {
  private static boolean isLight(String query) {
    return SafeQueries.isLight(QueryFactory.create(query));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ASK {}",
        "ASK { <urn:a> <urn:p> <urn:b> . <urn:a> <urn:q> <urn:b> }",
        "SELECT * { <urn:a> ?p ?o }",
        "SELECT ?o { <urn:a> <urn:p> ?o . <urn:a> a <urn:C> } LIMIT 3",
        "DESCRIBE <urn:a>",
      })
  void whatNamesAFewThingsIsLight(String query) {
    assertThat(isLight(query)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?s <urn:p> <urn:o> }",
        "SELECT * { <urn:a> ?p ?o . <urn:b> ?q ?r }",
        "SELECT * { <urn:a> <urn:p> ?o . <urn:b> <urn:p> ?r }",
        "SELECT * { <urn:a> <urn:p> [] , [] }",
        "SELECT * { <urn:a> <urn:p>* ?o }",
        "SELECT * { <urn:a> <urn:p> ?o } ORDER BY ?o",
      })
  void whatMayHaveManyAnswersIsNot(String query) {
    assertThat(isLight(query)).isFalse();
  }

  @Test
  void whatDescribesManyThingsIsNot() {
    String many =
        IntStream.range(0, 9).mapToObj("<urn:x%d>"::formatted).collect(Collectors.joining(" "));

    assertThat(isLight("DESCRIBE " + many)).isFalse();
    assertThat(isLight("DESCRIBE " + many + " {}")).isFalse();
  }
}
