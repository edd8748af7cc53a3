package org.chancery.claims;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.analysis.Analysis;
import org.chancery.ontology.ContextRule;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/** Days and cities of the meetings and signings that the text leaves only one choice for. */
final class Whereabouts {
  private final Analysis analysis;
  private final Discourse discourse;
  private final Facts facts;

  Whereabouts(Analysis analysis, Discourse discourse, Facts facts) {
    this.analysis = analysis;
    this.discourse = discourse;
    this.facts = facts;
  }

  /** The only day of a sentence is the day of the only meeting or signing that it tells of. */
  void addDay(Analysis.Read read) {
    Map<String, Found> meetings = told(read, Predicate.ATTENDS, Predicate.HOSTED_IN, true);
    Map<String, Found> signings = told(read, Predicate.SIGNS, Predicate.SIGNED_IN, false);
    if (meetings.size() == 1) {
      addDay(read, meetings.entrySet().iterator().next(), Predicate.HELD_ON);
    }
    if (signings.size() == 1 && !facts.isAside(signings.values().iterator().next())) {
      addDay(read, signings.entrySet().iterator().next(), Predicate.SIGNED_ON);
    }
  }

  private void addDay(Analysis.Read read, Map.Entry<String, Found> thing, Predicate predicate) {
    Status status = thing.getValue().status();
    boolean known =
        facts.stream()
            .anyMatch(
                fact ->
                    fact.predicate() == predicate
                        && fact.subject().equals(thing.getKey())
                        && fact.status() == status);
    if (!known) {
      new SentenceSetting(read, discourse)
          .dayAt(thing.getValue().evidence(), status == Status.PLANNED)
          .ifPresent(
              day ->
                  facts.add(
                      ContextRule.Way.DAY_OF_SENTENCE,
                      thing.getKey(),
                      predicate,
                      new Argument.Day(day),
                      status,
                      read,
                      read.sentence().span()));
    }
  }

  /**
   * The only city that a sentence places things in is the city of the only meeting or signing that
   * it tells of.
   */
  void addCity(Analysis.Read read) {
    Map<String, Found> meetings = told(read, Predicate.ATTENDS, Predicate.HELD_ON, true);
    Map<String, Found> signings = told(read, Predicate.SIGNS, Predicate.SIGNED_ON, false);
    if (meetings.size() == 1) {
      addCity(read, meetings.entrySet().iterator().next(), Predicate.HOSTED_IN);
    }
    if (signings.size() == 1 && !facts.isAside(signings.values().iterator().next())) {
      addCity(read, signings.entrySet().iterator().next(), Predicate.SIGNED_IN);
    }
  }

  private void addCity(Analysis.Read read, Map.Entry<String, Found> thing, Predicate predicate) {
    boolean known =
        facts.stream()
            .anyMatch(
                fact -> fact.predicate() == predicate && fact.subject().equals(thing.getKey()));
    if (!known) {
      new SentenceSetting(read, discourse)
          .cityAt(thing.getValue().evidence())
          .ifPresent(
              city ->
                  facts.add(
                      ContextRule.Way.CITY_OF_SENTENCE,
                      thing.getKey(),
                      predicate,
                      new Argument.Thing(city),
                      thing.getValue().status(),
                      read,
                      read.sentence().span()));
    }
  }

  /** Meetings, or agreements, that a sentence tells something of, with what it tells first. */
  private Map<String, Found> told(
      Analysis.Read read, Predicate one, Predicate other, boolean meetings) {
    Map<String, Found> told = new LinkedHashMap<>();
    for (Found fact : facts.list()) {
      boolean here = fact.sentence() == read.sentence().index() && !facts.inHeadline(fact);
      if (!here || !fact.isAsserted() || fact.predicate() != one && fact.predicate() != other) {
        continue;
      }
      String key =
          fact.objectKey().startsWith(meetings ? "meeting/" : "agreement/")
              ? fact.objectKey()
              : fact.subject();
      if (!facts.isCall(key)) {
        told.putIfAbsent(key, fact);
      }
    }
    return told;
  }

  /** The only meeting without a city is where the one who attends it went, if that was one city. */
  void addCityByVisit() {
    Set<String> placed = new LinkedHashSet<>();
    Map<String, Found> homeless = new LinkedHashMap<>();
    for (Found fact : facts.list()) {
      if (fact.predicate() == Predicate.HOSTED_IN) {
        placed.add(fact.subject());
      }
    }
    for (Found fact : facts.list()) {
      boolean live =
          fact.predicate() == Predicate.ATTENDS
              && fact.isAsserted()
              && !facts.isCall(fact.objectKey());
      if (live && !placed.contains(fact.objectKey())) {
        homeless.putIfAbsent(fact.objectKey(), fact);
      }
    }
    if (homeless.size() != 1 || !placed.isEmpty()) {
      return;
    }
    Found attends = homeless.values().iterator().next();
    List<Found> visits =
        facts.stream()
            .filter(fact -> fact.predicate() == Predicate.VISITS && fact.isAsserted())
            .filter(fact -> fact.subject().equals(attends.subject()))
            .filter(fact -> fact.objectKey().startsWith("city/"))
            .toList();
    long cities = visits.stream().map(Found::objectKey).distinct().count();
    boolean near = cities == 1 && Math.abs(visits.get(0).sentence() - attends.sentence()) <= 3;
    if (near) {
      Found visit = visits.get(0);
      Analysis.Read read = analysis.sentences().get(visit.sentence());
      facts.add(
          ContextRule.Way.CITY_OF_VISIT,
          attends.objectKey(),
          Predicate.HOSTED_IN,
          visit.object(),
          Status.ASSERTED,
          read,
          visit.evidence());
    }
  }
}
