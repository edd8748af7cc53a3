package org.chancery.article;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.JsonText;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a page tells of its article: in JSON-LD first, then in what networks read (OpenGraph), then
 * in other metadata, and last in what people see.
 */
final class PageHead {
  private static final int LARGEST_SCRIPT = 500_000;

  private static final List<String> TITLES =
      List.of("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title");
  private static final List<String> DAYS =
      List.of(
          "article:published_time",
          "og:published_time",
          "datepublished",
          "dc.date.issued",
          "dcterms.issued",
          "dc.date",
          "dcterms.date",
          "dcterms.created",
          "citation_publication_date",
          "parsely-pub-date",
          "sailthru.date",
          "pubdate",
          "publishdate",
          "publication_date",
          "date");
  private static final List<String> AUTHORS =
      List.of("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author");

  private final Document page;
  private final List<JsonObject> articles = new ArrayList<>();

  private PageHead(Document page) {
    this.page = page;
    for (Element script : page.select("script[type=application/ld+json]")) {
      if (script.data().length() <= LARGEST_SCRIPT && isFlat(script.data())) {
        try {
          collect(JsonParser.parseString(JsonText.unmarked(script.data())), 0);
        } catch (JsonParseException broken) {
          // Then it tells nothing; the page itself is still there.
        }
      }
    }
  }

  static Head of(Document page) {
    PageHead head = new PageHead(page);
    return new Head(head.title(), head.day(), head.byline(), head.url());
  }

  /** Deep nesting costs stack, and no page needs it. */
  private static boolean isFlat(String json) {
    int depth = 0;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      if (depth > 100) {
        return false;
      }
    }
    return true;
  }

  private void collect(JsonElement json, int depth) {
    if (depth > 5) {
      return;
    }
    if (json instanceof JsonArray array) {
      array.forEach(one -> collect(one, depth + 1));
    } else if (json instanceof JsonObject object) {
      boolean article =
          strings(object.get("@type"), "name")
              .anyMatch(type -> type.matches(".*(?:Article|BlogPosting|Report)"));
      if (article) {
        articles.add(object);
      } else if (object.has("@graph")) {
        collect(object.get("@graph"), depth + 1);
      } else if (object.has("mainEntity")) {
        collect(object.get("mainEntity"), depth + 1);
      }
    }
  }

  /** The strings that a value of JSON-LD stands for: its own, or the names of its things. */
  private static Stream<String> strings(@Nullable JsonElement value, String key) {
    if (value instanceof JsonArray array) {
      return array.asList().stream().limit(20).flatMap(one -> strings(one, key));
    }
    if (value instanceof JsonObject object) {
      JsonElement name = object.get(key);
      return name != null && name.isJsonPrimitive()
          ? Stream.of(name.getAsString())
          : Stream.empty();
    }
    return value != null && value.isJsonPrimitive()
        ? Stream.of(value.getAsString())
        : Stream.empty();
  }

  private Stream<String> stated(String property, String key) {
    return articles.stream().limit(1).flatMap(article -> strings(article.get(property), key));
  }

  private Stream<String> meta(List<String> names) {
    return names.stream()
        .flatMap(
            name ->
                Stream.of("property", "name", "itemprop")
                    .flatMap(
                        attribute ->
                            page.getElementsByAttributeValue(attribute, name).stream()
                                .filter(element -> element.nameIs("meta"))))
        .map(element -> element.attr("content"));
  }

  private Optional<String> title() {
    List<Element> headlines = page.select("h1");
    return first(
        Page::line,
        List.of(
            stated("headline", "@value").map(PageHead::plain),
            meta(TITLES),
            headlines.size() == 1 ? headlines.stream().map(Element::text) : Stream.empty(),
            Stream.of(page.title())));
  }

  /** Some write entities into JSON, where they mean nothing. */
  private static String plain(String words) {
    return Parser.unescapeEntities(words, false);
  }

  private Optional<LocalDate> day() {
    return first(
        PublishedDay::of,
        List.of(
            stated("datePublished", "@value"),
            meta(DAYS),
            page.select("time[itemprop=datePublished], time[pubdate]").stream()
                .map(time -> time.attr("datetime")),
            page
                .select("article time[datetime], main time[datetime], header time[datetime]")
                .stream()
                .limit(1)
                .map(time -> time.attr("datetime"))));
  }

  private Optional<String> byline() {
    String authors =
        stated("author", "name")
            .flatMap(name -> Page.line(plain(name)).stream())
            .distinct()
            .collect(Collectors.joining(", "));
    return first(
        words ->
            Page.line(words)
                .filter(line -> line.length() <= 200 && !line.contains("://"))
                .map(line -> line.replaceFirst("^(?i:by)\\s+", "")),
        List.of(
            Stream.of(authors),
            meta(AUTHORS),
            page.select("a[rel=author]").stream().limit(1).map(Element::text)));
  }

  private Optional<String> url() {
    return first(
        Address::of,
        List.of(
            page.select("link[rel=canonical]").stream().map(link -> link.attr("href")),
            meta(List.of("og:url")),
            stated("url", "@id")));
  }

  private static <T> Optional<T> first(
      Function<String, Optional<T>> reader, List<Stream<String>> told) {
    return told.stream()
        .flatMap(words -> words)
        .filter(words -> !words.isBlank())
        .flatMap(words -> reader.apply(words).stream())
        .findFirst();
  }
}
