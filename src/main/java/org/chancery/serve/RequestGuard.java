package org.chancery.serve;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Stands before everything the server answers: lets in what the user interface and SPARQL need and
 * nothing else, and puts the headers on every response that keep a browser from being misled.
 */
final class RequestGuard implements Filter {
  static final long MAX_BODY_BYTES = 1_000_000;

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

  /** Any other name is a page elsewhere whose address was bent to point here (DNS rebinding). */
  private static final Pattern HOST =
      Pattern.compile(
          "(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);

  private static final Set<String> QUERY_PATHS =
      Set.of("/chancery", "/chancery/", "/chancery/sparql", "/chancery/sparql/");

  /** Paths are compared as they were sent, so that no second spelling of a path slips through. */
  private static final Pattern PAGES =
      Pattern.compile(
          "/|/index\\.html|/favicon\\.ico|/static/[A-Za-z0-9_.-]+|/start|/start/[a-z0-9./-]*"
              + "|/reconcile(/(suggest/(entity|property|type)|properties|preview|view))?"
              + "|/id/[^;\\\\]+|/\\.well-known/[a-z-]+|/ontology(\\.[a-z]+)?"
              + "|/\\$/(ping|server|tasks|stats|stats/chancery)");

  /** Pages that ask the store as much as a query may. */
  private static final Pattern HEAVY_PAGES =
      Pattern.compile("/start/query/.*|/start/(network|timeline|map).*|/reconcile");

  private static final int RUNNING_QUERIES = 4;
  private static final int WAITING_QUERIES = 16;

  private final CrossOrigin crossOrigin;
  private final Semaphore admitted = new Semaphore(RUNNING_QUERIES + WAITING_QUERIES);
  private final Semaphore running = new Semaphore(RUNNING_QUERIES, true);

  private record Refusal(int status, String reason) {}

  RequestGuard(CrossOrigin crossOrigin) {
    this.crossOrigin = crossOrigin;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest in)
        || !(response instanceof HttpServletResponse out)) {
      throw new ServletException("not HTTP");
    }
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
      refuse(out, refusal.get());
    } else if (in.getMethod().equals("OPTIONS")) {
      out.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else if (isHeavy(in.getRequestURI())) {
      queue(in, out, chain);
    } else {
      chain.doFilter(in, out);
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

  private static boolean isHeavy(String path) {
    return QUERY_PATHS.contains(path) || HEAVY_PAGES.matcher(path).matches();
  }

  private Optional<Refusal> refusal(HttpServletRequest request) {
    String host = request.getHeader("Host");
    if (host == null || !HOST.matcher(host).matches()) {
      return Optional.of(new Refusal(421, "This server answers to localhost only."));
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

  /**
   * A few queries run at a time and some more wait; beyond that the server says that it is full.
   */
  private void queue(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!admitted.tryAcquire()) {
      response.setHeader("Retry-After", "10");
      refuse(response, new Refusal(429, "Too many queries at once. Try again in ten seconds."));
      return;
    }
    try {
      running.acquireUninterruptibly();
      try {
        chain.doFilter(request, response);
      } finally {
        running.release();
      }
    } finally {
      admitted.release();
    }
  }

  /** Answers by itself and closes the connection, so that a body nobody wants is never read. */
  private static void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
    response.setStatus(refusal.status());
    response.setHeader("Connection", "close");
    if (refusal.status() == 405) {
      response.setHeader("Allow", "GET");
    }
    response.setContentType("text/plain;charset=utf-8");
    response.getOutputStream().write((refusal.reason() + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
