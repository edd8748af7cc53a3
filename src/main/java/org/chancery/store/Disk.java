package org.chancery.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.archive.Durable;

/** Files of a database as a whole. */
final class Disk {
  private static final int CHUNK = 1 << 20;

  /** A quad stands in four indexes, as four numbers of eight bytes each; its words come on top. */
  private static final long LEAST_BYTES_PER_QUAD = 4L * 4 * 8;

  private Disk() {}

  /**
   * Copies a folder that nobody writes to. Holes stay holes: TDB2 makes its files larger than what
   * they hold.
   *
   * @param except name of files that stay behind
   */
  static void copy(Path from, Path to, String except) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : (Iterable<Path>) tree::iterator) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else if (!path.endsWith(except)) {
          copyFile(path, target);
        }
      }
    }
  }

  /**
   * Makes sure that a database of so many quads is not begun where it surely has no room.
   *
   * @throws UserException with {@link ExitCode#IO} if so
   */
  static void requireRoom(Path folder, long quads) {
    long need = Math.min(quads, Long.MAX_VALUE / LEAST_BYTES_PER_QUAD) * LEAST_BYTES_PER_QUAD;
    long room;
    try {
      room = Files.getFileStore(folder).getUsableSpace();
    } catch (IOException untold) {
      return;
    }
    if (room < need) {
      throw new UserException(
          ExitCode.IO,
          "%s has %d MB free on its disk, and needs more than %d MB. The store is as it was. Make room and run the command again."
              .formatted(folder, room >> 20, need >> 20));
    }
  }

  /** How many files there are below a folder, but for those of one name. */
  static long count(Path folder, String except) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(path -> Files.isRegularFile(path) && !path.endsWith(except)).count();
    }
  }

  private static void copyFile(Path from, Path to) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocateDirect(CHUNK);
    ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
    try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
        FileChannel out =
            FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long end = in.size();
      for (long position = 0; position < end; ) {
        chunk.clear();
        int read = in.read(chunk, position);
        if (read < 0) {
          break;
        }
        chunk.flip();
        if (chunk.mismatch(zeros.duplicate().limit(read)) >= 0) {
          for (long at = position; chunk.hasRemaining(); ) {
            at += out.write(chunk, at);
          }
        }
        position += read;
      }
      if (out.size() < end) {
        out.write(ByteBuffer.allocate(1), end - 1);
      }
    }
  }

  /** Forces all files below a folder to disk. */
  static void forceAll(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) tree.filter(Files::isRegularFile)::iterator) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
    }
  }

  /** Forces the names of all files below a folder to disk. */
  static void forceNames(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      tree.filter(Files::isDirectory).forEach(Durable::force);
    } catch (IOException elsewhere) {
      // As for one folder.
    }
  }
}
