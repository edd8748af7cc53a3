package org.chancery.evaluation;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A fact that the graph asserts for an article.
 *
 * @param subjects all names of the subject, in the form in which they are compared, sorted
 * @param objects likewise; of a quotation its text
 */
record SaidFact(Relation relation, Set<String> subjects, Set<String> objects) {
  SaidFact {
    subjects = Collections.unmodifiableSet(new TreeSet<>(subjects));
    objects = Collections.unmodifiableSet(new TreeSet<>(objects));
  }

  @Override
  public String toString() {
    return "%s | %s | %s".formatted(relation.label(), subjects, objects);
  }
}
