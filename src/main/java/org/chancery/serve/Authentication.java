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
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Lets in who has a name and a password, or the word that the server leaves in the store's folder
 * for other commands of its user. Who guesses is made to wait, longer each time.
 */
final class Authentication implements Filter {
  /** What the word of the store's folder comes with. */
  static final String OWNER = "Bearer ";

  private static final String BASIC = "Basic ";
  private static final int FREE_GUESSES = 5;
  private static final long LONGEST_PAUSE_SECONDS = 300;
  private static final long FORGET_SECONDS = 900;
  private static final int MOST_ADDRESSES = 10_000;
  private static final long NANOS = 1_000_000_000L;

  private final Passwords passwords;
  private final byte[] token;
  private final LongSupplier clock;

  /** By address, those that failed longest ago first. */
  private final Map<String, Failures> failures = new LinkedHashMap<>();

  private record Failures(int count, long at) {
    /** Seconds that nothing is heard for after so many failures: 1, 2, 4 and so on. */
    long pause() {
      return count < FREE_GUESSES
          ? 0
          : Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(count - FREE_GUESSES, 20));
    }
  }

  /**
   * @param token lets in whoever can read the store's folder
   * @param clock in nanoseconds, from anywhere
   */
  Authentication(Passwords passwords, String token, LongSupplier clock) {
    this.passwords = passwords;
    this.token = token.getBytes(StandardCharsets.US_ASCII);
    this.clock = clock;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest in)
        || !(response instanceof HttpServletResponse out)) {
      throw new ServletException("not HTTP");
    }
    String header = Optional.ofNullable(in.getHeader("Authorization")).orElse("");
    String address = in.getRemoteAddr();
    long wait = header.isEmpty() ? 0 : wait(address);
    // Somebody else may guess from the same address, such as a proxy's.
    Optional<String> user = user(header, wait > 0);
    if (wait > 0 && user.isEmpty()) {
      out.setHeader("Retry-After", String.valueOf(wait));
      Refusal.send(out, 429, "Too many failed logins. Try again in %d seconds.".formatted(wait));
      return;
    }
    if (user.isPresent()) {
      if (wait == 0) {
        succeeded(address);
      }
      Running.current().ifPresent(running -> running.comesFrom(user.get()));
      chain.doFilter(in, out);
      return;
    }
    if (!header.isEmpty()) {
      failed(address);
    }
    out.setHeader("WWW-Authenticate", "Basic realm=\"Chancery\", charset=\"UTF-8\"");
    Refusal.send(out, 401, "Say who you are: this server asks for a name and a password.");
  }

  /**
   * Who that is, if it is somebody.
   *
   * @param known whether to hear only those who were let in before
   */
  private Optional<String> user(String header, boolean known) {
    if (header.regionMatches(true, 0, OWNER, 0, OWNER.length())) {
      byte[] given = header.substring(OWNER.length()).strip().getBytes(StandardCharsets.UTF_8);
      return MessageDigest.isEqual(given, token) ? Optional.of("(owner)") : Optional.empty();
    }
    if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return Optional.empty();
    }
    String pair;
    try {
      pair =
          new String(
              Base64.getDecoder().decode(header.substring(BASIC.length()).strip()),
              StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
    int colon = pair.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String user = pair.substring(0, colon);
    String password = pair.substring(colon + 1);
    boolean right = known ? passwords.remembers(user, password) : passwords.match(user, password);
    return right ? Optional.of(user) : Optional.empty();
  }

  /** Seconds until this address is heard again; 0 if now. */
  private synchronized long wait(String address) {
    Failures past = failures.get(address);
    if (past == null) {
      return 0;
    }
    long since = (clock.getAsLong() - past.at()) / NANOS;
    if (since >= FORGET_SECONDS) {
      failures.remove(address);
      return 0;
    }
    return Math.max(0, past.pause() - since);
  }

  private synchronized void failed(String address) {
    Failures past = failures.remove(address);
    failures.put(address, new Failures(past == null ? 1 : past.count() + 1, clock.getAsLong()));
    if (failures.size() > MOST_ADDRESSES) {
      failures.remove(failures.keySet().iterator().next());
    }
  }

  private synchronized void succeeded(String address) {
    failures.remove(address);
  }
}
