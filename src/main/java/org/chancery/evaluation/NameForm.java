package org.chancery.evaluation;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as they are compared: without case, accents, punctuation and a leading article. */
final class NameForm {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("[’‘´`]");
  private static final Pattern DROPPED = Pattern.compile("[“”\".]");
  private static final Pattern SPACES = Pattern.compile("[,;:!?()\\s]+");
  private static final Pattern ARTICLE = Pattern.compile("^(the|a|an) ");

  private NameForm() {}

  static String of(String name) {
    String form = Normalizer.normalize(name, Normalizer.Form.NFD);
    form = MARKS.matcher(form).replaceAll("").toLowerCase(Locale.ROOT);
    form = APOSTROPHES.matcher(form).replaceAll("'");
    form = DROPPED.matcher(form).replaceAll("");
    form = SPACES.matcher(form).replaceAll(" ").trim();
    return ARTICLE.matcher(form).replaceFirst("");
  }

  /**
   * Whether one of the forms is that of the name; an asterisk alone matches even nothing, within a
   * name it stands for any text.
   */
  static boolean matches(String name, Set<String> forms) {
    if (name.equals("*")) {
      return true;
    }
    String form = of(name);
    if (forms.contains(form)) {
      return true;
    }
    if (!name.contains("*")) {
      return false;
    }
    List<String> parts = List.of(form.split("\\*", -1));
    return forms.stream().anyMatch(said -> holds(said, parts));
  }

  /**
   * Whether a text starts with the first part, ends with the last, and has the others between them
   * in their order. A regular expression would try all places of each.
   */
  private static boolean holds(String text, List<String> parts) {
    String first = parts.get(0);
    String last = parts.get(parts.size() - 1);
    int end = text.length() - last.length();
    if (end < first.length() || !text.startsWith(first) || !text.endsWith(last)) {
      return false;
    }
    int at = first.length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int found = text.indexOf(part, at);
      if (found < 0 || found + part.length() > end) {
        return false;
      }
      at = found + part.length();
    }
    return true;
  }
}
