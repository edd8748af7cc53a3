package org.chancery.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import org.chancery.query.CannedQueries;
import org.chancery.serve.Server;
import org.chancery.store.Store;
import picocli.CommandLine;
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

  /** Serves the store until the process is interrupted. */
  void serve(Path store, PrintWriter out) {
    Store opened = Store.open(store);
    Server server;
    try {
      server = Server.start(opened, port, CannedQueries.load());
    } catch (RuntimeException failure) {
      opened.close();
      throw failure;
    }
    Interruption.expect();
    // Interrupting is how one ends a server; the hook runs then, and the system sets the exit code.
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    print(out, server.address());
    server.join();
  }

  private static void print(PrintWriter out, URI address) {
    out.println("Start page:   " + address.resolve("start/"));
    out.println("Query editor: " + address);
    out.println("SPARQL:       " + address.resolve("chancery/sparql"));
    out.println("Press Ctrl+C to stop.");
    out.flush();
  }
}
