package org.chancery.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.chancery.article.Span;
import org.chancery.query.TerminalText;

/**
 * A claim as a store has it.
 *
 * @param rules local names, sorted
 * @param article the identifier of its article
 * @param contentHash of the article's bytes
 * @param evidence in the order of the text
 */
record StoredClaim(
    Node iri,
    Term subject,
    String relation,
    Term object,
    String status,
    List<String> rules,
    String confidence,
    String article,
    String contentHash,
    List<Quote> evidence) {
  StoredClaim {
    rules = List.copyOf(rules);
    evidence = List.copyOf(evidence);
  }

  /**
   * A thing or a value.
   *
   * @param label the value itself, if it is one
   */
  record Term(Node node, String label) {
    private String text() {
      String address = node.isURI() ? " <" + node.getURI() + ">" : "";
      return TerminalText.escaped(label + address);
    }
  }

  /** Words of the article, and where they stand. */
  record Quote(Span span, String words) {}

  /** All of it, for people. */
  String text() {
    return """
        claim <%s>
          subject     %s
          predicate   %s
          object      %s
          status      %s
          rule        %s
          confidence  %s
        %s"""
        .formatted(
            iri.getURI(),
            subject.text(),
            relation,
            object.text(),
            status,
            String.join(", ", rules),
            confidence,
            evidence.stream()
                .map(
                    quote ->
                        "  evidence    %s [%d, %d): \"%s\"\n"
                            .formatted(
                                TerminalText.escaped(article),
                                quote.span().start(),
                                quote.span().end(),
                                TerminalText.escaped(quote.words().replaceAll("\\s+", " "))))
                .collect(Collectors.joining()));
  }
}
