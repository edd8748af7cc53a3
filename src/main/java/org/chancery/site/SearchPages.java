package org.chancery.site;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.catalogue.Catalogue;
import org.chancery.catalogue.Kind;

/** Search by name: a page of results, and the few best as JSON while somebody types. */
final class SearchPages extends HttpServlet {
  static final String PATH = "/start/search";

  private static final long serialVersionUID = 1;
  private static final int PER_PAGE = 50;

  /** Lucene collects all pages up to the one asked for. */
  private static final int MAX_PAGE = 2000;

  private static final int SUGGESTIONS = 8;
  private static final int MAX_TEXT = 200;
  private static final String SECONDS_TO_WAIT = "2";

  private static final Gson JSON = new GsonBuilder().create();

  private final transient Shown shown;

  SearchPages(Shown shown) {
    this.shown = shown;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String text = Optional.ofNullable(request.getParameter("q")).orElse("").strip();
    if (text.length() > MAX_TEXT) {
      text = text.substring(0, MAX_TEXT);
    }
    Set<Kind> kinds = kinds(request);
    Optional<Catalogue> catalogue = shown.catalogue();
    response.setHeader("Cache-Control", "no-cache");
    if (request.getServletPath().endsWith(".json")) {
      json(response, catalogue, text, kinds);
    } else if (catalogue.isEmpty()) {
      response.setHeader("Retry-After", SECONDS_TO_WAIT);
      Pages.message(
          response,
          HttpServletResponse.SC_SERVICE_UNAVAILABLE,
          "Still reading the names",
          "The server has just begun with this graph and is collecting its names to search in.",
          "Load this page again in a few seconds.");
    } else {
      page(response, catalogue.get(), text, kinds, number(request.getParameter("page")));
    }
  }

  private static Set<Kind> kinds(HttpServletRequest request) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    String[] given = request.getParameterValues("kind");
    for (String name : given == null ? new String[0] : given) {
      Kind.named(name).ifPresent(kinds::add);
    }
    return kinds;
  }

  /** A page's number, from 1, whatever was asked for. */
  static int number(String page) {
    try {
      return Math.max(1, Math.min(MAX_PAGE, Integer.parseInt(page)));
    } catch (NumberFormatException notANumber) {
      return 1;
    }
  }

  private void json(
      HttpServletResponse response, Optional<Catalogue> catalogue, String text, Set<Kind> kinds)
      throws IOException {
    Map<String, Object> answer = new LinkedHashMap<>();
    List<Map<String, Object>> found = new ArrayList<>();
    answer.put("ready", catalogue.isPresent());
    if (catalogue.isPresent()) {
      ThingLink link = ThingLink.of(shown.store());
      Catalogue.Hits hits = catalogue.get().search(text, kinds, 0, SUGGESTIONS);
      answer.put("total", hits.total());
      answer.put("similar", hits.similar());
      for (Catalogue.Hit hit : hits.hits()) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("label", hit.label());
        row.put("kind", hit.kind().one());
        hit.alias().ifPresent(alias -> row.put("alias", alias));
        row.put("articles", hit.articles());
        link.of(hit.iri()).ifPresent(href -> row.put("href", href));
        found.add(row);
      }
    } else {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      response.setHeader("Retry-After", SECONDS_TO_WAIT);
    }
    answer.put("hits", found);
    response.setContentType("application/json");
    response.getOutputStream().write(JSON.toJson(answer).getBytes(StandardCharsets.UTF_8));
  }

  private void page(
      HttpServletResponse response, Catalogue catalogue, String text, Set<Kind> kinds, int page)
      throws IOException {
    Catalogue.Hits hits = catalogue.search(text, kinds, (page - 1) * PER_PAGE, PER_PAGE);
    int last = Math.max(1, (hits.total() + PER_PAGE - 1) / PER_PAGE);
    if (page > last) {
      page(response, catalogue, text, kinds, last);
      return;
    }
    Pages.send(response, "search.jte", Map.of("view", view(hits, text, kinds, page, last)));
  }

  private SearchView view(Catalogue.Hits hits, String text, Set<Kind> kinds, int page, int last) {
    ThingLink link = ThingLink.of(shown.store());
    String only = kinds.size() == 1 ? kinds.iterator().next().toString() : "";
    List<SearchView.Filter> filters = new ArrayList<>();
    int all = hits.kinds().values().stream().mapToInt(Integer::intValue).sum();
    filters.add(
        new SearchView.Filter(
            "all", Words.number(all), address(text, Set.of(), 1), kinds.isEmpty()));
    for (Kind kind : Kind.values()) {
      int count = hits.kinds().getOrDefault(kind, 0);
      if (count > 0 || kinds.contains(kind)) {
        filters.add(
            new SearchView.Filter(
                kind.many(),
                Words.number(count),
                address(text, Set.of(kind), 1),
                kinds.contains(kind)));
      }
    }
    return new SearchView(
        text,
        only,
        heading(hits, text, kinds),
        hits.similar() ? "Nothing has exactly this name. These come close to it." : "",
        filters,
        hits.hits().stream().map(hit -> row(hit, link)).toList(),
        (page - 1) * PER_PAGE + 1,
        last == 1 ? "" : "Page %s of %s".formatted(Words.number(page), Words.number(last)),
        page > 1 ? address(text, kinds, page - 1) : "",
        page < Math.min(last, MAX_PAGE) ? address(text, kinds, page + 1) : "");
  }

  private static String heading(Catalogue.Hits hits, String text, Set<Kind> kinds) {
    Optional<Kind> one = kinds.size() == 1 ? kinds.stream().findFirst() : Optional.empty();
    String what =
        Words.count(
            hits.total(),
            one.map(Kind::one).orElse(text.isEmpty() ? "name" : "result"),
            one.map(Kind::many).orElse(text.isEmpty() ? "names" : "results"));
    return text.isEmpty() ? what : what + " for “" + text + "”";
  }

  private static SearchView.Row row(Catalogue.Hit hit, ThingLink link) {
    return new SearchView.Row(
        hit.label(),
        link.of(hit.iri()).orElse(""),
        hit.kind().toString(),
        hit.kind().one(),
        hit.alias().orElse(""),
        hit.kind() == Kind.ARTICLE ? "" : Words.number(hit.articles()));
  }

  private static String address(String text, Set<Kind> kinds, int page) {
    StringBuilder address = new StringBuilder(PATH).append("?q=").append(ThingLink.encode(text));
    kinds.forEach(kind -> address.append("&kind=").append(kind));
    return page == 1 ? address.toString() : address.append("&page=").append(page).toString();
  }
}
