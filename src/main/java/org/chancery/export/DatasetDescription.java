package org.chancery.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/**
 * A graph as VoID and DCAT describe one. It has no blank nodes and knows no clock.
 *
 * @param base what the IRIs of things begin with; the dataset is {@code dataset} under it
 * @param licence that its owner gives, if any
 * @param endpoint where it can be asked by SPARQL, if anywhere
 */
public record DatasetDescription(
    DatasetNumbers numbers, String base, Optional<Node> licence, Optional<Node> endpoint) {
  private static final Node DESCRIPTION =
      NodeFactory.createLiteralLang(
          "What articles say of officials and their offices, of agreements and who signs them, and"
              + " of meetings and where they are held: each statement with its status and the"
              + " words that it rests on.",
          "en");

  /** The description, for whoever writes it in a format of choice. */
  public Graph graph() {
    Graph graph = GraphFactory.createDefaultGraph();
    Node dataset = NodeFactory.createURI(base + "dataset");
    add(graph, dataset, RDF.type.asNode(), VOID.Dataset.asNode());
    add(graph, dataset, RDF.type.asNode(), DCAT.Dataset.asNode());
    add(graph, dataset, DCTerms.title.asNode(), text("Chancery: a graph of diplomacy"));
    add(graph, dataset, DCTerms.description.asNode(), DESCRIPTION);
    licence.ifPresent(iri -> add(graph, dataset, DCTerms.license.asNode(), iri));
    add(graph, dataset, VOID.uriSpace.asNode(), NodeFactory.createLiteralString(base));
    add(graph, dataset, VOID.triples.asNode(), number(numbers.triples()));
    add(graph, dataset, VOID.entities.asNode(), number(numbers.entities()));
    add(graph, dataset, VOID.classes.asNode(), number(numbers.classes().size()));
    add(graph, dataset, VOID.properties.asNode(), number(numbers.properties().size()));
    numbers
        .vocabularies()
        .forEach(namespace -> add(graph, dataset, VOID.vocabulary.asNode(), iri(namespace)));
    numbers
        .examples()
        .values()
        .forEach(example -> add(graph, dataset, VOID.exampleResource.asNode(), iri(example)));
    partitions(graph, dataset);
    linksets(graph, dataset);
    endpoint.ifPresent(sparql -> service(graph, dataset, sparql));
    return graph;
  }

  /**
   * Writes the description, sorted as exports are.
   *
   * @throws IOException if the stream fails
   */
  public void write(ExportFormat format, OutputStream out) throws IOException {
    DatasetGraph only = DatasetGraphFactory.create();
    Node name = iri(base + "dataset");
    graph().stream().map(triple -> Quad.create(name, triple)).forEach(only::add);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    Export.everything(only).write(format, whole);
    whole.writeTo(out);
    out.flush();
  }

  private void partitions(Graph graph, Node dataset) {
    int next = 1;
    for (Map.Entry<String, Long> type : numbers.classes().entrySet()) {
      Node part = iri(base + "dataset#class-" + next++);
      add(graph, dataset, VOID.classPartition.asNode(), part);
      add(graph, part, VOID._class.asNode(), iri(type.getKey()));
      add(graph, part, VOID.entities.asNode(), number(type.getValue()));
    }
    next = 1;
    for (Map.Entry<String, Long> property : numbers.properties().entrySet()) {
      Node part = iri(base + "dataset#property-" + next++);
      add(graph, dataset, VOID.propertyPartition.asNode(), part);
      add(graph, part, VOID.property.asNode(), iri(property.getKey()));
      add(graph, part, VOID.triples.asNode(), number(property.getValue()));
    }
  }

  private void linksets(Graph graph, Node dataset) {
    List<String> targets = new ArrayList<>();
    int next = 1;
    for (DatasetNumbers.Linkset links : numbers.linksets()) {
      Node linkset = iri(base + "dataset#linkset-" + next++);
      if (!targets.contains(links.target())) {
        targets.add(links.target());
      }
      Node target = iri(base + "dataset#target-" + (targets.indexOf(links.target()) + 1));
      add(graph, dataset, VOID.subset.asNode(), linkset);
      add(graph, linkset, RDF.type.asNode(), VOID.Linkset.asNode());
      add(graph, linkset, VOID.subjectsTarget.asNode(), dataset);
      add(graph, linkset, VOID.objectsTarget.asNode(), target);
      add(graph, linkset, VOID.linkPredicate.asNode(), iri(links.property()));
      add(graph, linkset, VOID.triples.asNode(), number(links.triples()));
      add(graph, target, RDF.type.asNode(), VOID.Dataset.asNode());
      add(graph, target, VOID.uriSpace.asNode(), NodeFactory.createLiteralString(links.target()));
    }
  }

  private void service(Graph graph, Node dataset, Node sparql) {
    Node distribution = iri(base + "dataset#sparql");
    Node service = iri(base + "dataset#service");
    add(graph, dataset, VOID.sparqlEndpoint.asNode(), sparql);
    add(graph, dataset, DCAT.distribution.asNode(), distribution);
    add(graph, distribution, RDF.type.asNode(), DCAT.Distribution.asNode());
    add(graph, distribution, DCAT.accessURL.asNode(), sparql);
    add(graph, distribution, DCAT.accessService.asNode(), service);
    add(graph, service, RDF.type.asNode(), DCAT.DataService.asNode());
    add(graph, service, DCTerms.title.asNode(), text("SPARQL"));
    add(graph, service, DCAT.endpointURL.asNode(), sparql);
    add(graph, service, DCAT.servesDataset.asNode(), dataset);
    licence.ifPresent(iri -> add(graph, distribution, DCTerms.license.asNode(), iri));
  }

  private static void add(Graph graph, Node subject, Node predicate, Node object) {
    graph.add(Triple.create(subject, predicate, object));
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static Node text(String words) {
    return NodeFactory.createLiteralLang(words, "en");
  }

  private static Node number(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }
}
