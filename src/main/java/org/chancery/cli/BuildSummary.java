package org.chancery.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.chancery.article.Span;
import org.chancery.claims.ArticleReading;
import org.chancery.graph.CorpusGraph;
import org.chancery.ontology.Chy;
import org.chancery.ontology.EntityType;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/**
 * What a build came to, in figures of the graph that was loaded.
 *
 * @param rejected how many inputs were passed over
 */
record BuildSummary(List<ArticleReading> readings, int rejected, CorpusGraph graph) {
  private static final Node STATUS = NodeFactory.createURI(Chy.NS + "status");

  private static final Map<String, Predicate> PREDICATES =
      Arrays.stream(Predicate.values()).collect(Collectors.toMap(Predicate::iri, p -> p));

  private static final Map<String, Status> STATUSES =
      Arrays.stream(Status.values()).collect(Collectors.toMap(Status::iri, s -> s));

  private static final Set<String> THINGS =
      Arrays.stream(EntityType.values())
          .map(EntityType::iri)
          .collect(Collectors.toUnmodifiableSet());

  BuildSummary {
    readings = List.copyOf(readings);
  }

  String text(Path store, Duration took) {
    int articles = readings.size();
    int silent = readings.stream().mapToInt(reading -> reading.silent().size()).sum();
    return """
        %d article%s read, %d rejected.
        %s%d things and %d quads in %s.
        %d sentences with a trigger word gave no event.
        %.1f s.
        """
        .formatted(
            articles,
            articles == 1 ? "" : "s",
            rejected,
            table(),
            things(),
            graph.size(),
            store,
            silent,
            took.toMillis() / 1000.0);
  }

  /** How many claims of each relation have which status. */
  private String table() {
    StringBuilder table = new StringBuilder();
    table.append("%-12s".formatted("claims"));
    for (Status status : Status.values()) {
      table.append("%10s".formatted(status.name().toLowerCase(Locale.ROOT)));
    }
    table.append('\n');
    claims()
        .forEach(
            (predicate, byStatus) -> {
              table.append("%-12s".formatted(predicate.localName()));
              for (Status status : Status.values()) {
                table.append("%10d".formatted(byStatus.getOrDefault(status, 0)));
              }
              table.append('\n');
            });
    return table.toString();
  }

  private Map<Predicate, Map<Status, Integer>> claims() {
    Map<Node, Status> statuses = new HashMap<>();
    for (Quad quad : graph.articles()) {
      if (quad.getPredicate().equals(STATUS)) {
        statuses.put(quad.getSubject(), STATUSES.get(quad.getObject().getURI()));
      }
    }
    Map<Predicate, Map<Status, Integer>> counts = new EnumMap<>(Predicate.class);
    for (Quad quad : graph.articles()) {
      Status status = statuses.get(quad.getSubject());
      if (status != null && quad.getPredicate().equals(RDF.predicate.asNode())) {
        counts
            .computeIfAbsent(
                PREDICATES.get(quad.getObject().getURI()), p -> new EnumMap<>(Status.class))
            .merge(status, 1, Integer::sum);
      }
    }
    return counts;
  }

  /** How many officials, offices, countries and so on there are, each counted once. */
  private long things() {
    return graph
        .quads()
        .filter(quad -> quad.getPredicate().equals(RDF.type.asNode()))
        .filter(quad -> THINGS.contains(quad.getObject().getURI()))
        .map(Quad::getSubject)
        .distinct()
        .count();
  }

  /** The sentences that had a trigger word and gave no event, with their offsets. */
  String silentSentences() {
    StringBuilder list = new StringBuilder();
    for (ArticleReading reading : readings) {
      for (Span span : reading.silent()) {
        String sentence = span.of(reading.article().text()).replaceAll("\\s+", " ");
        list.append(
            "  %s [%d, %d): %s\n"
                .formatted(reading.article().id(), span.start(), span.end(), sentence));
      }
    }
    return list.toString();
  }
}
