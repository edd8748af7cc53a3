package org.chancery.article;

import java.util.Optional;
import java.util.Set;
import net.dankito.readability4j.Readability4J;
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
      "head, script, style, noscript, template, iframe, object, svg, nav, button, select, textarea,"
          + " [hidden],"
          + " [aria-hidden=true], [style~=(?i)(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)]";

  /** What stands around the text of a whole page. */
  private static final String AROUND =
      "footer, aside, #footer, .footer, [role=navigation], [role=contentinfo], [role=banner]";

  /** Where browsers, too, leave a gap or a line of its own; jsoup counts them as inline. */
  private static final Set<String> APART = Set.of("td", "th", "tr", "option", "main");

  /** A page of many more is no article of one text. */
  private static final int MOST_NODES = 20_000;

  private static final int DEEPEST = 200;

  private final StringBuilder text = new StringBuilder();

  private MainText() {}

  /** The text of a piece of a page. */
  static String of(String html) {
    return of(Jsoup.parse(html), false);
  }

  /**
   * The text of a page.
   *
   * @param page loses what is not read
   * @param whole whether the page has its menus and footers, which are to be told from its text
   */
  static String of(Document page, boolean whole) {
    page.select(UNREAD).remove();
    if (whole) {
      page.select(AROUND).remove();
    }
    removeForms(page);
    String text = text(main(page, whole));
    // A guess that finds nothing is none.
    return text.isEmpty() ? text(page.body()) : text;
  }

  /** A form is not read, unless it is wrapped around the page, as some makers of sites do. */
  private static void removeForms(Document page) {
    int all = page.body().text().length();
    for (Element form : page.select("form")) {
      if (form.text().length() <= all / 2 || form.selectFirst("p, article") == null) {
        form.remove();
      }
    }
  }

  private static String text(Element element) {
    MainText main = new MainText();
    NodeTraversor.traverse(main, element);
    main.trimEnd();
    return main.text.toString();
  }

  /** The one element that says that it is the article, where there is one. */
  private static Element main(Document page, boolean whole) {
    for (String query : new String[] {"[itemprop=articleBody]", "article", "main"}) {
      var named = page.select(query);
      if (named.size() == 1) {
        return named.get(0);
      }
    }
    return whole ? guessed(page).orElse(page.body()) : page.body();
  }

  /** What Readability takes for the article of a page that does not say. */
  private static Optional<Element> guessed(Document page) {
    if (isUnreasonable(page)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(
          new Readability4J("http://localhost/", page.clone()).parse().getArticleContent());
    } catch (RuntimeException odd) {
      // Its guess is lost, and not the page.
      return Optional.empty();
    }
  }

  /** Readability walks pages recursively, and large ones in more than linear time. */
  private static boolean isUnreasonable(Document page) {
    int[] count = {0, 0};
    page.traverse(
        (node, depth) -> {
          count[0]++;
          count[1] = Math.max(count[1], depth);
        });
    return count[0] > MOST_NODES || count[1] > DEEPEST;
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

  /** Line breaks of the source mean no more than a space, and a zero means nothing. */
  private void append(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == 0) {
        continue;
      }
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
