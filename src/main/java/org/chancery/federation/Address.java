package org.chancery.federation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Addresses of services in one spelling, so that they can be compared. */
final class Address {
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final int HIGHEST_PORT = 65_535;

  private Address() {}

  /**
   * The address by scheme, host, port and path, with the port left out where the scheme says it.
   * Empty if there is more to it, such as a user, a query or a fragment, or if it is none of HTTP.
   */
  static Optional<URI> normal(String text) {
    URI address;
    try {
      address = new URI(text).normalize();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme)
        || address.getHost() == null
        || address.getRawUserInfo() != null
        || address.getRawQuery() != null
        || address.getRawFragment() != null
        || address.getPort() == 0
        || address.getPort() > HIGHEST_PORT) {
      return Optional.empty();
    }
    String port =
        address.getPort() < 0 || address.getPort() == standardPort(scheme)
            ? ""
            : ":" + address.getPort();
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    return Optional.of(URI.create(scheme + "://" + host + port + path));
  }

  private static int standardPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }
}
