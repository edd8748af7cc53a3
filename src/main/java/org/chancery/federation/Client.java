package org.chancery.federation;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.jena.graph.Node;
import org.chancery.Reason;
import org.chancery.web.Exchange;
import org.chancery.web.Hosts;
import org.chancery.web.LimitedBody;

/** Sends queries to services by SPARQL 1.1 Protocol, a few at a time, and takes rows alone. */
final class Client {
  private static final String AGENT =
      "Chancery/0.1 (https://w3id.org/chancery; joins a knowledge graph)";

  /** How often one that waits for its turn looks whether anybody still wants it. */
  private static final Duration LOOK = Duration.ofMillis(25);

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 307, 308);
  private static final int MOST_REDIRECTS = 3;
  private static final Set<Integer> BUSY = Set.of(429, 503);

  private final Federation federation;
  private final Limits limits;
  private final Semaphore turns;

  /** Made for the first request, as most runs make none. */
  private Optional<HttpClient> http = Optional.empty();

  Client(Federation federation, Limits limits) {
    this.federation = federation;
    this.limits = limits;
    this.turns = new Semaphore(limits.atOnce(), true);
  }

  /** Follows no redirect by itself, and keeps no cookies. */
  private synchronized HttpClient http() {
    HttpClient made =
        http.orElseGet(
            () ->
                HttpClient.newBuilder()
                    .connectTimeout(limits.connect())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build());
    http = Optional.of(made);
    return made;
  }

  /**
   * What a service answers.
   *
   * @param place one of the addresses that may be asked
   * @param cancelled whether nobody waits for the answer any more
   * @throws ServiceFailure if it gives no answer of use
   * @throws CancellationException if nobody waits any more
   */
  List<Map<String, Node>> ask(URI place, String query, BooleanSupplier cancelled) {
    await(cancelled);
    try {
      HttpResponse<byte[]> answer = follow(place, query, cancelled);
      requireResults(place, answer);
      return Results.rows(answer.body(), Math.min(limits.rows(), mostOf(answer)));
    } catch (Results.Malformed malformed) {
      throw new ServiceFailure(
          place,
          "answers with %s. Ask it for something else.".formatted(malformed.getMessage()),
          malformed);
    } catch (LimitedBody.TooLong tooLong) {
      throw new ServiceFailure(
          place,
          "answers with more than %,d bytes. Ask it for less.".formatted(limits.bytes()),
          tooLong);
    } catch (IOException broken) {
      throw new ServiceFailure(
          place,
          "does not answer (%s). Try again later, or go without it by SERVICE SILENT."
              .formatted(Reason.of(broken)),
          broken);
    } finally {
      turns.release();
    }
  }

  /** The rows that the service gives at most, if it says so. */
  private static int mostOf(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("X-SPARQL-MaxRows")
        .filter(text -> text.matches("[1-9][0-9]{0,8}"))
        .map(Integer::valueOf)
        .orElse(Integer.MAX_VALUE);
  }

  private void await(BooleanSupplier cancelled) {
    try {
      while (!turns.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException("nobody waits for its turn");
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  /** Goes on only to what may be asked anyway, and asks the same there. */
  private HttpResponse<byte[]> follow(URI place, String query, BooleanSupplier cancelled)
      throws IOException {
    URI address = place;
    for (int redirects = 0; ; redirects++) {
      HttpResponse<byte[]> answer = send(address, query, cancelled);
      if (!REDIRECTS.contains(answer.statusCode())) {
        return answer;
      }
      Optional<URI> next = target(address, answer);
      if (next.isEmpty() || redirects == MOST_REDIRECTS) {
        throw new ServiceFailure(
            place,
            "redirects to %s, which is not followed. If you trust it, allow that address."
                .formatted(answer.headers().firstValue("Location").orElse("nowhere")));
      }
      address = next.get();
    }
  }

  /** Never from encryption to none, nor from afar to what is near. */
  private Optional<URI> target(URI from, HttpResponse<?> answer) {
    try {
      return answer
          .headers()
          .firstValue("Location")
          .map(from::resolve)
          .filter(federation::leadsTo)
          .filter(to -> !from.getScheme().equals("https") || "https".equals(to.getScheme()))
          .filter(to -> Hosts.isNear(from) || !Hosts.isNear(to));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private HttpResponse<byte[]> send(URI address, String query, BooleanSupplier cancelled)
      throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(limits.answer())
            .header("User-Agent", AGENT)
            .header("Accept", Results.MEDIA_TYPE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
            .build();
    return Exchange.of(http(), request, limits.answer(), limits.bytes(), cancelled);
  }

  private static void requireResults(URI place, HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    if (BUSY.contains(status)) {
      throw new ServiceFailure(
          place,
          "answers %d: it is busy%s. Try again later."
              .formatted(
                  status,
                  answer
                      .headers()
                      .firstValue("Retry-After")
                      .filter(text -> text.matches("[0-9]{1,6}"))
                      .map(" for %s seconds"::formatted)
                      .orElse("")));
    }
    if (status != 200) {
      throw new ServiceFailure(
          place, "answers %d. Is that what its address and its SPARQL are?".formatted(status));
    }
    String type =
        answer.headers().firstValue("Content-Type").orElse("nothing").split(";", 2)[0].strip();
    if (!type.toLowerCase(Locale.ROOT).equals(Results.MEDIA_TYPE)) {
      throw new ServiceFailure(
          place,
          "answers with %s, not with %s. Is it the address of a SPARQL service?"
              .formatted(type, Results.MEDIA_TYPE));
    }
  }
}
