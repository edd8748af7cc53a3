package org.chancery.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.chancery.site.Report.Period;
import org.chancery.site.Reports.Around;

/** Where officials met, signed and travelled. */
final class MapPage extends PicturePage {
  private static final long serialVersionUID = 1;

  static final int MOST_PLACES = 200;
  static final int MOST_EVENTS = 30;

  private static final Map<Predicate, String> KINDS =
      Map.of(
          Predicate.HOSTED_IN, "meeting",
          Predicate.SIGNED_IN, "signing",
          Predicate.VISITS, "visit");

  MapPage(Shown shown, ReportsOfVersion reports) {
    super(shown, reports, offer(), "Map", "map.jte");
  }

  private static PictureFilter.Offer offer() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("meeting", "meetings");
    kinds.put("signing", "signings");
    kinds.put("visit", "visits");
    return new PictureFilter.Offer(
        "/start/map", "kind", "Kinds", kinds, kinds.keySet(), Set.of(Status.ASSERTED));
  }

  /** An event at a place, with the days that count for it. */
  private record Dated(Report report, Optional<Period> days, boolean byArticles) {}

  private static final Comparator<Dated> LATEST =
      Comparator.comparing(
              (Dated dated) -> dated.days().map(days -> days.last().toString()).orElse(""))
          .reversed()
          .thenComparing(Dated::report, Reports.MOST_REPORTED);

  @Override
  MapView view(Question question) {
    PictureFilter filter = question.filter();
    Reports reports = question.reports();
    Optional<Around> around = question.about().map(reports::around);
    Map<Node, Period> eventDays = reports.eventDays();
    Map<Node, List<Dated>> byPlace = new HashMap<>();
    int events = 0;
    int undated = 0;
    for (Report report : reports.of(KINDS.keySet().toArray(Predicate[]::new)).toList()) {
      if (fits(report, filter, around)) {
        Dated dated = dated(report, eventDays);
        if (filter.hasDays() && dated.days().isEmpty()) {
          undated++;
        } else if (dated.days().map(days -> days.meets(filter.from(), filter.to())).orElse(true)) {
          events++;
          byPlace.computeIfAbsent(report.object(), none -> new ArrayList<>()).add(dated);
        }
      }
    }
    Comparator<Map.Entry<Node, List<Dated>>> order =
        Comparator.comparingInt((Map.Entry<Node, List<Dated>> entry) -> entry.getValue().size())
            .reversed()
            .thenComparing(entry -> entry.getKey().toString());
    List<MapView.Place> places =
        byPlace.entrySet().stream()
            .sorted(order)
            .limit(MOST_PLACES)
            .map(entry -> place(entry.getKey(), entry.getValue(), question.names()))
            .toList();
    return new MapView(places, events, byPlace.size(), undated, reports.complete());
  }

  private static boolean fits(Report report, PictureFilter filter, Optional<Around> around) {
    return filter.kinds().contains(KINDS.get(report.relation()))
        && filter.statuses().contains(report.status())
        && around
            .map(near -> near.holds(report.subject(), report.subject(), report.object()))
            .orElse(true);
  }

  private static Dated dated(Report report, Map<Node, Period> eventDays) {
    Period day = eventDays.get(report.subject());
    return day == null
        ? new Dated(report, report.published(), true)
        : new Dated(report, Optional.of(day), false);
  }

  private static MapView.Place place(Node node, List<Dated> events, Names names) {
    Optional<Coordinates.Point> point = Coordinates.of(node, names);
    return new MapView.Place(
        names.of(node),
        point.isPresent(),
        point.map(Coordinates.Point::latitude).orElse(0.0),
        point.map(Coordinates.Point::longitude).orElse(0.0),
        events.size(),
        events.stream()
            .sorted(LATEST)
            .limit(MOST_EVENTS)
            .map(dated -> event(dated, names))
            .toList());
  }

  private static MapView.Event event(Dated dated, Names names) {
    Report report = dated.report();
    return new MapView.Event(
        KINDS.getOrDefault(report.relation(), ""),
        names.of(report.subject()),
        PictureFilter.name(report.status()),
        dated.days().map(Period::toString).orElse(""),
        dated.byArticles(),
        report.articles());
  }
}
