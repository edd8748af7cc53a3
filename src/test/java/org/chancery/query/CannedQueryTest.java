package org.chancery.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.junit.jupiter.api.Test;

class CannedQueryTest {
  private static final String TEXT =
      """
      #+ summary: Who signed what?
      #+ description: Signatures, one row each.
      #+ tags: [agreements]
      #+ params:
      #+   - name: who
      #+     type: name
      #+     description: a name of the signatory
      #+   - name: since
      #+     type: date
      #+     description: first day
      #+     default: "2030-01-01"
      #+   - name: note
      #+     type: text
      #+     description: words of the note
      #+     default: ""
      SELECT * { ?s ?p ?o FILTER(REGEX(?o, ?_who) && ?o > ?_since && ?o = COALESCE(?_note, ?o)) }
      """;

  private final CannedQuery query = CannedQuery.parse("queries/who-signed.rq", TEXT);

  @Test
  void headerSaysWhatIsAskedAndWithWhat() {
    assertThat(query.name()).isEqualTo("who-signed");
    assertThat(query.question()).isEqualTo("Who signed what?");
    assertThat(query.description()).isEqualTo("Signatures, one row each.");
    assertThat(query.tags()).containsExactly("agreements");
    assertThat(query.parameters())
        .extracting(Parameter::name, Parameter::required)
        .containsExactly(tuple("who", true), tuple("since", false), tuple("note", false));
  }

  @Test
  void valuesBecomeTermsAndDefaultsFillIn() {
    String bound = query.bind(Map.of("who", "x")).serialize();
    assertThat(bound)
        .contains("\"2030-01-01\"^^<http://www.w3.org/2001/XMLSchema#date>")
        .contains("?_note")
        .doesNotContain("?_who", "?_since");
  }

  @Test
  void aValueCannotChangeWhatIsAsked() {
    String hostile = "\") } ; DROP ALL # \\ \n";
    String bound = query.bind(Map.of("who", "x", "note", hostile)).serialize();
    assertThat(CannedQuery.parse("again.rq", bound).bind(Map.of()).serialize()).isEqualTo(bound);
    assertThat(bound).contains("\"\\\") } ; DROP ALL # \\\\ \\n\"");
  }

  @Test
  void aMissingValueIsNamedWithItsMeaning() {
    assertFails(
        ExitCode.USAGE,
        "who-signed: the parameter who is missing, a name of the signatory. Pass --param who=…",
        () -> query.bind(Map.of()));
  }

  @Test
  void anUnknownParameterShowsTheKnownOnes() {
    assertFails(
        ExitCode.USAGE,
        "who-signed has no parameter \"what\". It has: who, since, note.",
        () -> query.bind(Map.of("what", "x")));
  }

  @Test
  void aDayMustBeOne() {
    assertFails(
        ExitCode.USAGE,
        "--param since=yesterday: that is no day. Write it as year-month-day, such as 2031-03-05.",
        () -> query.bind(Map.of("who", "x", "since", "yesterday")));
  }

  @Test
  void aFileWithoutHeaderTakesItsVariablesAsParameters() {
    CannedQuery plain = CannedQuery.parse("plain.rq", "# ?_no\nASK { ?s ?p ?_o, $_x }");
    assertThat(plain.parameters()).extracting(Parameter::name).containsExactly("o", "x");
    assertThat(plain.bind(Map.of("o", "text")).serialize()).contains("\"text\"");
  }

  @Test
  void malformedHeadersAreNamedWithFileAndLine() {
    assertMalformed("type: name", "type: [", "broken.rq, line 8: expected");
    assertMalformed("type: name", "type: nome", "broken.rq, line 5: type \"nome\" is none of");
    assertMalformed("#+ tags:", "#+ togs:", "broken.rq, line 3: \"togs\" is no word");
    assertMalformed("#+ summary: Who", "#+ method: Who", "broken.rq, line 1: summary is missing");
    assertMalformed("[agreements]", "agreements", "broken.rq, line 3: tags should be a list");
    assertMalformed("?_who", "?who", "broken.rq, line 5: the query does not use ?_who.");
    assertMalformed("{ ?s ?p", "{ ?s ?_p", "broken.rq, line 1: params does not declare ?_p.");
    assertMalformed("SELECT *", "SELECT *\n )", "broken.rq, line 17: ");
    assertMalformed("SELECT *", "SELECT ?s (COUNT(?o) AS ?n)", "broken.rq, line 1: ");
  }

  private static void assertMalformed(String part, String replacement, String message) {
    assertFails(
        ExitCode.CONFIG,
        message,
        () -> CannedQuery.parse("broken.rq", TEXT.replace(part, replacement)));
  }

  private static void assertFails(int exitCode, String message, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(message)
        .satisfies(e -> assertThat(((UserException) e).exitCode()).isEqualTo(exitCode));
  }
}
