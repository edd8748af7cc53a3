package org.chancery.link;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.chancery.ExitCode;
import org.chancery.Reason;
import org.chancery.UserException;
import org.chancery.archive.Digest;
import org.chancery.web.Exchange;
import org.chancery.web.Hosts;
import org.chancery.web.LimitedBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one service of others, politely and with suspicion: with limits on time and size, again
 * after a while when it is busy, and nowhere else than the user said.
 */
final class Web implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(Web.class);

  private static final String AGENT =
      "Chancery/0.1 (https://w3id.org/chancery; links a knowledge graph)";
  private static final Set<Integer> BUSY = Set.of(429, 500, 502, 503, 504);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MOST_REDIRECTS = 3;
  private static final int TOO_MANY = 429;

  private final URI service;
  private final Manners manners;
  private final Optional<AnswerCache> cache;
  private final HttpClient client;
  private final boolean near;
  private boolean warned;

  /**
   * How to ask.
   *
   * @param answer time for a whole answer
   * @param tries how often to ask in all
   * @param pause before the second try; it doubles from try to try
   * @param longest pause that a service may ask for
   * @param bytes length of an answer at most
   * @param kept bytes of all answers in the cache at most
   */
  record Manners(
      Duration connect,
      Duration answer,
      int tries,
      Duration pause,
      Duration longest,
      int bytes,
      long kept) {
    static final Manners STANDARD =
        new Manners(
            Duration.ofSeconds(5),
            Duration.ofSeconds(65),
            4,
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            32 << 20,
            1L << 30);
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
    this.cache = cache.map(folder -> new AnswerCache(folder, manners.kept()));
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(manners.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.near = Hosts.isNear(service);
  }

  @Override
  public <T> T ask(Optional<String> form, String accept, Function<byte[], T> reading) {
    try {
      String key = key(form, accept);
      if (cache.isPresent()) {
        Optional<T> known = read(cache.get(), key, reading);
        if (known.isPresent()) {
          return known.get();
        }
      }
      byte[] answer = fetch(form, accept);
      T read = reading.apply(answer);
      cache.ifPresent(kept -> keep(kept, key, answer));
      return read;
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.IO,
          "%s cannot be used (%s). Pass --cache with another folder, or leave it out."
              .formatted(cache.orElseThrow().folder(), Reason.of(failure)),
          failure);
    }
  }

  /** An answer that was read is used, whether or not there is room to keep it. */
  private void keep(AnswerCache kept, String key, byte[] answer) {
    try {
      kept.keep(key, answer);
    } catch (IOException failure) {
      if (!warned) {
        warned = true;
        LOG.warn(
            "{} does not keep answers ({}); the run goes on, and the next one asks again.",
            kept.folder(),
            Reason.of(failure));
      }
    }
  }

  /** What was kept; nothing if that cannot be read, as when its file was cut off. */
  private static <T> Optional<T> read(AnswerCache cache, String key, Function<byte[], T> reading)
      throws IOException {
    Optional<byte[]> kept = cache.find(key);
    try {
      return kept.map(reading);
    } catch (UserException malformed) {
      cache.forget(key);
      return Optional.empty();
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
        what = "does not answer (%s)".formatted(Reason.of(broken));
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
        exitCode,
        "%s %s Nothing was linked; the store is as it was. %s"
            .formatted(
                service,
                what,
                cache
                    .filter(kept -> !warned)
                    .map(
                        kept ->
                            "What it answered is in %s, and is not asked again."
                                .formatted(kept.folder()))
                    .orElse("With --cache, the next run goes on from here.")));
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
      URI next = target(address, answer.headers().firstValue("Location"));
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

  private URI target(URI from, Optional<String> location) {
    try {
      return location.map(from::resolve).orElse(from);
    } catch (IllegalArgumentException malformed) {
      throw failure(
          ExitCode.UNAVAILABLE,
          "redirects to \"%s\", which is no address.".formatted(location.orElse("")));
    }
  }

  private void requireAllowed(URI from, URI to) {
    boolean web = "https".equals(to.getScheme()) || "http".equals(to.getScheme());
    boolean weaker = "https".equals(from.getScheme()) && !"https".equals(to.getScheme());
    if (!web || weaker || to.getHost() == null || (Hosts.isNear(to) && !near)) {
      throw failure(
          ExitCode.UNAVAILABLE,
          "redirects to %s, which is not followed. If you trust it, pass that address."
              .formatted(to));
    }
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
    return Exchange.of(client, request.build(), manners.answer(), manners.bytes(), () -> false);
  }
}
