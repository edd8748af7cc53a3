package org.chancery.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.chancery.ontology.Chy;
import org.jspecify.annotations.Nullable;

/**
 * What the graph says of one thing, with that thing as subject or object: as RDF for programs, as a
 * table for people. The path after {@code /id/} stands for the IRI's end.
 */
final class ResourcePages extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final MediaType HTML = MediaType.create("text/html");

  /** What programs get that do not say what they want comes first. */
  private static final AcceptList OFFERS =
      AcceptList.create(
          offer(Lang.TURTLE), offer(Lang.NTRIPLES), offer(Lang.JSONLD), offer(Lang.RDFXML), HTML);

  private final transient Shown shown;

  ResourcePages(Shown shown) {
    this.shown = shown;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Vary", "Accept");
    String path = request.getRequestURI().substring("/id/".length());
    Optional<Description> description = describe(path);
    if (description.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Optional<MediaType> type = negotiate(request.getHeader("Accept"));
    if (type.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_ACCEPTABLE);
    } else if (type.get().equals(HTML)) {
      ResourceTable.send(response, description.get());
    } else {
      Lang lang = RDFLanguages.contentTypeToLang(type.get().getContentTypeStr());
      response.setContentType(lang.getHeaderString());
      if (!lang.equals(Lang.RDFXML)) {
        response.setCharacterEncoding("utf-8");
      }
      RDFWriter.source(description.get().graph()).lang(lang).output(response.getOutputStream());
    }
  }

  private static MediaType offer(Lang lang) {
    return MediaType.create(lang.getHeaderString());
  }

  private static Optional<MediaType> negotiate(@Nullable String accept) {
    if (accept == null || accept.isBlank()) {
      return Optional.of(offer(Lang.TURTLE));
    }
    return Optional.ofNullable(AcceptList.match(new AcceptList(accept), OFFERS));
  }

  /** Browsers percent-encode letters that IRIs may hold plainly, so both spellings are tried. */
  private Optional<Description> describe(String path) {
    String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    return shown
        .store()
        .read(
            dataset ->
                Stream.of(path, decoded)
                    .map(end -> NodeFactory.createURI(Chy.DEFAULT_BASE + end))
                    .map(thing -> Description.of(thing, dataset))
                    .filter(description -> !description.isEmpty())
                    .findFirst());
  }
}
