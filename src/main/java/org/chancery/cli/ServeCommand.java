package org.chancery.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.chancery.ExitCode;
import org.chancery.serve.Server;
import org.chancery.store.Store;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves a store until it is interrupted. */
@Command(
    name = "serve",
    description = "Serves a store to browsers and SPARQL clients on this machine, read-only.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      defaultValue = "store",
      description = "The store's folder; ${DEFAULT-VALUE} unless given.")
  private Path store = Path.of("store");

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "3330",
      description = "The port, ${DEFAULT-VALUE} unless given; 0 takes any free one.")
  private int port = 3330;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    if (port < 0 || port > HIGHEST_PORT) {
      throw new ParameterException(
          command, "--port is %d. Pass a number from 0 to %d.".formatted(port, HIGHEST_PORT));
    }
    Store opened = Store.open(store);
    Server server;
    try {
      server = Server.start(opened, port, List.of());
    } catch (RuntimeException failure) {
      opened.close();
      throw failure;
    }
    // Interrupting is how one ends a server; the hook runs then, and the system sets the exit code.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, opened)));
    opened.announce(server.address());
    print(command.getOut(), server.address());
    server.join();
    return ExitCode.OK;
  }

  private static void stop(Server server, Store store) {
    server.close();
    store.close();
  }

  private static void print(PrintWriter out, URI address) {
    out.println("Start page:   " + address.resolve("start/"));
    out.println("Query editor: " + address);
    out.println("SPARQL:       " + address.resolve("chancery/sparql"));
    out.println("Press Ctrl+C to stop.");
    out.flush();
  }
}
