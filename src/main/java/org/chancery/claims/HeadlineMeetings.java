package org.chancery.claims;

import java.util.ArrayList;
import java.util.List;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Mention;
import org.chancery.article.Zone;
import org.chancery.ontology.ContextRule;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/** The meetings that headlines name and the text tells as encounters. */
final class HeadlineMeetings {
  private final Analysis analysis;
  private final Discourse discourse;
  private final Cast cast;
  private final Facts facts;

  HeadlineMeetings(Analysis analysis, Discourse discourse, Cast cast, Facts facts) {
    this.analysis = analysis;
    this.discourse = discourse;
    this.cast = cast;
    this.facts = facts;
  }

  /**
   * A headline's meeting is the encounter that the text tells: its day and city are the
   * encounter's.
   */
  void add(List<Found> body) {
    for (Analysis.Read headline : analysis.sentences()) {
      if (headline.sentence().zone().kind() != Zone.Kind.TITLE) {
        continue;
      }
      for (Mention mention : headline.mentions()) {
        if (!(mention instanceof Mention.Meeting meeting) || meeting.call()) {
          continue;
        }
        for (String key : discourse.referents(headline, meeting, Discourse.Role.PARTY)) {
          List<String> people = people(headline);
          boolean one = people.size() == 1 && met(people.get(0), body) == 1;
          for (Found encounter : body) {
            boolean same =
                encounter.predicate() == Predicate.MEETS_WITH
                    && people.contains(encounter.subject())
                    && people.contains(encounter.objectKey());
            boolean oneSided =
                encounter.predicate() == Predicate.MEETS_WITH
                    && one
                    && (people.contains(encounter.subject())
                        || people.contains(encounter.objectKey()));
            if (same || oneSided) {
              take(key, encounter);
            }
          }
        }
      }
    }
  }

  /** How many others the text tells that someone met. */
  private static long met(String person, List<Found> body) {
    return body.stream()
        .filter(fact -> fact.predicate() == Predicate.MEETS_WITH)
        .filter(fact -> fact.subject().equals(person) || fact.objectKey().equals(person))
        .map(fact -> fact.subject().equals(person) ? fact.objectKey() : fact.subject())
        .distinct()
        .count();
  }

  private List<String> people(Analysis.Read read) {
    List<String> people = new ArrayList<>();
    for (Mention mention : read.mentions()) {
      if (mention instanceof Mention.Person person) {
        people.add(cast.of(person).key);
      }
    }
    return people;
  }

  private void take(String meeting, Found encounter) {
    Analysis.Read read = analysis.sentences().get(encounter.sentence());
    for (String person : List.of(encounter.subject(), encounter.objectKey())) {
      facts.add(
          ContextRule.Way.HEADLINE_MEETING,
          person,
          Predicate.ATTENDS,
          new Argument.Thing(meeting),
          encounter.status(),
          read,
          encounter.evidence());
    }
    SentenceSetting setting = new SentenceSetting(read, discourse);
    setting
        .day(encounter.status() == Status.PLANNED)
        .ifPresent(
            day ->
                facts.add(
                    ContextRule.Way.HEADLINE_MEETING,
                    meeting,
                    Predicate.HELD_ON,
                    new Argument.Day(day),
                    encounter.status(),
                    read,
                    read.sentence().span()));
    setting
        .city()
        .ifPresent(
            city ->
                facts.add(
                    ContextRule.Way.CITY_OF_HEADLINE,
                    meeting,
                    Predicate.HOSTED_IN,
                    new Argument.Thing(city),
                    encounter.status(),
                    read,
                    read.sentence().span()));
  }
}
