package org.chancery.article;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** From bytes to text, strictly: what is not text is named with its byte, never replaced. */
final class Decoder {
  /** Why bytes are no article. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;
    private final String reason;

    Unreadable(String code, String reason) {
      super(reason);
      this.code = code;
      this.reason = reason;
    }

    String code() {
      return code;
    }

    String reason() {
      return reason;
    }
  }

  private Decoder() {}

  static String text(byte[] bytes) throws Unreadable {
    if (bytes.length == 0) {
      throw new Unreadable("empty", "the file is empty");
    }
    String text;
    if (startsWith(bytes, 0xFE, 0xFF)) {
      text = decode(bytes, 2, StandardCharsets.UTF_16BE);
    } else if (startsWith(bytes, 0xFF, 0xFE)) {
      text = decode(bytes, 2, StandardCharsets.UTF_16LE);
    } else {
      text = decode(bytes, startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0, StandardCharsets.UTF_8);
    }
    if (isBlank(text)) {
      throw new Unreadable("blank", "the file holds nothing but blanks");
    }
    return text;
  }

  /** UTF-8 and nothing else; a byte order mark is not part of the text. */
  static String utf8(byte[] bytes) throws Unreadable {
    return decode(bytes, startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0, StandardCharsets.UTF_8);
  }

  static boolean isBlank(String text) {
    return text.codePoints().allMatch(c -> Blank.is(c) || Character.getType(c) == Character.FORMAT);
  }

  private static String decode(byte[] bytes, int start, Charset charset) throws Unreadable {
    if (charset.equals(StandardCharsets.UTF_8)) {
      requireNoNul(bytes);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    if (result.isError()) {
      String name = charset.equals(StandardCharsets.UTF_8) ? "UTF-8" : "UTF-16";
      throw new Unreadable(
          "invalid-" + name.replace("-", "").toLowerCase(Locale.ROOT),
          "not %s at byte offset %d (0x%02X). Convert the file to UTF-8"
              .formatted(name, in.position(), bytes[in.position()] & 0xFF));
    }
    String text = out.flip().toString();
    if (text.indexOf('\0') >= 0) {
      throw new Unreadable("binary", "holds NUL characters, so it is no text");
    }
    return text;
  }

  private static void requireNoNul(byte[] bytes) throws Unreadable {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw new Unreadable(
            "binary", "NUL at byte offset %d, so it is no text. Pass a text file".formatted(i));
      }
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
