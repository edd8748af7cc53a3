package org.chancery.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.chancery.catalogue.Catalogue;
import org.chancery.catalogue.Census.Thing;

/**
 * What the graph says is so of things, and what they are called. Each question reads a bounded
 * number of quads. To be used within one read transaction.
 */
final class Facts {
  /**
   * Thousands of articles may say the same thing of a country, one after the other in the index.
   */
  private static final int PATIENCE = 5_000;

  private static final int MAX_VALUES = 20;
  private static final int MAX_SUBJECTS = 200;

  private final DatasetGraph dataset;
  private final Catalogue catalogue;
  private final String base;
  private final Runnable check;
  private final Map<String, Optional<Thing>> known = new HashMap<>();

  /**
   * @param base what the IRIs of our own things begin with
   * @param check is called before each question, and ends all of them by what it throws
   */
  Facts(DatasetGraph dataset, Catalogue catalogue, String base, Runnable check) {
    this.dataset = dataset;
    this.catalogue = catalogue;
    this.base = base;
    this.check = check;
  }

  /** What the thing has by the property, the first in the store's order. */
  List<Node> values(String iri, Property property) {
    check.run();
    Node thing = NodeFactory.createURI(iri);
    Set<Node> values =
        new LinkedHashSet<>(
            find(
                dataset.find(Node.ANY, thing, property.node(), Node.ANY),
                Quad::getObject,
                MAX_VALUES));
    if (property.symmetric()) {
      values.addAll(
          find(
              dataset.find(Node.ANY, Node.ANY, property.node(), thing),
              Quad::getSubject,
              MAX_VALUES));
    }
    return List.copyOf(values);
  }

  /** IRIs of the things that have the value by the property. */
  List<String> having(Property property, Node value) {
    check.run();
    Set<Node> found =
        new LinkedHashSet<>(
            find(
                dataset.find(Node.ANY, Node.ANY, property.node(), value),
                Quad::getSubject,
                MAX_SUBJECTS));
    if (property.symmetric()) {
      found.addAll(
          find(
              dataset.find(Node.ANY, value, property.node(), Node.ANY),
              Quad::getObject,
              MAX_SUBJECTS));
    }
    return found.stream().filter(Node::isURI).map(Node::getURI).toList();
  }

  private static Set<Node> find(Iterator<Quad> quads, Function<Quad, Node> place, int most) {
    Set<Node> found = new LinkedHashSet<>();
    try {
      for (int left = PATIENCE; left > 0 && found.size() < most && quads.hasNext(); left--) {
        found.add(place.apply(quads.next()));
      }
    } finally {
      Iter.close(quads);
    }
    return found;
  }

  /** The thing in the catalogue. */
  Optional<Thing> thing(String iri) {
    check.run();
    Optional<Thing> thing = known.get(iri);
    if (thing == null) {
      thing = catalogue.find(iri);
      known.put(iri, thing);
    }
    return thing;
  }

  /** The thing that has this id, in full or without what all ids start with. */
  Optional<Thing> identified(String id) {
    Optional<Thing> whole = id.contains(":") ? thing(id) : Optional.empty();
    return whole.isPresent() || id.isBlank() ? whole : thing(base + id);
  }

  /** The end of the IRI behind the base; all of it if it is of others. */
  String id(String iri) {
    return iri.startsWith(base) && iri.length() > base.length()
        ? iri.substring(base.length())
        : iri;
  }

  /** What a value is called, in words. */
  String name(Node value) {
    if (value.isLiteral()) {
      return value.getLiteralLexicalForm();
    }
    return names(value).get(0);
  }

  /** The label first; never empty. */
  List<String> names(Node value) {
    if (!value.isURI()) {
      return List.of(value.toString());
    }
    Optional<Thing> thing = thing(value.getURI());
    List<String> names = new ArrayList<>();
    if (thing.isPresent()) {
      names.add(thing.get().label());
      names.addAll(thing.get().aliases());
    } else {
      find(
              dataset.find(Node.ANY, value, RDFS.label.asNode(), Node.ANY),
              Quad::getObject,
              MAX_VALUES)
          .stream()
          .filter(Node::isLiteral)
          .forEach(label -> names.add(label.getLiteralLexicalForm()));
    }
    return names.isEmpty() ? List.of(id(value.getURI())) : names;
  }
}
