package org.chancery.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.chancery.store.Store;

/**
 * Answers each request from one version of the store, and says from which. A client that asks
 * several times can name the version that it began with, and is told if that one is gone.
 */
final class VersionOfRequest extends HttpOnly {
  private final Versions versions;

  VersionOfRequest(Versions versions) {
    this.versions = versions;
  }

  @Override
  void filter(HttpServletRequest in, HttpServletResponse out, FilterChain chain)
      throws IOException, ServletException {
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
