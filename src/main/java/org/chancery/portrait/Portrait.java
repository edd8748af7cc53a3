package org.chancery.portrait;

import java.util.List;
import java.util.Locale;

/**
 * One thing, as its page shows it.
 *
 * @param iri its name in the graph
 * @param heading its best name, with its class
 * @param aliases its other names
 * @param moreAliases whether it may have yet more
 * @param status of a claim, in lower case; else empty
 * @param quotes the words that it consists in or rests on, if it is something said
 * @param details what it is by itself
 * @param sections what is said to be so
 * @param others what is said otherwise: a section for each status
 * @param unsearched whether more is claimed of it than was looked through for the others
 * @param mentions the articles that name it: one section or none
 * @param merges what was taken together
 * @param misses what was nearly taken together
 */
public record Portrait(
    String iri,
    Value heading,
    List<String> aliases,
    boolean moreAliases,
    String status,
    List<Quote> quotes,
    List<Detail> details,
    List<Section> sections,
    List<Section> others,
    boolean unsearched,
    List<Section> mentions,
    Likenesses merges,
    Likenesses misses) {
  public Portrait {
    aliases = List.copyOf(aliases);
    details = List.copyOf(details);
    sections = List.copyOf(sections);
    others = List.copyOf(others);
    mentions = List.copyOf(mentions);
    quotes = List.copyOf(quotes);
  }

  /** The thing's class, as people call it. */
  public String kindInWords() {
    return switch (heading.kind()) {
      case "" -> "";
      case "sharedtext" -> "Shared text";
      case "nearmiss" -> "Near-miss";
      default ->
          heading.kind().substring(0, 1).toUpperCase(Locale.ROOT) + heading.kind().substring(1);
    };
  }

  /**
   * What a status means, in a sentence.
   *
   * @param status in lower case
   */
  public static String meaning(String status) {
    return switch (status) {
      case "asserted" -> "Stated as having happened or being in force.";
      case "planned" -> "Announced or expected; not said to have happened.";
      case "denied" -> "Said not to be so.";
      case "possible" -> "Urged, sought, discussed, supposed or rumoured.";
      case "former" -> "Was so, and no longer is.";
      default -> "";
    };
  }
}
