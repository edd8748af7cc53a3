package org.chancery.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --store}, the same for every command. */
final class StoreOption {
  @Option(
      names = "--store",
      paramLabel = "DIR",
      defaultValue = "store",
      description = "The store's folder; ${DEFAULT-VALUE} unless given.")
  private Path folder = Path.of("store");

  Path folder() {
    return folder;
  }
}
