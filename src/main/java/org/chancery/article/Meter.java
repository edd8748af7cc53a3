package org.chancery.article;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of the inputs have been taken, as they lie on disk. Safe for several threads. */
public final class Meter {
  private final AtomicLong taken = new AtomicLong();

  /** Bytes taken until now. */
  public long taken() {
    return taken.get();
  }

  InputStream counted(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int octet = super.read();
        taken.addAndGet(octet < 0 ? 0 : 1);
        return octet;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        taken.addAndGet(Math.max(read, 0));
        return read;
      }

      @Override
      public boolean markSupported() {
        return false;
      }
    };
  }
}
