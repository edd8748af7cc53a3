package org.chancery.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.catalogue.Catalogue;
import org.chancery.catalogue.Kind;
import org.chancery.query.CannedQueries;
import org.chancery.query.CannedQuery;

/** What is in the graph, and what to ask it. */
final class StartPage extends HttpServlet {
  private static final long serialVersionUID = 1;

  private static final List<Kind> CARDS =
      List.of(
          Kind.ARTICLE,
          Kind.OFFICIAL,
          Kind.OFFICE,
          Kind.COUNTRY,
          Kind.ORGANIZATION,
          Kind.CITY,
          Kind.PLACE,
          Kind.MEETING,
          Kind.AGREEMENT);

  private static final String NOT_ASSERTED = "not-asserted";
  private static final String QUOTATIONS = "quotations";

  /** What each status says of a claim, by its local name. */
  private static final Map<String, String> MEANINGS = meanings();

  private final transient Shown shown;
  private final transient CannedQueries queries;
  private final transient List<StartView.Topic> topics;

  StartPage(Shown shown, CannedQueries queries) {
    this.shown = shown;
    this.queries = queries;
    this.topics = topics(queries.all());
  }

  private static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put("Asserted", "stated as having happened or being in force");
    meanings.put("Planned", "announced or expected, and not yet so");
    meanings.put("Denied", "said not to be so");
    meanings.put("Possible", "urged, sought, discussed or rumoured");
    meanings.put("Former", "was so, and is no longer");
    return meanings;
  }

  private static List<StartView.Topic> topics(List<CannedQuery> queries) {
    Map<String, List<StartView.Question>> byTag = new TreeMap<>();
    for (CannedQuery query : queries) {
      String tag = query.tags().stream().findFirst().orElse("other");
      byTag
          .computeIfAbsent(tag, first -> new ArrayList<>())
          .add(
              new StartView.Question(
                  query.question(),
                  query.description(),
                  QuestionPages.PATH + query.name(),
                  Elsewhere.briefly(query)));
    }
    // The sorts that most is asked of come first; of equal ones, by the alphabet.
    return byTag.entrySet().stream()
        .map(
            topic -> new StartView.Topic(Words.capital(Words.of(topic.getKey())), topic.getValue()))
        .sorted(Comparator.comparingInt(topic -> -topic.questions().size()))
        .toList();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    if (!path.equals("/")) {
      Pages.message(
          response,
          HttpServletResponse.SC_NOT_FOUND,
          "There is no such page",
          "Nothing is at this address.",
          "Look for a name in the box above, or begin anew.");
      return;
    }
    response.setHeader("Cache-Control", "no-cache");
    Pages.send(
        response,
        "start.jte",
        Map.of("view", shown.catalogue().map(this::view).orElseGet(this::counting)));
  }

  private StartView counting() {
    return new StartView(true, false, "", List.of(), List.of(), topics);
  }

  private StartView view(Catalogue catalogue) {
    List<StartView.Card> cards = new ArrayList<>();
    for (Kind kind : CARDS) {
      int count = catalogue.count(kind);
      cards.add(
          new StartView.Card(
              kind.toString(),
              Words.number(count),
              count == 1 ? kind.one() : kind.many(),
              count == 0 ? "" : "/start/search?kind=" + kind));
    }
    int quotations = catalogue.classes().getOrDefault("Quotation", 0);
    cards.add(
        new StartView.Card(
            "quotation",
            Words.number(quotations),
            quotations == 1 ? "quotation" : "quotations",
            quotations > 0 && queries.names().contains(QUOTATIONS)
                ? QuestionPages.PATH + QUOTATIONS
                : ""));
    return new StartView(
        false,
        catalogue.count(Kind.ARTICLE) == 0,
        catalogue
            .published()
            .map(
                days ->
                    days.first().equals(days.last())
                        ? "published on " + days.first()
                        : "published from %s to %s".formatted(days.first(), days.last()))
            .orElse(""),
        cards,
        statuses(catalogue),
        topics);
  }

  private List<StartView.StatusLine> statuses(Catalogue catalogue) {
    List<StartView.StatusLine> lines = new ArrayList<>();
    MEANINGS.forEach(
        (status, meaning) -> {
          int count = catalogue.statuses().getOrDefault(status, 0);
          boolean listed =
              count > 0 && !status.equals("Asserted") && queries.names().contains(NOT_ASSERTED);
          lines.add(
              new StartView.StatusLine(
                  Words.of(status),
                  Words.number(count),
                  meaning,
                  listed ? QuestionPages.PATH + NOT_ASSERTED + "?status=" + status : ""));
        });
    return lines;
  }
}
