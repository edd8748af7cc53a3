package org.chancery.article;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a web archive into its records by their lengths, and finds the next one where a length is
 * wrong.
 */
final class WarcFrames {
  /** Larger records are passed over without being held. */
  static final int LARGEST = ArticleReader.MAX_BYTES + (1 << 20);

  private static final int LARGEST_HEADER = 1 << 16;
  private static final Pattern LENGTH =
      Pattern.compile("(?im)^content-length:[ \\t]*(\\d{1,15})[ \\t]*\\r?$");
  private static final byte[] MARK = "WARC/1.".getBytes(StandardCharsets.US_ASCII);

  /** A record as it lies in the archive. */
  static final class Frame {
    private final byte[] header;
    private final Optional<byte[]> content;
    private final boolean sound;

    private Frame(byte[] header, Optional<byte[]> content, boolean sound) {
      this.header = header;
      this.content = content;
      this.sound = sound;
    }

    /** With the blank line at its end. */
    byte[] header() {
      return header;
    }

    /** Empty if it is too large to be held. */
    Optional<byte[]> content() {
      return content;
    }

    /** Whether another record, or the end, follows right after it. */
    boolean isSound() {
      return sound;
    }
  }

  private final PushbackInputStream in;

  WarcFrames(InputStream in) {
    this.in = new PushbackInputStream(in, LARGEST + LARGEST_HEADER);
  }

  /**
   * The next record; empty at the end.
   *
   * @throws EOFException if the archive ends within a record
   */
  Optional<Frame> next() throws IOException {
    if (!skipToRecord()) {
      return Optional.empty();
    }
    byte[] header = header();
    OptionalLong length = length(header);
    if (length.isEmpty()) {
      return Optional.of(new Frame(header, Optional.of(new byte[0]), false));
    }
    if (length.getAsLong() > LARGEST) {
      in.skipNBytes(length.getAsLong());
      return Optional.of(new Frame(header, Optional.empty(), true));
    }
    byte[] content = in.readNBytes((int) length.getAsLong());
    boolean whole = content.length == length.getAsLong();
    if (whole && recordFollows()) {
      return Optional.of(new Frame(header, Optional.of(content), true));
    }
    // Too long a length has swallowed the next record, too short a one is passed over from here on.
    int next = markIn(content);
    if (next >= 0) {
      in.unread(content, next, content.length - next);
    } else if (!whole) {
      throw new EOFException();
    }
    return Optional.of(new Frame(header, Optional.of(content), false));
  }

  /** Whether nothing but line ends lies before the next record or the end. */
  private boolean recordFollows() throws IOException {
    int octet = in.read();
    while (octet == '\r' || octet == '\n') {
      octet = in.read();
    }
    if (octet < 0) {
      return true;
    }
    in.unread(octet);
    byte[] start = in.readNBytes(MARK.length);
    in.unread(start);
    return Arrays.equals(start, MARK);
  }

  /** Passes over what is no record; says whether one was found. */
  private boolean skipToRecord() throws IOException {
    int matched = 0;
    boolean lineStart = true;
    int octet = in.read();
    while (octet >= 0) {
      if (octet == MARK[matched] && (matched > 0 || lineStart)) {
        matched++;
        if (matched == MARK.length) {
          in.unread(MARK);
          return true;
        }
      } else {
        matched = 0;
      }
      lineStart = octet == '\n';
      octet = in.read();
    }
    return false;
  }

  private byte[] header() throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    int inLine = 0;
    while (header.size() < LARGEST_HEADER) {
      int octet = in.read();
      if (octet < 0) {
        throw new EOFException();
      }
      header.write(octet);
      if (octet == '\n') {
        if (inLine == 0) {
          return header.toByteArray();
        }
        inLine = 0;
      } else if (octet != '\r') {
        inLine++;
      }
    }
    return header.toByteArray();
  }

  private static OptionalLong length(byte[] header) {
    Matcher matcher = LENGTH.matcher(new String(header, StandardCharsets.ISO_8859_1));
    return matcher.find()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  private static int markIn(byte[] content) {
    for (int i = 1; i + MARK.length <= content.length; i++) {
      if (content[i - 1] == '\n'
          && Arrays.equals(content, i, i + MARK.length, MARK, 0, MARK.length)) {
        return i;
      }
    }
    return -1;
  }
}
