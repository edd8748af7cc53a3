package org.chancery.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.chancery.resolution.Curation;
import picocli.CommandLine.Option;

/** What a person decided where the program is wrong. */
final class CurationOption {
  private static final Path DEFAULT = Path.of("curation.tsv");

  @Option(
      names = "--curation",
      paramLabel = "FILE",
      description =
          "Decisions of yours, a line each: same, different, reject, rename; curation.tsv of this folder, if it is there.")
  private Optional<Path> file = Optional.empty();

  /**
   * The decisions.
   *
   * @param base what IRIs of things start with
   * @throws org.chancery.UserException if the file is not there or malformed
   */
  Curation read(String base) {
    Path path = file.orElse(DEFAULT);
    return file.isEmpty() && !Files.isRegularFile(path)
        ? Curation.none()
        : Curation.read(path, base);
  }
}
