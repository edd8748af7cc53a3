package org.chancery.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.query.CannedQueries;
import org.chancery.query.CannedQuery;

/** What to ask: each question opens in Fuseki's query editor, ready to run. */
final class StartPage extends HttpServlet {
  private static final long serialVersionUID = 1;

  /** HTML, complete: the page never changes while the server runs. */
  private final String body;

  StartPage(CannedQueries queries) {
    this.body = body(queries.all());
  }

  private static String body(List<CannedQuery> links) {
    String questions =
        links.isEmpty()
            ? ""
            : links.stream()
                .map(
                    link ->
                        "<li><a href=\"%s\">%s</a></li>\n"
                            .formatted(Html.escape(address(link)), Html.escape(link.question())))
                .collect(
                    Collectors.joining(
                        "",
                        "<h2>Questions</h2>\n<p>Each opens in the query editor; run it with the"
                            + " arrow there.</p>\n<ul>\n",
                        "</ul>\n"));
    return """
        <h1>Chancery</h1>
        <p>A knowledge graph of what articles say about diplomacy: who holds which office, who signs
        what, who meets whom and where, each with the words that say so.</p>
        %s<h2>For programs</h2>
        <p>SPARQL is answered at <code>/chancery/sparql</code>. Everything in the graph has a page
        under <code>/id/</code>, also as Turtle, JSON-LD, RDF/XML and N-Triples.</p>
        """
        .formatted(questions);
  }

  private static String address(CannedQuery link) {
    // In the fragment a plus sign would stay a plus sign.
    String query = URLEncoder.encode(link.text(), StandardCharsets.UTF_8).replace("+", "%20");
    return "/#/dataset/" + "chancery" + "/query?query=" + query;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String page = Optional.ofNullable(request.getPathInfo()).orElse("/");
    switch (page) {
      case "/" -> Html.send(response, "Chancery", body);
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
