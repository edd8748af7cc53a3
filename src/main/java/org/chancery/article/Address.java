package org.chancery.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses of articles on the web: what may go into the graph as an IRI. */
final class Address {
  private static final int LONGEST = 2_000;

  private Address() {}

  /**
   * The address in ASCII and without its fragment, if it is an http or https one that names a host
   * and no user.
   */
  static Optional<String> of(String written) {
    String trimmed = written.strip();
    if (trimmed.length() > LONGEST || !OneLine.of(trimmed).equals(trimmed)) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(trimmed.replace(" ", "%20")).normalize();
      String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      if (!web || uri.getHost() == null || uri.getRawUserInfo() != null) {
        return Optional.empty();
      }
      String address = uri.toASCIIString();
      int fragment = address.indexOf('#');
      return Optional.of(fragment < 0 ? address : address.substring(0, fragment));
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }
}
