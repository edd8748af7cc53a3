package org.chancery.cli;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chancery.StoredCorpus;

/**
 * What is said when a command is stopped in its midst, by Ctrl+C or as an init system does. Java
 * then exits with 128 and the number of the signal.
 */
final class Interruption {
  /** Stopping a server is how one ends it. */
  private static final AtomicBoolean EXPECTED = new AtomicBoolean();

  private Interruption() {}

  /**
   * Has it said, unless the command has come to its end by then, changes no store, or has done so.
   */
  static void announce(AtomicBoolean ended, PrintWriter err) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (!ended.get() && !EXPECTED.get() && StoredCorpus.isChanging()) {
                    err.println(
                        "Stopped. The store is as the last complete build left it. Run the command again to go on.");
                  }
                }));
  }

  /** From now on there is nothing to be said. */
  static void expect() {
    EXPECTED.set(true);
  }
}
