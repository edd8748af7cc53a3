package org.chancery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.chancery.federation.Federation;
import org.chancery.query.CannedQueries;
import org.chancery.serve.Passwords;
import org.chancery.serve.Server;
import org.chancery.serve.ServerSettings;
import org.chancery.store.Store;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a store is served; shared by the commands that serve. */
final class ServeOptions {
  private static final int HIGHEST_PORT = 65_535;
  private static final int LONGEST_TIMEOUT = 600;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "3330",
      description = "The port, ${DEFAULT-VALUE} unless given; 0 takes any free one.")
  private int port = 3330;

  @Mixin private FederationOption services = new FederationOption();

  private Optional<ServerSettings> settings = Optional.empty();

  @Option(
      names = "--reconcile-origin",
      paramLabel = "URL",
      converter = OriginConverter.class,
      description =
          "Lets pages of this site read the reconciliation service, as those of this machine may. Can be repeated.")
  private Set<String> reconcileOrigins = new LinkedHashSet<>();

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "Listen on this address of the machine, 0.0.0.0 for all; loopback unless given. Other"
              + " machines are served with --password-file only.")
  private Optional<String> host = Optional.empty();

  @Option(
      names = "--public-host",
      paramLabel = "NAME",
      description =
          "A further host name that requests may be sent to, such as a proxy's; may be repeated.")
  private Set<String> publicHosts = Set.of();

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Let in only whom this file names, by HTTP's basic authentication.")
  private Optional<Path> passwordFile = Optional.empty();

  @Option(
      names = "--access-log",
      paramLabel = "FILE",
      description = "Keep a line about each request in this file; - prints it.")
  private Optional<Path> accessLog = Optional.empty();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "How long a query may take, ${DEFAULT-VALUE} unless given.")
  private int timeout = 10;

  /**
   * Refuses what cannot be served so, and takes the services that queries may ask, before any work
   * is done; without this they may ask none.
   *
   * @throws ParameterException if there is no such port or time
   * @throws org.chancery.UserException if other machines could come in without a password
   */
  void require(CommandLine command) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new ParameterException(
          command, "--port is %d. Pass a number from 0 to %d.".formatted(port, HIGHEST_PORT));
    }
    if (timeout < 1 || timeout > LONGEST_TIMEOUT) {
      throw new ParameterException(
          command,
          "--timeout is %d. Pass a number from 1 to %d.".formatted(timeout, LONGEST_TIMEOUT));
    }
    settings =
        Optional.of(
            new ServerSettings(
                port,
                host,
                publicHosts,
                passwordFile.map(Passwords::of),
                accessLog,
                Duration.ofSeconds(timeout),
                services.read(command.getErr()),
                reconcileOrigins));
  }

  /** Serves the store until the process is interrupted. */
  void serve(Path store, PrintWriter out, PrintWriter err) {
    ServerSettings settings =
        this.settings.orElseThrow(() -> new IllegalStateException("nothing was required"));
    Store opened = Store.open(store);
    Server server;
    try {
      server = Server.start(opened, settings, CannedQueries.load());
    } catch (RuntimeException failure) {
      opened.close();
      throw failure;
    }
    Interruption.expect();
    // Interrupting is how one ends a server; the hook runs then, and the system sets the exit code.
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    if (settings.isPublic()) {
      err.println(
          "Other machines can reach this server, and nothing on the way is encrypted: passwords can"
              + " be read there. Put a proxy with TLS before it.");
    }
    print(out, server.address(), settings.federation());
    tellLauncher(server.address());
    server.join();
  }

  /** From now on the launcher starts it again if memory runs out. */
  private static void tellLauncher(URI address) {
    String file = System.getProperty("chancery.serving");
    if (file != null) {
      try {
        Files.writeString(Path.of(file), address + "\n");
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private static void print(PrintWriter out, URI address, Federation federation) {
    out.println("Start page:   " + address.resolve("start/"));
    out.println("Query editor: " + address);
    out.println("SPARQL:       " + address.resolve("chancery/sparql"));
    out.println("Reconcile:    " + address.resolve("reconcile"));
    federation.services().forEach(service -> out.println("SERVICE:      " + service));
    out.println("Press Ctrl+C to stop.");
    out.flush();
  }
}
