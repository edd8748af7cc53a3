package org.chancery.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.chancery.export.AtomicFile;
import picocli.CommandLine.Option;

/** Where what a command writes goes; shared by the commands that write files. */
final class OutputOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to this file, all of it or nothing; else to the standard output.")
  private Optional<Path> file = Optional.empty();

  /**
   * Writes to the file, or else to the standard output.
   *
   * @throws IOException if the standard output fails
   */
  void deliver(AtomicFile.Content content, OutputStream standard) throws IOException {
    if (file.isPresent()) {
      new AtomicFile(file.get()).write(content);
    } else {
      content.writeTo(standard);
    }
  }
}
