package org.chancery.reference;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What names and tokens are compared by. A piece is a run of letters and digits, or one other
 * character; accents and full stops are gone, {@code St} is {@code Saint}, {@code &} is {@code
 * and}, and all apostrophes and all hyphens are one. So a name has the same pieces however the
 * tokenizer cut it: {@code Guinea-Bissau} or {@code Guinea - Bissau}, {@code St. John 's} or {@code
 * Saint John’s}.
 */
final class Pieces {
  private Pieces() {}

  /** The pieces of one token or of a whole name, in their own case. */
  static List<String> of(String text) {
    if (isPlain(text)) {
      return List.of(abbreviated(text));
    }
    List<String> pieces = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    String folded = folded(text);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        run.append(c);
      } else if (c != '.') {
        close(run, pieces);
        if (!Character.isWhitespace(c)) {
          pieces.add(c == '&' ? "and" : String.valueOf(c));
        }
      }
    }
    close(run, pieces);
    return pieces;
  }

  /** The piece without its case. */
  static String key(String piece) {
    return piece.toLowerCase(Locale.ROOT);
  }

  private static void close(StringBuilder run, List<String> pieces) {
    if (!run.isEmpty()) {
      pieces.add(abbreviated(run.toString()));
      run.setLength(0);
    }
  }

  private static String abbreviated(String piece) {
    return switch (piece) {
      case "St" -> "Saint";
      case "ST" -> "SAINT";
      default -> piece;
    };
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static String folded(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder folded = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        continue;
      }
      switch (c) {
        case '’', '‘', 'ʻ', 'ʼ', 'ʿ', 'ʾ', '`', '´', '′' -> folded.append('\'');
        case '‐', '‑', '–', '—' -> folded.append('-');
        // Letters that Unicode does not take apart.
        case 'ø' -> folded.append('o');
        case 'Ø' -> folded.append('O');
        case 'ł' -> folded.append('l');
        case 'Ł' -> folded.append('L');
        case 'đ', 'ð' -> folded.append('d');
        case 'Đ', 'Ð' -> folded.append('D');
        case 'ı' -> folded.append('i');
        case 'ə' -> folded.append('a');
        case 'ß' -> folded.append("ss");
        case 'æ' -> folded.append("ae");
        case 'Æ' -> folded.append("Ae");
        case 'œ' -> folded.append("oe");
        case 'Œ' -> folded.append("Oe");
        case 'þ' -> folded.append("th");
        case 'Þ' -> folded.append("Th");
        default -> folded.append(c);
      }
    }
    return folded.toString();
  }
}
