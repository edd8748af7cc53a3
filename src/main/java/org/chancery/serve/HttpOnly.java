package org.chancery.serve;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A filter of HTTP, which is all that this server speaks. */
abstract class HttpOnly implements Filter {
  @Override
  public final void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest in)
        || !(response instanceof HttpServletResponse out)) {
      throw new ServletException("not HTTP");
    }
    filter(in, out, chain);
  }

  /** As {@link Filter#doFilter}. */
  abstract void filter(HttpServletRequest in, HttpServletResponse out, FilterChain chain)
      throws IOException, ServletException;
}
