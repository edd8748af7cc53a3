package org.chancery.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.chancery.ExitCode;
import org.chancery.Reason;
import org.chancery.UserException;
import org.chancery.archive.Durable;

/** A file that is there as a whole or as it was before, whatever happens while it is written. */
public record AtomicFile(Path path) {
  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Replaces the file by new content.
   *
   * @throws UserException with {@link ExitCode#CANNOT_CREATE} if the folder takes no file of that
   *     name, with {@link ExitCode#IO} if writing fails
   */
  public void write(Content content) {
    if (Files.isDirectory(path)) {
      throw new UserException(
          ExitCode.CANNOT_CREATE, path + " is a folder. Name a file in it with -o.");
    }
    Path draft = draft();
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
        content.writeTo(out);
        out.flush();
        // A name that a power cut leaves without its content is neither the old file nor the new.
        channel.force(true);
      }
      move(draft);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.IO,
          "%s could not be written (%s). Is there room on the disk?"
              .formatted(path, e.getMessage()),
          e);
    } finally {
      discard(draft);
    }
  }

  /**
   * Beside the file, since only within one file system a move is atomic; of a name of its own,
   * since others may write the same file. Java's temporary files would be the owner's alone.
   */
  private Path draft() {
    Path draft =
        path.resolveSibling(
            "%s.%s.part".formatted(path.getFileName(), UUID.randomUUID().toString().substring(24)));
    try {
      Files.createFile(draft);
      return draft;
    } catch (IOException e) {
      throw new UserException(
          full(e) ? ExitCode.IO : ExitCode.CANNOT_CREATE,
          "%s cannot be created: %s. Name another file with -o.".formatted(path, reason(e)),
          e);
    }
  }

  private static boolean full(IOException e) {
    return String.valueOf(e.getMessage()).contains("No space left");
  }

  private static String reason(IOException e) {
    return e instanceof NoSuchFileException ? "its folder does not exist" : Reason.of(e);
  }

  private void move(Path draft) throws IOException {
    try {
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
    }
    Optional.ofNullable(path.toAbsolutePath().getParent()).ifPresent(Durable::force);
  }

  private static void discard(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      // The draft is in nobody's way, and what went wrong before is the better message.
    }
  }
}
