package org.chancery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.export.AtomicFile;
import org.chancery.store.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chancery backup}: all that a store is, as one file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Writes all that a store is into one ZIP file: its graphs as N-Quads, what was read of each",
      "article, the links, counts and hashes. The file is there as a whole or not at all.",
      "It takes the place of an older backup of that name; another file is left alone.",
      "Builds and a server that runs go on meanwhile; what the last complete build left is what",
      "is kept. Servers and queries that begin meanwhile may be told to try again later."
    })
final class BackupCommand implements Callable<Integer> {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "The file to write, such as store.zip.")
  private Path file = Path.of("store.zip");

  @Mixin private StoreOption store = new StoreOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    requireOutside();
    requireNothingElse();
    try (Snapshot snapshot = Snapshot.of(store.folder())) {
      new AtomicFile(file).write(snapshot::backUp);
      PrintWriter out = spec.commandLine().getOut();
      int articles = snapshot.ledger().entries().size();
      out.printf(
          "%d article%s and %d quads of %s are in %s.%n",
          articles, articles == 1 ? "" : "s", snapshot.ledger().quads(), store.folder(), file);
      out.flush();
    }
    return ExitCode.OK;
  }

  /** A file that is not of the store would have every build refuse its folder. */
  private void requireOutside() {
    Path folder = file.toAbsolutePath().normalize().getParent();
    try {
      if (folder != null && folder.toRealPath().startsWith(store.folder().toRealPath())) {
        throw new UserException(
            ExitCode.CANNOT_CREATE,
            "%s lies within the store. Name a file outside of %s with -o."
                .formatted(file, store.folder()));
      }
    } catch (IOException missing) {
      // Which of the two is not there is told when it is used.
    }
  }

  /** An older backup gives way; whatever else has the name may be there once only. */
  private void requireNothingElse() {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > 0 && !Snapshot.isBackup(file)) {
        throw new UserException(
            ExitCode.CANNOT_CREATE,
            "%s is there, and is no backup. Name another file with -o, or delete that one."
                .formatted(file));
      }
    } catch (IOException gone) {
      // Then nothing is in the way.
    }
  }
}
