package org.chancery.catalogue;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.chancery.ontology.Chy;
import org.chancery.store.Store;

/**
 * What was read out of a store to make a catalogue from: of use when the store is closed.
 *
 * @param classes how many things there are of each, by its local name in the ontology; a thing that
 *     many graphs have counts once
 * @param statuses how many claims there are of each, by its local name
 * @param relations how many claims there are of each, by its local name
 * @param published first and last day on which an article was, where known
 * @param things all that has a {@link Kind}, the most mentioned first, then by name
 */
public record Census(
    SortedMap<String, Integer> classes,
    SortedMap<String, Integer> statuses,
    SortedMap<String, Integer> relations,
    Optional<Days> published,
    List<Thing> things) {
  /** Classes whose things are counted, but not looked up by a name. */
  private static final List<String> NAMELESS = List.of("Claim", "Quotation", "Tenure", "Topic");

  private static final Comparator<Thing> BEST_KNOWN =
      Comparator.comparingInt(Thing::articles)
          .reversed()
          .thenComparing(Thing::label)
          .thenComparing(Thing::iri);

  /** Sorts the things. */
  public Census {
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    statuses = Collections.unmodifiableSortedMap(new TreeMap<>(statuses));
    relations = Collections.unmodifiableSortedMap(new TreeMap<>(relations));
    things = things.stream().sorted(BEST_KNOWN).toList();
  }

  /** A stretch of days, both ends included. */
  public record Days(LocalDate first, LocalDate last) {}

  /**
   * Something with a name.
   *
   * @param label its best name; of an article the title, else what its file is called
   * @param aliases its other names
   * @param articles how many mention it
   */
  public record Thing(String iri, Kind kind, String label, List<String> aliases, int articles) {
    public Thing {
      aliases = List.copyOf(aliases);
    }
  }

  /**
   * Reads through the names and types of a store, once.
   *
   * @param stop asked again and again; when true, the reading ends
   * @throws CancellationException when it was stopped
   */
  public static Census of(Store store, BooleanSupplier stop) {
    return store.read(dataset -> new Reader(new Pairs(dataset, stop)).read());
  }

  /** What is known so far of one thing. */
  private static final class Draft {
    private final Kind kind;
    private final NavigableSet<String> labels = new TreeSet<>();
    private final NavigableSet<String> aliases = new TreeSet<>();
    private int articles;

    Draft(Kind kind) {
      this.kind = kind;
    }

    Thing thing(String iri) {
      List<String> names = new ArrayList<>(labels);
      names.addAll(aliases);
      String label = names.isEmpty() ? iri.substring(iri.lastIndexOf('/') + 1) : names.get(0);
      List<String> others = names.stream().filter(name -> !name.equals(label)).distinct().toList();
      return new Thing(iri, kind, label, others, articles);
    }
  }

  private static final class Reader {
    private static final Node TYPE = RDF.type.asNode();

    private final Pairs pairs;
    private final Map<NodeId, Draft> drafts = new HashMap<>();

    Reader(Pairs pairs) {
      this.pairs = pairs;
    }

    Census read() {
      SortedMap<String, Integer> classes = new TreeMap<>();
      for (Kind kind : Kind.values()) {
        pairs.forEach(
            TYPE,
            chy(kind.className()),
            (thing, type) -> {
              classes.merge(kind.className(), 1, Integer::sum);
              drafts.computeIfAbsent(thing, id -> new Draft(kind));
            });
      }
      for (String nameless : NAMELESS) {
        pairs.forEach(
            TYPE, chy(nameless), (thing, type) -> classes.merge(nameless, 1, Integer::sum));
      }
      names(RDFS.label.asNode(), (draft, name) -> draft.labels.add(name));
      names(DCTerms.title.asNode(), (draft, name) -> draft.labels.add(name));
      names(SKOS.altLabel.asNode(), (draft, name) -> draft.aliases.add(name));
      names(DCTerms.identifier.asNode(), (draft, name) -> draft.aliases.add(name));
      pairs.forEach(
          chy("mentions"),
          (article, thing) -> {
            Draft draft = drafts.get(thing);
            if (draft != null) {
              draft.articles++;
            }
          });
      List<Thing> things = new ArrayList<>(drafts.size());
      drafts.forEach((id, draft) -> name(id).ifPresent(iri -> things.add(draft.thing(iri))));
      return new Census(
          classes,
          count(chy("status")),
          count(RDF.predicate.asNode()),
          days(chy("publishedOn")),
          things);
    }

    private Optional<String> name(NodeId id) {
      return Optional.of(pairs.node(id)).filter(Node::isURI).map(Node::getURI);
    }

    private static Node chy(String name) {
      return NodeFactory.createURI(Chy.NS + name);
    }

    /** How many subjects each term of the ontology has. */
    private SortedMap<String, Integer> count(Node predicate) {
      Map<NodeId, Integer> counts = new HashMap<>();
      pairs.forEach(predicate, (subject, object) -> counts.merge(object, 1, Integer::sum));
      SortedMap<String, Integer> named = new TreeMap<>();
      counts.forEach(
          (id, count) ->
              name(id)
                  .filter(iri -> iri.startsWith(Chy.NS))
                  .ifPresent(iri -> named.put(iri.substring(Chy.NS.length()), count)));
      return named;
    }

    private interface Naming {
      void give(Draft draft, String name);
    }

    private void names(Node predicate, Naming naming) {
      pairs.forEach(
          predicate,
          (thing, name) -> {
            Draft draft = drafts.get(thing);
            if (draft != null) {
              Node literal = pairs.node(name);
              if (literal.isLiteral() && !literal.getLiteralLexicalForm().isBlank()) {
                naming.give(draft, literal.getLiteralLexicalForm().strip());
              }
            }
          });
    }

    private Optional<Days> days(Node predicate) {
      Set<NodeId> ids = new HashSet<>();
      pairs.forEach(predicate, (subject, day) -> ids.add(day));
      NavigableSet<LocalDate> days = new TreeSet<>();
      ids.forEach(id -> day(pairs.node(id)).ifPresent(days::add));
      return days.isEmpty() ? Optional.empty() : Optional.of(new Days(days.first(), days.last()));
    }

    private static Optional<LocalDate> day(Node node) {
      try {
        return node.isLiteral()
            ? Optional.of(LocalDate.parse(node.getLiteralLexicalForm()))
            : Optional.empty();
      } catch (DateTimeParseException notADay) {
        return Optional.empty();
      }
    }
  }
}
