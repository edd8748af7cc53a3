package org.chancery.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.chancery.site.Report.Period;
import org.chancery.site.Report.Tenure;

/**
 * What pictures are drawn from: one version's reports of who met, attended, signed and travelled,
 * counted once and kept in memory.
 *
 * @param complete false if a relation has more than is counted
 */
record Reports(Map<Predicate, List<Report>> byRelation, List<Tenure> tenures, boolean complete) {
  private static final Set<Status> OUTDONE = Set.of(Status.PLANNED, Status.POSSIBLE);

  /** Whose statements say what a picture of one thing is to show. */
  private static final Set<Status> TELLING = Set.of(Status.ASSERTED, Status.PLANNED);

  Reports {
    Map<Predicate, List<Report>> copy = new EnumMap<>(Predicate.class);
    byRelation.forEach((relation, reports) -> copy.put(relation, withoutOutdone(reports)));
    byRelation = copy;
    tenures = List.copyOf(tenures);
  }

  /** What one article plans and another asserts has come to pass. */
  private static List<Report> withoutOutdone(List<Report> reports) {
    Set<List<Node>> asserted = new HashSet<>();
    for (Report report : reports) {
      if (report.status() == Status.ASSERTED) {
        asserted.add(ends(report));
      }
    }
    return reports.stream()
        .filter(report -> !OUTDONE.contains(report.status()) || !asserted.contains(ends(report)))
        .toList();
  }

  private static List<Node> ends(Report report) {
    return List.of(report.subject(), report.object());
  }

  /** In no order that means anything. */
  Stream<Report> of(Predicate... relations) {
    return Stream.of(relations)
        .flatMap(relation -> byRelation.getOrDefault(relation, List.of()).stream());
  }

  boolean isEmpty() {
    return tenures.isEmpty() && byRelation.values().stream().allMatch(List::isEmpty);
  }

  /** When meetings were held and agreements signed, of which a day is told; asserted days first. */
  Map<Node, Period> eventDays() {
    Map<Node, Period> days = new HashMap<>();
    for (Status status : List.of(Status.ASSERTED, Status.PLANNED)) {
      Map<Node, Period> told = new LinkedHashMap<>();
      of(Predicate.HELD_ON, Predicate.ENDED_ON, Predicate.SIGNED_ON)
          .filter(report -> report.status() == status)
          .forEach(
              report ->
                  Days.of(report.object())
                      .ifPresent(
                          day -> told.merge(report.subject(), new Period(day, day), Period::with)));
      told.forEach(days::putIfAbsent);
    }
    return days;
  }

  /**
   * What belongs to one thing.
   *
   * @param events meetings and agreements that it, or those who represent it, took part in, or that
   *     it housed
   * @param officials who represent it
   * @param offices that serve it
   * @param places that are part of it
   */
  record Around(
      Node about, Set<Node> events, Set<Node> officials, Set<Node> offices, Set<Node> places) {

    /** Whether the event, the place or whoever acts belongs to it. */
    boolean holds(Node event, Node actor, Node place) {
      return Stream.of(event, actor, place).anyMatch(about::equals)
          || events.contains(event)
          || officials.contains(actor)
          || places.contains(place);
    }

    boolean holds(Tenure tenure) {
      return tenure.official().equals(about)
          || tenure.office().equals(about)
          || offices.contains(tenure.office());
    }
  }

  Around around(Node about) {
    Set<Node> officials = subjects(Set.of(about), Predicate.REPRESENTS);
    Set<Node> places = subjects(Set.of(about), Predicate.PART_OF);
    Set<Node> parties = new HashSet<>(officials);
    parties.add(about);
    Set<Node> sites = new HashSet<>(places);
    sites.add(about);
    Set<Node> events = new HashSet<>();
    of(Predicate.ATTENDS, Predicate.SIGNS)
        .filter(report -> TELLING.contains(report.status()) && parties.contains(report.subject()))
        .forEach(report -> events.add(report.object()));
    events.addAll(subjects(sites, Predicate.HOSTED_IN, Predicate.SIGNED_IN, Predicate.HOSTED_BY));
    return new Around(
        about, events, officials, subjects(Set.of(about), Predicate.OFFICE_OF), places);
  }

  private Set<Node> subjects(Set<Node> objects, Predicate... relations) {
    Set<Node> subjects = new HashSet<>();
    of(relations)
        .filter(report -> TELLING.contains(report.status()) && objects.contains(report.object()))
        .forEach(report -> subjects.add(report.subject()));
    return subjects;
  }

  /** By what is reported most, then by what stays the same from one version to the next. */
  static final Comparator<Report> MOST_REPORTED =
      Comparator.comparingInt(Report::articles)
          .reversed()
          .thenComparing(report -> report.subject().toString())
          .thenComparing(report -> report.object().toString())
          .thenComparing(Report::relation)
          .thenComparing(Report::status);

  /** Days as nodes. */
  static final class Days {
    private Days() {}

    /** Nothing if the node is no day. */
    static Optional<LocalDate> of(Node node) {
      if (!node.isLiteral()) {
        return Optional.empty();
      }
      return PictureFilter.day(node.getLiteralLexicalForm());
    }
  }

  /** Collects what is said alike. */
  static final class Tally {
    private final Map<Key, Count> counts = new LinkedHashMap<>();

    private record Key(Node subject, Predicate relation, Node object, Status status) {}

    private static final class Count {
      private int articles;
      private Optional<Period> published = Optional.empty();
    }

    void add(
        Node subject, Predicate relation, Node object, Status status, Optional<LocalDate> day) {
      Count count =
          counts.computeIfAbsent(new Key(subject, relation, object, status), unused -> new Count());
      count.articles++;
      count.published = widened(count.published, day);
    }

    static Optional<Period> widened(Optional<Period> period, Optional<LocalDate> day) {
      if (day.isEmpty()) {
        return period;
      }
      Period single = new Period(day.get(), day.get());
      return Optional.of(period.map(single::with).orElse(single));
    }

    Map<Predicate, List<Report>> reports() {
      Map<Predicate, List<Report>> reports = new EnumMap<>(Predicate.class);
      counts.forEach(
          (key, count) ->
              reports
                  .computeIfAbsent(key.relation(), unused -> new ArrayList<>())
                  .add(
                      new Report(
                          key.subject(),
                          key.relation(),
                          key.object(),
                          key.status(),
                          count.articles,
                          count.published)));
      return reports;
    }
  }
}
