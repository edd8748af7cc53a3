package org.chancery.site;

import com.google.gson.Gson;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.chancery.ontology.Chy;
import org.chancery.store.Store;

/**
 * A picture's page: the same view as a table in HTML and, under the address that ends in {@code
 * .json}, as data for the script that draws it.
 */
abstract class PicturePage extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final Duration PATIENCE = Duration.ofMillis(2500);
  private static final Gson JSON = new Gson();

  private final transient Shown shown;
  private final transient ReportsOfVersion reports;
  private final transient PictureFilter.Offer offer;
  private final String title;
  private final String template;

  /** What a picture is made from. */
  record Question(Reports reports, PictureFilter filter, Optional<Node> about, Names names) {}

  /**
   * @param template a file's name without its folder; gets {@code view} and {@code form}
   */
  PicturePage(
      Shown shown,
      ReportsOfVersion reports,
      PictureFilter.Offer offer,
      String title,
      String template) {
    this.shown = shown;
    this.reports = reports;
    this.offer = offer;
    this.title = title;
    this.template = template;
  }

  /** A public record of texts, numbers and lists. Runs inside a read transaction. */
  abstract Object view(Question question);

  private record Answer(Object view, PictureForm form) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean json = request.getServletPath().endsWith(".json");
    response.setHeader("Cache-Control", "no-cache");
    Optional<Reports> counted = reports.within(PATIENCE);
    if (counted.isEmpty()) {
      later(response, json);
      return;
    }
    PictureFilter filter = PictureFilter.of(request, offer);
    Store store = shown.store();
    String base = store.base().orElse(Chy.DEFAULT_BASE);
    Answer answer = store.read(dataset -> answer(counted.get(), filter, new Names(dataset, base)));
    if (json) {
      send(response, JSON.toJson(answer.view()));
    } else {
      Pages.send(response, template, Map.of("view", answer.view(), "form", answer.form()));
    }
  }

  private Answer answer(Reports counted, PictureFilter filter, Names names) {
    Optional<Node> about = names.meant(filter.about());
    boolean lost = about.isEmpty() && !filter.about().isEmpty();
    List<String> problems =
        lost
            ? List.of(
                "Nothing is called exactly “%s”, so everything is shown. Search for it by name and open the picture from its page, or copy its full name."
                    .formatted(PictureFilter.shortened(filter.about())))
            : List.of();
    Object view = view(new Question(counted, filter, about, names));
    String aboutName = about.map(node -> names.of(node).name()).orElse("");
    return new Answer(view, filter.form(offer, aboutName, problems));
  }

  /** Nothing to show yet: the browser comes back by itself, also without scripts. */
  private void later(HttpServletResponse response, boolean json) throws IOException {
    if (json) {
      response.setStatus(HttpServletResponse.SC_ACCEPTED);
      response.setHeader("Retry-After", "2");
      send(response, "{\"state\":\"drawing\"}");
      return;
    }
    response.setHeader("Refresh", "3");
    Pages.message(
        response,
        HttpServletResponse.SC_OK,
        title + ": being drawn",
        "The reports in this graph are being counted. That is done once for each version of it, and takes some seconds for a large one.",
        "This page looks again by itself.");
  }

  private static void send(HttpServletResponse response, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/json");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
