package org.chancery.claims;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.analysis.OfficePhrase;
import org.chancery.article.Span;
import org.chancery.ontology.WordLists;

/** One post of one person while the article is being read. */
final class Seat {
  private static final Set<String> SMALL = WordLists.load().require("small-in-posts");

  String title;
  String head;
  OfficePhrase.Holding holding;
  Optional<OfficePhrase.Owner> owner;
  boolean servesCountry;

  /** Whether words next to the post, or a list that it stands in, say whom it serves. */
  boolean told;

  /**
   * "his", "the party's": an owner that is no country or organization, wherever the post stands.
   */
  Optional<String> possessor;

  final Set<String> surfaces = new LinkedHashSet<>();
  final List<Span> evidence = new ArrayList<>();

  /**
   * Where a post is named.
   *
   * @param sentence index of the sentence
   * @param position of its first token there
   */
  record Place(int sentence, int position) {
    boolean isBefore(Place other) {
      return sentence < other.sentence || sentence == other.sentence && position < other.position;
    }
  }

  final List<Place> places = new ArrayList<>();

  /** Where the post was first named: index of the sentence. */
  final int sentence;

  /** Position of its first token there. */
  final int position;

  Seat(OfficePhrase phrase, int sentence) {
    this.title = phrase.title();
    this.head = phrase.head();
    this.holding = phrase.holding();
    this.owner = phrase.owner();
    this.servesCountry = phrase.servesCountry();
    this.told = phrase.owner().isPresent();
    this.possessor = phrase.possessor();
    this.sentence = sentence;
    this.position = phrase.from();
  }

  /**
   * Whether a phrase may name the same post: one title's words are among the other's, held in the
   * same way.
   */
  boolean mayBe(OfficePhrase phrase) {
    boolean sameHolding =
        isPast(holding) == isPast(phrase.holding())
            && isAhead(holding) == isAhead(phrase.holding());
    return sameHolding && sameTitle(title, phrase.title()) && ownersAgree(phrase.owner());
  }

  /** The title up to a comma: what a counterpart abroad is sure to share. */
  String mainTitle() {
    int comma = title.indexOf(',');
    return comma > 0 ? title.substring(0, comma) : title;
  }

  private boolean ownersAgree(Optional<OfficePhrase.Owner> other) {
    if (owner.isEmpty() || other.isEmpty()) {
      return true;
    }
    return country(owner.get()).isEmpty()
        || country(other.get()).isEmpty()
        || country(owner.get()).equals(country(other.get()));
  }

  static Optional<String> country(OfficePhrase.Owner owner) {
    if (owner instanceof OfficePhrase.Owner.OfCountry country) {
      return Optional.of(country.code());
    }
    if (owner instanceof OfficePhrase.Owner.OfOrganization organization) {
      return organization.country();
    }
    throw new AssertionError("no country for " + owner);
  }

  private static boolean isPast(OfficePhrase.Holding holding) {
    return holding == OfficePhrase.Holding.FORMER;
  }

  private static boolean isAhead(OfficePhrase.Holding holding) {
    return holding == OfficePhrase.Holding.ELECT;
  }

  static boolean sameTitle(String one, String other) {
    Set<String> ones = contentWords(one);
    Set<String> others = contentWords(other);
    return ones.containsAll(others) || others.containsAll(ones);
  }

  void add(OfficePhrase phrase) {
    if (contentWords(phrase.title()).size() > contentWords(title).size()) {
      surfaces.add(title);
      title = phrase.title();
      head = phrase.head();
      servesCountry = phrase.servesCountry();
    } else {
      surfaces.add(phrase.title());
    }
    if (phrase.holding() == OfficePhrase.Holding.ACTING) {
      holding = OfficePhrase.Holding.ACTING;
    }
    if (owner.isEmpty()) {
      owner = phrase.owner();
      told = owner.isPresent();
    }
    if (phrase.possessor().isEmpty()) {
      possessor = Optional.empty();
    }
  }

  /** The country that it serves, as far as known. */
  Optional<String> country() {
    return owner.flatMap(Seat::country);
  }

  /** The words of a title that tell it from others, folded. */
  static Set<String> contentWords(String title) {
    Set<String> words = new TreeSet<>();
    for (String word : title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}.]+", -1)) {
      if (!word.isEmpty() && !SMALL.contains(word)) {
        words.add(word.equals("spokesman") || word.equals("spokeswoman") ? "spokesperson" : word);
      }
    }
    return words;
  }
}
