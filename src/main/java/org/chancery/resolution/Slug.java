package org.chancery.resolution;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names as parts of IRIs. */
final class Slug {
  private static final String UNRESERVED = "-._~";

  /** A longer slug is cut at a word; what then collides gets a suffix. */
  private static final int MAX_CHARACTERS = 80;

  private Slug() {}

  /** {@code Rolf Ærø-Smith} as {@code rolf-aero-smith}; other scripts are percent-encoded. */
  static String of(String name) {
    List<String> words = Words.of(name);
    if (words.isEmpty()) {
      return "x" + hash(name, 8);
    }
    StringBuilder slug = new StringBuilder(shortened(words.get(0)));
    for (String word : words.subList(1, words.size())) {
      if (slug.length() + 1 + word.length() > MAX_CHARACTERS) {
        break;
      }
      slug.append('-').append(word);
    }
    return encode(slug.toString());
  }

  private static String shortened(String word) {
    int characters = word.codePointCount(0, word.length());
    return characters <= MAX_CHARACTERS
        ? word
        : word.substring(0, word.offsetByCodePoints(0, MAX_CHARACTERS));
  }

  /** One segment of a path: RFC 3986's unreserved characters as they are, the rest in percent. */
  static String encode(String segment) {
    if (segment.equals(".") || segment.equals("..")) {
      return segment.replace(".", "%2E");
    }
    StringBuilder encoded = new StringBuilder();
    for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || UNRESERVED.indexOf(c) >= 0;
      if (plain) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return encoded.toString();
  }

  /** The first hexadecimal digits of the SHA-256 of a text's UTF-8. */
  static String hash(String text, int digits) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, digits);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java has SHA-256", impossible);
    }
  }
}
