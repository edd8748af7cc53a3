package org.chancery.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes an input worse. With the same seed it makes the same inputs. */
final class Mutator {
  /** Longer ones say nothing that shorter ones do not. */
  static final int LONGEST = 1 << 16;

  private static final int MOST_STEPS = 6;

  /** What parsers stumble over, whatever they read. */
  private static final List<String> ODD =
      List.of(
          "\0",
          "\t",
          "\n",
          "\r\n",
          "\"",
          "'",
          "\\",
          "<",
          ">",
          "&",
          "{",
          "}",
          "[",
          "]",
          "(",
          ")",
          "#",
          ":",
          ";",
          ",",
          "|",
          "*",
          "@",
          "^",
          "%",
          "%s",
          "%00",
          "../",
          "-1",
          "0",
          "1e999",
          "2147483648",
          "99999999999999999999",
          "NaN",
          "\ufeff",
          "\u2028",
          "\u202e",
          "\u00ad",
          "\u200d",
          "\ud83d\ude00",
          "\u0130",
          "a\u0301");

  private static final byte[][] BAD_UTF8 = {
    {(byte) 0xFF},
    {(byte) 0xC0, (byte) 0xAF},
    {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
    {(byte) 0xF5, (byte) 0x80},
    {(byte) 0xE2, (byte) 0x80}
  };

  private static final byte[] DIVIDERS = {'\n', '\t', ' ', ',', ';', '"', '>', '<', '|', ':'};

  private final Random random;
  private final List<byte[]> words;

  /**
   * Makes a mutator.
   *
   * @param words that mean something to the parser
   */
  Mutator(Random random, List<String> words) {
    this.random = random;
    this.words = words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** One input more, from one that is known and another that may lend a part. */
  byte[] mutated(byte[] input, byte[] other) {
    byte[] mutated = input;
    for (int steps = 1 + random.nextInt(MOST_STEPS); steps > 0; steps--) {
      mutated = step(mutated, other);
    }
    return mutated.length > LONGEST ? Arrays.copyOf(mutated, LONGEST) : mutated;
  }

  private byte[] step(byte[] in, byte[] other) {
    int at = random.nextInt(in.length + 1);
    return switch (random.nextInt(14)) {
      case 0 -> flipped(in);
      case 1 -> replaced(in, at, Math.min(1, in.length - at), octet());
      case 2 -> replaced(in, at, 0, word());
      case 3 -> replaced(in, at, length(in, at), word());
      case 4 -> replaced(in, at, length(in, at), new byte[0]);
      case 5 -> replaced(in, at, 0, part(in));
      case 6 -> replaced(in, at, 0, part(other));
      case 7 -> replaced(in, at, in.length - at, new byte[0]);
      case 8 -> replaced(in, at, in.length - at, tail(other));
      case 9 -> replaced(in, at, 0, repeated(word()));
      case 10 -> field(in, new byte[0]);
      case 11 -> field(in, word());
      case 12 -> field(in, random.nextBoolean() ? fieldOf(other) : fieldOf(in));
      default -> replaced(in, at, 0, BAD_UTF8[random.nextInt(BAD_UTF8.length)]);
    };
  }

  private byte[] flipped(byte[] in) {
    byte[] out = in.clone();
    if (out.length > 0) {
      out[random.nextInt(out.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return out;
  }

  private byte[] octet() {
    return new byte[] {(byte) random.nextInt(256)};
  }

  private byte[] word() {
    if (words.isEmpty() || random.nextInt(3) == 0) {
      return ODD.get(random.nextInt(ODD.size())).getBytes(StandardCharsets.UTF_8);
    }
    return words.get(random.nextInt(words.size()));
  }

  /** Mostly a few times, now and then until something gives way. */
  private byte[] repeated(byte[] word) {
    int times = 1 << random.nextInt(random.nextInt(8) == 0 ? 14 : 5);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < times && out.size() < LONGEST; i++) {
      out.writeBytes(word);
    }
    return out.toByteArray();
  }

  private int length(byte[] in, int at) {
    int most = in.length - at;
    return most == 0 ? 0 : 1 + random.nextInt(random.nextBoolean() ? Math.min(8, most) : most);
  }

  private byte[] part(byte[] in) {
    int at = random.nextInt(in.length + 1);
    return Arrays.copyOfRange(in, at, at + length(in, at));
  }

  private byte[] tail(byte[] in) {
    return Arrays.copyOfRange(in, random.nextInt(in.length + 1), in.length);
  }

  /** Replaces what stands between two dividers: a cell, an attribute, a line. */
  private byte[] field(byte[] in, byte[] by) {
    int[] field = fieldIn(in);
    return replaced(in, field[0], field[1] - field[0], by);
  }

  private byte[] fieldOf(byte[] in) {
    int[] field = fieldIn(in);
    return Arrays.copyOfRange(in, field[0], field[1]);
  }

  private int[] fieldIn(byte[] in) {
    byte divider = DIVIDERS[random.nextInt(DIVIDERS.length)];
    int start = random.nextInt(in.length + 1);
    while (start > 0 && in[start - 1] != divider) {
      start--;
    }
    int end = start;
    while (end < in.length && in[end] != divider) {
      end++;
    }
    return new int[] {start, end};
  }

  static byte[] replaced(byte[] in, int at, int length, byte[] by) {
    byte[] out = Arrays.copyOf(in, in.length - length + by.length);
    System.arraycopy(by, 0, out, at, by.length);
    System.arraycopy(in, at + length, out, at + by.length, in.length - at - length);
    return out;
  }
}
