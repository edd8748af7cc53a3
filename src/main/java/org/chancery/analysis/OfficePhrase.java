package org.chancery.analysis;

import java.util.Optional;

/**
 * The words that name a post: {@code Malta's acting minister of public works}.
 *
 * @param from 0-based position of its first token in the sentence, determiner and owner included
 * @param to position just past its last token
 * @param title canonical title, without owner country and without how it is held, capitalized
 * @param surface the words as written, without determiner and possessive pronoun
 * @param head the lexicon's phrase at its heart, lower case: {@code minister}
 * @param servesCountry whether such a post serves a country where the phrase says nothing else
 * @param definite whether it stands with "the" or a possessor
 * @param possessor "his", "her", "their", … if one stands before it, lower case
 */
public record OfficePhrase(
    int from,
    int to,
    String title,
    String surface,
    String head,
    Holding holding,
    Optional<Owner> owner,
    boolean servesCountry,
    boolean bare,
    boolean plural,
    boolean definite,
    Optional<String> possessor) {
  /** How a post is held. */
  public enum Holding {
    CURRENT,
    ACTING,
    FORMER,
    ELECT
  }

  /** Whom a post serves, as far as the phrase says so. */
  public sealed interface Owner {
    /**
     * A country.
     *
     * @param code ISO alpha-2
     */
    record OfCountry(String code) implements Owner {}

    /**
     * An organization.
     *
     * @param country ISO alpha-2 of the country that it belongs to, if known
     */
    record OfOrganization(String name, Optional<String> country) implements Owner {}
  }

  /** The same post with another owner. */
  public OfficePhrase withOwner(Owner other) {
    return new OfficePhrase(
        from,
        to,
        title,
        surface,
        head,
        holding,
        Optional.of(other),
        servesCountry,
        bare,
        plural,
        definite,
        possessor);
  }
}
