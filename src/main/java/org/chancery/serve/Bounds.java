package org.chancery.serve;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * How large a value may become within a query, and how long one step may take. ARQ looks at its
 * time limit between solutions only, and never at memory: a text that is doubled thirty times, or a
 * pattern that goes back and forth over one, is a single step to it.
 */
final class Bounds {
  /** UTF-16 code units of a text. */
  static final int MAX_TEXT = 1 << 20;

  /** Of an integer, or the unscaled value of a decimal. */
  static final int MAX_BITS = 1 << 16;

  /**
   * Of a text by what is sought in it, in UTF-16 code units: looking for one in the other may
   * compare as many.
   */
  static final long MAX_SEARCH = 1_000_000_000;

  /** How often to look at the time, in characters looked at; a power of two. */
  private static final int STEPS = 1 << 12;

  private Bounds() {}

  /** A filter of ARQ passes over what is thrown in it, so the request is to know, too. */
  private static QueryDeniedException denied(String message) {
    Running.current().ifPresent(running -> running.cut(Running.Cut.VALUE));
    return new QueryDeniedException(message);
  }

  /** Ends the query if a text gets longer than it may. */
  static void requireText(long length) {
    if (length > MAX_TEXT) {
      throw denied(
          "A value of this query is longer than %d characters. Ask for less.".formatted(MAX_TEXT));
    }
  }

  private static void requireBits(long bits) {
    if (bits > MAX_BITS) {
      throw denied(
          "A number of this query has more than %d bits. Ask for less.".formatted(MAX_BITS));
    }
  }

  /** Ends the query if the value is larger than it may be, or the query's time is over. */
  static NodeValue require(NodeValue value) {
    Running.check();
    if (value.isInteger()) {
      requireBits(value.getInteger().bitLength());
    } else if (value.isDecimal()) {
      requireBits(bits(value));
    } else if (value.asNode().isLiteral()) {
      requireText(value.asNode().getLiteralLexicalForm().length());
    }
    return value;
  }

  /** Ends the query if the product of two numbers is larger than it may be. */
  static void requireProduct(NodeValue left, NodeValue right) {
    Running.check();
    if (left.isDecimal() && right.isDecimal()) {
      requireBits(bits(left) + bits(right));
    }
  }

  /** Ends the query if a power of two integers is larger than it may be. */
  static void requirePower(NodeValue base, NodeValue exponent) {
    Running.check();
    if (base.isInteger() && exponent.isInteger()) {
      // ARQ takes the exponent for one of 32 bits, and goes on with doubles below 0.
      long times = Math.max(0, exponent.getInteger().intValue());
      // Powers of 0, 1 and -1 stay as small as these are.
      requireBits(base.getInteger().abs().subtract(BigInteger.ONE).bitLength() * times);
    }
  }

  /** Ends the query if a number gets more digits than it may have. */
  static void requireDigits(NodeValue digits) {
    Running.check();
    if (digits.isInteger()) {
      requireBits(4L * Math.max(0, digits.getInteger().intValue()));
    }
  }

  /** Ends the query if it may take long to find one text in another. */
  static void requireSearch(NodeValue text, NodeValue sought) {
    Running.check();
    if ((long) text.asString().length() * sought.asString().length() > MAX_SEARCH) {
      throw denied(
          "A text of this query is too long to look for another such in it. Ask for less.");
    }
  }

  /** Of an integer, too: ARQ takes integers for decimals. */
  private static long bits(NodeValue number) {
    if (number.isInteger()) {
      BigInteger integer = number.getInteger();
      return integer.bitLength();
    }
    BigDecimal decimal = number.getDecimal();
    // An exponent is as many digits, once the number is written out.
    return decimal.unscaledValue().bitLength() + 4L * Math.abs(decimal.scale());
  }

  /** A matcher that ends with the query. */
  static Matcher matcher(Pattern pattern, String text) {
    requireText(text.length());
    return pattern.matcher(new Timed(text, 0, text.length()));
  }

  /** A text that looks at the time as it is read. */
  private static final class Timed implements CharSequence {
    private final String text;
    private final int start;
    private final int end;
    private int steps;

    Timed(String text, int start, int end) {
      this.text = text;
      this.start = start;
      this.end = end;
    }

    @Override
    public char charAt(int index) {
      if ((++steps & (STEPS - 1)) == 0) {
        Running.check();
      }
      return text.charAt(start + index);
    }

    @Override
    public int length() {
      return end - start;
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return new Timed(text, start + from, start + to);
    }

    @Override
    public String toString() {
      return text.substring(start, end);
    }
  }
}
