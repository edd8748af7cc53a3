package org.chancery.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import org.chancery.federation.Federation;
import java.util.LinkedHashSet;
import java.util.Set;
import org.chancery.query.CannedQueries;
import org.chancery.serve.Server;
import org.chancery.store.Store;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where a store is served; shared by the commands that serve. */
final class ServeOptions {
  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "3330",
      description = "The port, ${DEFAULT-VALUE} unless given; 0 takes any free one.")
  private int port = 3330;

  @Mixin private FederationOption services = new FederationOption();

  private Federation federation = Federation.NONE;

  @Option(
      names = "--reconcile-origin",
      paramLabel = "URL",
      converter = OriginConverter.class,
      description =
          "Lets pages of this site read the reconciliation service, as those of this machine may. Can be repeated.")
  private Set<String> reconcileOrigins = new LinkedHashSet<>();

  /**
   * Refuses what can be no port, before any work is done.
   *
   * @throws ParameterException if there is no such port
   */
  void requirePort(CommandLine command) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new ParameterException(
          command, "--port is %d. Pass a number from 0 to %d.".formatted(port, HIGHEST_PORT));
    }
  }

  /**
   * Takes the services that queries may ask, before any work is done; without this they may ask
   * none.
   *
   * @throws org.chancery.UserException if one is no address
   */
  void requireServices(CommandLine command) {
    federation = services.read(command.getErr());
  }

  /** Serves the store until the process is interrupted. */
  void serve(Path store, PrintWriter out) {
    Store opened = Store.open(store);
    Server server;
    try {
      server =
          Server.start(opened, port, CannedQueries.load(), federation, reconcileOrigins);
    } catch (RuntimeException failure) {
      opened.close();
      throw failure;
    }
    // Interrupting is how one ends a server; the hook runs then, and the system sets the exit code.
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    print(out, server.address(), federation);
    server.join();
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
