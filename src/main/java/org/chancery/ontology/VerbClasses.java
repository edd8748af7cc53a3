package org.chancery.ontology;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Verbs and event nouns by what they tell, from {@code ontology/lexicons/verbs.tsv}. */
public final class VerbClasses {
  private final Map<String, Set<String>> lemmas = new TreeMap<>();

  private VerbClasses() {}

  public static VerbClasses load() {
    VerbClasses classes = new VerbClasses();
    for (Table.Row row : Table.load("ontology/lexicons/verbs.tsv").rows()) {
      classes
          .lemmas
          .computeIfAbsent(row.get("class"), name -> new TreeSet<>())
          .add(row.get("lemma"));
    }
    return classes;
  }

  /** The lemmas of a class; empty if there is no such class. */
  public Optional<Set<String>> find(String name) {
    return Optional.ofNullable(lemmas.get(name)).map(Collections::unmodifiableSet);
  }

  public boolean contains(String name, String lemma) {
    return lemmas.getOrDefault(name, Set.of()).contains(lemma);
  }

  public Set<String> names() {
    return Collections.unmodifiableSet(lemmas.keySet());
  }
}
