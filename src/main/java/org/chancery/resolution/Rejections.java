package org.chancery.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.chancery.claims.Argument;
import org.chancery.claims.Claim;
import org.chancery.claims.Referent;
import org.chancery.ontology.Predicate;

/**
 * Facts that a curator rejected.
 *
 * @param originals by article and key, what each thing was called before curation
 */
record Rejections(List<Fact> facts, Map<String, Map<String, String>> originals) {
  /**
   * One of them.
   *
   * @param article whose claim is meant; empty for those of all articles
   * @param object an IRI, a day or words
   */
  record Fact(Optional<String> article, String subject, Predicate predicate, String object) {}

  Rejections {
    facts = List.copyOf(facts);
  }

  static Rejections none() {
    return new Rejections(List.of(), Map.of());
  }

  /** Whether a claim of an article is rejected. */
  boolean cover(String article, Claim claim, Map<String, Referent> referents, String base) {
    return facts.stream().anyMatch(fact -> covers(fact, article, claim, referents, base));
  }

  boolean covers(
      Fact fact, String article, Claim claim, Map<String, Referent> referents, String base) {
    if (claim.predicate() != fact.predicate
        || fact.article.isPresent() && !fact.article.get().equals(article)) {
      return false;
    }
    String subject = iri(article, claim.subject(), referents, base);
    String object = object(article, claim, referents, base);
    boolean plain = subject.equals(fact.subject) && object.equals(fact.object);
    boolean turned =
        claim.predicate() == Predicate.MEETS_WITH
            && subject.equals(fact.object)
            && object.equals(fact.subject);
    return plain || turned;
  }

  /**
   * The facts that may be among an article's claims, each with the keys under which the article
   * tells of subject and object: with the article's reading, all that {@link #cover} goes by.
   */
  List<String> concerning(String article, Iris iris) {
    List<String> lines = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact.article.isPresent() && !fact.article.get().equals(article)) {
        continue;
      }
      SortedSet<String> subjects = keys(article, fact.subject);
      SortedSet<String> objects = keys(article, fact.object);
      boolean said = !subjects.isEmpty() || fact.subject.startsWith(iris.quotations(article));
      if (said && (!objects.isEmpty() || Curation.VALUES.contains(fact.predicate))) {
        lines.add(
            "%s %s %s %s %s"
                .formatted(
                    fact.subject, fact.predicate.localName(), fact.object, subjects, objects));
      }
    }
    return lines;
  }

  private SortedSet<String> keys(String article, String iri) {
    SortedSet<String> keys = new TreeSet<>();
    originals
        .getOrDefault(article, Map.of())
        .forEach(
            (key, original) -> {
              if (original.equals(iri)) {
                keys.add(key);
              }
            });
    return keys;
  }

  /** A claim as a line would name it. */
  String written(String article, Claim claim, Map<String, Referent> referents, String base) {
    String text =
        "%s %s %s"
            .formatted(
                iri(article, claim.subject(), referents, base),
                claim.predicate().localName(),
                object(article, claim, referents, base));
    return text.replace(base, "");
  }

  private String object(String article, Claim claim, Map<String, Referent> referents, String base) {
    if (claim.object() instanceof Argument.Thing thing) {
      return iri(article, thing.key(), referents, base);
    }
    if (claim.object() instanceof Argument.Day day) {
      return day.date().toString();
    }
    if (claim.object() instanceof Argument.Words words) {
      return words.text();
    }
    throw new AssertionError("no text for " + claim.object());
  }

  private String iri(String article, String key, Map<String, Referent> referents, String base) {
    if (referents.get(key) instanceof Referent.Quotation quotation) {
      return new Iris(base).quotation(article, quotation);
    }
    return originals.getOrDefault(article, Map.of()).getOrDefault(key, "");
  }
}
