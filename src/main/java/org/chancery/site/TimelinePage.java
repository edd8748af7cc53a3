package org.chancery.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.chancery.site.Report.Period;
import org.chancery.site.Reports.Around;

/** What happened when: meetings, signings, and in which days officials are seen in office. */
final class TimelinePage extends PicturePage {
  private static final long serialVersionUID = 1;

  /** Of meetings and of signings. */
  static final int MOST = 80;

  /** Each takes a row of its own. */
  static final int MOST_TENURES = 30;

  private static final String MEETING = "meeting";
  private static final String SIGNING = "signing";
  private static final String TENURE = "tenure";
  private static final int MOST_WITH = 4;

  /** A last day further off belongs to another meeting. */
  private static final int LONGEST_MEETING_DAYS = 60;

  private static final Set<Status> TOLD = Set.of(Status.ASSERTED, Status.PLANNED);

  TimelinePage(Shown shown, ReportsOfVersion reports) {
    super(shown, reports, offer(), "Timeline", "timeline.jte");
  }

  private static PictureFilter.Offer offer() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put(MEETING, "meetings");
    kinds.put(SIGNING, "signings");
    kinds.put(TENURE, "tenures");
    return new PictureFilter.Offer("/start/timeline", "kind", "Kinds", kinds, kinds.keySet(), TOLD);
  }

  /**
   * What may be shown.
   *
   * @param with the office of a tenure
   */
  private record Candidate(
      String kind,
      Node thing,
      Optional<Node> with,
      Period days,
      Status status,
      boolean acting,
      int articles) {}

  private static final Comparator<Candidate> MOST_REPORTED =
      Comparator.comparingInt(Candidate::articles)
          .reversed()
          .thenComparing(candidate -> candidate.days().first())
          .thenComparing(candidate -> candidate.thing().toString())
          .thenComparing(candidate -> candidate.with().map(Node::toString).orElse(""))
          .thenComparing(Candidate::acting)
          .thenComparing(Candidate::status);

  private static final Comparator<Candidate> IN_TIME =
      Comparator.comparing((Candidate candidate) -> candidate.days().first())
          .thenComparing(candidate -> candidate.days().last())
          .thenComparing(MOST_REPORTED);

  @Override
  TimelineView view(Question question) {
    PictureFilter filter = question.filter();
    Reports reports = question.reports();
    Optional<Around> around = question.about().map(reports::around);
    List<Candidate> shown = new ArrayList<>();
    int total = 0;
    for (String kind : List.of(MEETING, SIGNING, TENURE)) {
      if (filter.kinds().contains(kind)) {
        List<Candidate> fitting =
            candidates(kind, reports, around)
                .filter(candidate -> filter.statuses().contains(candidate.status()))
                .filter(candidate -> candidate.days().meets(filter.from(), filter.to()))
                .sorted(MOST_REPORTED)
                .toList();
        total += fitting.size();
        fitting.stream().limit(kind.equals(TENURE) ? MOST_TENURES : MOST).forEach(shown::add);
      }
    }
    Map<Node, Set<Node>> company = company(shown, reports);
    List<TimelineView.Item> items =
        shown.stream()
            .sorted(IN_TIME)
            .map(candidate -> item(candidate, company, question.names()))
            .toList();
    return new TimelineView(items, total, undated(reports, filter, around), reports.complete());
  }

  private static Stream<Candidate> candidates(
      String kind, Reports reports, Optional<Around> around) {
    return switch (kind) {
      case MEETING -> meetings(reports, around);
      case SIGNING ->
          reports
              .of(Predicate.SIGNED_ON)
              .filter(report -> belongs(report.subject(), around))
              .flatMap(report -> candidate(SIGNING, report, Map.of()).stream());
      default -> tenures(reports, around);
    };
  }

  private static Stream<Candidate> meetings(Reports reports, Optional<Around> around) {
    Map<Node, LocalDate> lastDays = new HashMap<>();
    reports
        .of(Predicate.ENDED_ON)
        .filter(report -> TOLD.contains(report.status()))
        .forEach(
            report ->
                Reports.Days.of(report.object())
                    .ifPresent(
                        day ->
                            lastDays.merge(
                                report.subject(),
                                day,
                                (one, other) -> one.isAfter(other) ? one : other)));
    return reports
        .of(Predicate.HELD_ON)
        .filter(report -> belongs(report.subject(), around))
        .flatMap(report -> candidate(MEETING, report, lastDays).stream());
  }

  private static Optional<Candidate> candidate(
      String kind, Report report, Map<Node, LocalDate> lastDays) {
    return Reports.Days.of(report.object())
        .map(
            first -> {
              LocalDate last = lastDays.getOrDefault(report.subject(), first);
              boolean likely =
                  !last.isBefore(first) && !last.isAfter(first.plusDays(LONGEST_MEETING_DAYS));
              return new Candidate(
                  kind,
                  report.subject(),
                  Optional.empty(),
                  new Period(first, likely ? last : first),
                  report.status(),
                  false,
                  report.articles());
            });
  }

  private static Stream<Candidate> tenures(Reports reports, Optional<Around> around) {
    return reports.tenures().stream()
        .filter(tenure -> around.map(near -> near.holds(tenure)).orElse(true))
        .flatMap(
            tenure ->
                tenure
                    .attested()
                    .map(
                        days ->
                            new Candidate(
                                TENURE,
                                tenure.official(),
                                Optional.of(tenure.office()),
                                days,
                                Status.ASSERTED,
                                tenure.acting(),
                                tenure.articles()))
                    .stream());
  }

  private static boolean belongs(Node event, Optional<Around> around) {
    return around
        .map(near -> near.about().equals(event) || near.events().contains(event))
        .orElse(true);
  }

  /** Cities of meetings and parties of signings, for those shown alone. */
  private static Map<Node, Set<Node>> company(List<Candidate> shown, Reports reports) {
    Set<Node> events = new HashSet<>();
    shown.forEach(candidate -> events.add(candidate.thing()));
    Map<Node, Set<Node>> company = new HashMap<>();
    reports
        .of(Predicate.HOSTED_IN, Predicate.SIGNS)
        .filter(report -> TOLD.contains(report.status()))
        .filter(
            report ->
                events.contains(
                    report.relation() == Predicate.SIGNS ? report.object() : report.subject()))
        .sorted(Reports.MOST_REPORTED)
        .forEach(
            report -> {
              boolean signs = report.relation() == Predicate.SIGNS;
              company
                  .computeIfAbsent(
                      signs ? report.object() : report.subject(), none -> new LinkedHashSet<>())
                  .add(signs ? report.subject() : report.object());
            });
    return company;
  }

  private static TimelineView.Item item(
      Candidate candidate, Map<Node, Set<Node>> company, Names names) {
    Stream<Node> with =
        candidate
            .with()
            .map(Stream::of)
            .orElseGet(() -> company.getOrDefault(candidate.thing(), Set.of()).stream());
    return new TimelineView.Item(
        candidate.kind(),
        names.of(candidate.thing()),
        candidate.days().first().toString(),
        candidate.days().last().toString(),
        PictureFilter.name(candidate.status()),
        with.limit(MOST_WITH).map(names::of).toList(),
        candidate.acting() ? "acting" : "",
        candidate.articles());
  }

  /** What would be here if somebody had said when it was. */
  private static int undated(Reports reports, PictureFilter filter, Optional<Around> around) {
    Set<Node> dated = new HashSet<>();
    reports
        .of(Predicate.HELD_ON, Predicate.SIGNED_ON)
        .forEach(report -> dated.add(report.subject()));
    Set<Node> undated = new HashSet<>();
    if (filter.kinds().contains(MEETING)) {
      reports.of(Predicate.ATTENDS).map(Report::object).forEach(undated::add);
      reports.of(Predicate.HOSTED_IN).map(Report::subject).forEach(undated::add);
    }
    if (filter.kinds().contains(SIGNING)) {
      reports.of(Predicate.SIGNS).map(Report::object).forEach(undated::add);
    }
    undated.removeAll(dated);
    undated.removeIf(event -> !belongs(event, around));
    long tenures =
        filter.kinds().contains(TENURE)
            ? reports.tenures().stream()
                .filter(tenure -> tenure.attested().isEmpty())
                .filter(tenure -> around.map(near -> near.holds(tenure)).orElse(true))
                .count()
            : 0;
    return undated.size() + (int) tenures;
  }
}
