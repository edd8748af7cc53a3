package org.chancery.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.chancery.ontology.Chy;
import org.chancery.portrait.Articles;
import org.chancery.portrait.Portraits;
import org.chancery.portrait.Triples;

/**
 * Things and the documents about them. The path after {@code /id/} stands for the end of a thing's
 * IRI, and points to the document that a client wants; with an extension behind it, it is that
 * document.
 */
final class ResourcePages extends HttpServlet {
  private static final long serialVersionUID = 1;

  private static final String PLACE = "/id/";
  private static final int LAST_PAGE = 1000;
  private static final Pattern SECTION = Pattern.compile("[A-Za-z-]{1,40}");
  private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,3}");

  private final transient Shown shown;

  ResourcePages(Shown shown) {
    this.shown = shown;
  }

  /**
   * What a path means.
   *
   * @param iri of the thing
   * @param path the thing's, as it was sent
   * @param form of the document that the path names; empty if it names the thing
   * @param replacement the thing that stands for it now
   */
  private record Target(
      String iri, String path, Optional<Form> form, Optional<String> replacement) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI().substring(PLACE.length());
    Optional<Target> found = shown.store().read(dataset -> find(path, dataset));
    if (found.isEmpty()) {
      unknown(request, response, path);
      return;
    }
    Target target = found.get();
    Optional<Form> named =
        target
            .form()
            .or(
                () ->
                    Optional.ofNullable(request.getParameter("form")).flatMap(Form::withExtension));
    if (target.replacement().isPresent()) {
      String other = local(target.replacement().get());
      see(response, other, target.form().map(form -> document(other, form)).orElse(PLACE + other));
    } else if (named.isPresent()) {
      send(request, response, target, named.get());
    } else {
      response.setHeader("Vary", "Accept");
      Optional<Form> wanted = Form.wanted(request.getHeader("Accept"));
      if (wanted.isPresent()) {
        see(response, target.path(), document(target.path(), wanted.get()));
      } else {
        plain(
            response,
            HttpServletResponse.SC_NOT_ACCEPTABLE,
            "This is to be had as "
                + String.join(", ", Stream.of(Form.values()).map(Form::type).toList())
                + ".");
      }
    }
  }

  /** A thing is looked for as it stands before its path is taken to end in an extension. */
  private Optional<Target> find(String path, DatasetGraph dataset) {
    Portraits portraits = new Portraits(dataset, base());
    Optional<Target> thing = thing(path, Optional.empty(), portraits);
    int dot = path.lastIndexOf('.');
    if (thing.isPresent() || dot < 0) {
      return thing;
    }
    return Form.withExtension(path.substring(dot + 1))
        .flatMap(form -> thing(path.substring(0, dot), Optional.of(form), portraits));
  }

  /** Browsers percent-encode letters that IRIs may hold plainly, so both spellings are tried. */
  private Optional<Target> thing(String path, Optional<Form> form, Portraits portraits) {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    return Stream.of(path, decoded(path))
        .distinct()
        .map(end -> base() + end)
        .filter(portraits::knows)
        .findFirst()
        .map(
            iri ->
                new Target(
                    iri,
                    path,
                    form,
                    portraits.replacement(iri).filter(other -> other.startsWith(base()))));
  }

  static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noEncoding) {
      return path;
    }
  }

  private String base() {
    return shown.store().base().orElse(Chy.DEFAULT_BASE);
  }

  private String local(String iri) {
    return ascii(iri.substring(base().length()));
  }

  /** Where the document is; by a parameter where a thing has the name that it would have. */
  private String document(String path, Form form) {
    String name = path + "." + form.extension();
    boolean taken =
        shown
            .store()
            .<Boolean>read(
                dataset -> {
                  Portraits portraits = new Portraits(dataset, base());
                  return Stream.of(name, decoded(name)).anyMatch(n -> portraits.knows(base() + n));
                });
    return PLACE + (taken ? path + "?form=" + form.extension() : name);
  }

  private static void see(HttpServletResponse response, String path, String document) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", document);
    response.addHeader(
        "Link", "<%s>; rel=\"describedby\"; anchor=\"%s\"".formatted(document, PLACE + path));
  }

  private void send(
      HttpServletRequest request, HttpServletResponse response, Target target, Form form)
      throws IOException {
    List<DocumentLink> others =
        Stream.of(Form.values())
            .filter(other -> other != form)
            .map(
                other ->
                    new DocumentLink(document(target.path(), other), other.type(), other.title()))
            .toList();
    response.addHeader("Link", "<%s>; rel=\"about\"".formatted(ascii(target.iri())));
    for (DocumentLink other : others) {
      response.addHeader(
          "Link", "<%s>; rel=\"alternate\"; type=\"%s\"".formatted(other.address(), other.type()));
    }
    if (form.lang().isPresent()) {
      sendTriples(request, response, target, form, form.lang().get());
    } else {
      sendPage(request, response, target, others);
    }
  }

  private void sendTriples(
      HttpServletRequest request, HttpServletResponse response, Target target, Form form, Lang lang)
      throws IOException {
    Triples triples = shown.store().read(dataset -> Triples.of(dataset, target.iri()));
    Graph graph = triples.graph();
    if (!triples.complete()) {
      String server = request.getRequestURL().substring(0, request.getRequestURL().indexOf(PLACE));
      Node document = NodeFactory.createURI(ascii(target.iri()) + "." + form.extension());
      graph.add(
          Triple.create(
              document,
              RDFS.comment.asNode(),
              NodeFactory.createLiteralString(
                  "Not all that the graph says; for all of it follow rdfs:seeAlso.")));
      graph.add(
          Triple.create(
              document,
              RDFS.seeAlso.asNode(),
              NodeFactory.createURI(server + everything(target.iri()))));
    }
    Prefixes.COMMON.forEach(graph.getPrefixMapping()::setNsPrefix);
    Pages.send(response, graph, lang);
  }

  private void sendPage(
      HttpServletRequest request,
      HttpServletResponse response,
      Target target,
      List<DocumentLink> others)
      throws IOException {
    String iri = target.iri();
    Optional<String> section =
        Optional.ofNullable(request.getParameter("part"))
            .filter(name -> SECTION.matcher(name).matches());
    int page =
        Optional.ofNullable(request.getParameter("page"))
            .filter(number -> PAGE.matcher(number).matches())
            .map(Integer::parseInt)
            .filter(number -> number <= LAST_PAGE)
            .orElse(1);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("forms", others);
    parameters.put("everything", everything(iri));
    boolean article =
        shown
            .store()
            .<Boolean>read(
                dataset -> {
                  Portraits portraits = new Portraits(dataset, base());
                  if (section.isEmpty() && portraits.isArticle(iri)) {
                    Articles articles =
                        new Articles(dataset, base(), identifier -> shown.store().text(identifier));
                    parameters.put("article", articles.portrait(iri));
                    return true;
                  }
                  parameters.put(
                      "portrait",
                      section.isEmpty()
                          ? portraits.whole(iri)
                          : portraits.part(iri, section.get(), page));
                  return false;
                });
    if (!article) {
      parameters.put("part", section.orElse(""));
      parameters.put("path", target.path());
      parameters.put("document", document(target.path(), Form.HTML));
    }
    Pages.send(response, article ? "article.jte" : "thing.jte", parameters);
  }

  /** A query for every triple of the thing. */
  private static String everything(String iri) {
    String query =
        "CONSTRUCT { <%1$s> ?p ?o . ?s ?q <%1$s> } WHERE { { <%1$s> ?p ?o } UNION { ?s ?q <%1$s> } }"
            .formatted(ascii(iri));
    return "/chancery/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  /** The IRI as headers and queries may have it: without what would end it there. */
  static String ascii(String iri) {
    StringBuilder ascii = new StringBuilder();
    for (byte octet : iri.getBytes(StandardCharsets.UTF_8)) {
      if (octet > ' ' && octet < 127 && "<>\"{}|\\^`".indexOf(octet) < 0) {
        ascii.append((char) octet);
      } else {
        ascii.append('%').append("%02X".formatted(octet));
      }
    }
    return ascii.toString();
  }

  private static void unknown(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    response.setHeader("Vary", "Accept");
    if (Form.wanted(request.getHeader("Accept")).equals(Optional.of(Form.HTML))) {
      String end = decoded(path);
      String words =
          end.substring(end.lastIndexOf('/') + 1)
              .replaceFirst("\\.[a-z]{2,6}$", "")
              .replace('-', ' ');
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      Pages.send(
          response,
          "unknown.jte",
          Map.of(
              "words",
              words,
              "search",
              "/start/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)));
    } else {
      plain(
          response,
          HttpServletResponse.SC_NOT_FOUND,
          "The graph knows nothing by this name. /start/search?q= finds things by their names.");
    }
  }

  private static void plain(HttpServletResponse response, int status, String text)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=utf-8");
    response.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
