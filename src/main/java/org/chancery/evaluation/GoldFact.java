package org.chancery.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a gold file.
 *
 * @param subjects the names that may stand for the subject; an asterisk stands for any text
 * @param objects likewise
 * @param line the line as it stands, for reports
 */
record GoldFact(
    Relation relation, List<String> subjects, List<String> objects, Mark mark, String line) {

  /** What the annotators decided. */
  enum Mark {
    /** Must be found. */
    ASSERTED,
    /** May be found. */
    OPTIONAL,
    /** Must not be asserted: it lies in the future. */
    PLANNED,
    /** Must not be asserted: it only looks like a fact. */
    TRAP;

    static Optional<Mark> named(String name) {
      return Arrays.stream(values()).filter(mark -> mark.toString().equals(name)).findFirst();
    }

    boolean right() {
      return this == ASSERTED || this == OPTIONAL;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  GoldFact {
    subjects = List.copyOf(subjects);
    objects = List.copyOf(objects);
  }

  /** Whether the line speaks of that fact; who met whom reads both ways. */
  boolean covers(SaidFact fact) {
    return relation == fact.relation()
        && (matches(fact.subjects(), fact.objects())
            || (relation == Relation.MEETS_WITH && matches(fact.objects(), fact.subjects())));
  }

  private boolean matches(Set<String> saidSubjects, Set<String> saidObjects) {
    return matches(subjects, saidSubjects)
        && (matches(objects, saidObjects)
            || (relation == Relation.SAYS && quotes(objects, saidObjects)));
  }

  private static boolean matches(List<String> names, Set<String> said) {
    return names.stream().anyMatch(name -> NameForm.matches(name, said));
  }

  /** Of a quotation gold has the first words, the graph all of them or, cut short, fewer. */
  private static boolean quotes(List<String> names, Set<String> said) {
    return names.stream()
        .map(NameForm::of)
        .filter(words -> !words.isEmpty())
        .anyMatch(
            words ->
                said.stream()
                    .filter(text -> !text.isEmpty())
                    .anyMatch(text -> text.contains(words) || words.startsWith(text)));
  }
}
