package org.chancery.reference;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of places that are also everyday words or names of persons. */
final class EverydayWords {
  private final Set<String> forms;
  private final Set<String> keys;

  private EverydayWords(List<String> forms) {
    this.forms = Set.copyOf(forms);
    this.keys = forms.stream().map(Pieces::key).collect(Collectors.toUnmodifiableSet());
  }

  static EverydayWords load() {
    return new EverydayWords(
        Table.load(
            "everyday-words.tsv",
            List.of("form", "sense"),
            row -> {
              row.matching(1, "word|name");
              return joined(Pieces.of(row.text(0)));
            }));
  }

  /** Whether what was met might as well be an everyday word or the name of a person. */
  boolean mayBe(NameTrie.Hit<?> hit) {
    String said = joined(hit.said());
    return hit.shouted() ? keys.contains(Pieces.key(said)) : forms.contains(said);
  }

  private static String joined(List<String> pieces) {
    return String.join(" ", pieces);
  }
}
