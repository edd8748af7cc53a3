package org.chancery.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.graph.GraphAssertions.BASE;
import static org.chancery.graph.GraphAssertions.assertGraph;
import static org.chancery.graph.GraphAssertions.graph;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.chancery.claims.Story;
import org.junit.jupiter.api.Test;

class ReferenceGraphTest {
  @Test
  void aCountryHasItsNamesAndCodes() {
    CountryFacts vanuatu =
        new CountryFacts(
            "VU", Optional.of("VUT"), "Vanuatu", new TreeSet<>(Set.of("Republic of Vanuatu")));
    Collection<Quad> quads = ReferenceGraph.of(List.of(vanuatu), BASE);
    assertGraph(
        graph(quads),
        """
        <country/vu> a chy:Country ; rdfs:label "Vanuatu" ;
          skos:altLabel "Republic of Vanuatu" ; chy:countryCode "VU" ; chy:countryCode3 "VUT" .
        """);
    assertThat(quads).allMatch(quad -> quad.getGraph().hasURI(ReferenceGraph.IRI));
  }

  @Test
  void countriesAreThoseNamedAndThoseOfCitiesAndPlaces() {
    Story story =
        Story.of("a")
            .country("v", "VU", "Vanuatu")
            .city("c", "CV", "Praia")
            .place("p", "WS", "Tavora Strait");
    assertThat(ReferenceGraph.countriesIn(story.reading())).containsExactly("CV", "VU", "WS");
  }

  @Test
  void theOntologyStandsInGraphsOfItsOwnWithoutBlankNodes() {
    Collection<Quad> quads = OntologyGraph.quads();
    Set<Node> graphs = quads.stream().map(Quad::getGraph).collect(Collectors.toSet());
    assertThat(graphs)
        .extracting(Node::getURI)
        .containsExactlyInAnyOrder(
            "https://w3id.org/chancery/ontology", "https://w3id.org/chancery/ontology/alignments");
    assertThat(quads).noneMatch(quad -> quad.getSubject().isBlank() || quad.getObject().isBlank());
  }
}
