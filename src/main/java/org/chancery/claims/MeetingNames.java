package org.chancery.claims;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Mention;
import org.chancery.ontology.ContextRule;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/** What the names of meetings tell: who takes part, and where. */
final class MeetingNames {
  private final Analysis analysis;
  private final Discourse discourse;
  private final References references;
  private final Cast cast;
  private final Facts facts;

  MeetingNames(
      Analysis analysis, Discourse discourse, References references, Cast cast, Facts facts) {
    this.analysis = analysis;
    this.discourse = discourse;
    this.references = references;
    this.cast = cast;
    this.facts = facts;
  }

  /** "the Berg-Wolff meeting", "the Chile-Peru dialogue": the name tells who takes part. */
  void addParties() {
    for (Analysis.Read read : analysis.sentences()) {
      for (Mention mention : read.mentions()) {
        if (mention instanceof Mention.Meeting meeting) {
          addParties(read, meeting);
        }
      }
    }
  }

  /** "The Riga summit": the name tells where, if the article tells that it was held. */
  void addCities() {
    for (Analysis.Read read : analysis.sentences()) {
      for (Mention mention : read.mentions()) {
        if (mention instanceof Mention.Meeting meeting && meeting.as().city().isPresent()) {
          for (String key : discourse.referents(read, meeting, Discourse.Role.PARTY)) {
            if (isTold(key) && !isPlaced(key)) {
              facts.add(
                  ContextRule.Way.CITY_OF_NAME,
                  key,
                  Predicate.HOSTED_IN,
                  new Argument.Thing(discourse.city(meeting.as().city().get())),
                  Status.ASSERTED,
                  read,
                  read.sentence().span(meeting.from(), meeting.to()));
            }
          }
        }
      }
    }
  }

  private boolean isTold(String meeting) {
    return facts.stream()
        .filter(Found::isAsserted)
        .anyMatch(fact -> fact.subject().equals(meeting) || fact.objectKey().equals(meeting));
  }

  private boolean isPlaced(String meeting) {
    return facts.stream()
        .anyMatch(
            fact -> fact.predicate() == Predicate.HOSTED_IN && fact.subject().equals(meeting));
  }

  private void addParties(Analysis.Read read, Mention.Meeting meeting) {
    List<String> keys = discourse.referents(read, meeting, Discourse.Role.PARTY);
    if (keys.isEmpty()) {
      return;
    }
    String key = keys.get(0);
    Optional<Found> known =
        facts.stream()
            .filter(Found::isAsserted)
            .filter(fact -> fact.subject().equals(key) || fact.objectKey().equals(key))
            .findFirst();
    Set<String> parties = new LinkedHashSet<>();
    if (known.isPresent() && meeting.as().named() && meeting.as().countries().size() > 1) {
      meeting.as().countries().forEach(code -> parties.add(references.country(code)));
    }
    Set<String> people = new LinkedHashSet<>();
    for (Person person : cast.people()) {
      List<String> words = Person.words(person.bestName());
      String name = words.isEmpty() ? "" : words.get(words.size() - 1);
      List<String> core = List.of(meeting.as().core().toLowerCase(Locale.ROOT).split("[ -]", -1));
      if (core.contains(name) || words.size() > 2 && core.contains(words.get(words.size() - 2))) {
        people.add(person.key);
      }
    }
    if (people.size() == 2 && meeting.as().core().contains("-")) {
      parties.addAll(people);
    }
    for (String party : parties) {
      facts.add(
          ContextRule.Way.MEETING_NAME,
          party,
          Predicate.ATTENDS,
          new Argument.Thing(key),
          Status.ASSERTED,
          read,
          read.sentence().span(meeting.from(), meeting.to()));
    }
  }
}
