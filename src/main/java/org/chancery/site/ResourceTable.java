package org.chancery.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.chancery.ontology.Chy;

/** A description as tables that a browser shows. */
record ResourceTable(Description description) {
  /** Rows per table; beyond it the page says so and points to the Turtle, which is whole. */
  private static final int MAX_ROWS = 500;

  private static final Pattern WEB = Pattern.compile("https?://[^\\s\"<>]+");

  static void send(HttpServletResponse response, Description description) throws IOException {
    new ResourceTable(description).send(response);
  }

  private void send(HttpServletResponse response) throws IOException {
    String title = name(description.thing());
    String iri = description.thing().getURI();
    String body =
        "<h1>"
            + Html.escape(title)
            + "</h1>\n<p><code>"
            + Html.escape(iri)
            + "</code></p>\n"
            + table("What it is", description.outgoing(), Triple::getObject)
            + table("What refers to it", description.incoming(), Triple::getSubject);
    Html.send(response, title, body);
  }

  private String table(String caption, List<Triple> triples, Function<Triple, Node> other) {
    if (triples.isEmpty()) {
      return "";
    }
    String rows =
        triples.stream()
            .limit(MAX_ROWS)
            .map(
                triple ->
                    "<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n"
                        .formatted(
                            Html.escape(property(triple.getPredicate())),
                            cell(other.apply(triple))))
            .collect(Collectors.joining());
    String rest =
        triples.size() <= MAX_ROWS
            ? ""
            : "<p>%d more rows are not shown; ask for text/turtle to have them all.</p>\n"
                .formatted(triples.size() - MAX_ROWS);
    return "<table>\n<caption>%s</caption>\n%s</table>\n%s".formatted(caption, rows, rest);
  }

  private String cell(Node node) {
    if (node.isLiteral()) {
      String language = node.getLiteralLanguage();
      String text = Html.escape(node.getLiteralLexicalForm());
      return language.isEmpty()
          ? text
          : "<span lang=\"%s\">%s</span>".formatted(Html.escape(language), text);
    }
    if (!node.isURI()) {
      return Html.escape(node.toString());
    }
    String iri = node.getURI();
    if (iri.startsWith(Chy.DEFAULT_BASE)) {
      String path = "/id/" + iri.substring(Chy.DEFAULT_BASE.length());
      return link(path, name(node));
    }
    // Only the web: a javascript: IRI in an article must not become a link.
    return WEB.matcher(iri).matches() ? link(iri, name(node)) : Html.escape(iri);
  }

  private static String link(String address, String text) {
    return "<a href=\"%s\">%s</a>".formatted(Html.escape(address), Html.escape(text));
  }

  private static String property(Node predicate) {
    return Prefixes.shorten(predicate.getURI());
  }

  private String name(Node node) {
    String label = description.labels().get(node);
    return label == null ? Prefixes.shorten(node.getURI()) : label;
  }
}
