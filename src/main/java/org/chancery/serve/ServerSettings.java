package org.chancery.serve;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.federation.Federation;

/**
 * How a store is to be served.
 *
 * @param port from 0 to 65535; 0 takes any free one
 * @param host the address or name of the network interface to listen on; none is loopback
 * @param names further host names that requests may be sent to, such as that of a proxy
 * @param passwords who is let in; none lets in everybody, and is for loopback alone
 * @param accessLog where to keep a line about each request; {@link #STANDARD_ERROR} prints it
 * @param timeout how long a query may take
 * @param federation whom queries may ask with {@code SERVICE}
 * @param reconcileOrigins origins of other machines whose pages may read the reconciliation
 *     service, as browsers write them
 */
public record ServerSettings(
    int port,
    Optional<String> host,
    Set<String> names,
    Optional<Passwords> passwords,
    Optional<Path> accessLog,
    Duration timeout,
    Federation federation,
    Set<String> reconcileOrigins) {
  /** In the place of a file, as in other programs. */
  public static final Path STANDARD_ERROR = Path.of("-");

  public static final Duration TIMEOUT = Duration.ofSeconds(10);

  /**
   * @throws UserException with {@link ExitCode#USAGE} if strangers could reach the server and need
   *     no password, or if the host is unknown
   */
  public ServerSettings {
    host = host.map(ServerSettings::plain);
    names = Set.copyOf(names);
    reconcileOrigins = Set.copyOf(reconcileOrigins);
    if (host.isPresent() && !isLoopback(host.get()) && passwords.isEmpty()) {
      throw new UserException(
          ExitCode.USAGE,
          "--host %s: other machines could read the store. Pass --password-file, too, or leave --host out."
              .formatted(host.get()));
    }
  }

  /** An address of IP 6 without the brackets that it has in others' addresses. */
  private static String plain(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  /** On this machine alone, open to all who use it. */
  public static ServerSettings onPort(int port) {
    return new ServerSettings(
        port,
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        TIMEOUT,
        Federation.NONE,
        Set.of());
  }

  /** The same, but that queries may ask these. */
  ServerSettings allowing(Federation services) {
    return new ServerSettings(
        port, host, names, passwords, accessLog, timeout, services, reconcileOrigins);
  }

  /** The same, but that these origins may read the reconciliation service. */
  ServerSettings readBy(Set<String> origins) {
    return new ServerSettings(
        port, host, names, passwords, accessLog, timeout, federation, origins);
  }

  /** Whether other machines can reach the server. */
  public boolean isPublic() {
    return host.isPresent() && !isLoopback(host.get());
  }

  private static boolean isLoopback(String host) {
    return address(host).isLoopbackAddress();
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      throw new UserException(
          ExitCode.USAGE,
          "--host %s: there is no such host. Pass an address of this machine, such as 127.0.0.1."
              .formatted(host),
          unknown);
    }
  }

  /** Whether the server listens on every interface of this machine. */
  boolean isEverywhere() {
    return host.isPresent() && address(host.get()).isAnyLocalAddress();
  }
}
