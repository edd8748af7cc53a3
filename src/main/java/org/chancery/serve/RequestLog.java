package org.chancery.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each request a number, keeps a line about it and counts it. Comes before everything else;
 * what nobody behind it could handle ends here.
 */
final class RequestLog extends HttpOnly {
  /** The header that names a request in its answer. */
  static final String HEADER = "Chancery-Request";

  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

  /** A running query may be silent for longer than a connection without a request. */
  private static final long IDLE_MILLIS_AT_WORK = 120_000;

  private final String run = run();
  private final AtomicLong number = new AtomicLong();
  private final AccessLog log;
  private final Measures measures;
  private final Watch watch;

  RequestLog(AccessLog log, Measures measures, Watch watch) {
    this.log = log;
    this.measures = measures;
    this.watch = watch;
  }

  /** Tells the requests of one process from those of another. */
  private static String run() {
    byte[] octets = new byte[4];
    new SecureRandom().nextBytes(octets);
    return HexFormat.of().formatHex(octets);
  }

  @Override
  void filter(HttpServletRequest in, HttpServletResponse out, FilterChain chain)
      throws IOException, ServletException {
    long start = System.nanoTime();
    Optional<EndPoint> endPoint = endPoint(in);
    Running running = Running.begin(run + "-" + number.incrementAndGet(), endPoint);
    Answer answer = new Answer(out, running);
    answer.setHeader(HEADER, running.id());
    watch.enter(running);
    long idle = endPoint.map(EndPoint::getIdleTimeout).orElse(0L);
    endPoint.ifPresent(
        connection -> {
          watch.serving(connection);
          connection.setIdleTimeout(IDLE_MILLIS_AT_WORK);
        });
    try {
      try {
        chain.doFilter(in, answer);
      } catch (IOException | ServletException | RuntimeException failure) {
        fail(answer, running, failure);
      } catch (StackOverflowError failure) {
        fail(answer, running, failure);
      } finally {
        running.endBody();
        running.endTurn();
      }
      // Nothing computes any more: what is left is to be read without a pause.
      endPoint.ifPresent(connection -> connection.setIdleTimeout(idle));
      send(answer, running);
    } finally {
      watch.leave(running);
      endPoint.ifPresent(watch::served);
      running.end();
      long nanos = System.nanoTime() - start;
      measures.count(in, answer, running, nanos);
      log.write(in, answer, running, nanos);
    }
  }

  private static void send(Answer answer, Running running) {
    try {
      if (running.isLastOfConnection()) {
        answer.setHeader("Connection", "close");
      }
      answer.finish();
    } catch (IOException gone) {
      LOG.debug("Request {}: the client left", running.id(), gone);
      running.hangUp();
    }
  }

  private static void fail(Answer answer, Running running, Throwable failure) throws IOException {
    if (running.cut().isPresent()) {
      return; // What is said of that is said in the end.
    }
    if (failure instanceof IOException) {
      LOG.debug("Request {} broke off", running.id(), failure);
    } else {
      LOG.error("Request {} failed", running.id(), failure);
    }
    answer.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "");
  }

  private static Optional<EndPoint> endPoint(HttpServletRequest request) {
    return Optional.ofNullable(ServletContextRequest.getServletContextRequest(request))
        .map(found -> found.getConnectionMetaData().getConnection().getEndPoint());
  }
}
