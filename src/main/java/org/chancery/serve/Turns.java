package org.chancery.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * Has the pages that ask much of the store wait for their turn, as queries do. What is sent to them
 * is taken in before, so that nobody has a turn who sends slowly.
 */
final class Turns extends HttpOnly {
  private final Lanes lanes;
  private final Watch watch;

  Turns(Lanes lanes, Watch watch) {
    this.lanes = lanes;
    this.watch = watch;
  }

  @Override
  void filter(HttpServletRequest in, HttpServletResponse out, FilterChain chain)
      throws IOException, ServletException {
    Optional<Running> running = Running.current();
    if (running.isEmpty() || RequestGuard.isQuery(in.getRequestURI())) {
      chain.doFilter(in, out);
      return;
    }
    HttpServletRequest whole = in;
    if (!running.get().isComplete()) {
      whole = new Whole(in);
      running.get().bodyIsIn();
    }
    if (!RequestGuard.isHeavyPage(in.getRequestURI())) {
      chain.doFilter(whole, out);
      return;
    }
    Optional<Lanes.Turn> turn = lanes.enter(running.get(), false);
    if (turn.isEmpty()) {
      out.setHeader("Retry-After", Lanes.RETRY_AFTER);
      Lanes.FULL.send(out);
      return;
    }
    running.get().has(turn.get());
    watch.begin(running.get());
    try {
      chain.doFilter(whole, out);
    } finally {
      running.get().endTurn();
    }
  }

  /** A request with its body in memory; the guard has seen to its length. */
  private static final class Whole extends HttpServletRequestWrapper {
    private final ByteArrayInputStream body;

    Whole(HttpServletRequest request) throws IOException {
      super(request);
      body =
          new ByteArrayInputStream(
              request.getInputStream().readNBytes((int) RequestGuard.MAX_BODY_BYTES));
    }

    @Override
    public ServletInputStream getInputStream() {
      return new ServletInputStream() {
        @Override
        public int read() {
          return body.read();
        }

        @Override
        public int read(byte[] octets, int from, int length) {
          return body.read(octets, from, length);
        }

        @Override
        public boolean isFinished() {
          return body.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new IllegalStateException("bodies are read at once");
        }
      };
    }
  }
}
