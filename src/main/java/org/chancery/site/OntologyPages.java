package org.chancery.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.chancery.ontology.OntologyFile;

/** The ontology at its own path: a page for browsers, RDF for programs. */
final class OntologyPages extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String PATH = "/ontology";

  /** Where it is: by what the client accepts, and by extension. */
  static List<String> paths() {
    return Stream.concat(
            Stream.of(PATH),
            Arrays.stream(Form.values()).map(form -> PATH + "." + form.extension()))
        .toList();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String extension = request.getRequestURI().substring(PATH.length());
    Optional<Form> form;
    if (extension.isEmpty()) {
      response.setHeader("Vary", "Accept");
      form = Form.wanted(request.getHeader("Accept"));
    } else {
      form = Form.withExtension(extension.substring(1));
    }
    if (form.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_ACCEPTABLE);
      return;
    }
    Optional<Lang> lang = form.get().lang();
    if (lang.isEmpty()) {
      response.setContentType(form.get().type());
      response.setCharacterEncoding("utf-8");
      response.getOutputStream().write(OntologyPage.html().getBytes(StandardCharsets.UTF_8));
      return;
    }
    Pages.send(response, OntologyFile.TERMS.read(), lang.get());
  }
}
