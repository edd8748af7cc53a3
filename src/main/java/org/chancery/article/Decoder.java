package org.chancery.article;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /**
   * A page's text.
   *
   * @param warnings where the page is wrong about its own encoding
   */
  record Decoded(String text, List<Read.Warning> warnings) {
    Decoded {
      warnings = List.copyOf(warnings);
    }
  }

  /** Where a page may say how it is encoded. */
  private static final int DECLARATIONS = 4096;

  private static final Pattern DECLARED =
      Pattern.compile(
          "<meta\\b[^>]{0,400}?\\bcharset\\s*=\\s*[\"']?\\s*([\\w.:-]{1,40})"
              + "|<\\?xml\\b[^>]{0,200}?\\bencoding\\s*=\\s*[\"']([\\w.:-]{1,40})",
          Pattern.CASE_INSENSITIVE);

  private Decoder() {}

  /**
   * A page: what a byte order mark says of its encoding goes before what it was sent with, and that
   * before what it says itself. A page that is UTF-8 whatever it says is read as UTF-8.
   *
   * @param told the encoding that it was sent with
   */
  static Decoded page(byte[] bytes, Optional<String> told) throws Unreadable {
    Optional<String> declared = told.or(() -> declared(bytes));
    Optional<Charset> charset = declared.flatMap(Decoder::charset);
    if (bytes.length == 0 || markedAs(bytes).isPresent()) {
      String text = text(bytes);
      Charset mark = markedAs(bytes).orElseThrow();
      return new Decoded(
          text,
          charset.filter(c -> !c.equals(mark)).map(c -> lie(declared, mark)).stream().toList());
    }
    if (charset.isEmpty() || charset.get().equals(StandardCharsets.UTF_8)) {
      String text = decode(bytes, 0, StandardCharsets.UTF_8);
      boolean unknown = declared.isPresent() && charset.isEmpty();
      return new Decoded(
          text, unknown ? List.of(lie(declared, StandardCharsets.UTF_8)) : List.of());
    }
    boolean single = !charset.get().name().startsWith("UTF-");
    if (isUtf8(bytes) && (!single || !isAscii(bytes))) {
      return new Decoded(
          decode(bytes, 0, StandardCharsets.UTF_8), List.of(lie(declared, StandardCharsets.UTF_8)));
    }
    return new Decoded(decode(bytes, 0, charset.get()), List.of());
  }

  private static Read.Warning lie(Optional<String> declared, Charset charset) {
    return new Read.Warning(
        "charset",
        "says that it is encoded in \"%s\", and is read as %s"
            .formatted(OneLine.of(declared.orElse("")), charset.name()));
  }

  private static Optional<String> declared(byte[] bytes) {
    int length = Math.min(bytes.length, DECLARATIONS);
    Matcher matcher = DECLARED.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return matcher.find()
        ? Optional.ofNullable(matcher.group(1)).or(() -> Optional.ofNullable(matcher.group(2)))
        : Optional.empty();
  }

  /** As browsers take labels: what is called Latin-1 or ASCII is Windows-1252. */
  private static Optional<Charset> charset(String label) {
    try {
      Charset charset = Charset.forName(label);
      boolean latin =
          charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
      return Optional.of(latin ? Charset.forName("windows-1252") : charset);
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte octet : bytes) {
      if (octet < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      decode(bytes, 0, StandardCharsets.UTF_8);
      return true;
    } catch (Unreadable other) {
      return false;
    }
  }

  private static Optional<Charset> markedAs(byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return startsWith(bytes, 0xEF, 0xBB, 0xBF)
        ? Optional.of(StandardCharsets.UTF_8)
        : Optional.empty();
  }

  static String text(byte[] bytes) throws Unreadable {
    if (bytes.length == 0) {
      throw new Unreadable("empty", "the file is empty");
    }
    Charset charset = markedAs(bytes).orElse(StandardCharsets.UTF_8);
    int start = markedAs(bytes).map(mark -> mark.equals(StandardCharsets.UTF_8) ? 3 : 2).orElse(0);
    String text = decode(bytes, start, charset);
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
      boolean utf16 = charset.name().startsWith("UTF-16");
      String name = utf16 ? "UTF-16" : charset.name();
      throw new Unreadable(
          utf16
              ? "invalid-utf16"
              : charset.name().equals("UTF-8") ? "invalid-utf8" : "invalid-charset",
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
