package org.chancery.resolution;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chancery.claims.Argument;
import org.chancery.claims.Claim;
import org.chancery.claims.Names;
import org.chancery.claims.Referent;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/**
 * A referent as it appears in one article, with what that article claims of it. Ordered by article,
 * then key; equal only to itself.
 */
final class Appearance implements Comparable<Appearance> {
  private static final Comparator<Appearance> ORDER =
      Comparator.comparing(Appearance::article).thenComparing(a -> a.referent().key());

  private final String article;
  private final Referent referent;
  private final List<Claim> asSubject;
  private final List<Claim> asObject;

  Appearance(String article, Referent referent, List<Claim> asSubject, List<Claim> asObject) {
    this.article = article;
    this.referent = referent;
    this.asSubject = List.copyOf(asSubject);
    this.asObject = List.copyOf(asObject);
  }

  /** The article's identifier. */
  String article() {
    return article;
  }

  Referent referent() {
    return referent;
  }

  /** What it is called; a quotation by its words. */
  Names names() {
    if (referent instanceof Referent.Named named) {
      return named.names();
    }
    if (referent instanceof Referent.Quotation quotation) {
      return Names.of(quotation.words());
    }
    throw new AssertionError("no name for " + referent);
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
    return asSubject.stream()
        .filter(claim -> claim.predicate() == predicate && isReal(claim))
        .map(Claim::object);
  }

  /** Keys of what the article says stands in that relation to it, be it now, formerly or soon. */
  Stream<String> subjects(Predicate predicate) {
    return asObject.stream()
        .filter(claim -> claim.predicate() == predicate && isReal(claim))
        .map(Claim::subject);
  }

  private static boolean isReal(Claim claim) {
    return claim.status() != Status.DENIED && claim.status() != Status.POSSIBLE;
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
