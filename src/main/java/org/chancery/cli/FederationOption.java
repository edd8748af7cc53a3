package org.chancery.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.chancery.federation.Federation;
import picocli.CommandLine.Option;

/** Whom queries may ask with {@code SERVICE}; shared by the commands that answer queries. */
final class FederationOption {
  @Option(
      names = Federation.OPTION,
      paramLabel = "URL",
      description =
          "Lets queries ask this SPARQL service with SERVICE, and no other; may be repeated."
              + " URL=URL asks a mirror in its place.")
  private List<String> services = new ArrayList<>();

  /** Whether any service is allowed. */
  boolean given() {
    return !services.isEmpty();
  }

  /**
   * The services, with warnings about them.
   *
   * @throws org.chancery.UserException if one is no address
   */
  Federation read(PrintWriter err) {
    Federation federation = Federation.of(services);
    federation.warnings().forEach(warning -> err.println("WARNING " + warning));
    err.flush();
    return federation;
  }
}
