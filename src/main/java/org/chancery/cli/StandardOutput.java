package org.chancery.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.ExitCode;
import org.chancery.UserException;

/**
 * Where commands write their data. That it takes no more is an unchecked exception here, as print
 * streams hide the checked one, and data would be lost in silence.
 */
final class StandardOutput extends OutputStream {
  private final OutputStream out;

  StandardOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int octet) {
    attempt(() -> out.write(octet));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    attempt(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() {
    attempt(out::flush);
  }

  /**
   * Whether whoever read our output has had enough, as {@code head} has; writers of formats may
   * have wrapped or unwrapped what told of it.
   */
  static boolean readerLeft(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(BrokenPipe.class::isInstance);
  }

  private static void attempt(Writing writing) {
    try {
      writing.run();
    } catch (IOException failure) {
      if ("Broken pipe".equals(failure.getMessage())) {
        throw new UncheckedIOException(new BrokenPipe(failure));
      }
      throw new UserException(
          ExitCode.IO,
          "The standard output takes no more: %s. What it took is not complete."
              .formatted(failure.getMessage()),
          failure);
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static final class BrokenPipe extends IOException {
    private static final long serialVersionUID = 1;

    BrokenPipe(IOException cause) {
      super(cause);
    }
  }
}
