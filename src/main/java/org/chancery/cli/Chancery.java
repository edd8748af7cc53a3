package org.chancery.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.chancery.ExitCode;
import org.chancery.UserException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The command line's door. */
@Command(
    name = "chancery",
    description = "Turns articles about diplomacy into a knowledge graph.",
    mixinStandardHelpOptions = true,
    versionProvider = Chancery.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeOnInvalidInput = ExitCode.USAGE,
    exitCodeOnExecutionException = ExitCode.SOFTWARE,
    subcommands = {
      BuildCommand.class,
      ServeCommand.class,
    })
public final class Chancery implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Which command? See ./chancery --help.");
  }

  /** The whole command line, as {@link #main} runs it. */
  static CommandLine commandLine() {
    CommandLine all = new CommandLine(new Chancery());
    for (CommandLine subcommand : all.getSubcommands().values()) {
      subcommand
          .getCommandSpec()
          .exitCodeOnInvalidInput(ExitCode.USAGE)
          .exitCodeOnExecutionException(ExitCode.SOFTWARE)
          .versionProvider(new Version());
    }
    return all.setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Chancery::report);
  }

  public static void main(String[] arguments) {
    // Whatever the machine's language, Turkish among them, upper case and numbers are the same.
    Locale.setDefault(Locale.ROOT);
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    int code =
        commandLine()
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .execute(arguments);
    System.exit(code);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static int report(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (failure instanceof UserException mendable) {
      command.getErr().println(mendable.getMessage());
      return mendable.exitCode();
    }
    if (readerLeft(failure)) {
      return ExitCode.OK;
    }
    throw failure;
  }

  /** Whether whoever read our output has had enough, as {@code head} has. */
  private static boolean readerLeft(Throwable failure) {
    Throwable cause = failure;
    while (cause != null) {
      if (cause instanceof IOException && "Broken pipe".equals(cause.getMessage())) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** The version that the jar was built as. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      Optional<String> version =
          Optional.ofNullable(Chancery.class.getPackage().getImplementationVersion());
      return new String[] {"chancery " + version.orElse("(not packaged)")};
    }
  }
}
