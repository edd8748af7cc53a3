package org.chancery.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.chancery.fuzz.Fuzzer;
import org.chancery.ontology.Status;
import org.junit.jupiter.api.Test;

/** What browsers and programs send, made worse. */
class RequestFuzzTest {
  private static final PictureFilter.Offer OFFER =
      new PictureFilter.Offer(
          "/start/network",
          "relation",
          "Relations",
          Map.of("signs", "signs", "meetsWith", "meets"),
          Set.of("signs"),
          Set.of(Status.ASSERTED));

  @Test
  void acceptHeaders() {
    Fuzzer.feed(
        "accept",
        input -> Form.wanted(new String(input, StandardCharsets.ISO_8859_1)),
        "text/html",
        "*/*",
        "text/*",
        ";q=",
        "q=1.000",
        "q=NaN",
        "q=0x1p1",
        "\"");
  }

  /** What is passed over is told, and told briefly. */
  @Test
  void picturesParameters() {
    Fuzzer.feed(
        "picture",
        input -> {
          String[] values = new String(input, StandardCharsets.UTF_8).split("\n", -1);
          PictureFilter filter = PictureFilter.of(request(values), OFFER);
          assertThat(filter.kinds()).isNotEmpty();
          assertThat(filter.statuses()).isNotEmpty();
          filter
              .problems()
              .forEach(problem -> assertThat(problem.length()).isLessThanOrEqualTo(260));
          filter.form(OFFER, "name", filter.problems());
          return filter.problems().size() + " " + filter.hasDays();
        },
        "2031-05-03",
        "+999999999-12-31",
        "signs",
        "asserted");
  }

  private static HttpServletRequest request(String[] values) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            RequestFuzzTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (self, method, arguments) -> {
              int which = Math.floorMod(String.valueOf(arguments[0]).hashCode(), values.length);
              return method.getName().equals("getParameterValues")
                  ? new String[] {values[which], values[values.length - 1]}
                  : values[which];
            });
  }

  /** What is put into headers and queries of an address is plain ASCII without its ends. */
  @Test
  void pathsOfThings() {
    Fuzzer.feed(
        "path",
        input -> {
          String path = ResourcePages.decoded(new String(input, StandardCharsets.UTF_8));
          String safe = ResourcePages.ascii("https://w3id.org/chancery/id/" + path);
          assertThat(safe).matches("[!-~]*").doesNotContainAnyWhitespaces();
          assertThat(safe).doesNotContain("<", ">", "\"", "{", "}", "|", "\\", "^", "`");
          return path.length() == input.length;
        },
        "%2e%2e/",
        "%00",
        "%",
        "%zz",
        "%c0%af",
        "official/",
        ".ttl",
        "%0d%0aSet-Cookie: a=b",
        "+");
  }

  /** Graphs of which a part is missing or of another kind. */
  @Test
  void reports() {
    Fuzzer.feed(
        "report",
        input -> {
          DatasetGraph dataset = DatasetGraphFactory.create();
          try {
            RDFParser.source(new ByteArrayInputStream(input))
                .lang(Lang.NQUADS)
                .checking(false)
                .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                .parse(dataset);
          } catch (RuntimeException noQuads) {
            // What came before it counts. Jena's tokenizer ends with exceptions of Java's, too.
          }
          Reports reports = ReportReader.read(dataset, 5);
          return reports.complete() + " " + reports.tenures().size();
        },
        "<https://w3id.org/chancery/ontology#asOf>",
        "<https://w3id.org/chancery/ontology#acting>",
        "<https://w3id.org/chancery/ontology#tenureOf>",
        "<https://w3id.org/chancery/ontology#status>",
        "_:a",
        "\"2031-05-03\"^^<http://www.w3.org/2001/XMLSchema#date>",
        "\"x\"@en");
  }
}
