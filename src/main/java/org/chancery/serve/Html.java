package org.chancery.serve;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A page of ours: every text that comes from elsewhere goes in through {@link #escape}. */
final class Html {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <link rel="icon" href="/favicon.ico">
      <link rel="stylesheet" href="/start/chancery.css">
      </head>
      <body>
      <nav aria-label="Chancery"><a href="/start/">Start</a> <a href="/">Query editor</a></nav>
      <main>
      %s</main>
      </body>
      </html>
      """;

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
    response.setContentType("text/html;charset=utf-8");
    response
        .getOutputStream()
        .write(PAGE.formatted(escape(title), body).getBytes(StandardCharsets.UTF_8));
  }

  static void sendStyleSheet(HttpServletResponse response) throws IOException {
    try (InputStream css = Html.class.getResourceAsStream("chancery.css")) {
      if (css == null) {
        throw new IllegalStateException("chancery.css is not on the class path");
      }
      response.setContentType("text/css;charset=utf-8");
      css.transferTo(response.getOutputStream());
    }
  }
}
