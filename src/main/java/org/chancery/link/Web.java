package org.chancery.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.archive.Digest;

/**
 * Asks one service of others, politely and with suspicion: with limits on time and size, again
 * after a while when it is busy, and nowhere else than the user said.
 */
final class Web implements Service {
  private static final String AGENT =
      "Chancery/0.1 (https://w3id.org/chancery; links a knowledge graph)";
  private static final Set<Integer> BUSY = Set.of(429, 500, 502, 503, 504);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MOST_REDIRECTS = 3;
  private static final int TOO_MANY = 429;

  private final URI service;
  private final Manners manners;
  private final Optional<Path> cache;
  private final HttpClient client;
  private final boolean near;

  /**
   * How to ask.
   *
   * @param answer time for a whole answer
   * @param tries how often to ask in all
   * @param pause before the second try; it doubles from try to try
   * @param longest pause that a service may ask for
   * @param bytes length of an answer at most
   */
  record Manners(
      Duration connect, Duration answer, int tries, Duration pause, Duration longest, int bytes) {
    static final Manners STANDARD =
        new Manners(
            Duration.ofSeconds(5),
            Duration.ofSeconds(65),
            4,
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            32 << 20);
  }

  /**
   * Opens a service.
   *
   * @param cache folder of answers, by what was asked
   * @throws UserException with {@link ExitCode#USAGE} if it is no address of HTTP
   */
  Web(URI service, Manners manners, Optional<Path> cache) {
    String scheme = String.valueOf(service.getScheme()).toLowerCase(Locale.ROOT);
    if (!Set.of("http", "https").contains(scheme) || service.getHost() == null) {
      throw new UserException(
          ExitCode.USAGE,
          "%s is no address that starts with http:// or https://".formatted(service));
    }
    this.service = service;
    this.manners = manners;
    this.cache = cache;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(manners.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.near = isNear(service);
  }

  @Override
  public byte[] ask(Optional<String> form, String accept) {
    Optional<Path> kept = cache.map(folder -> folder.resolve(key(form, accept)));
    try {
      if (kept.isPresent() && Files.isRegularFile(kept.get())) {
        return Files.readAllBytes(kept.get());
      }
      byte[] answer = fetch(form, accept);
      if (kept.isPresent()) {
        Files.createDirectories(cache.orElseThrow());
        Path draft = Files.createTempFile(cache.orElseThrow(), "answer", ".new");
        Files.write(draft, answer);
        Files.move(draft, kept.get(), StandardCopyOption.REPLACE_EXISTING);
      }
      return answer;
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.IO,
          "%s cannot be used (%s). Pass --cache with another folder, or leave it out."
              .formatted(cache.orElseThrow(), failure),
          failure);
    }
  }

  private String key(Optional<String> form, String accept) {
    MessageDigest hash = Digest.begin();
    hash.update(
        (service + "\n" + accept + "\n" + form.orElse("")).getBytes(StandardCharsets.UTF_8));
    return Digest.end(hash);
  }

  private byte[] fetch(Optional<String> form, String accept) {
    Duration pause = manners.pause();
    for (int left = manners.tries() - 1; ; left--) {
      String what;
      int exitCode = ExitCode.UNAVAILABLE;
      Duration wanted = pause;
      try {
        HttpResponse<byte[]> answer = follow(form, accept);
        int status = answer.statusCode();
        if (status == 200) {
          return answer.body();
        }
        what = "answers " + status;
        if (!BUSY.contains(status)) {
          throw failure(ExitCode.UNAVAILABLE, what + ". Is it the right address?");
        }
        exitCode = status == TOO_MANY ? ExitCode.TRY_AGAIN : exitCode;
        wanted = retryAfter(answer).orElse(pause);
      } catch (LimitedBody.TooLong tooLong) {
        throw failure(ExitCode.UNAVAILABLE, String.valueOf(tooLong.getMessage()));
      } catch (IOException broken) {
        what = "does not answer (%s)".formatted(broken);
      }
      if (left == 0 || wanted.compareTo(manners.longest()) > 0) {
        throw failure(exitCode, what + ". Try again later.");
      }
      sleep(wanted);
      pause = pause.multipliedBy(2);
    }
  }

  private UserException failure(int exitCode, String what) {
    return new UserException(
        exitCode, "%s %s Nothing was linked; the store is as it was.".formatted(service, what));
  }

  private static Optional<Duration> retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("[0-9]{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  private void sleep(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw failure(ExitCode.TRY_AGAIN, "was not waited for.");
    }
  }

  private HttpResponse<byte[]> follow(Optional<String> form, String accept) throws IOException {
    URI address = service;
    Optional<String> body = form;
    for (int redirects = 0; ; redirects++) {
      HttpResponse<byte[]> answer = send(address, body, accept);
      if (!REDIRECTS.contains(answer.statusCode())) {
        return answer;
      }
      URI next = answer.headers().firstValue("Location").map(address::resolve).orElse(address);
      if (redirects == MOST_REDIRECTS) {
        throw failure(ExitCode.UNAVAILABLE, "redirects in circles.");
      }
      requireAllowed(address, next);
      if (answer.statusCode() == 303) {
        body = Optional.empty();
      }
      address = next;
    }
  }

  private void requireAllowed(URI from, URI to) {
    boolean web = "https".equals(to.getScheme()) || "http".equals(to.getScheme());
    boolean weaker = "https".equals(from.getScheme()) && !"https".equals(to.getScheme());
    if (!web || weaker || to.getHost() == null || (isNear(to) && !near)) {
      throw failure(
          ExitCode.UNAVAILABLE,
          "redirects to %s, which is not followed. If you trust it, pass that address."
              .formatted(to));
    }
  }

  /** Whether a host is this machine or of a network that is not the public one. */
  private static boolean isNear(URI address) {
    try {
      for (InetAddress found : InetAddress.getAllByName(address.getHost())) {
        byte[] bytes = found.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        if (found.isLoopbackAddress()
            || found.isSiteLocalAddress()
            || found.isLinkLocalAddress()
            || found.isAnyLocalAddress()
            || found.isMulticastAddress()
            || uniqueLocal
            || shared) {
          return true;
        }
      }
    } catch (UnknownHostException nowhere) {
      // Asking there will say so.
    }
    return false;
  }

  private HttpResponse<byte[]> send(URI address, Optional<String> form, String accept)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(manners.answer())
            .header("User-Agent", AGENT)
            .header("Accept", accept);
    form.ifPresent(
        body ->
            request
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(request.build(), head -> new LimitedBody(manners.bytes()));
    try {
      return coming.get(manners.answer().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      coming.cancel(true);
      throw new IOException("no whole answer in " + manners.answer().toMillis() + " ms", slow);
    } catch (ExecutionException failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof LimitedBody.TooLong tooLong) {
          throw tooLong;
        }
      }
      throw new IOException(String.valueOf(failure.getCause()), failure);
    } catch (InterruptedException stop) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stop);
    }
  }
}
