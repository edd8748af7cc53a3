package org.chancery.query;

import java.util.Locale;
import org.chancery.article.OneLine;

/** Text as a terminal shows it. */
public final class TerminalText {
  /** First and last code points of what East Asian Width calls wide, and of emoji. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD}
  };

  private TerminalText() {}

  /** How many columns a terminal gives to text without control characters. */
  static int width(String text) {
    return text.codePoints().map(TerminalText::width).sum();
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (c >= range[0] && c <= range[1]) {
        return 2;
      }
    }
    return 1;
  }

  /**
   * Control and formatting characters made visible, so that no article can steer the terminal or
   * reverse the reading direction of a row.
   */
  public static String escaped(String text) {
    return OneLine.of(text, TerminalText::escape);
  }

  private static String escape(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08X" : "\\u%04X", c);
    };
  }
}
