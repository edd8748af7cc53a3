package org.chancery.export;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.chancery.graph.Terms;
import org.chancery.ontology.Chy;
import org.chancery.ontology.EntityType;

/**
 * What a description of a graph counts.
 *
 * @param triples of the union of its graphs
 * @param classes how many members each has, by IRI
 * @param properties how many triples each has, by IRI
 * @param examples of each class of things the member whose IRI comes first, by the class's IRI
 * @param linksets triples that link our things with those of others
 */
public record DatasetNumbers(
    long triples,
    SortedMap<String, Long> classes,
    SortedMap<String, Long> properties,
    SortedMap<String, String> examples,
    List<Linkset> linksets) {
  private static final Set<Node> LINKS =
      Set.of(OWL2.sameAs.asNode(), SKOS.exactMatch.asNode(), SKOS.closeMatch.asNode());

  private static final String ARTICLE = "article/";

  /**
   * Links by one property to one place.
   *
   * @param property its IRI
   * @param target what the IRIs of the others begin with: scheme and host
   */
  public record Linkset(String property, String target, long triples) {}

  public DatasetNumbers {
    classes = new TreeMap<>(classes);
    properties = new TreeMap<>(properties);
    examples = new TreeMap<>(examples);
    linksets = List.copyOf(linksets);
  }

  /** Reads through the dataset once; call inside a read transaction. */
  public static DatasetNumbers of(DatasetGraph dataset) {
    SortedMap<String, Long> classes = new TreeMap<>();
    SortedMap<String, Long> properties = new TreeMap<>();
    SortedMap<String, String> examples = new TreeMap<>();
    SortedMap<String, Linkset> linksets = new TreeMap<>();
    Graph union = dataset.getUnionGraph();
    try (Stream<Triple> triples = union.stream()) {
      triples.forEach(
          triple -> {
            properties.merge(triple.getPredicate().getURI(), 1L, Long::sum);
            Node object = triple.getObject();
            if (triple.getPredicate().equals(RDF.type.asNode()) && object.isURI()) {
              classes.merge(object.getURI(), 1L, Long::sum);
              if (triple.getSubject().isURI()) {
                examples.merge(
                    object.getURI(),
                    triple.getSubject().getURI(),
                    (one, other) -> one.compareTo(other) < 0 ? one : other);
              }
            }
            if (LINKS.contains(triple.getPredicate()) && object.isURI()) {
              Linkset link = new Linkset(triple.getPredicate().getURI(), site(object), 1);
              linksets.merge(
                  link.property() + " " + link.target(),
                  link,
                  (sum, one) ->
                      new Linkset(sum.property(), sum.target(), sum.triples() + one.triples()));
            }
          });
    }
    examples.keySet().retainAll(things());
    long all = properties.values().stream().mapToLong(Long::longValue).sum();
    return new DatasetNumbers(all, classes, properties, examples, List.copyOf(linksets.values()));
  }

  /** What the IRIs of a dataset's things begin with, as its articles show it. */
  public static Optional<String> base(DatasetGraph dataset) {
    Collection<Node> articles = StatedClaim.subjects(dataset.getUnionGraph(), Terms.ARTICLE);
    return articles.stream()
        .map(Node::getURI)
        .filter(iri -> iri.contains(ARTICLE))
        .map(iri -> iri.substring(0, iri.lastIndexOf(ARTICLE)))
        .findFirst();
  }

  /** How many things articles speak of. */
  long entities() {
    return things().stream().mapToLong(type -> classes.getOrDefault(type, 0L)).sum();
  }

  private static List<String> things() {
    return Stream.of(EntityType.values()).map(EntityType::iri).toList();
  }

  private static String site(Node node) {
    String iri = node.getURI();
    int path = iri.indexOf('/', iri.indexOf("//") + 2);
    return path < 0 ? iri : iri.substring(0, path + 1);
  }

  /** The namespaces of other vocabularies and ours that classes and properties come from. */
  Collection<String> vocabularies() {
    Map<String, Boolean> namespaces = new TreeMap<>();
    Stream.concat(classes.keySet().stream(), properties.keySet().stream())
        .map(iri -> iri.substring(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1))
        .filter(namespace -> !namespace.equals(Chy.RULES))
        .forEach(namespace -> namespaces.put(namespace, true));
    return List.copyOf(namespaces.keySet());
  }
}
