package org.chancery.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Files that are on the disk, not only on their way to it. */
public final class Durable {
  private Durable() {}

  /**
   * Writes a file anew, in place of what it held, and forces it to disk.
   *
   * @param parts its bytes, one part behind the other
   */
  public static void write(Path file, List<byte[]> parts) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (byte[] part : parts) {
        append(channel, ByteBuffer.wrap(part));
      }
      channel.force(true);
    }
  }

  /** Forces the names in a folder to disk, where the system can do that. */
  public static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException elsewhere) {
      // Windows opens no folders, and has its names on disk by itself.
    }
  }

  static void append(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
