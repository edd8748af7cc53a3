package org.chancery.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.chancery.serve.Passwords.Verdict;

/**
 * Lets in who has a name and a password, or the word that the server leaves in the store's folder
 * for other commands of its user. Who guesses is made to wait, longer each time.
 */
final class Authentication extends HttpOnly {
  /** What the word of the store's folder comes with. */
  static final String OWNER = "Bearer ";

  private static final String BASIC = "Basic ";
  private static final int FREE_GUESSES = 5;
  private static final long LONGEST_PAUSE_SECONDS = 300;
  private static final long FORGET_SECONDS = 900;
  private static final int MOST_ADDRESSES = 10_000;

  /** Of an address; further ones are counted as one. */
  private static final int MOST_USERS = 20;

  private static final String OTHERS = ":";

  private static final long NANOS = 1_000_000_000L;

  private final Passwords passwords;
  private final byte[] token;
  private final LongSupplier clock;

  /** By address, those that failed longest ago first. */
  private final Map<String, Failures> failures = new LinkedHashMap<>();

  /** Those of an address. */
  private static final class Failures {
    private final Map<String, Integer> byUser = new HashMap<>();
    private long at;

    void add(String user, long now) {
      String counted = byUser.size() < MOST_USERS || byUser.containsKey(user) ? user : OTHERS;
      byUser.merge(counted, 1, Integer::sum);
      at = now;
    }

    /** Seconds that nothing is heard for after so many failures: 1, 2, 4 and so on. */
    long pause() {
      int count = byUser.values().stream().mapToInt(Integer::intValue).sum();
      return count < FREE_GUESSES
          ? 0
          : Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(count - FREE_GUESSES, 20));
    }
  }

  /**
   * Who somebody says to be.
   *
   * @param scheme {@link #OWNER}, {@link #BASIC}, or empty if it is neither
   * @param secret what is to prove it
   */
  private record Login(String scheme, String user, String secret) {
    static final Login NONE = new Login("", "", "");
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
  void filter(HttpServletRequest in, HttpServletResponse out, FilterChain chain)
      throws IOException, ServletException {
    String header = Optional.ofNullable(in.getHeader("Authorization")).orElse("");
    String address = in.getRemoteAddr();
    Login login = login(header);
    long wait = header.isEmpty() ? 0 : wait(address);
    // Somebody else may guess from the same address, such as a proxy's.
    Verdict verdict = verdict(login, wait > 0);
    switch (verdict) {
      case REMEMBERED, RIGHT -> {
        if (verdict == Verdict.RIGHT) {
          succeeded(address, login.user());
        }
        Running.current().ifPresent(running -> running.comesFrom(login.user()));
        chain.doFilter(in, out);
      }
      case BUSY -> {
        out.setHeader("Retry-After", "1");
        Refusal.send(out, 429, "Too many log in at once. Try again in a second.");
      }
      case WRONG -> {
        if (wait > 0) {
          out.setHeader("Retry-After", String.valueOf(wait));
          Refusal.send(
              out, 429, "Too many failed logins. Try again in %d seconds.".formatted(wait));
          return;
        }
        if (!header.isEmpty()) {
          failed(address, login.user());
        }
        out.setHeader("WWW-Authenticate", "Basic realm=\"Chancery\", charset=\"UTF-8\"");
        Refusal.send(out, 401, "Say who you are: this server asks for a name and a password.");
      }
    }
  }

  /**
   * Whether that is who it says it is.
   *
   * @param known whether to hear only those who were let in before
   */
  private Verdict verdict(Login login, boolean known) {
    if (login.scheme().equals(OWNER)) {
      byte[] given = login.secret().getBytes(StandardCharsets.UTF_8);
      return MessageDigest.isEqual(given, token) ? Verdict.REMEMBERED : Verdict.WRONG;
    }
    if (!login.scheme().equals(BASIC)) {
      return Verdict.WRONG;
    }
    if (known) {
      return passwords.remembers(login.user(), login.secret()) ? Verdict.REMEMBERED : Verdict.WRONG;
    }
    return passwords.match(login.user(), login.secret());
  }

  private static Login login(String header) {
    if (header.regionMatches(true, 0, OWNER, 0, OWNER.length())) {
      return new Login(OWNER, "(owner)", header.substring(OWNER.length()).strip());
    }
    if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return Login.NONE;
    }
    String pair;
    try {
      pair =
          new String(
              Base64.getDecoder().decode(header.substring(BASIC.length()).strip()),
              StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return Login.NONE;
    }
    int colon = pair.indexOf(':');
    return colon < 0
        ? Login.NONE
        : new Login(BASIC, pair.substring(0, colon), pair.substring(colon + 1));
  }

  /** Seconds until this address is heard again; 0 if now. */
  private synchronized long wait(String address) {
    Failures past = failures.get(address);
    if (past == null) {
      return 0;
    }
    long since = (clock.getAsLong() - past.at) / NANOS;
    if (since >= FORGET_SECONDS) {
      failures.remove(address);
      return 0;
    }
    return Math.max(0, past.pause() - since);
  }

  private synchronized void failed(String address, String user) {
    Failures past = failures.remove(address);
    Failures now = past == null ? new Failures() : past;
    now.add(user, clock.getAsLong());
    failures.put(address, now);
    if (failures.size() > MOST_ADDRESSES) {
      failures.remove(failures.keySet().iterator().next());
    }
  }

  /** Who has proved to be one user may still be guessing at another. */
  private synchronized void succeeded(String address, String user) {
    Failures past = failures.get(address);
    if (past != null) {
      past.byUser.remove(user);
    }
  }
}
