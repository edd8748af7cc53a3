package org.chancery.link;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.chancery.naming.Names;
import org.chancery.ontology.Chy;
import org.chancery.ontology.EntityType;

/** Reads our things from the union of a store's graphs, inside a read transaction. */
public final class Things {
  private final Graph graph;
  private final LongFunction<Optional<Thing.Place>> places;

  private Things(Graph graph, LongFunction<Optional<Thing.Place>> places) {
    this.graph = graph;
    this.places = places;
  }

  /**
   * The things of some kinds, sorted by IRI.
   *
   * @param places where the city with a GeoNames id lies
   */
  public static List<Thing> of(
      Graph graph, Collection<EntityType> types, LongFunction<Optional<Thing.Place>> places) {
    Things things = new Things(graph, places);
    Map<String, Thing> sorted = new TreeMap<>();
    for (EntityType type : types) {
      for (Node thing : things.subjects(RDF.type.asNode(), iri(type.iri()))) {
        sorted.putIfAbsent(thing.getURI(), things.thing(thing, type));
      }
    }
    return List.copyOf(sorted.values());
  }

  /** IRIs of all things of all kinds. */
  public static Set<String> iris(Graph graph) {
    Set<String> iris = new HashSet<>();
    Things things = new Things(graph, id -> Optional.empty());
    for (EntityType type : EntityType.values()) {
      things.subjects(RDF.type.asNode(), iri(type.iri())).forEach(node -> iris.add(node.getURI()));
    }
    return iris;
  }

  private Thing thing(Node thing, EntityType type) {
    List<Thing.Held> offices = new ArrayList<>();
    Set<Node> countries = new HashSet<>();
    countries.addAll(objects(thing, chy("represents")));
    countries.addAll(objects(thing, chy("officeOf")));
    countries.addAll(objects(thing, chy("partOf")));
    if (type == EntityType.OFFICIAL) {
      Map<Node, SortedSet<LocalDate>> held = held(thing);
      held.forEach(
          (office, days) -> {
            offices.add(new Thing.Held(names(office), days));
            countries.addAll(objects(office, chy("officeOf")));
          });
    }
    Set<Node> cities = new HashSet<>(objects(thing, chy("hostedIn")));
    cities.addAll(objects(thing, chy("signedIn")));
    SortedSet<LocalDate> days = new TreeSet<>();
    days.addAll(days(thing, chy("heldOn")));
    days.addAll(days(thing, chy("signedOn")));
    Optional<String> geonames =
        type == EntityType.CITY
            ? texts(thing, chy("geonamesId")).stream().findFirst()
            : Optional.empty();
    return new Thing(
        thing.getURI(),
        type,
        names(thing),
        others(countries),
        offices,
        days,
        others(cities),
        geonames,
        geonames.flatMap(id -> places.apply(Long.parseLong(id))));
  }

  private Map<Node, SortedSet<LocalDate>> held(Node official) {
    Map<Node, SortedSet<LocalDate>> held = new TreeMap<>(Comparator.comparing(Node::getURI));
    for (Node office : objects(official, chy("holdsOffice"))) {
      held.put(office, new TreeSet<>());
    }
    for (Node tenure : subjects(chy("tenureOf"), official)) {
      for (Node office : objects(tenure, chy("tenureIn"))) {
        held.computeIfAbsent(office, none -> new TreeSet<>()).addAll(days(tenure, chy("asOf")));
      }
    }
    return held;
  }

  /** What countries or cities are called by others, and by their codes. */
  private Set<String> others(Set<Node> nodes) {
    Set<String> keys = new HashSet<>();
    for (Node node : nodes) {
      objects(node, OWL.sameAs.asNode()).forEach(same -> keys.add(same.getURI()));
      keys.addAll(texts(node, chy("countryCode")));
      names(node).forEach(name -> keys.add(Names.key(name)));
    }
    return keys;
  }

  /** The label first; if articles differ, the first in order. */
  private List<String> names(Node thing) {
    List<String> names = new ArrayList<>(texts(thing, RDFS.label.asNode()));
    texts(thing, SKOS.altLabel.asNode()).stream()
        .filter(name -> !names.contains(name))
        .forEach(names::add);
    return names.isEmpty() ? List.of(thing.getURI()) : names;
  }

  private SortedSet<String> texts(Node subject, Node predicate) {
    SortedSet<String> texts = new TreeSet<>();
    try (Stream<Node> found =
        graph.stream(subject, predicate, Node.ANY).map(triple -> triple.getObject())) {
      found.filter(Node::isLiteral).forEach(node -> texts.add(node.getLiteralLexicalForm()));
    }
    return texts;
  }

  private SortedSet<LocalDate> days(Node subject, Node predicate) {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (String text : texts(subject, predicate)) {
      try {
        days.add(LocalDate.parse(text));
      } catch (DateTimeException incomplete) {
        // A year or month says no day.
      }
    }
    return days;
  }

  private Set<Node> objects(Node subject, Node predicate) {
    Set<Node> objects = new HashSet<>();
    try (Stream<Node> found =
        graph.stream(subject, predicate, Node.ANY).map(triple -> triple.getObject())) {
      found.filter(Node::isURI).forEach(objects::add);
    }
    return objects;
  }

  private Set<Node> subjects(Node predicate, Node object) {
    Set<Node> subjects = new HashSet<>();
    try (Stream<Node> found =
        graph.stream(Node.ANY, predicate, object).map(triple -> triple.getSubject())) {
      found.filter(Node::isURI).forEach(subjects::add);
    }
    return subjects;
  }

  private static Node chy(String name) {
    return iri(Chy.NS + name);
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
