package org.chancery.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The first half of a SHA-256: enough to tell any two things apart. */
public final class Digest {
  /** How many bytes a digest has. */
  static final int BYTES = 16;

  private Digest() {}

  /** A hash to feed piece by piece. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java has SHA-256", impossible);
    }
  }

  /** The whole hash of what was fed, in hexadecimal, for other programs to compare. */
  public static String endWhole(MessageDigest hash) {
    return HexFormat.of().formatHex(hash.digest());
  }

  /** The hash of what was fed, in hexadecimal. */
  public static String end(MessageDigest hash) {
    return HexFormat.of().formatHex(hash.digest(), 0, BYTES);
  }

  static byte[] of(byte[] bytes) {
    return Arrays.copyOf(begin().digest(bytes), BYTES);
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(of(bytes));
  }
}
