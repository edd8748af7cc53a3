package org.chancery.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Fills the templates of {@code src/main/jte} and sends them. A template escapes every value by the
 * place where it stands, so no text becomes markup.
 */
final class Pages {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "gg.jte.generated.precompiled");

  static {
    TEMPLATES.setBinaryStaticContent(false);
  }

  private Pages() {}

  /**
   * Sends a page with the status that the response has.
   *
   * @param template a file's name without its folder
   * @param parameters by name, as the template declares them
   */
  static void send(HttpServletResponse response, String template, Map<String, Object> parameters)
      throws IOException {
    Utf8ByteOutput page = new Utf8ByteOutput();
    TEMPLATES.render(template, parameters, page);
    response.setContentType("text/html;charset=utf-8");
    response.setContentLength(page.getContentLength());
    page.writeTo(response.getOutputStream());
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
}
