package org.chancery.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Optional;
import org.chancery.ExitCode;
import org.chancery.UserException;

/**
 * A full or failing disk, as it shows in what Java and TDB2 throw. A write to mapped memory that
 * the disk has no room for is an {@link InternalError}.
 */
public final class DiskFault {
  private static final List<String> FAULTS =
      List.of("No space left", "Disk quota exceeded", "Input/output error", "File too large");

  private static final String MAPPED = "unsafe memory access";

  private DiskFault() {}

  /** Whether a failure, or what it comes from, is a fault of the disk. */
  public static boolean isIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = Optional.ofNullable(cause.getMessage()).orElse("");
      boolean ofMemory = cause instanceof InternalError && message.contains(MAPPED);
      if (ofMemory || FAULTS.stream().anyMatch(message::contains)) {
        return true;
      }
    }
    return false;
  }

  /** Whether something could not be written because the file system takes no writes. */
  static boolean isReadOnly(IOException failure) {
    return failure.getCause() instanceof ReadOnlyFileSystemException
        || (failure instanceof FileSystemException refused
            && String.valueOf(refused.getReason()).contains("Read-only file system"));
  }

  /** For people. */
  public static String message(Path path, Throwable failure) {
    return "%s cannot be written, probably because the disk is full (%s). The store is as it was. Make room and run the command again."
        .formatted(path, failure.getMessage());
  }

  /** What to throw for a failure to write: one for people if the disk is at fault. */
  static RuntimeException orElse(Throwable failure, Path path) {
    if (failure instanceof UserException told) {
      return told;
    }
    if (isIn(failure)) {
      return new UserException(ExitCode.IO, message(path, failure), failure);
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }
}
