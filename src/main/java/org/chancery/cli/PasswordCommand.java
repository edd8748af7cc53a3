package org.chancery.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.serve.Passwords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a line for the file of passwords that a server may ask for. */
@Command(
    name = "password",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a line for the file of serve --password-file: a name, and the hash of a password.",
      "Asks for the password, or reads it from standard input."
    })
final class PasswordCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "NAME", description = "Who may then log in.")
  private String name = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(Passwords.line(name, password()));
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }

  @SuppressWarnings(
      "SystemConsoleNull") // Where newer Java has one without a terminal, it reads the same line.
  private static String password() {
    Console console = System.console();
    if (console != null) {
      char[] first = read(console, "Password: ");
      char[] again = read(console, "Again: ");
      if (!Arrays.equals(first, again)) {
        throw new UserException(ExitCode.USAGE, "These are two different passwords. Try again.");
      }
      return new String(first);
    }
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return Optional.ofNullable(line).orElse("");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static char[] read(Console console, String prompt) {
    return Optional.ofNullable(console.readPassword(prompt)).orElse(new char[0]);
  }
}
