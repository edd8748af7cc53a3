package org.chancery.serve;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chancery.site.Pages;

/**
 * Why a request is not served.
 *
 * @param status of HTTP
 * @param reason one sentence or two, with what to do next
 */
record Refusal(int status, String reason) {
  /** Answers by itself and closes the connection, so that a body nobody wants is never read. */
  void send(HttpServletResponse response) throws IOException {
    response.setHeader("Connection", "close");
    if (status == 405) {
      response.setHeader("Allow", "GET");
    }
    send(response, status, reason);
  }

  /** Answers in a line of plain text. */
  static void send(HttpServletResponse response, int status, String reason) throws IOException {
    Pages.line(response, status, reason);
  }
}
