package org.chancery.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.chancery.ExitCode;
import org.chancery.Pipeline;
import org.chancery.UserException;
import org.chancery.article.OneLine;
import org.chancery.store.DiskFault;
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
    exitCodeOnExecutionException = ExitCode.SOFTWARE)
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
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
    return commandLine(Pipeline::load, new StoreSource(), new StandardOutput(out));
  }

  /**
   * The command line over other parts.
   *
   * @param pipeline what articles are read with; only asked for when some are to be read
   * @param data takes answers, exported graphs and tables
   */
  static CommandLine commandLine(
      Supplier<Pipeline> pipeline, GraphSource source, OutputStream data) {
    CommandLine all =
        new CommandLine(new Chancery())
            .addSubcommand(new BuildCommand(pipeline))
            .addSubcommand(new RemoveCommand())
            .addSubcommand(new StatusCommand(data))
            .addSubcommand(new ServeCommand())
            .addSubcommand(new PasswordCommand())
            .addSubcommand(new QueryCommand(source, data))
            .addSubcommand(new ExportCommand(source, data))
            .addSubcommand(new LinkCommand(source))
            .addSubcommand(new DescribeCommand(source, data))
            .addSubcommand(new EvaluateCommand(pipeline, source, data))
            .addSubcommand(new ExplainCommand(pipeline, source, data))
            .addSubcommand(new VerifyCommand(source, data))
            .addSubcommand(new BackupCommand())
            .addSubcommand(new RestoreCommand());
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
    CommandLine command =
        commandLine()
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    AtomicBoolean ended = new AtomicBoolean();
    Interruption.announce(ended, command.getErr());
    int code = run(command, arguments);
    ended.set(true);
    System.exit(code);
  }

  /** Picocli reports exceptions alone; an error would end the process with a code of Java's. */
  private static int run(CommandLine command, String... arguments) {
    try {
      return command.execute(arguments);
    } catch (ExceptionInInitializerError failure) {
      // A class that keeps a table of ours reads it when it is loaded.
      if (failure.getCause() instanceof UserException mendable) {
        command.getErr().println(mendable.getMessage());
        return mendable.exitCode();
      }
      failure.printStackTrace(command.getErr());
    } catch (Error bug) {
      if (DiskFault.isIn(bug)) {
        command.getErr().println(disk(bug));
        return ExitCode.IO;
      }
      bug.printStackTrace(command.getErr());
    }
    return ExitCode.SOFTWARE;
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static int report(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (StandardOutput.readerLeft(failure)) {
      return ExitCode.OK;
    }
    if (failure instanceof UserException mendable) {
      command.getErr().println(mendable.getMessage());
      return mendable.exitCode();
    }
    if (DiskFault.isIn(failure)) {
      command.getErr().println(disk(failure));
      return ExitCode.IO;
    }
    throw failure;
  }

  /** Wherever it shows, a full or failing disk is no bug of ours. */
  private static String disk(Throwable fault) {
    return "The disk is full or fails (%s). The store is as the last complete build left it. Make room and run the command again."
        .formatted(OneLine.of(String.valueOf(fault.getMessage())));
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
