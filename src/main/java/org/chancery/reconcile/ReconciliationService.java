package org.chancery.reconcile;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.catalogue.Catalogue;
import org.chancery.catalogue.Census.Thing;
import org.chancery.catalogue.Kind;
import org.chancery.ontology.Chy;
import org.chancery.site.Pages;
import org.chancery.site.Shown;
import org.chancery.site.ThingLink;

/** The service, with all that it has below its address. */
public final class ReconciliationService extends HttpServlet {
  /** Its address, without a slash at its end. */
  public static final String PATH = "/reconcile";

  private static final long serialVersionUID = 1;

  private static final int PREVIEW_WIDTH = 400;
  private static final int PREVIEW_HEIGHT = 240;
  private static final int MAX_ALIASES = 5;
  private static final int MAX_SKIP = 10_000;
  private static final int MAX_PROPOSALS = 100;
  private static final String SECONDS_TO_WAIT = "2";

  private final transient Shown shown;
  private final transient Map<String, Property> properties = new LinkedHashMap<>();

  /** Who answers, and what from. */
  private record Desk(Catalogue catalogue, Facts facts, Map<String, Property> properties) {
    Matcher matcher() {
      return new Matcher(catalogue, facts, properties);
    }

    Descriptions descriptions() {
      return new Descriptions(facts, properties);
    }
  }

  /** Something that may turn out not to be an answer to a sound request. */
  private interface Work<T> {
    T with(Desk desk) throws BadRequestException;
  }

  /** What came of it: one of both. */
  private record Outcome<T>(Optional<T> answer, Optional<BadRequestException> refusal) {}

  /**
   * @param shown whose names and facts are matched
   */
  public ReconciliationService(Shown shown) {
    this.shown = shown;
    Property.all().forEach(property -> properties.put(property.id(), property));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(request, response);
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      Form form = Form.of(request);
      switch (request.getRequestURI().substring(PATH.length())) {
        case "" -> root(request, response, form);
        case "/suggest/entity" -> {
          int skip = form.number("cursor", 0, MAX_SKIP);
          send(
              response,
              desk ->
                  Suggestions.things(
                      desk.catalogue(),
                      desk.facts(),
                      desk.descriptions(),
                      form.get("prefix").orElse(""),
                      form.get("type").orElse(""),
                      skip));
        }
        case "/suggest/type" ->
            Json.send(
                response,
                Suggestions.types(
                    form.get("prefix").orElse(""), form.number("cursor", 0, MAX_SKIP)));
        case "/suggest/property" ->
            Json.send(
                response,
                Suggestions.properties(
                    properties.values(),
                    form.get("prefix").orElse(""),
                    form.get("type").orElse(""),
                    form.number("cursor", 0, MAX_SKIP)));
        case "/properties" -> proposals(response, form);
        case "/preview" -> preview(response, form);
        case "/view" -> view(response, form);
        default -> Pages.line(response, HttpServletResponse.SC_NOT_FOUND, "There is nothing here.");
      }
    } catch (BadRequestException bad) {
      Pages.line(response, bad.status(), String.valueOf(bad.getMessage()));
    }
  }

  private void root(HttpServletRequest request, HttpServletResponse response, Form form)
      throws IOException, BadRequestException {
    Optional<String> queries = form.get("queries");
    Optional<String> query = form.get("query");
    Optional<String> extend = form.get("extend");
    if (queries.isPresent()) {
      Map<String, Question> batch = Questions.batch(queries.get());
      send(response, desk -> results(desk, batch));
    } else if (query.isPresent()) {
      Question question = Questions.single(query.get());
      send(response, desk -> result(desk.matcher(), question));
    } else if (extend.isPresent()) {
      send(response, desk -> new Extension(desk.facts(), properties).answer(extend.get()));
    } else if (request.getMethod().equals("POST")) {
      throw new BadRequestException(
          HttpServletResponse.SC_BAD_REQUEST, "Send a field \"queries\" or \"extend\".");
    } else {
      Json.send(response, manifest(request));
    }
  }

  private static Map<String, Object> results(Desk desk, Map<String, Question> batch) {
    Matcher matcher = desk.matcher();
    Map<String, Object> results = new LinkedHashMap<>();
    batch.forEach((key, question) -> results.put(key, result(matcher, question)));
    return results;
  }

  private static Map<String, Object> result(Matcher matcher, Question question) {
    return Map.of("result", matcher.answer(question).stream().map(Candidate::json).toList());
  }

  private Map<String, Object> manifest(HttpServletRequest request) {
    // The guard lets in no host but this machine and those that the server was told of.
    String server = request.getScheme() + "://" + request.getHeader("Host");
    String service = server + PATH;
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("versions", List.of("0.2"));
    manifest.put("name", "Chancery (" + request.getHeader("Host") + ")");
    manifest.put("identifierSpace", base());
    manifest.put("schemaSpace", Chy.NS);
    manifest.put("documentation", server + "/start/");
    manifest.put(
        "defaultTypes",
        Arrays.stream(Kind.values())
            .filter(Types.ENTITIES::contains)
            .map(Candidate::type)
            .toList());
    manifest.put("view", Map.of("url", service + "/view?id={{id}}"));
    Map<String, Object> preview = new LinkedHashMap<>();
    preview.put("url", service + "/preview?id={{id}}");
    preview.put("width", PREVIEW_WIDTH);
    preview.put("height", PREVIEW_HEIGHT);
    manifest.put("preview", preview);
    Map<String, Object> suggest = new LinkedHashMap<>();
    for (String each : List.of("entity", "property", "type")) {
      suggest.put(each, path(service, "/suggest/" + each));
    }
    manifest.put("suggest", suggest);
    manifest.put("extend", Map.of("propose_properties", path(service, "/properties")));
    manifest.put("batchSize", Questions.MAX_BATCH);
    return manifest;
  }

  private static Map<String, Object> path(String service, String path) {
    Map<String, Object> address = new LinkedHashMap<>();
    address.put("service_url", service);
    address.put("service_path", path);
    return address;
  }

  private void proposals(HttpServletResponse response, Form form)
      throws IOException, BadRequestException {
    String type = form.get("type").orElse("");
    int limit = form.number("limit", MAX_PROPOSALS, MAX_PROPOSALS);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("type", type);
    answer.put("limit", limit);
    answer.put(
        "properties",
        Suggestions.of(properties.values(), type).stream()
            .limit(limit)
            .map(Suggestions::property)
            .toList());
    Json.send(response, answer);
  }

  private void preview(HttpServletResponse response, Form form)
      throws IOException, BadRequestException {
    Optional<Optional<PreviewView>> found =
        reading(
            desk ->
                desk.facts()
                    .identified(form.get("id").orElse(""))
                    .map(thing -> previewed(thing, desk.descriptions())));
    if (found.isEmpty()) {
      wait(response);
    } else if (found.get().isEmpty()) {
      unknown(response);
    } else {
      Pages.send(response, "preview.jte", Map.of("view", found.get().get()));
    }
  }

  private PreviewView previewed(Thing thing, Descriptions descriptions) {
    return new PreviewView(
        thing.label(),
        thing.kind().one(),
        thing.kind().toString(),
        thing.aliases().subList(0, Math.min(MAX_ALIASES, thing.aliases().size())),
        Descriptions.articles(thing),
        descriptions.lines(thing),
        address(thing.iri()).orElse("/start/"));
  }

  private void view(HttpServletResponse response, Form form)
      throws IOException, BadRequestException {
    Optional<Optional<String>> found =
        reading(
            desk ->
                desk.facts()
                    .identified(form.get("id").orElse(""))
                    .flatMap(thing -> address(thing.iri())));
    if (found.isEmpty()) {
      wait(response);
    } else if (found.get().isEmpty()) {
      unknown(response);
    } else {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", found.get().get());
    }
  }

  private Optional<String> address(String iri) {
    return ThingLink.of(shown.store()).of(iri);
  }

  private static void unknown(HttpServletResponse response) throws IOException {
    Pages.line(response, HttpServletResponse.SC_NOT_FOUND, "The graph knows nothing by this id.");
  }

  private <T> void send(HttpServletResponse response, Work<T> work)
      throws IOException, BadRequestException {
    Optional<T> answer = reading(work);
    if (answer.isPresent()) {
      Json.send(response, answer.get());
    } else {
      wait(response);
    }
  }

  private static void wait(HttpServletResponse response) throws IOException {
    response.setHeader("Retry-After", SECONDS_TO_WAIT);
    Pages.line(
        response,
        HttpServletResponse.SC_SERVICE_UNAVAILABLE,
        "Still reading the names. Try again in a few seconds.");
  }

  /** Does the work within one read transaction; nothing while the names are not read yet. */
  private <T> Optional<T> reading(Work<T> work) throws BadRequestException {
    Optional<Catalogue> catalogue = shown.catalogue();
    if (catalogue.isEmpty()) {
      return Optional.empty();
    }
    Outcome<T> outcome =
        shown
            .store()
            .read(
                dataset ->
                    outcome(
                        work,
                        new Desk(
                            catalogue.get(),
                            new Facts(dataset, catalogue.get(), base(), shown::check),
                            properties)));
    if (outcome.refusal().isPresent()) {
      throw outcome.refusal().get();
    }
    return outcome.answer();
  }

  private static <T> Outcome<T> outcome(Work<T> work, Desk desk) {
    try {
      return new Outcome<>(Optional.of(work.with(desk)), Optional.empty());
    } catch (BadRequestException refusal) {
      return new Outcome<>(Optional.empty(), Optional.of(refusal));
    }
  }

  private String base() {
    return shown.store().base().orElse(Chy.DEFAULT_BASE);
  }
}
