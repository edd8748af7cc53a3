package org.chancery.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chancery.ExitCode;
import org.chancery.store.Restoration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chancery restore}: a store out of a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a store out of a file that backup wrote, in a new or empty folder.",
      "It is there once all of it was verified, or not at all."
    })
final class RestoreCommand implements Callable<Integer> {
  @Parameters(arity = "1", paramLabel = "FILE", description = "What backup wrote.")
  private Path file = Path.of("");

  @Mixin private StoreOption store = new StoreOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Restoration restored = Restoration.of(file, store.folder());
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%d article%s and %d quads of %s are in %s, and verified.%n",
        restored.articles(),
        restored.articles() == 1 ? "" : "s",
        restored.quads(),
        file,
        store.folder());
    out.flush();
    return ExitCode.OK;
  }
}
