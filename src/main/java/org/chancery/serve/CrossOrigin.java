package org.chancery.serve;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.reconcile.ReconciliationService;

/**
 * Which pages of other origins may use the reconciliation service in a browser: those of programs
 * on this machine, such as OpenRefine, and those that whoever serves has named. Nobody else, and
 * nothing but that service.
 */
final class CrossOrigin {
  /** Only a program on this machine can have such an origin: it is where its page came from. */
  private static final Pattern THIS_MACHINE =
      Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");

  /** Without a way to say what an IPv6 address is framed by. */
  private static final String THIS_MACHINE_IN_POLICIES =
      "http://localhost:* http://127.0.0.1:* https://localhost:* https://127.0.0.1:*";

  private static final String SECONDS_TO_REMEMBER = "600";

  private final Set<String> named;

  /**
   * @param named origins besides those of this machine, as browsers write them
   */
  CrossOrigin(Set<String> named) {
    this.named = Set.copyOf(named);
  }

  /** Whether the path is of the service. */
  static boolean covers(String path) {
    return path.equals(ReconciliationService.PATH)
        || path.startsWith(ReconciliationService.PATH + "/");
  }

  /** Whether the path is of a page that is made to stand in others. */
  static boolean isFramed(String path) {
    return path.equals(ReconciliationService.PATH + "/preview");
  }

  /** Whether the request comes from a page that may not read the answer. */
  boolean isStrange(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    return origin != null && !isAllowed(origin);
  }

  private boolean isAllowed(String origin) {
    return named.contains(origin) || THIS_MACHINE.matcher(origin).matches();
  }

  /** Tells the browser that the page may read the answer, if it may. */
  void admit(HttpServletRequest request, HttpServletResponse response) {
    response.addHeader("Vary", "Origin");
    String origin = request.getHeader("Origin");
    if (origin == null || !isAllowed(origin)) {
      return;
    }
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader("Access-Control-Expose-Headers", "Chancery-Version, Retry-After");
    if (request.getMethod().equals("OPTIONS")) {
      response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST");
      response.setHeader("Access-Control-Allow-Headers", "Accept, Content-Type, X-Requested-With");
      response.setHeader("Access-Control-Max-Age", SECONDS_TO_REMEMBER);
      if ("true".equals(request.getHeader("Access-Control-Request-Private-Network"))) {
        response.setHeader("Access-Control-Allow-Private-Network", "true");
      }
    }
  }

  /** What may frame a page, for its policy. */
  String framers() {
    return named.isEmpty()
        ? THIS_MACHINE_IN_POLICIES
        : THIS_MACHINE_IN_POLICIES + " " + String.join(" ", named.stream().sorted().toList());
  }
}
