package org.chancery.evaluation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    String pattern =
        Arrays.stream(form.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return forms.stream().anyMatch(said -> Pattern.matches(pattern, said));
  }
}
