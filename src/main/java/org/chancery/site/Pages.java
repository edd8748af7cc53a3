package org.chancery.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;

/**
 * Fills the templates of {@code src/main/jte} and sends them. A template escapes every value by the
 * place where it stands, so no text becomes markup.
 */
public final class Pages {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "gg.jte.generated.precompiled");

  private Pages() {}

  /** The page, as text. */
  static String html(String template, Map<String, Object> parameters) {
    StringOutput page = new StringOutput();
    TEMPLATES.render(template, parameters, page);
    return page.toString();
  }

  /**
   * Sends a page with the status that the response has.
   *
   * @param template a file's name without its folder
   * @param parameters by name, as the template declares them
   */
  public static void send(
      HttpServletResponse response, String template, Map<String, Object> parameters)
      throws IOException {
    Utf8ByteOutput page = new Utf8ByteOutput();
    TEMPLATES.render(template, parameters, page);
    response.setContentType("text/html;charset=utf-8");
    response.setContentLength(page.getContentLength());
    page.writeTo(response.getOutputStream());
  }

  /** Answers in a line of plain text. */
  public static void line(HttpServletResponse response, int status, String line)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=utf-8");
    response.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
    response.getOutputStream().write('\n');
  }

  /**
   * Sends a page that says what is the matter.
   *
   * @param status of HTTP
   * @param text what happened
   * @param next what to do about it
   */
  static void message(
      HttpServletResponse response, int status, String title, String text, String next)
      throws IOException {
    response.setStatus(status);
    send(response, "message.jte", Map.of("title", title, "text", text, "next", next));
  }

  /**
   * Sends triples.
   *
   * @param graph with its prefixes
   */
  static void send(HttpServletResponse response, Graph graph, Lang lang) throws IOException {
    response.setContentType(lang.getHeaderString());
    // An XML document says in which encoding it is.
    if (!lang.equals(Lang.RDFXML)) {
      response.setCharacterEncoding("utf-8");
    }
    RDFWriter.source(graph).lang(lang).output(response.getOutputStream());
  }
}
