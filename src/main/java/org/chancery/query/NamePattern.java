package org.chancery.query;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A regular expression for SPARQL's {@code REGEX(…, "i")} that finds the words of a name, with or
 * without their accents. SPARQL cannot fold accents, so the pattern names every accented form.
 */
final class NamePattern {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Letters that have a look-alike without a stroke, which Unicode does not decompose. */
  private static final Map<Character, Character> STROKES =
      Map.of('ø', 'o', 'ł', 'l', 'đ', 'd', 'ħ', 'h', 'ŧ', 't', 'ı', 'i');

  /** Past the Latin blocks with diacritics. */
  private static final char[][] LATIN = {{'\u00C0', '\u024F'}, {'\u1E00', '\u1EFF'}};

  private static final Map<Character, String> FORMS = forms();

  private NamePattern() {}

  /** The pattern; the words must be whole, so that "Niger" does not find "Nigeria". */
  static String of(String name) {
    StringBuilder pattern = new StringBuilder("(^|[^\\p{L}\\p{N}])");
    folded(name.strip().toLowerCase(Locale.ROOT)).codePoints().forEach(c -> append(pattern, c));
    return pattern.append("($|[^\\p{L}\\p{N}])").toString();
  }

  private static void append(StringBuilder pattern, int c) {
    String letter = Character.toString(c);
    if (Character.isLetter(c)) {
      String forms = c <= Character.MAX_VALUE ? FORMS.getOrDefault((char) c, "") : "";
      pattern.append('[').append(letter).append(forms).append("]\\p{M}*");
    } else if (Character.isDigit(c)) {
      pattern.append(letter);
    } else if (Character.isWhitespace(c)) {
      pattern.append("\\s+");
    } else if ("\\|.?*+(){}[]^$-".contains(letter)) {
      pattern.append('\\').append(letter);
    } else {
      pattern.append(letter);
    }
  }

  private static String folded(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Form.NFD)).replaceAll("");
    StringBuilder folded = new StringBuilder();
    bare.chars().forEach(c -> folded.append(STROKES.getOrDefault((char) c, (char) c).charValue()));
    return folded.toString();
  }

  private static Map<Character, String> forms() {
    Map<Character, String> forms = new TreeMap<>();
    for (char[] block : LATIN) {
      for (char c = block[0]; c <= block[1]; c++) {
        String base = folded(String.valueOf(c));
        if (base.length() == 1 && base.charAt(0) != c && Character.isLetter(base.charAt(0))) {
          forms.merge(base.charAt(0), String.valueOf(c), String::concat);
        }
      }
    }
    return forms;
  }
}
