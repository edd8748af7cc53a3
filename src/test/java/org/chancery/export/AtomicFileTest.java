package org.chancery.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private final Path folder;

  AtomicFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void replacesTheFileAndLeavesNoDraft() throws IOException {
    Path file = Files.writeString(folder.resolve("a.ttl"), "old");
    new AtomicFile(file).write(out -> out.write("new".getBytes(StandardCharsets.UTF_8)));
    assertThat(file).hasContent("new");
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aFailureLeavesTheOldContent() throws IOException {
    Path file = Files.writeString(folder.resolve("a.ttl"), "old");
    assertThatThrownBy(
            () ->
                new AtomicFile(file)
                    .write(
                        out -> {
                          out.write("half".getBytes(StandardCharsets.UTF_8));
                          throw new IOException("No space left on device");
                        }))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("a.ttl could not be written (No space left on device)")
        .extracting(e -> ((UserException) e).exitCode())
        .isEqualTo(ExitCode.IO);
    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void writersOfOneFileDoNotMix() {
    Path file = folder.resolve("a.ttl");
    new AtomicFile(file)
        .write(
            out -> {
              out.write("outer".getBytes(StandardCharsets.UTF_8));
              out.flush();
              new AtomicFile(file)
                  .write(inner -> inner.write("in".getBytes(StandardCharsets.UTF_8)));
              assertThat(file).hasContent("in");
            });
    assertThat(file).hasContent("outer");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aPlaceThatTakesNoFileIsSaid() {
    assertCannotCreate(folder, " is a folder. Name a file in it with -o.");
    assertCannotCreate(
        folder.resolve("none/a.ttl"), "a.ttl cannot be created: its folder does not exist.");
  }

  private static void assertCannotCreate(Path file, String message) {
    assertThatThrownBy(() -> new AtomicFile(file).write(out -> out.write(1)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message)
        .extracting(e -> ((UserException) e).exitCode())
        .isEqualTo(ExitCode.CANNOT_CREATE);
  }
}
