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
 * @param possessor "his", "her", "their", … in lower case, or the noun or name of an owner that is
 *     neither country nor organization, if one stands there
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

  /** Of two words on how a post is held, the one that counts. */
  static Holding stronger(Holding one, Holding other) {
    if (one == Holding.FORMER || other == Holding.FORMER) {
      return Holding.FORMER;
    }
    if (one == Holding.ELECT || other == Holding.ELECT) {
      return Holding.ELECT;
    }
    return one == Holding.ACTING ? one : other;
  }

  /** The same post with another owner. */
  public OfficePhrase withOwner(Owner other) {
    return owned(Optional.of(other));
  }

  /** The same post, serving whom is said here. */
  OfficePhrase owned(Optional<Owner> other) {
    return with(to, holding, other);
  }

  /** The same post, held in another way, by a phrase that ends elsewhere. */
  OfficePhrase held(Holding other, int end) {
    return with(end, other, owner);
  }

  /** One of several equal posts, with its own owner: each of "the ministers of A and B". */
  OfficePhrase oneOf(String name, Owner other) {
    return new OfficePhrase(
        from,
        to,
        name,
        name,
        head,
        holding,
        Optional.of(other),
        true,
        true,
        false,
        true,
        Optional.empty());
  }

  /** The same post, told by the name of the one whom its holder serves. */
  OfficePhrase servantOf(String master) {
    return new OfficePhrase(
        from,
        to,
        title,
        surface,
        head,
        holding,
        owner,
        servesCountry,
        bare,
        plural,
        true,
        Optional.of(master));
  }

  private OfficePhrase with(int end, Holding how, Optional<Owner> whose) {
    return new OfficePhrase(
        from,
        end,
        title,
        surface,
        head,
        how,
        whose,
        servesCountry,
        bare,
        plural,
        definite,
        possessor);
  }
}
