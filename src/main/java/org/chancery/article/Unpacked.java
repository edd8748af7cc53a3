package org.chancery.article;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What a gzip file holds, unless it is one of those that are made to fill every disk. */
final class Unpacked extends FilterInputStream {
  /** Text packs to a fifth or a tenth. */
  static final int HIGHEST_RATIO = 100;

  /** A file of little more than blanks may pack well; below this size it does no harm. */
  private static final long HARMLESS = ArticleReader.MAX_BYTES;

  /** The file grows beyond measure. */
  static final class Inflates extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** What reading on failed of, told as the fate of the rest of a file. */
  static Read.Rejected broken(String source, OptionalInt record, IOException e) {
    if (e instanceof ZipException || e instanceof EOFException) {
      return new Read.Rejected(
          source,
          record,
          "invalid-gzip",
          "the file is cut off or damaged here; what follows is not read. Fetch or pack it again");
    }
    if (e instanceof Inflates) {
      return new Read.Rejected(
          source,
          record,
          "inflates",
          "unpacked it is over %d times as large as packed; what follows is not read. Unpack it"
                  .formatted(HIGHEST_RATIO)
              + " yourself if that is right");
    }
    Read.Rejected whole = FileListing.unreadable(source, e);
    return new Read.Rejected(source, record, whole.code(), whole.reason());
  }

  private final Counted packed;
  private long size;

  Unpacked(InputStream packed) throws IOException {
    this(new Counted(packed));
  }

  private Unpacked(Counted packed) throws IOException {
    super(new GZIPInputStream(packed, 1 << 16));
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = super.read(bytes, from, length);
    size += Math.max(read, 0);
    if (size > HARMLESS && size > packed.size * HIGHEST_RATIO) {
      throw new Inflates();
    }
    return read;
  }

  /** Counts what is read of the packed bytes. */
  private static final class Counted extends FilterInputStream {
    private long size;

    Counted(InputStream in) {
      super(in.markSupported() ? in : new BufferedInputStream(in));
    }

    /** A pipe has nothing available at times and goes on; only at its end is there no more. */
    @Override
    public int available() throws IOException {
      int available = in.available();
      if (available > 0) {
        return available;
      }
      in.mark(1);
      int next = in.read();
      in.reset();
      return next < 0 ? 0 : 1;
    }

    @Override
    public int read() throws IOException {
      int octet = super.read();
      size += octet < 0 ? 0 : 1;
      return octet;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      size += Math.max(read, 0);
      return read;
    }
  }
}
