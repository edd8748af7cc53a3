package org.chancery.article;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A web page, or a piece of one, as an article: what it tells of itself, and its main text. Nothing
 * that it refers to is fetched.
 *
 * @param text paragraphs with a blank line between them
 */
record Page(Head head, String text, List<Read.Warning> warnings) {
  private static final Pattern WHOLE =
      Pattern.compile("<(?:!doctype\\s+html|html|head|body)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  Page {
    warnings = List.copyOf(warnings);
  }

  /** Of the page's characters. */
  static Page of(String html) {
    Document document = Jsoup.parse(html);
    boolean whole = WHOLE.matcher(html.substring(0, Math.min(html.length(), 4096))).find();
    Head head = whole ? PageHead.of(document) : Head.NONE;
    String text = withoutTitle(MainText.of(document, whole), head.title());
    return new Page(head, text, isCutOff(html) ? List.of(cutOff()) : List.of());
  }

  /** In one line, unless it is blank. */
  static Optional<String> line(String words) {
    String line = BLANKS.matcher(words.replace("\0", "")).replaceAll(" ").strip();
    return Optional.of(line).filter(it -> !Decoder.isBlank(it));
  }

  static Optional<String> line(Element element) {
    return line(element.text());
  }

  private static String withoutTitle(String text, Optional<String> title) {
    int end = text.indexOf("\n\n");
    boolean repeated =
        end > 0 && title.equals(line(text.substring(0, end))) && end + 2 < text.length();
    return repeated ? text.substring(end + 2) : text;
  }

  /** A parser takes all that comes after it for a part of a script. */
  private static boolean isCutOff(String html) {
    String lower = html.toLowerCase(Locale.ROOT);
    return lower.lastIndexOf("<script") > lower.lastIndexOf("</script")
        || lower.lastIndexOf("<style") > lower.lastIndexOf("</style");
  }

  private static Read.Warning cutOff() {
    return new Read.Warning(
        "cut-off", "the page ends within a script; what comes before it is read");
  }
}
