package org.chancery.analysis;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chancery.ontology.Table;

/** What given names tell of gender. */
final class GivenNames {
  private final Map<String, Mention.Gender> genders = new HashMap<>();

  GivenNames() {
    for (Table.Row row : Table.load("ontology/lexicons/first-names.tsv").rows()) {
      genders.put(folded(row.get("name")), row.get("gender", Mention.Gender.class));
    }
  }

  /** The gender of a full name's first word; empty for a surname alone and for names of both. */
  Optional<Mention.Gender> gender(String name) {
    int end = name.indexOf(' ');
    return end < 0
        ? Optional.empty()
        : Optional.ofNullable(genders.get(folded(name.substring(0, end))));
  }

  /** Whether a word is a given name, in the spelling of English-language news. */
  boolean isKnown(String word) {
    return genders.containsKey(folded(word));
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }
}
