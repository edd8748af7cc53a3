package org.chancery.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.chancery.ontology.EntityType;

/**
 * The things of a graph held against the clusters of a gold standard.
 *
 * <p>A row of gold is the thing of its class that its article's graph calls by that name. Where two
 * are called so, it is the one that another row of the cluster in that article points to; if there
 * is none, the row counts as not found.
 *
 * @param items for each class, what became of each row
 * @param errors one line for each row not found, each cluster in two things, each thing of two
 *     clusters
 * @param missing articles that gold has and the graph has not
 */
public record IdentityEvaluation(
    Map<EntityType, List<ClusterScore.Item>> items, List<String> errors, List<String> missing) {
  public IdentityEvaluation {
    items = new EnumMap<>(items);
    errors = List.copyOf(errors);
    missing = List.copyOf(missing);
  }

  /** Compares; call inside a read transaction. */
  public static IdentityEvaluation of(DatasetGraph dataset, IdentityGold gold) {
    return new Alignment(dataset, gold).evaluation();
  }

  /** Scores of one class over the rows that were found. */
  ClusterScore found(EntityType type) {
    return ClusterScore.of(
        items.getOrDefault(type, List.of()).stream().filter(ClusterScore.Item::isFound).toList());
  }

  /** Scores of one class over all rows. */
  ClusterScore all(EntityType type) {
    return ClusterScore.of(items.getOrDefault(type, List.of()));
  }

  /** Two tables, a line for each class and one for all: over what was found, and over all rows. */
  public String table() {
    StringBuilder text = new StringBuilder();
    text.append(part("identity of what was found", true));
    text.append('\n').append(part("identity of all that gold has", false));
    return text.toString();
  }

  private String part(String title, boolean found) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%-30s B-cubed           CEAF-m            CEAF-e%n"
                    + "class         rows  found  things  nodes"
                    + "       P     R    F1       P     R    F1       P     R    F1%n",
                title));
    List<ClusterScore.Item> together = new ArrayList<>();
    items.forEach(
        (type, rows) -> {
          text.append(line(type.name().toLowerCase(Locale.ROOT), found ? found(type) : all(type)));
          rows.forEach(
              row -> together.add(new ClusterScore.Item(type + " " + row.cluster(), row.entity())));
        });
    List<ClusterScore.Item> judged =
        found ? together.stream().filter(ClusterScore.Item::isFound).toList() : together;
    return text.append(line("ALL", ClusterScore.of(judged))).toString();
  }

  private static String line(String name, ClusterScore score) {
    return String.format(
        Locale.ROOT,
        "%-12s %5d  %5d  %6d  %5d   %s   %s   %s%n",
        name,
        score.rows(),
        score.found(),
        score.clusters(),
        score.entities(),
        score.bCubed(),
        score.ceafMentions(),
        score.ceafEntities());
  }

  /** Finds the things that the rows speak of. */
  private static final class Alignment {
    private static final List<Node> NAMES = List.of(RDFS.label.asNode(), SKOS.altLabel.asNode());

    private final DatasetGraph dataset;
    private final IdentityGold gold;
    private final Map<String, Node> articles = new HashMap<>();

    Alignment(DatasetGraph dataset, IdentityGold gold) {
      this.dataset = dataset;
      this.gold = gold;
      dataset
          .find(Node.ANY, Node.ANY, DCTerms.identifier.asNode(), Node.ANY)
          .forEachRemaining(
              quad -> {
                if (quad.getGraph().equals(quad.getSubject())) {
                  articles.put(quad.getObject().getLiteralLexicalForm(), quad.getSubject());
                }
              });
    }

    IdentityEvaluation evaluation() {
      Map<IdentityGold.Row, Set<String>> candidates = new LinkedHashMap<>();
      Map<List<String>, Set<String>> sure = new HashMap<>();
      for (IdentityGold.Row row : gold.rows()) {
        Set<String> called = called(row);
        candidates.put(row, called);
        if (called.size() == 1) {
          sure.computeIfAbsent(List.of(row.cluster(), row.article()), k -> new HashSet<>())
              .addAll(called);
        }
      }
      Map<EntityType, List<ClusterScore.Item>> items = new EnumMap<>(EntityType.class);
      List<String> errors = new ArrayList<>();
      SortedSet<String> missing = new TreeSet<>();
      Map<String, Map<String, SortedSet<String>>> byEntity = new TreeMap<>();
      Map<String, Map<String, SortedSet<String>>> byCluster = new TreeMap<>();
      candidates.forEach(
          (row, called) -> {
            if (!articles.containsKey(row.article())) {
              missing.add(row.article());
            }
            Set<String> meant = new TreeSet<>(called);
            if (meant.size() > 1) {
              meant.retainAll(sure.getOrDefault(List.of(row.cluster(), row.article()), Set.of()));
            }
            String entity = meant.size() == 1 ? meant.iterator().next() : "";
            items
                .computeIfAbsent(row.type(), type -> new ArrayList<>())
                .add(new ClusterScore.Item(row.cluster(), entity));
            if (entity.isEmpty()) {
              errors.add(
                  "%s  %s  %s: \"%s\" of %s"
                      .formatted(
                          word(row.type()),
                          called.isEmpty() ? "MISSED" : "UNCLEAR",
                          row.article(),
                          row.form(),
                          row.cluster()));
            } else {
              add(byEntity, word(row.type()) + "  MERGED  " + entity, row.cluster(), row.article());
              add(byCluster, word(row.type()) + "  SPLIT  " + row.cluster(), entity, row.article());
            }
          });
      tell(byEntity, errors);
      tell(byCluster, errors);
      return new IdentityEvaluation(items, errors, List.copyOf(missing));
    }

    private static void add(
        Map<String, Map<String, SortedSet<String>>> groups,
        String group,
        String part,
        String article) {
      groups
          .computeIfAbsent(group, g -> new TreeMap<>())
          .computeIfAbsent(part, p -> new TreeSet<>())
          .add(article);
    }

    private static void tell(
        Map<String, Map<String, SortedSet<String>>> groups, List<String> errors) {
      groups.forEach(
          (group, parts) -> {
            if (parts.size() > 1) {
              errors.add(
                  parts.entrySet().stream()
                      .map(part -> part.getKey() + " " + part.getValue())
                      .collect(Collectors.joining(", ", group + ": ", "")));
            }
          });
    }

    private static String word(EntityType type) {
      return type.name().toLowerCase(Locale.ROOT);
    }

    /** IRIs of the things that the article's graph calls so. */
    private Set<String> called(IdentityGold.Row row) {
      Set<String> called = new TreeSet<>();
      Node graph = articles.get(row.article());
      if (graph != null) {
        String form = NameForm.of(row.form());
        Node type = NodeFactory.createURI(row.type().iri());
        dataset
            .find(graph, Node.ANY, RDF.type.asNode(), type)
            .forEachRemaining(
                quad -> {
                  if (names(graph, quad.getSubject()).contains(form)) {
                    called.add(quad.getSubject().getURI());
                  }
                });
      }
      return called;
    }

    private Set<String> names(Node graph, Node thing) {
      Set<String> names = new TreeSet<>();
      for (Node naming : NAMES) {
        dataset
            .find(graph, thing, naming, Node.ANY)
            .forEachRemaining(
                quad -> names.add(NameForm.of(quad.getObject().getLiteralLexicalForm())));
      }
      return names;
    }
  }
}
