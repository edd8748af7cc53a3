package org.chancery.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.junit.jupiter.api.Test;

class AnswerPrinterTest {
  private static final String ROWS =
      """
      PREFIX ex: <http://example.org/>
      SELECT ?name ?n ?iri ?empty WHERE {
        VALUES (?name ?n ?iri) {
          ("Zoë" 1 ex:a)
          ("東京" 10 <http://example.com/b>)
          ("a\\tb\\u001B[31m\\u202E\\n" 2 ex:c)
        }
      }
      """;
  private static final String TRIPLES =
      """
      PREFIX ex: <http://example.org/>
      CONSTRUCT { ?s ex:p ?o } WHERE { VALUES (?s ?o) { (ex:b 2) (ex:a 2) (ex:b 1) (ex:b 2) } }
      """;

  @Test
  void tableAlignsWideCharactersAndDisarmsControlCharacters() {
    assertThat(print(ROWS, AnswerFormat.TABLE))
        .isEqualTo(
            """
            name                    n   iri                   empty
            ----------------------  --  --------------------  -----
            Zoë                     1   ex:a
            東京                    10  http://example.com/b
            a\\tb\\u001B[31m\\u202E\\n  2   ex:c
            """);
  }

  @Test
  void standardFormatsAreJenas() {
    assertThat(print(ROWS, AnswerFormat.CSV))
        .startsWith("name,n,iri,empty\r\nZoë,1,http://example.org/a,\r\n");
    assertThat(print(ROWS, AnswerFormat.TSV))
        .startsWith("?name\t?n\t?iri\t?empty\n\"Zoë\"\t1\t<http://example.org/a>\t\n");
    assertThat(print(ROWS, AnswerFormat.JSON)).contains("\"bindings\"", "\"value\": \"東京\"");
    assertThat(print(ROWS, AnswerFormat.XML)).contains("<literal>東京</literal>");
  }

  @Test
  void turtleIsSortedAndPrefixedAndSaysThingsOnce() {
    assertThat(print(TRIPLES, AnswerFormat.TURTLE))
        .isEqualTo(
            """
            PREFIX ex: <http://example.org/>

            ex:a    ex:p    2 .

            ex:b    ex:p    1;
                    ex:p    2 .
            """);
  }

  @Test
  void truthIsAWordInATableAndABooleanElsewhere() {
    assertThat(print("ASK {}", AnswerFormat.TABLE)).isEqualTo("yes\n");
    assertThat(print("ASK { FILTER(false) }", AnswerFormat.TABLE)).isEqualTo("no\n");
    assertThat(print("ASK {}", AnswerFormat.JSON)).contains("\"boolean\" : true");
  }

  @Test
  void aFormatThatDoesNotSuitIsRefused() {
    assertRefused(
        ROWS, AnswerFormat.TURTLE, "The query yields rows, not triples: use --format table");
    assertRefused(
        TRIPLES, AnswerFormat.CSV, "The query yields triples, which --format csv cannot show");
  }

  @Test
  void otherServicesAreNotCalled() {
    String query = "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }";
    assertThatThrownBy(() -> print(query, AnswerFormat.TABLE))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("The query cannot be answered: ");
  }

  private static void assertRefused(String query, AnswerFormat format, String message) {
    assertThatThrownBy(() -> print(query, format))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(message)
        .extracting(e -> ((UserException) e).exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  private static String print(String text, AnswerFormat format) {
    Query query = QueryFactory.create(text);
    Answer answer = QueryRunner.over(DatasetGraphFactory.empty()).run(query);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new AnswerPrinter(query.getPrefixMapping()).print(answer, format, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
