package org.chancery.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mappings to one target, in an order that does not depend on how they came about. */
public record MappingSet(List<Mapping> mappings) {
  public static final MappingSet EMPTY = new MappingSet(List.of());

  public MappingSet {
    mappings =
        mappings.stream()
            .distinct()
            .sorted(Mapping.ORDER.thenComparing(Comparator.comparing(Mapping::toString)))
            .toList();
  }

  /** What people decided. */
  public List<Mapping> decisions() {
    return mappings.stream().filter(Mapping::isDecision).toList();
  }

  /** What nobody decided. */
  public List<Mapping> undecided() {
    return mappings.stream().filter(mapping -> !mapping.isDecision()).toList();
  }

  /**
   * These decisions with what a program found: where a person decided, the program has no say.
   *
   * @param subjects things that the program looked at; what it found before of others stays
   * @param found its links and proposals
   */
  public MappingSet withFound(Set<String> subjects, Collection<Mapping> found) {
    List<Mapping> all = new ArrayList<>(decisions());
    Map<String, List<Mapping>> decided = bySubject(all);
    for (Mapping mapping : mappings) {
      if (!mapping.isDecision()
          && !subjects.contains(mapping.subjectId())
          && isOpen(mapping, decided)) {
        all.add(mapping);
      }
    }
    found.stream().filter(mapping -> isOpen(mapping, decided)).forEach(all::add);
    return new MappingSet(all);
  }

  /**
   * This set with a person's decisions: newer ones replace older ones on the same two things, or on
   * what a thing is or that it is nothing.
   */
  public MappingSet withDecisions(Collection<Mapping> decisions) {
    Map<String, List<Mapping>> newer = bySubject(decisions);
    List<Mapping> all = new ArrayList<>(decisions);
    for (Mapping old : decisions()) {
      if (newer.getOrDefault(old.subjectId(), List.of()).stream()
          .noneMatch(decision -> replaces(decision, old))) {
        all.add(old);
      }
    }
    Map<String, List<Mapping>> decided = bySubject(all);
    mappings.stream()
        .filter(mapping -> !mapping.isDecision() && isOpen(mapping, decided))
        .forEach(all::add);
    return new MappingSet(all);
  }

  /**
   * This set without decisions on which a person has second thoughts. What was decided is a
   * proposal again, until a program looks anew.
   *
   * @param rows without a decision; each takes back what was decided of its two things, or that the
   *     target has no such thing
   */
  public MappingSet withdrawing(Collection<Mapping> rows) {
    List<Mapping> all = new ArrayList<>(mappings);
    for (Mapping row : rows) {
      if (all.removeIf(mapping -> takesBack(row, mapping))
          && !row.objectId().equals(Mapping.NO_TERM)) {
        all.add(row.proposed(row.comment()));
      }
    }
    return new MappingSet(all);
  }

  /** How many decisions those rows would take back, as {@link #withdrawing} does. */
  public int withdrawn(Collection<Mapping> rows) {
    return decisions().size() - withdrawing(rows).decisions().size();
  }

  private static boolean takesBack(Mapping row, Mapping decision) {
    return decision.isDecision()
        && decision.subjectId().equals(row.subjectId())
        && (decision.objectId().equals(row.objectId()) || decision.isNoMatch());
  }

  /** Of the same thing of ours. */
  private static boolean replaces(Mapping decision, Mapping old) {
    return decision.objectId().equals(old.objectId())
        || (!decision.isRejection() && !old.isRejection());
  }

  /** Whether no person said something else: what the thing is, that it is nothing, or not this. */
  private static boolean isOpen(Mapping mapping, Map<String, List<Mapping>> decided) {
    return decided.getOrDefault(mapping.subjectId(), List.of()).stream()
        .noneMatch(
            decision -> !decision.isRejection() || decision.objectId().equals(mapping.objectId()));
  }

  /** Things of which a person settled what they are, or that the target has no such thing. */
  public Set<String> settled() {
    Set<String> settled = new HashSet<>();
    for (Mapping decision : decisions()) {
      if (!decision.isRejection()) {
        settled.add(decision.subjectId());
      }
    }
    return settled;
  }

  /** IRIs that a person said a thing is not, by the thing's. */
  public Map<String, Set<String>> rejected() {
    Map<String, Set<String>> rejected = new HashMap<>();
    for (Mapping decision : decisions()) {
      if (decision.isRejection()) {
        rejected
            .computeIfAbsent(decision.subjectId(), subject -> new HashSet<>())
            .add(decision.objectId());
      }
    }
    return rejected;
  }

  private static Map<String, List<Mapping>> bySubject(Collection<Mapping> decisions) {
    Map<String, List<Mapping>> bySubject = new HashMap<>();
    for (Mapping decision : decisions) {
      bySubject.computeIfAbsent(decision.subjectId(), subject -> new ArrayList<>()).add(decision);
    }
    return bySubject;
  }
}
