package org.chancery.article;

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
    Zoning zoning = Zoning.of(text, rules);
    List<Zone> zones = zoning.zones();
    return new Article(
        id,
        text,
        contentHash,
        zones,
        title(text, zones),
        PublicationDay.of(text, zones),
        zoning.place());
  }

  private static Optional<String> title(String text, List<Zone> zones) {
    return zones.stream()
        .filter(zone -> zone.kind() == Zone.Kind.TITLE)
        .findFirst()
        .map(zone -> zone.span().of(text).strip().replaceAll("[\\s\\u00a0]+", " "));
  }
}
