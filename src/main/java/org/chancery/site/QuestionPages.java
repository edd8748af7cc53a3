package org.chancery.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.chancery.UserException;
import org.chancery.catalogue.Kind;
import org.chancery.query.Answer;
import org.chancery.query.CannedQueries;
import org.chancery.query.CannedQuery;
import org.chancery.query.Excerpt;
import org.chancery.query.Parameter;

/** Canned queries as pages: a form for the parameters, and the answer below or as a file. */
final class QuestionPages extends HttpServlet {
  static final String PATH = "/start/query/";

  private static final long serialVersionUID = 1;
  private static final int PER_PAGE = 100;
  private static final int MAX_ROWS = 10_000;

  /** What a file may hold: all of it is in memory at once. */
  private static final int MAX_ROWS_IN_FILE = 50_000;

  /** With more articles than this a question is asked when the form is sent, not before. */
  private static final int MANY_ARTICLES = 500;

  private static final int UNPROCESSABLE = 422;
  private static final int FORBIDDEN = HttpServletResponse.SC_FORBIDDEN;
  private static final int BAD_GATEWAY = HttpServletResponse.SC_BAD_GATEWAY;
  private static final String COLLATION = "http://jena.apache.org/ARQ/function#collation";

  private final transient Shown shown;
  private final transient CannedQueries queries;

  QuestionPages(Shown shown, CannedQueries queries) {
    this.shown = shown;
    this.queries = queries;
  }

  /** What somebody wants to know, and how to see it. */
  private record Asked(
      CannedQuery query,
      Map<String, String> values,
      Map<String, String> problems,
      boolean sent,
      String sort,
      boolean descending,
      int page) {
    static Asked of(CannedQuery query, HttpServletRequest request) {
      boolean sent = request.getQueryString() != null;
      Map<String, String> values = new LinkedHashMap<>();
      Map<String, String> problems = new LinkedHashMap<>();
      for (Parameter parameter : query.parameters()) {
        String value =
            Optional.ofNullable(request.getParameter(parameter.name()))
                .orElse(parameter.defaultValue().orElse(""))
                .strip();
        values.put(parameter.name(), value);
        if (sent) {
          parameter.problem(value).ifPresent(problem -> problems.put(parameter.name(), problem));
        }
      }
      return new Asked(
          query,
          values,
          problems,
          sent,
          Optional.ofNullable(request.getParameter("sort")).orElse(""),
          "desc".equals(request.getParameter("order")),
          SearchPages.number(String.valueOf(request.getParameter("page"))));
    }

    boolean complete() {
      return query.parameters().stream()
          .noneMatch(parameter -> parameter.problem(value(parameter)).isPresent());
    }

    String value(Parameter parameter) {
      return values.getOrDefault(parameter.name(), "");
    }

    Query bound() {
      return query.bind(values);
    }

    /** The query in the order that the user chose; its own decides among equal rows. */
    Query sorted() {
      Query bound = bound();
      if (isSortable(bound, sort)) {
        List<SortCondition> own = bound.hasOrderBy() ? List.copyOf(bound.getOrderBy()) : List.of();
        if (bound.hasOrderBy()) {
          bound.getOrderBy().clear();
        }
        ExprVar column = new ExprVar(Var.alloc(sort));
        bound.addOrderBy(
            alphabetical(column), descending ? Query.ORDER_DESCENDING : Query.ORDER_ASCENDING);
        own.forEach(bound::addOrderBy);
      }
      return bound;
    }

    private static boolean isSortable(Query query, String column) {
      return query.isSelectType() && query.getResultVars().contains(column);
    }

    /** As a reader of English looks for names, whatever their case and accents; numbers by size. */
    private static Expr alphabetical(ExprVar column) {
      Expr key =
          new E_Function(COLLATION, new ExprList(List.of(NodeValue.makeString("en"), column)));
      Expr number = new E_Add(column, NodeValue.makeInteger(0));
      return new E_Coalesce(new ExprList(List.of(number, key, column)));
    }

    /** The address of this question, with another order or page. */
    String address(String extension, String sort, boolean descending, int page) {
      Map<String, String> parts = new LinkedHashMap<>(values);
      if (!sort.isEmpty()) {
        parts.put("sort", sort);
        parts.put("order", descending ? "desc" : "asc");
      }
      if (page > 1) {
        parts.put("page", String.valueOf(page));
      }
      String tail =
          parts.entrySet().stream()
              .map(part -> part.getKey() + "=" + ThingLink.encode(part.getValue()))
              .collect(Collectors.joining("&"));
      return PATH + query.name() + extension + (tail.isEmpty() ? "" : "?" + tail);
    }

    /** Where Fuseki's user interface has this query ready to run. */
    String editor() {
      boolean plain = !complete() || values.values().stream().allMatch(String::isEmpty);
      return "/#/dataset/chancery/query?query="
          + ThingLink.encode(plain ? query.text() : bound().toString());
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    Optional<AnswerFile> file =
        dot < 0 ? Optional.empty() : AnswerFile.named(path.substring(dot + 1));
    response.setHeader("Cache-Control", "no-cache");
    if (!queries.names().contains(name) || dot >= 0 && file.isEmpty()) {
      Pages.message(
          response,
          HttpServletResponse.SC_NOT_FOUND,
          "There is no such question",
          "No question has this address.",
          "The start page lists all of them.");
      return;
    }
    Asked asked = Asked.of(queries.require(name), request);
    if (file.isPresent()) {
      download(response, asked, file.get());
    } else {
      page(response, asked);
    }
  }

  private void download(HttpServletResponse response, Asked asked, AnswerFile file)
      throws IOException {
    if (!asked.complete()) {
      String problem =
          asked.query().parameters().stream()
              .flatMap(
                  parameter ->
                      parameter.problem(asked.value(parameter)).stream()
                          .map(what -> Words.of(parameter.name()) + ": " + what + "."))
              .collect(Collectors.joining(" "));
      Pages.message(
          response,
          HttpServletResponse.SC_BAD_REQUEST,
          "The question is not complete",
          problem,
          "Go back and mend it.");
      return;
    }
    if (isOff(asked)) {
      Pages.message(
          response, FORBIDDEN, "This is off", note(asked), "Go back and ask another question.");
      return;
    }
    Query query = asked.sorted();
    Excerpt excerpt;
    try {
      excerpt =
          shown.store().read(dataset -> Excerpt.of(query, dataset, MAX_ROWS_IN_FILE, shown::onCut));
    } catch (QueryCancelledException outOfTime) {
      Pages.message(
          response,
          HttpServletResponse.SC_SERVICE_UNAVAILABLE,
          "This takes too long",
          tooSlow(),
          "Go back and narrow the question by filling in a field.");
      return;
    } catch (UserException failure) {
      Pages.message(
          response,
          BAD_GATEWAY,
          "Another host failed",
          String.valueOf(failure.getMessage()),
          "Go back for now.");
      return;
    }
    if (!excerpt.whole()) {
      Pages.message(
          response,
          UNPROCESSABLE,
          "Too much for one file",
          "The answer has more than %s rows.".formatted(Words.number(MAX_ROWS_IN_FILE)),
          "Go back and narrow the question, or ask at /chancery/sparql, which sends more.");
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    file.write(excerpt.answer(), query.getPrefixMapping(), bytes);
    response.setContentType(file.type());
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"%s.%s\"".formatted(asked.query().name(), file.extension()));
    response.setContentLength(bytes.size());
    bytes.writeTo(response.getOutputStream());
  }

  private void page(HttpServletResponse response, Asked asked) throws IOException {
    if (!asked.problems().isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      send(
          response,
          asked,
          "This was not asked.",
          "Mend what is marked above, and ask again.",
          true,
          Optional.empty());
    } else if (!asked.complete()) {
      send(response, asked, "", "Fill in what is required, and ask.", false, Optional.empty());
    } else if (isOff(asked)) {
      send(response, asked, "This was not asked.", "", false, Optional.empty());
    } else if (!asked.sent()
        && !asked.query().parameters().isEmpty()
        && !asked.query().services().isEmpty()) {
      send(response, asked, "", "Nothing is sent before you ask.", false, Optional.empty());
    } else if (!asked.sent() && !asked.query().parameters().isEmpty() && isLarge()) {
      send(
          response,
          asked,
          "",
          "This graph is large: fill in a field to narrow the question, then ask.",
          false,
          Optional.empty());
    } else {
      answer(response, asked);
    }
  }

  private boolean isOff(Asked asked) {
    return !Elsewhere.missing(asked.query(), shown.store().dataset()).isEmpty();
  }

  private String note(Asked asked) {
    return Elsewhere.note(asked.query(), shown.store().dataset());
  }

  private boolean isLarge() {
    return shown
        .catalogue()
        .filter(catalogue -> catalogue.count(Kind.ARTICLE) > MANY_ARTICLES)
        .isPresent();
  }

  private void answer(HttpServletResponse response, Asked asked) throws IOException {
    Query query = asked.sorted();
    Found found;
    try {
      found =
          shown
              .store()
              .read(
                  dataset ->
                      found(asked, Excerpt.of(query, dataset, MAX_ROWS, shown::onCut), dataset));
    } catch (QueryCancelledException outOfTime) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      send(
          response,
          asked,
          tooSlow(),
          asked.query().parameters().isEmpty()
              ? "Ask it with a LIMIT in the query editor."
              : "Narrow the question by filling in a field, and ask again.",
          true,
          Optional.empty());
      return;
    } catch (UserException failure) {
      response.setStatus(BAD_GATEWAY);
      send(
          response,
          asked,
          String.valueOf(failure.getMessage()),
          "Ask again in a while, or another question.",
          true,
          Optional.empty());
      return;
    }
    send(response, asked, found.message(), found.next(), false, found.table());
  }

  /** What is shown of an answer. */
  private record Found(String message, String next, Optional<QuestionView.Table> table) {}

  private Found found(Asked asked, Excerpt excerpt, DatasetGraph dataset) {
    if (excerpt.answer() instanceof Answer.Truth truth) {
      return new Found(truth.holds() ? "Yes." : "No.", "", Optional.empty());
    }
    boolean sortable = excerpt.answer() instanceof Answer.Rows;
    Answer.Rows rows =
        excerpt.answer() instanceof Answer.Triples triples
            ? AnswerTable.rows(triples)
            : (Answer.Rows) excerpt.answer();
    if (rows.rows().isEmpty()) {
      return nothing(asked);
    }
    int size = rows.rows().size();
    int last = (size + PER_PAGE - 1) / PER_PAGE;
    int page = Math.min(asked.page(), last);
    int from = (page - 1) * PER_PAGE;
    int to = Math.min(size, from + PER_PAGE);
    AnswerTable table = new AnswerTable(dataset, shown);
    List<AnswerTable.Shape> shapes = AnswerTable.shapes(rows);
    List<QuestionView.Column> columns = new ArrayList<>();
    for (AnswerTable.Shape shape : shapes) {
      columns.add(column(asked, shape, sortable));
    }
    String sort = asked.sort();
    QuestionView.Table view =
        new QuestionView.Table(
            excerpt.whole()
                ? Words.count(size, "row", "rows")
                : "More than %s rows; these are the first %s of them"
                    .formatted(Words.number(MAX_ROWS), Words.number(MAX_ROWS)),
            last == 1 ? "" : "Rows %s to %s".formatted(Words.number(from + 1L), Words.number(to)),
            columns,
            rows.rows().subList(from, to).stream().map(row -> table.row(shapes, row)).toList(),
            List.of(
                new QuestionView.Download(
                    "CSV", asked.address(".csv", sort, asked.descending(), 1)),
                new QuestionView.Download(
                    "JSON", asked.address(".json", sort, asked.descending(), 1)),
                new QuestionView.Download(
                    "Turtle", asked.address(".ttl", sort, asked.descending(), 1))),
            page > 1 ? asked.address("", sort, asked.descending(), page - 1) : "",
            page < last ? asked.address("", sort, asked.descending(), page + 1) : "");
    return new Found(
        "", excerpt.whole() ? "" : "Fill in a field to narrow the question.", Optional.of(view));
  }

  private static QuestionView.Column column(
      Asked asked, AnswerTable.Shape shape, boolean sortable) {
    String name = shape.text().getVarName();
    boolean chosen = sortable && name.equals(asked.sort());
    String order = !chosen ? "" : asked.descending() ? "descending" : "ascending";
    return new QuestionView.Column(
        shape.heading(),
        shape.number(),
        sortable ? asked.address("", name, chosen && !asked.descending(), 1) : "",
        order);
  }

  private static Found nothing(Asked asked) {
    boolean narrowed = asked.values().values().stream().anyMatch(value -> !value.isEmpty());
    return new Found(
        "Nothing in the graph answers this.",
        narrowed
            ? "Try fewer words, or leave a field empty; the box above finds the names that the graph has."
            : "Have more articles read, or see on the start page what there is.",
        Optional.empty());
  }

  /** Names the limit that the store's settings put on a query. */
  private String tooSlow() {
    String millis =
        String.valueOf(shown.store().dataset().getContext().<Object>get(ARQ.queryTimeout));
    try {
      long seconds = Duration.ofMillis(Long.parseLong(millis)).toSeconds();
      return "This takes too long: the server stops after %s."
          .formatted(Words.count(seconds, "second", "seconds"));
    } catch (NumberFormatException unknown) {
      return "This takes longer than the server allows.";
    }
  }

  private void send(
      HttpServletResponse response,
      Asked asked,
      String message,
      String next,
      boolean failed,
      Optional<QuestionView.Table> table)
      throws IOException {
    CannedQuery query = asked.query();
    QuestionView view =
        new QuestionView(
            query.name(),
            query.question().isEmpty() ? query.name() : query.question(),
            query.description(),
            Elsewhere.note(query, shown.store().dataset()),
            query.parameters().stream().map(parameter -> field(asked, parameter)).toList(),
            asked.editor(),
            message,
            next,
            failed,
            table);
    Pages.send(response, "question.jte", Map.of("view", view));
  }

  private QuestionView.Field field(Asked asked, Parameter parameter) {
    String value = asked.value(parameter);
    List<QuestionView.Option> options = options(parameter, value);
    return new QuestionView.Field(
        parameter.name(),
        Words.capital(Words.of(parameter.name())),
        parameter.description(),
        !options.isEmpty() ? "select" : parameter.kind() == Parameter.Kind.DATE ? "date" : "text",
        value,
        parameter.required(),
        asked.problems().getOrDefault(parameter.name(), ""),
        parameter.suggest().stream()
            .filter(kind -> Kind.named(kind).isPresent())
            .collect(Collectors.joining(" ")),
        options);
  }

  /** The values to choose from: those that the query names, or the relations that the graph has. */
  private List<QuestionView.Option> options(Parameter parameter, String value) {
    List<String> values = parameter.allowed();
    if (parameter.kind() == Parameter.Kind.RELATION) {
      values =
          shown
              .catalogue()
              .map(catalogue -> List.copyOf(catalogue.relations().keySet()))
              .orElse(List.of());
    }
    if (values.isEmpty()) {
      return List.of();
    }
    List<QuestionView.Option> options = new ArrayList<>();
    if (!parameter.required()) {
      options.add(new QuestionView.Option("", "any", value.isEmpty()));
    }
    boolean known = value.isEmpty();
    for (String choice : values) {
      boolean selected = choice.equalsIgnoreCase(value);
      known |= selected;
      options.add(new QuestionView.Option(choice, Words.of(choice), selected));
    }
    if (!known) {
      options.add(new QuestionView.Option(value, value, true));
    }
    return options;
  }
}
