package org.chancery.export;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.NodeCmp;
import org.chancery.graph.Terms;
import org.chancery.ontology.Predicate;
import org.chancery.reference.City;

/**
 * Where meetings took place, as GeoJSON after RFC 7946: a point for each meeting and each city that
 * articles state it was held in. A meeting whose city has no place on the map is there without one.
 */
final class MeetingMap {
  private final DatasetGraph dataset;
  private final Function<Long, Optional<City>> cities;
  private final Labels labels;

  /**
   * Makes the map.
   *
   * @param cities by GeoNames id
   */
  MeetingMap(DatasetGraph dataset, Function<Long, Optional<City>> cities) {
    this.dataset = dataset;
    this.cities = cities;
    this.labels = new Labels(dataset);
  }

  void write(Writer out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.setIndent(" ");
    json.beginObject().name("type").value("FeatureCollection").name("features").beginArray();
    for (Map.Entry<Node, Map<Node, Set<Node>>> meeting : hosted().entrySet()) {
      for (Map.Entry<Node, Set<Node>> city : meeting.getValue().entrySet()) {
        feature(meeting.getKey(), city.getKey(), city.getValue(), json);
      }
    }
    json.endArray().endObject().flush();
    out.write("\n");
  }

  /** Of each meeting the cities, of each city the articles. */
  private Map<Node, Map<Node, Set<Node>>> hosted() {
    Map<Node, Map<Node, Set<Node>>> hosted = new TreeMap<>(NodeCmp::compareRDFTerms);
    for (Quad quad : quads(Node.ANY, node(Predicate.HOSTED_IN), Node.ANY)) {
      hosted
          .computeIfAbsent(quad.getSubject(), m -> new TreeMap<>(NodeCmp::compareRDFTerms))
          .computeIfAbsent(quad.getObject(), c -> new TreeSet<>(NodeCmp::compareRDFTerms))
          .add(quad.getGraph());
    }
    return hosted;
  }

  private void feature(Node meeting, Node city, Collection<Node> articles, JsonWriter json)
      throws IOException {
    json.beginObject().name("type").value("Feature").name("id").value(meeting.getURI());
    json.name("geometry");
    Optional<City> place = place(city);
    if (place.isPresent()) {
      json.beginObject().name("type").value("Point").name("coordinates");
      json.beginArray().value(place.get().longitude()).value(place.get().latitude()).endArray();
      json.endObject();
    } else {
      json.nullValue();
    }
    json.name("properties").beginObject();
    json.name("name").value(labels.of(meeting));
    json.name("city").value(labels.of(city)).name("cityIri").value(city.getURI());
    list("heldOn", objects(meeting, Predicate.HELD_ON), json);
    list("endedOn", objects(meeting, Predicate.ENDED_ON), json);
    list("attendedBy", subjects(Predicate.ATTENDS, meeting), json);
    json.name("articles").beginArray();
    for (Node article : articles) {
      json.value(article.getURI());
    }
    json.endArray().endObject().endObject();
  }

  private void list(String name, Collection<Node> nodes, JsonWriter json) throws IOException {
    json.name(name).beginArray();
    for (Node node : nodes) {
      json.value(labels.words(node));
    }
    json.endArray();
  }

  private Optional<City> place(Node city) {
    return quads(city, Terms.GEONAMES_ID, Node.ANY).stream()
        .map(quad -> quad.getObject().getLiteralLexicalForm())
        .filter(id -> id.matches("[0-9]{1,18}"))
        .sorted()
        .map(Long::valueOf)
        .flatMap(id -> cities.apply(id).stream())
        .findFirst();
  }

  private Collection<Node> objects(Node subject, Predicate predicate) {
    TreeSet<Node> objects = new TreeSet<>(NodeCmp::compareRDFTerms);
    quads(subject, node(predicate), Node.ANY).forEach(quad -> objects.add(quad.getObject()));
    return objects;
  }

  private Collection<Node> subjects(Predicate predicate, Node object) {
    TreeSet<Node> subjects = new TreeSet<>(NodeCmp::compareRDFTerms);
    quads(Node.ANY, node(predicate), object).forEach(quad -> subjects.add(quad.getSubject()));
    return subjects;
  }

  private List<Quad> quads(Node subject, Node predicate, Node object) {
    List<Quad> quads = new ArrayList<>();
    dataset.findNG(Node.ANY, subject, predicate, object).forEachRemaining(quads::add);
    return quads;
  }

  private static Node node(Predicate predicate) {
    return NodeFactory.createURI(predicate.iri());
  }
}
