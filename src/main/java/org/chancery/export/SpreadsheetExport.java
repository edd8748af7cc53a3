package org.chancery.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * One row for each fact that an article states as so, as CSV after RFC 4180. Made to be opened with
 * a spreadsheet: a mark at its start says UTF-8, and what a spreadsheet might run as a formula has
 * an apostrophe before it, as OWASP advises.
 */
final class SpreadsheetExport {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final List<String> COLUMNS =
      List.of(
          "subject",
          "relation",
          "object",
          "status",
          "acting",
          "confidence",
          "article",
          "published",
          "quote",
          "subject_iri",
          "relation_iri",
          "object_iri",
          "article_iri",
          "claim_iri");

  /** What starts a formula in some spreadsheet, in wide forms, too, and what hides a start. */
  private static final String DANGEROUS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private SpreadsheetExport() {}

  static void write(DatasetGraph dataset, Writer out) throws IOException {
    out.write(BYTE_ORDER_MARK);
    row(COLUMNS, out);
    Labels labels = new Labels(dataset);
    StatedClaim.forEach(
        dataset,
        claim -> {
          if (claim.asserted()) {
            row(cells(claim, labels), out);
          }
        });
  }

  private static List<String> cells(StatedClaim claim, Labels labels) {
    return List.of(
        labels.of(claim.fact().getSubject()),
        StatedClaim.localName(claim.fact().getPredicate()),
        labels.words(claim.fact().getObject()),
        StatedClaim.localName(claim.status()),
        claim.acting() ? "yes" : "",
        claim.confidence(),
        claim.identifier(),
        claim.published(),
        String.join(" | ", claim.quotes()),
        claim.fact().getSubject().getURI(),
        claim.fact().getPredicate().getURI(),
        claim.fact().getObject().isURI() ? claim.fact().getObject().getURI() : "",
        claim.article().getURI(),
        claim.claim().getURI());
  }

  private static void row(List<String> cells, Writer out) {
    try {
      out.write(
          cells.stream().map(SpreadsheetExport::cell).collect(Collectors.joining(",", "", "\r\n")));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static String cell(String text) {
    String safe = !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
