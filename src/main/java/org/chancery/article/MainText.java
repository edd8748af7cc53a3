package org.chancery.article;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The text of a page or a piece of one: paragraphs with a blank line between them, entities
 * decoded, without what is not to be read (scripts, styles, forms, navigation, what is hidden).
 * Nothing that the page refers to is fetched.
 */
final class MainText implements NodeVisitor {
  private static final String UNREAD =
      "head, script, style, noscript, template, iframe, object, svg, form, nav, button, [hidden],"
          + " [aria-hidden=true], [style~=(?i)display\\s*:\\s*none]";

  /** Where browsers, too, leave a gap or a line of its own; jsoup counts them as inline. */
  private static final Set<String> APART = Set.of("td", "th", "tr", "option", "main");

  private final StringBuilder text = new StringBuilder();

  private MainText() {}

  static String of(String html) {
    Document page = Jsoup.parse(html);
    page.select(UNREAD).remove();
    MainText main = new MainText();
    NodeTraversor.traverse(main, main(page));
    main.trimEnd();
    return main.text.toString();
  }

  /** The one element that says that it is the article, where there is one. */
  private static Element main(Document page) {
    for (String name : new String[] {"article", "main"}) {
      var named = page.getElementsByTag(name);
      if (named.size() == 1) {
        return named.get(0);
      }
    }
    return page.body();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words.getWholeText());
    } else if (node instanceof Element element) {
      if (element.nameIs("br")) {
        breakLine();
      } else if (standsApart(element)) {
        breakParagraph();
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element && standsApart(element)) {
      breakParagraph();
    }
  }

  private static boolean standsApart(Element element) {
    return !element.nameIs("br") && (element.isBlock() || APART.contains(element.normalName()));
  }

  /** Line breaks of the source mean no more than a space. */
  private void append(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
        text.append(c);
      } else if (!text.isEmpty() && last() != ' ' && last() != '\n') {
        text.append(' ');
      }
    }
  }

  private char last() {
    return text.charAt(text.length() - 1);
  }

  private void breakLine() {
    if (text.isEmpty()) {
      return;
    }
    if (last() == ' ') {
      text.setLength(text.length() - 1);
    }
    int length = text.length();
    if (length < 2 || last() != '\n' || text.charAt(length - 2) != '\n') {
      text.append('\n');
    }
  }

  private void breakParagraph() {
    trimEnd();
    if (!text.isEmpty()) {
      text.append("\n\n");
    }
  }

  private void trimEnd() {
    while (!text.isEmpty() && (last() == ' ' || last() == '\n')) {
      text.setLength(text.length() - 1);
    }
  }
}
