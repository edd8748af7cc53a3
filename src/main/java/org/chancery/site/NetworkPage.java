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

/** Who met whom, who attended and signed what, whom they represent. */
final class NetworkPage extends PicturePage {
  private static final long serialVersionUID = 1;

  /** More than this nobody can read. */
  static final int MOST_NODES = 150;

  static final int MOST_EDGES = 400;

  private static final Map<Predicate, String> RELATIONS = new LinkedHashMap<>();

  static {
    RELATIONS.put(Predicate.MEETS_WITH, "meets with");
    RELATIONS.put(Predicate.ATTENDS, "attends");
    RELATIONS.put(Predicate.SIGNS, "signs");
    RELATIONS.put(Predicate.REPRESENTS, "represents");
  }

  NetworkPage(Shown shown, ReportsOfVersion reports) {
    super(shown, reports, offer(), "Network", "network.jte");
  }

  private static PictureFilter.Offer offer() {
    Map<String, String> relations = new LinkedHashMap<>();
    RELATIONS.forEach((relation, label) -> relations.put(relation.localName(), label));
    return new PictureFilter.Offer(
        "/start/network",
        "relation",
        "Relations",
        relations,
        Set.of(
            Predicate.MEETS_WITH.localName(),
            Predicate.ATTENDS.localName(),
            Predicate.SIGNS.localName()),
        Set.of(Status.ASSERTED));
  }

  /** A report with the days that count for it. */
  private record Dated(Report report, Optional<Period> days, boolean byArticles) {}

  @Override
  NetworkView view(Question question) {
    PictureFilter filter = question.filter();
    Predicate[] wanted =
        RELATIONS.keySet().stream()
            .filter(relation -> filter.kinds().contains(relation.localName()))
            .toArray(Predicate[]::new);
    Map<Node, Period> eventDays = question.reports().eventDays();
    int undated = 0;
    List<Dated> fitting = new ArrayList<>();
    for (Report report : question.reports().of(wanted).toList()) {
      if (filter.statuses().contains(report.status())) {
        Dated dated = dated(report, eventDays);
        if (filter.hasDays() && dated.days().isEmpty()) {
          undated++;
        } else if (dated.days().map(days -> days.meets(filter.from(), filter.to())).orElse(true)) {
          fitting.add(dated);
        }
      }
    }
    List<Dated> near = question.about().map(about -> neighbourhood(about, fitting)).orElse(fitting);
    return drawn(near, undated, question);
  }

  private static Dated dated(Report report, Map<Node, Period> eventDays) {
    Period day = eventDays.get(report.object());
    return day == null
        ? new Dated(report, report.published(), true)
        : new Dated(report, Optional.of(day), false);
  }

  /** The links of a thing, and those among whatever it is linked to. */
  private static List<Dated> neighbourhood(Node about, List<Dated> all) {
    Map<Node, Boolean> near = new HashMap<>();
    near.put(about, true);
    for (Dated dated : all) {
      Report report = dated.report();
      if (report.subject().equals(about)) {
        near.put(report.object(), true);
      } else if (report.object().equals(about)) {
        near.put(report.subject(), true);
      }
    }
    return all.stream()
        .filter(
            dated ->
                near.containsKey(dated.report().subject())
                    && near.containsKey(dated.report().object()))
        .toList();
  }

  private static NetworkView drawn(List<Dated> fitting, int undated, Question question) {
    Map<Node, Integer> weights = new HashMap<>();
    for (Dated dated : fitting) {
      weights.merge(dated.report().subject(), dated.report().articles(), Integer::sum);
      weights.merge(dated.report().object(), dated.report().articles(), Integer::sum);
    }
    Comparator<Dated> order =
        Comparator.comparing((Dated dated) -> isAt(question.about(), dated.report()))
            .thenComparingInt(dated -> dated.report().articles())
            .thenComparingInt(
                dated ->
                    weights.getOrDefault(dated.report().subject(), 0)
                        + weights.getOrDefault(dated.report().object(), 0))
            .reversed()
            .thenComparing(Dated::report, Reports.MOST_REPORTED);
    Map<Node, Integer> indexes = new LinkedHashMap<>();
    List<NetworkView.Edge> edges = new ArrayList<>();
    for (Dated dated : fitting.stream().sorted(order).toList()) {
      Report report = dated.report();
      int more =
          (indexes.containsKey(report.subject()) ? 0 : 1)
              + (indexes.containsKey(report.object()) ? 0 : 1);
      if (edges.size() < MOST_EDGES && indexes.size() + more <= MOST_NODES) {
        indexes.putIfAbsent(report.subject(), indexes.size());
        indexes.putIfAbsent(report.object(), indexes.size());
        edges.add(edge(dated, indexes));
      }
    }
    List<NetworkView.Node> nodes =
        indexes.keySet().stream()
            .map(
                node ->
                    new NetworkView.Node(question.names().of(node), weights.getOrDefault(node, 0)))
            .toList();
    return new NetworkView(
        nodes,
        edges,
        weights.size(),
        fitting.size(),
        undated,
        question.about().map(about -> indexes.getOrDefault(about, -1)).orElse(-1),
        question.reports().complete());
  }

  private static boolean isAt(Optional<Node> about, Report report) {
    return about
        .map(node -> node.equals(report.subject()) || node.equals(report.object()))
        .orElse(false);
  }

  private static NetworkView.Edge edge(Dated dated, Map<Node, Integer> indexes) {
    Report report = dated.report();
    return new NetworkView.Edge(
        indexes.getOrDefault(report.subject(), -1),
        indexes.getOrDefault(report.object(), -1),
        report.relation().localName(),
        RELATIONS.getOrDefault(report.relation(), report.relation().localName()),
        PictureFilter.name(report.status()),
        dated.days().map(Period::toString).orElse(""),
        dated.byArticles(),
        report.articles());
  }
}
