package org.chancery.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's door. */
@Command(name = "chancery", mixinStandardHelpOptions = true)
public final class Chancery implements Runnable {
  @Override
  public void run() {
    CommandLine.usage(this, System.err);
  }

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Chancery()).execute(arguments));
  }
}
