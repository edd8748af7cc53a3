package org.chancery.article;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From a text to its zones. Safe for use by several threads. */
public final class Zoner {
  private final List<LineRule> rules;

  Zoner(List<LineRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * A zoner with the rules of {@code ontology/lexicons/furniture.tsv}.
   *
   * @throws org.chancery.UserException if a rule is malformed
   */
  public static Zoner standard() {
    return new Zoner(LineRule.standard());
  }

  /**
   * The text as an article with zones, title, day of publication and place.
   *
   * @param contentHash SHA-256 of the bytes that held the text, in lower-case hexadecimal
   */
  public Article article(String id, String text, String contentHash) {
    Zoning zoning = Zoning.of(text, rules, List.of());
    return article(id, text, contentHash, zoning, Optional.empty(), Optional.empty());
  }

  /**
   * An article that was handed over in fields. Its text is the title, a line {@code date
   * YYYY-MM-DD}, a blank line and the body, as a text file would have them, and all offsets count
   * in it; what is not given is left out with its line. The title is a zone {@link
   * Zone.Kind#TITLE}, whatever it looks like.
   *
   * @param title in one line, not blank
   * @param publishedOn goes before any day that the body states
   * @param contentHash SHA-256 of the bytes that held the fields, in lower-case hexadecimal
   */
  Article article(
      String id,
      Optional<String> title,
      Optional<LocalDate> publishedOn,
      String body,
      String contentHash) {
    StringBuilder text = new StringBuilder();
    List<Zone> head = new ArrayList<>();
    title.ifPresent(line -> head.add(headLine(Zone.Kind.TITLE, line, text)));
    publishedOn.ifPresent(day -> head.add(headLine(Zone.Kind.HEADER, "date " + day, text)));
    if (!head.isEmpty()) {
      text.append('\n');
    }
    text.append(body);
    Zoning zoning = Zoning.of(text.toString(), rules, head);
    return article(id, text.toString(), contentHash, zoning, title, publishedOn);
  }

  private static Zone headLine(Zone.Kind kind, String line, StringBuilder text) {
    Span span = new Span(text.length(), text.length() + line.length());
    text.append(line).append('\n');
    return new Zone(kind, span);
  }

  private static Article article(
      String id,
      String text,
      String contentHash,
      Zoning zoning,
      Optional<String> title,
      Optional<LocalDate> publishedOn) {
    List<Zone> zones = zoning.zones();
    return new Article(
        id,
        text,
        contentHash,
        zones,
        title.or(() -> title(text, zones)),
        publishedOn.or(() -> PublicationDay.of(text, zones)),
        zoning.place());
  }

  private static Optional<String> title(String text, List<Zone> zones) {
    return zones.stream()
        .filter(zone -> zone.kind() == Zone.Kind.TITLE)
        .findFirst()
        .map(zone -> zone.span().of(text).strip().replaceAll("[\\s\\u00a0]+", " "));
  }
}
