package org.chancery.site;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** A page of ours: every text that comes from elsewhere goes in through {@link #escape}. */
final class Html {
  private Html() {}

  /** The text with all that means something to HTML taken out of it, also within attributes. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(escaped, point));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int point) {
    switch (point) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> escaped.appendCodePoint(Character.isISOControl(point) ? ' ' : point);
    }
  }

  /**
   * @param title plain text
   * @param body HTML
   */
  static void send(HttpServletResponse response, String title, String body) throws IOException {
    Pages.send(
        response,
        "layout.jte",
        Map.of("title", title, "content", (Content) output -> output.writeContent(body)));
  }
}
