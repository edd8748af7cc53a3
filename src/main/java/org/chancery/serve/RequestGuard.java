package org.chancery.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stands before everything the server answers: lets in what the user interface and SPARQL need and
 * nothing else, and puts the headers on every response that keep a browser from being misled.
 */
final class RequestGuard extends HttpOnly {
  static final long MAX_BODY_BYTES = 256 << 10;

  /** Our own pages need nothing inline. */
  private static final String SITE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
          + "frame-ancestors 'none'";

  /** Fuseki's user interface puts styles into its elements. */
  private static final String EDITOR_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
          + "font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; "
          + "form-action 'self'; frame-ancestors 'none'";

  private static final String LOCAL = "localhost|127\\.0\\.0\\.1|\\[::1]";

  private static final Set<String> QUERY_PATHS =
      Set.of("/chancery", "/chancery/", "/chancery/sparql", "/chancery/sparql/");

  /** Paths are compared as they were sent, so that no second spelling of a path slips through. */
  private static final Pattern PAGES =
      Pattern.compile(
          "/|/index\\.html|/favicon\\.ico|/static/[A-Za-z0-9_.-]+|/start|/start/[a-z0-9./-]*"
              + "|/reconcile(/(suggest/(entity|property|type)|properties|preview|view))?"
              + "|/id/[^;\\\\]+|/\\.well-known/[a-z-]+|/ontology(\\.[a-z]+)?"
              + "|/\\$/(ping|server|tasks|stats|stats/chancery|health|metrics)");

  /** Pages that ask the store as much as a query may. */
  private static final Pattern HEAVY_PAGES =
      Pattern.compile("/start/query/.*|/start/(network|timeline|map).*|/reconcile");

  /** Bodies that may be coming in at a time: each holds a thread, and may come slowly. */
  private static final int MOST_BODIES = 20;

  private final CrossOrigin crossOrigin;
  private final Semaphore bodies = new Semaphore(MOST_BODIES);

  /** Any other name is a page elsewhere whose address was bent to point here (DNS rebinding). */
  private final Pattern host;

  /** Names that are not only this machine's: a proxy may stand before them. */
  private final Pattern named;

  /**
   * @param names host names that requests may be sent to, besides those of this machine
   * @param crossOrigin whose pages may read the reconciliation service
   */
  RequestGuard(Collection<String> names, CrossOrigin crossOrigin) {
    this.crossOrigin = crossOrigin;
    host = hosts(Stream.concat(Stream.of(LOCAL), names.stream().map(RequestGuard::inHeader)));
    named = hosts(names.stream().map(RequestGuard::inHeader));
  }

  private static Pattern hosts(Stream<String> names) {
    return Pattern.compile(
        "(%s)(:[0-9]{1,5})?".formatted(names.collect(Collectors.joining("|"))),
        Pattern.CASE_INSENSITIVE);
  }

  /** As the header Host has it: addresses of IP 6 in brackets. */
  private static String inHeader(String name) {
    return Pattern.quote(name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name);
  }

  @Override
  void filter(HttpServletRequest in, HttpServletResponse out, FilterChain chain)
      throws IOException, ServletException {
    out.setHeader("Content-Security-Policy", policy(in.getRequestURI()));
    out.setHeader("X-Content-Type-Options", "nosniff");
    if (!CrossOrigin.isFramed(in.getRequestURI())) {
      out.setHeader("X-Frame-Options", "DENY");
    }
    out.setHeader("Referrer-Policy", "no-referrer");
    out.setHeader("Cross-Origin-Resource-Policy", "same-origin");

    if (CrossOrigin.covers(in.getRequestURI())) {
      crossOrigin.admit(in, out);
    }
    Optional<Refusal> refusal = refusal(in);
    if (refusal.isPresent()) {
      refusal.get().send(out);
      return;
    }
    if (in.getMethod().equals("OPTIONS")) {
      out.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    Optional<Running> running = Running.current();
    if (in.getContentLengthLong() <= 0) {
      running.ifPresent(Running::bodyIsIn);
    } else if (running.isPresent() && !running.get().beginBody(bodies)) {
      out.setHeader("Retry-After", Lanes.RETRY_AFTER);
      Lanes.FULL.send(out);
      return;
    }
    chain.doFilter(isEncrypted(in) ? new Encrypted(in) : in, out);
  }

  /** Whether it came to a proxy by TLS, as the proxy says. */
  private boolean isEncrypted(HttpServletRequest request) {
    return "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))
        && named.matcher(request.getHeader("Host")).matches();
  }

  /** A request whose address begins with {@code https}. */
  private static final class Encrypted extends HttpServletRequestWrapper {
    Encrypted(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getScheme() {
      return "https";
    }

    @Override
    public boolean isSecure() {
      return true;
    }
  }

  private String policy(String path) {
    if (CrossOrigin.isFramed(path)) {
      return "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
          + "frame-ancestors "
          + crossOrigin.framers();
    }
    return Stream.of("/start", "/id/", "/ontology", "/reconcile").anyMatch(path::startsWith)
        ? SITE_POLICY
        : EDITOR_POLICY;
  }

  /** Whether SPARQL is spoken there. */
  static boolean isQuery(String path) {
    return QUERY_PATHS.contains(path);
  }

  /** Whether a page is there that asks the store as much as a query may. */
  static boolean isHeavyPage(String path) {
    return HEAVY_PAGES.matcher(path).matches();
  }

  private Optional<Refusal> refusal(HttpServletRequest request) {
    String name = request.getHeader("Host");
    if (name == null || !host.matcher(name).matches()) {
      return Optional.of(
          new Refusal(
              421,
              "This server does not answer to that name. Ask localhost, or have it served with --public-host."));
    }
    String path = request.getRequestURI();
    boolean query = QUERY_PATHS.contains(path);
    if (!query && !PAGES.matcher(path).matches()) {
      return Optional.of(new Refusal(404, "There is nothing here."));
    }
    Set<String> methods = query ? Set.of("GET", "POST") : Set.of("GET", "HEAD");
    if (CrossOrigin.covers(path)) {
      methods = Set.of("GET", "HEAD", "POST", "OPTIONS");
      if (crossOrigin.isStrange(request)) {
        return Optional.of(
            new Refusal(
                403, "Pages of other sites may not read this. See serve --reconcile-origin."));
      }
    }
    if (!methods.contains(request.getMethod())) {
      return Optional.of(new Refusal(405, "This server is read-only."));
    }
    if (request.getContentLengthLong() > MAX_BODY_BYTES
        || request.getHeader("Transfer-Encoding") != null) {
      return Optional.of(
          new Refusal(413, "Send at most " + MAX_BODY_BYTES + " bytes, and say how many."));
    }
    if (request.getHeader("Content-Encoding") != null) {
      return Optional.of(new Refusal(415, "Send the query uncompressed."));
    }
    return Optional.empty();
  }
}
