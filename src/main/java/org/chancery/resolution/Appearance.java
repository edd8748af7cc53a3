package org.chancery.resolution;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chancery.claims.Argument;
import org.chancery.claims.Names;
import org.chancery.claims.Referent;
import org.chancery.ontology.Predicate;

/**
 * A referent as it appears in one article, with what that article claims of it. Ordered by article,
 * then key; equal only to itself.
 */
final class Appearance implements Comparable<Appearance> {
  private static final Comparator<Appearance> ORDER =
      Comparator.comparing(Appearance::article).thenComparing(a -> a.referent().key());

  /**
   * What the article claims of the appearance and another of its referents, or a day.
   *
   * @param subject whether the appearance is the subject
   */
  record Tie(Predicate predicate, boolean subject, Argument other) {}

  private final String article;
  private final Optional<LocalDate> published;
  private final Referent referent;
  private final List<Tie> ties;

  Appearance(String article, Optional<LocalDate> published, Referent referent, List<Tie> ties) {
    this.article = article;
    this.published = published;
    this.referent = referent;
    this.ties = List.copyOf(ties);
  }

  /** The day on which the article was published. */
  Optional<LocalDate> published() {
    return published;
  }

  /** The article's identifier. */
  String article() {
    return article;
  }

  Referent referent() {
    return referent;
  }

  /** What it is called. */
  Names names() {
    if (referent instanceof Referent.Named named) {
      return named.names();
    }
    throw new AssertionError("no name for " + referent);
  }

  /**
   * How full its best name is: 0 for a mere surname, rank, acronym or description. Of fuller names,
   * the fullest counts, and among equally full ones use decides.
   */
  int fullness() {
    String best = names().best();
    if (referent instanceof Referent.Official) {
      return PersonName.of(best).fullness();
    }
    if (referent instanceof Referent.Office office) {
      // A "Security Minister" is a Minister of Public Security, shortened.
      return OfficeTitle.of(office.title()).content().size();
    }
    if (referent instanceof Referent.Meeting meeting) {
      return meeting.named() ? 2 : OccasionName.ofMeeting(best).content().isEmpty() ? 0 : 1;
    }
    if (referent instanceof Referent.Agreement agreement) {
      return agreement.named() ? 2 : OccasionName.ofAgreement(best).content().isEmpty() ? 0 : 1;
    }
    if (referent instanceof Referent.Organization) {
      return Words.of(best).size() < 2 ? 0 : 1;
    }
    return 1;
  }

  /** Its names, folded. */
  SortedSet<String> nameKeys() {
    SortedSet<String> keys = new TreeSet<>();
    keys.add(Words.key(names().best()));
    names().others().forEach(name -> keys.add(Words.key(name)));
    keys.remove("");
    return keys;
  }

  /** What the article says it stands in that relation to, be it now, formerly or soon. */
  Stream<Argument> objects(Predicate predicate) {
    return ties.stream()
        .filter(tie -> tie.subject() && tie.predicate() == predicate)
        .map(Tie::other);
  }

  /** Keys of what the article says it stands in that relation to. */
  Stream<String> objectKeys(Predicate predicate) {
    return objects(predicate).flatMap(Appearance::key);
  }

  /** Keys of what the article says stands in that relation to it, be it now, formerly or soon. */
  Stream<String> subjects(Predicate predicate) {
    return ties.stream()
        .filter(tie -> !tie.subject() && tie.predicate() == predicate)
        .flatMap(tie -> key(tie.other()));
  }

  private static Stream<String> key(Argument argument) {
    return argument instanceof Argument.Thing thing ? Stream.of(thing.key()) : Stream.empty();
  }

  @Override
  public int compareTo(Appearance other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return article + "#" + referent.key();
  }
}
