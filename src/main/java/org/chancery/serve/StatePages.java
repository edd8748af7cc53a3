package org.chancery.serve;

import com.google.gson.Gson;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the server is, for programs that look after it. */
final class StatePages extends HttpServlet {
  static final String HEALTH = "/$/health";
  static final String METRICS = "/$/metrics";

  private static final long serialVersionUID = 1;
  private static final Gson JSON = new Gson();

  private final transient Versions versions;
  private final transient Measures measures;
  private final transient Lanes lanes;
  private final long start = System.nanoTime();

  StatePages(Versions versions, Measures measures, Lanes lanes) {
    this.versions = versions;
    this.measures = measures;
    this.lanes = lanes;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    if (request.getRequestURI().equals(METRICS)) {
      send(response, "text/plain;version=0.0.4;charset=utf-8", measures.text());
      return;
    }
    boolean readable = isReadable();
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("status", readable ? "ok" : "unreadable");
    state.put("version", versions.store().version());
    state.put("catalogue", versions.catalogue().isPresent() ? "ready" : "absent");
    state.put("uptimeSeconds", Duration.ofNanos(System.nanoTime() - start).toSeconds());
    state.put("running", lanes.running());
    state.put("waiting", lanes.waiting());
    response.setStatus(
        readable ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    send(response, "application/json;charset=utf-8", JSON.toJson(state) + "\n");
  }

  private boolean isReadable() {
    try {
      versions.store().requireReadable();
      return true;
    } catch (RuntimeException unreadable) {
      return false;
    }
  }

  private static void send(HttpServletResponse response, String type, String text)
      throws IOException {
    response.setContentType(type);
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
