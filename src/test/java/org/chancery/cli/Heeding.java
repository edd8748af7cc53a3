package org.chancery.cli;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Commands that heed Ctrl+C, even where whoever runs the tests ignores it, as shells in the
 * background do.
 */
final class Heeding {
  private static final List<String> ENV = List.of("env", "--default-signal=INT,HUP");

  private Heeding() {}

  /** The command, heeding if this system's {@code env} can see to that. */
  static List<String> command(List<String> command) throws IOException, InterruptedException {
    List<String> trial = Stream.concat(ENV.stream(), Stream.of("true")).toList();
    boolean can = new ProcessBuilder(trial).start().waitFor() == 0;
    return can ? Stream.concat(ENV.stream(), command.stream()).toList() : command;
  }
}
