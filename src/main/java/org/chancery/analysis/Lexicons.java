package org.chancery.analysis;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.ontology.Table;

/** Nouns that make names: of meetings, agreements, organizations and places. */
final class Lexicons {
  /** Whether a noun names its thing alone, only with more words, or only with several parties. */
  enum Strength {
    STRONG,
    WEAK,
    SHARED
  }

  /** Whether the parties of a meeting are in one place. */
  enum Form {
    LIVE,
    CALL
  }

  record MeetingNoun(String noun, Strength strength, Form form) {}

  record AgreementNoun(String noun, Strength strength) {}

  private final Map<String, MeetingNoun> meetings = new HashMap<>();
  private final Map<String, AgreementNoun> agreements = new HashMap<>();
  private final Map<String, Mention.Group.Members> groups = new HashMap<>();
  private final Set<String> organizationNouns;
  private final Set<String> placeNouns;

  Lexicons() {
    for (Table.Row row : Table.load("ontology/lexicons/meetings.tsv").rows()) {
      String noun = row.get("noun");
      meetings.put(
          noun,
          new MeetingNoun(noun, row.get("strength", Strength.class), row.get("form", Form.class)));
    }
    for (Table.Row row : Table.load("ontology/lexicons/agreements.tsv").rows()) {
      String noun = row.get("noun");
      agreements.put(noun, new AgreementNoun(noun, row.get("strength", Strength.class)));
    }
    for (Table.Row row : Table.load("ontology/lexicons/groups.tsv").rows()) {
      groups.put(row.get("noun"), row.get("members", Mention.Group.Members.class));
    }
    organizationNouns = nouns("ontology/lexicons/organization-nouns.tsv");
    placeNouns = nouns("ontology/lexicons/place-nouns.tsv");
  }

  private static Set<String> nouns(String resource) {
    return Table.load(resource).rows().stream()
        .map(row -> row.get("noun"))
        .collect(Collectors.toUnmodifiableSet());
  }

  Optional<MeetingNoun> meeting(String lemmas) {
    return Optional.ofNullable(meetings.get(lemmas.toLowerCase(Locale.ROOT)));
  }

  Optional<AgreementNoun> agreement(String lemmas) {
    return Optional.ofNullable(agreements.get(lemmas.toLowerCase(Locale.ROOT)));
  }

  Optional<Mention.Group.Members> group(String lemma) {
    return Optional.ofNullable(groups.get(lemma.toLowerCase(Locale.ROOT)));
  }

  boolean isOrganizationNoun(String word) {
    return organizationNouns.contains(word.toLowerCase(Locale.ROOT));
  }

  boolean isPlaceNoun(String word) {
    return placeNouns.contains(word.toLowerCase(Locale.ROOT));
  }
}
