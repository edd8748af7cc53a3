package org.chancery.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import org.chancery.ExitCode;
import org.chancery.UserException;

/**
 * The right to build in a store's folder, one process at a time. The operating system gives it back
 * when its holder dies, however it dies.
 */
final class BuildLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private BuildLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  static BuildLock take(StoreFolder folder) {
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              folder.path().resolve(StoreFolder.LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
    } catch (IOException failure) {
      throw folder.unwritable(failure);
    }
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        String holder = read(channel);
        channel.close();
        throw busy(folder, holder);
      }
      channel.truncate(0);
      String pid = Long.toString(ProcessHandle.current().pid());
      channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
      return new BuildLock(channel, lock);
    } catch (OverlappingFileLockException ours) {
      // The channel stays open: closing it would give back the lock that this process holds.
      throw busy(folder, Long.toString(ProcessHandle.current().pid()));
    } catch (IOException failure) {
      throw folder.unwritable(failure);
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(20);
    channel.read(bytes, 0);
    return StandardCharsets.US_ASCII.decode(bytes.flip()).toString().strip();
  }

  private static UserException busy(StoreFolder folder, String holder) {
    return new UserException(
        ExitCode.TRY_AGAIN,
        "%s is being built by process %s. Wait for it, or pass --store with another folder."
            .formatted(folder.path(), holder));
  }

  void requireHeld() {
    if (!lock.isValid()) {
      throw new IllegalStateException("the build lock was given back");
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
