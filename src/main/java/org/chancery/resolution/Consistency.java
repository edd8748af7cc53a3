package org.chancery.resolution;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Whether decisions go together. It looks at the lines alone, as that must not depend on the
 * articles.
 */
final class Consistency {
  private final String base;
  private final Map<String, UserException> malformed = new HashMap<>();

  /** Leads from a thing to one that lines make one with it. */
  private final Map<String, String> firsts = new HashMap<>();

  private Consistency(String base) {
    this.base = base;
  }

  /**
   * What is wrong with the lines that cannot be carried out beside the others, by their places.
   *
   * @param base what IRIs of things start with
   */
  static Map<String, UserException> check(List<Curation.Decision> decisions, String base) {
    Consistency consistency = new Consistency(base);
    consistency.check(decisions);
    return Collections.unmodifiableMap(consistency.malformed);
  }

  private void check(List<Curation.Decision> decisions) {
    for (Curation.Decision decision : decisions) {
      if (decision instanceof Curation.Same same) {
        note(same, () -> requireNoCountry(same.place(), same.one(), same.other()));
        String first = first(same.one());
        String second = first(same.other());
        if (!first.equals(second)) {
          firsts.put(second, first);
        }
      }
    }
    Map<String, String> labels = new HashMap<>();
    for (Curation.Decision decision : decisions) {
      if (decision instanceof Curation.Different different) {
        note(
            different,
            () -> {
              requireNoCountry(different.place(), different.one(), different.other());
              requireApart(different);
            });
      } else if (decision instanceof Curation.Rename rename) {
        note(
            rename,
            () -> {
              requireNoCountry(rename.place(), rename.target());
              requireOneName(rename, labels.put(first(rename.target()), rename.label()));
            });
      }
    }
  }

  private void note(Curation.Decision decision, Runnable check) {
    try {
      check.run();
    } catch (UserException failure) {
      malformed.put(decision.place(), failure);
    }
  }

  private static void requireOneName(Curation.Rename decision, @Nullable String before) {
    if (before != null && !before.equals(decision.label())) {
      throw Curation.malformed(
          decision.place(),
          "another line renames %s to \"%s\". Delete one of them."
              .formatted(decision.target(), before));
    }
  }

  private void requireApart(Curation.Different decision) {
    Curation.Target one = decision.one();
    Curation.Target other = decision.other();
    boolean ofArticle = one.article().isPresent() || other.article().isPresent();
    if (one.iri(base).equals(other.iri(base))) {
      if (!ofArticle || one.article().equals(other.article())) {
        throw Curation.malformed(
            decision.place(),
            "%s is one thing here. Say which article speaks of another, such as different %s@ARTICLE %s."
                .formatted(one, one.written(), one.written()));
      }
    } else if (ofArticle) {
      throw Curation.malformed(
          decision.place(),
          "%s and %s are two things already, whichever article tells of them. Leave out @ARTICLE."
              .formatted(one.written(), other.written()));
    } else if (first(one).equals(first(other))) {
      throw Curation.malformed(
          decision.place(),
          "other lines make %s and %s one. Delete this line or one of those."
              .formatted(one, other));
    }
  }

  /** Stands for all that lines make one with a thing. */
  private String first(Curation.Target target) {
    String first = target.iri(base);
    for (String next = first; next != null; next = firsts.get(next)) {
      first = next;
    }
    return first;
  }

  private void requireNoCountry(String place, Curation.Target... targets) {
    for (Curation.Target target : targets) {
      String iri = target.iri(base);
      if (iri.startsWith(new Iris(base).country(""))) {
        throw Curation.malformed(
            place,
            "%s is a country, and a country is its code. Mend ontology/reference/countries.tsv instead."
                .formatted(iri));
      }
    }
  }
}
