package org.chancery.article;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipException;

/**
 * The lines of a JSON Lines file, one at a time: no more than one is held. Blank lines are passed
 * over, and counted.
 */
final class JsonLines implements AutoCloseable {
  /** Reads what the bytes of a line hold. */
  interface LineReader {
    /**
     * Empty for an article that came before.
     *
     * @param where the line's file and number, for people
     */
    Optional<Read> read(byte[] line, String where) throws Decoder.Unreadable;
  }

  private final String source;
  private final InputStream in;
  private int number;
  private boolean blank = true;
  private boolean ended;

  /**
   * @param in from the start of the file; closed at its end
   */
  private JsonLines(String source, InputStream in) {
    this.source = source;
    this.in = in;
  }

  /**
   * @param packed the file's own bytes, or those of a file in the format of gzip if its name says
   *     so
   */
  static JsonLines of(Path file, InputStream packed) throws IOException, Decoder.Unreadable {
    String source = FileListing.source(file);
    if (!FileListing.isPackedJsonLines(file)) {
      return new JsonLines(source, new BufferedInputStream(packed));
    }
    try {
      return new JsonLines(source, new BufferedInputStream(new Unpacked(packed)));
    } catch (ZipException | EOFException e) {
      throw new Decoder.Unreadable(
          "invalid-gzip", "not in the format of gzip. Pack it again, or rename it");
    }
  }

  /** What the next line holds that is to be told; empty at the end of the file. */
  Optional<Read> next(LineReader reader) {
    while (!ended) {
      try {
        Optional<Read> read = readLine(reader);
        if (read.isPresent()) {
          return read;
        }
      } catch (Decoder.Unreadable e) {
        return Optional.of(new Read.Rejected(source, OptionalInt.of(number), e.code(), e.reason()));
      } catch (IOException e) {
        close();
        return Optional.of(broken(e));
      }
    }
    return Optional.empty();
  }

  private Optional<Read> readLine(LineReader reader) throws IOException, Decoder.Unreadable {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    number++;
    int octet = in.read();
    while (octet >= 0 && octet != '\n') {
      if (line.size() <= ArticleReader.MAX_BYTES) {
        line.write(octet);
      }
      octet = in.read();
    }
    if (octet < 0) {
      close();
    }
    if (line.size() > ArticleReader.MAX_BYTES) {
      throw new Decoder.Unreadable(
          "too-large",
          "the line is larger than %d bytes. Split the article".formatted(ArticleReader.MAX_BYTES));
    }
    byte[] bytes = withoutReturn(line.toByteArray());
    if (!isBlank(bytes)) {
      blank = false;
      return reader.read(bytes, "%s, line %d".formatted(source, number));
    }
    return ended && blank
        ? Optional.of(new Read.Rejected(source, "empty", "the file holds no line with an article"))
        : Optional.empty();
  }

  /** The line as it is where line ends are a single character. */
  private static byte[] withoutReturn(byte[] line) {
    int length = line.length;
    return length > 0 && line[length - 1] == '\r' ? Arrays.copyOf(line, length - 1) : line;
  }

  private static boolean isBlank(byte[] line) {
    for (byte octet : line) {
      if (octet != ' ' && octet != '\t') {
        return false;
      }
    }
    return true;
  }

  /** The articles before this line are good; those after it are out of reach. */
  private Read broken(IOException e) {
    if (e instanceof ZipException || e instanceof EOFException) {
      return new Read.Rejected(
          source,
          OptionalInt.of(number),
          "invalid-gzip",
          "the file is cut off or damaged here; what follows is not read. Fetch or pack it again");
    }
    if (e instanceof Unpacked.Inflates) {
      return new Read.Rejected(
          source,
          OptionalInt.of(number),
          "inflates",
          "unpacked it is over %d times as large as packed; what follows is not read. Unpack it"
                  .formatted(Unpacked.HIGHEST_RATIO)
              + " yourself if that is right");
    }
    Read.Rejected whole = FileListing.unreadable(source, e);
    return new Read.Rejected(source, OptionalInt.of(number), whole.code(), whole.reason());
  }

  @Override
  public void close() {
    ended = true;
    try {
      in.close();
    } catch (IOException e) {
      // All that was wanted of it has been read.
    }
  }
}
