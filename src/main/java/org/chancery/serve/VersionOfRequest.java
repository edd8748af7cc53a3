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
import org.chancery.store.Store;

/**
 * Answers each request from one version of the store, and says from which. A client that asks
 * several times can name the version that it began with, and is told if that one is gone.
 */
final class VersionOfRequest implements Filter {
  private final Versions versions;

  VersionOfRequest(Versions versions) {
    this.versions = versions;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest in)
        || !(response instanceof HttpServletResponse out)) {
      throw new ServletException("not HTTP");
    }
    try (Versions.Pin pin = versions.pin()) {
      String version = pin.version();
      String wanted = in.getHeader(Store.Served.VERSION_HEADER);
      out.setHeader(Store.Served.VERSION_HEADER, version);
      if (wanted == null || wanted.equals(version)) {
        chain.doFilter(in, out);
      } else {
        out.setStatus(HttpServletResponse.SC_PRECONDITION_FAILED);
        out.setContentType("text/plain;charset=utf-8");
        out.getOutputStream()
            .write(
                "This server has gone over to %s.%n"
                    .formatted(version)
                    .getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
