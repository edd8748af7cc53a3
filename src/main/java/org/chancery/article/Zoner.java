package org.chancery.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
    Draft draft = new Draft(OptionalInt.empty(), id, Head.NONE, text, contentHash, 0, List.of());
    return article(draft, Origin.UNKNOWN);
  }

  /**
   * An article as its source has it. What the source tells in fields of their own comes first in
   * the text: the title, a line {@code date YYYY-MM-DD}, a line {@code By AUTHOR} and a blank line;
   * then comes the body, and all offsets count in that text. What is not given is left out with its
   * line. The title is a zone {@link Zone.Kind#TITLE}, whatever it looks like.
   */
  Article article(Draft draft, Origin origin) {
    Head told = draft.head();
    StringBuilder text = new StringBuilder();
    List<Zone> head = new ArrayList<>();
    told.title().ifPresent(line -> head.add(headLine(Zone.Kind.TITLE, line, text)));
    told.publishedOn().ifPresent(day -> head.add(headLine(Zone.Kind.HEADER, "date " + day, text)));
    told.byline().ifPresent(name -> head.add(headLine(Zone.Kind.BYLINE, "By " + name, text)));
    if (!head.isEmpty()) {
      text.append('\n');
    }
    text.append(draft.body());
    String whole = text.toString();
    Zoning zoning = Zoning.of(whole, rules, head);
    List<Zone> zones = zoning.zones();
    return new Article(
        draft.id(),
        whole,
        draft.hash(),
        zones,
        told.title().or(() -> title(whole, zones)),
        told.publishedOn().or(() -> PublicationDay.of(whole, zones)),
        zoning.place(),
        origin);
  }

  private static Zone headLine(Zone.Kind kind, String line, StringBuilder text) {
    Span span = new Span(text.length(), text.length() + line.length());
    text.append(line).append('\n');
    return new Zone(kind, span);
  }

  private static Optional<String> title(String text, List<Zone> zones) {
    return zones.stream()
        .filter(zone -> zone.kind() == Zone.Kind.TITLE)
        .findFirst()
        .map(zone -> zone.span().of(text).strip().replaceAll("[\\s\\u00a0]+", " "));
  }
}
