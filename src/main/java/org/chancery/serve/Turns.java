package org.chancery.serve;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Has the pages that ask much of the store wait for their turn, as queries do. */
final class Turns implements Filter {
  private final Lanes lanes;
  private final Watch watch;

  Turns(Lanes lanes, Watch watch) {
    this.lanes = lanes;
    this.watch = watch;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest in)
        || !(response instanceof HttpServletResponse out)) {
      throw new ServletException("not HTTP");
    }
    Optional<Running> running = Running.current();
    if (running.isEmpty() || !RequestGuard.isHeavyPage(in.getRequestURI())) {
      chain.doFilter(in, out);
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
      chain.doFilter(in, out);
    } finally {
      running.get().endTurn();
    }
  }
}
