package org.chancery.web;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.chancery.Reason;

/** One request and its answer, within limits. */
public final class Exchange {
  /** How often to look whether anybody still waits. */
  private static final Duration LOOK = Duration.ofMillis(25);

  private Exchange() {}

  /**
   * Sends a request and waits for the whole answer.
   *
   * @param most time for all of it
   * @param bytes length of the body at most
   * @param cancelled whether nobody waits for the answer any more; is asked again and again
   * @throws LimitedBody.TooLong if the body is longer
   * @throws CancellationException if nobody waits any more
   * @throws IOException if no whole answer comes in time
   */
  public static HttpResponse<byte[]> of(
      HttpClient client, HttpRequest request, Duration most, int bytes, BooleanSupplier cancelled)
      throws IOException {
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(request, head -> new LimitedBody(bytes));
    long deadline = System.nanoTime() + most.toNanos();
    try {
      while (true) {
        try {
          return coming.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
          if (cancelled.getAsBoolean()) {
            throw new CancellationException("nobody waits for " + request.uri());
          }
          if (System.nanoTime() >= deadline) {
            throw new IOException("no whole answer in " + most.toMillis() + " ms", notYet);
          }
        }
      }
    } catch (ExecutionException failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof LimitedBody.TooLong tooLong) {
          throw tooLong;
        }
      }
      throw new IOException(
          Reason.of(Objects.requireNonNullElse(failure.getCause(), failure)), failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stop);
    } finally {
      coming.cancel(true);
    }
  }
}
