package org.chancery.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Mention;
import org.chancery.article.Zone;
import org.chancery.ontology.ContextRule;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.chancery.ontology.WordLists;

/** The meetings that headlines name and the text tells as encounters. */
final class HeadlineMeetings {
  private static final Set<String> LINKS = WordLists.load().require("headline-link");

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
          if (people.isEmpty() && isSubject(headline, meeting)) {
            new Gathering(analysis, discourse).find().ifPresent(gathering -> take(key, gathering));
          }
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

  /** "Communiqué of the Fisheries Conference", but not "Statement before the Conference". */
  private static boolean isSubject(Analysis.Read headline, Mention.Meeting meeting) {
    int before = meeting.from() - 1;
    while (before >= 0 && headline.sentence().token(before).tag().equals("DT")) {
      before--;
    }
    return before < 0
        || LINKS.contains(headline.sentence().token(before).word().toLowerCase(Locale.ROOT));
  }

  private void take(String meeting, Gathering.Told gathering) {
    Analysis.Read read = gathering.read();
    for (String party : gathering.parties()) {
      facts.add(
          ContextRule.Way.HEADLINE_MEETING,
          party,
          Predicate.ATTENDS,
          new Argument.Thing(meeting),
          Status.ASSERTED,
          read,
          read.sentence().span());
    }
    set(meeting, read, Status.ASSERTED);
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
    set(meeting, read, encounter.status());
  }

  /** The only day and the only city of a sentence are the meeting's. */
  private void set(String meeting, Analysis.Read read, Status status) {
    SentenceSetting setting = new SentenceSetting(read, discourse);
    setting
        .day(status == Status.PLANNED)
        .ifPresent(
            day ->
                facts.add(
                    ContextRule.Way.HEADLINE_MEETING,
                    meeting,
                    Predicate.HELD_ON,
                    new Argument.Day(day),
                    status,
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
                    status,
                    read,
                    read.sentence().span()));
  }
}
