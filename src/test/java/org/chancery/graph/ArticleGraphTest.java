package org.chancery.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.graph.GraphAssertions.BASE;
import static org.chancery.graph.GraphAssertions.assertGraph;
import static org.chancery.graph.GraphAssertions.facts;
import static org.chancery.graph.GraphAssertions.graph;
import static org.chancery.graph.GraphAssertions.quads;

import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OA;
import org.chancery.claims.Story;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.chancery.resolution.Resolved;
import org.chancery.resolution.ResolvedArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ArticleGraphTest {
  private static final String SIGNING = "Vanuatu signed the Lagoon Charter.";

  private static Story signing(Status status) {
    return Story.of("lagoon", SIGNING)
        .country("v", "VU", "Vanuatu")
        .agreement("g", "Lagoon Charter", true, "", "v")
        .says("v", Predicate.SIGNS, "g", status, "signed the Lagoon Charter");
  }

  @Test
  void anAssertedClaimLeavesADirectTripleAndItsEvidence() {
    assertGraph(
        graph(signing(Status.ASSERTED)),
        """
        <article/lagoon> a chy:Article ;
          dcterms:identifier "lagoon" ;
          chy:contentHash "81326ebda5746f30c530d3af341a7c00f0de39e48aac41ed65626c1617ebb9d3" ;
          chy:mentions <country/vu> , <agreement/lagoon-charter> .
        <country/vu> a chy:Country ; rdfs:label "Vanuatu" ; chy:countryCode "VU" ;
          chy:writtenAs "Vanuatu" ;
          chy:signs <agreement/lagoon-charter> .
        <agreement/lagoon-charter> a chy:Agreement ; rdfs:label "Lagoon Charter" ;
          chy:writtenAs "Lagoon Charter" .
        [] a chy:Claim ;
          rdf:subject <country/vu> ;
          rdf:predicate chy:signs ;
          rdf:object <agreement/lagoon-charter> ;
          chy:status chy:Asserted ;
          chy:rule rule:by-hand ;
          chy:confidence 0.9 ;
          prov:wasDerivedFrom <article/lagoon> ;
          chy:evidence [
            a oa:SpecificResource ;
            oa:hasSource <article/lagoon> ;
            oa:hasSelector
              [ a oa:TextQuoteSelector ;
                oa:exact "signed the Lagoon Charter" ; oa:prefix "Vanuatu " ; oa:suffix "." ] ,
              [ a oa:TextPositionSelector ; oa:start 8 ; oa:end 33 ] ] .
        """);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ASSERTED")
  void whatIsNotAssertedLeavesNoDirectTriple(Status status) {
    Graph graph = graph(signing(status));
    Node signs = NodeFactory.createURI(Predicate.SIGNS.iri());
    assertThat(graph.contains(Node.ANY, signs, Node.ANY)).isFalse();
    assertThat(graph.contains(Node.ANY, Node.ANY, NodeFactory.createURI(status.iri()))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ASSERTED")
  void whoIsNotInOfficeHasNoTenure(Status status) {
    Story story =
        Story.of("a")
            .official("p", "Nilza Tavora")
            .office("o", "Minister of Ports", "Minister of Ports", "")
            .says("p", Predicate.HOLDS_OFFICE, "o", status, "Some");
    assertThat(graph(story).contains(Node.ANY, Node.ANY, Terms.TENURE)).isFalse();
  }

  @Test
  void aTenureSaysWhetherActingAndAsOfWhichDay() {
    Story story =
        Story.of("a", "acting")
            .published("2031-05-04")
            .official("p", "Nilza Tavora")
            .office("o", "Minister of Ports", "Minister of Ports", "")
            .saysActing("p", "o", "acting");
    Graph graph = graph(story);
    Graph tenures = GraphAssertions.turtle("");
    graph.stream()
        .filter(t -> t.getSubject().getURI().startsWith(BASE + "tenure/"))
        .forEach(tenures::add);
    assertGraph(
        tenures,
        """
        [] a chy:Tenure ;
          chy:tenureOf <official/nilza-tavora> ;
          chy:tenureIn <office/unknown/a/minister-of-ports> ;
          chy:acting true ;
          chy:asOf "2031-05-04"^^xsd:date ;
          prov:wasDerivedFrom <article/a> .
        """);
    assertThat(graph.find(Node.ANY, Terms.ACTING, Node.ANY).toList()).hasSize(2);
  }

  @Test
  void theSameClaimFromTwoPlacesIsOneClaimWithTwoPiecesOfEvidence() {
    Story story =
        signing(Status.ASSERTED)
            .says("v", Predicate.SIGNS, "g", Status.ASSERTED, "Lagoon Charter", "Vanuatu");
    Graph graph = graph(story);
    assertThat(graph.find(Node.ANY, Node.ANY, Terms.CLAIM).toList()).hasSize(1);
    assertThat(graph.find(Node.ANY, Terms.EVIDENCE, Node.ANY).toList()).hasSize(3);
  }

  @Test
  void oneClaimOfTwoStatusesIsTwoClaims() {
    Story story =
        signing(Status.ASSERTED).says("v", Predicate.SIGNS, "g", Status.DENIED, "Vanuatu");
    assertThat(graph(story).find(Node.ANY, Node.ANY, Terms.CLAIM).toList()).hasSize(2);
  }

  @Test
  void aMeetingOfTwoIsStoredOnceWhicheverIsNamedFirst() {
    String meets =
        """
        <official/nilza-tavora> chy:meetsWith <official/tomas-bule> .
        """;
    for (String first : List.of("n", "t")) {
      Story story =
          Story.of("a")
              .official("n", "Nilza Tavora")
              .official("t", "Tomas Bule")
              .says(first, Predicate.MEETS_WITH, first.equals("n") ? "t" : "n");
      assertGraph(only(graph(story), Predicate.MEETS_WITH), meets);
    }
  }

  @Test
  void nobodyMeetsThemselves() {
    Story story =
        Story.of("a")
            .official("n", "Nilza Tavora")
            .official("t", "Nilza P. Tavora")
            .says("n", Predicate.MEETS_WITH, "t");
    assertThat(graph(story).contains(Node.ANY, Node.ANY, Terms.CLAIM)).isFalse();
  }

  @Test
  void aSpeakerBringsTheWords() {
    Story story =
        Story.of("a", "\"Ports first,\" Bule said.")
            .official("t", "Tomas Bule")
            .quotation("q", "Ports first,")
            .says("q", Predicate.SPEAKER, "t", Status.ASSERTED, "Bule said");
    Graph graph = graph(story);
    assertGraph(only(graph, Predicate.TEXT), "<quotation/a/1> chy:text \"Ports first,\" .");
    assertGraph(
        only(graph, Predicate.SPEAKER), "<quotation/a/1> chy:speaker <official/tomas-bule> .");
    assertThat(graph.find(Node.ANY, Node.ANY, Terms.CLAIM).toList()).hasSize(2);
  }

  @Test
  void thingsCarryWhatTellsThemApart() {
    Story story =
        Story.of("a")
            .published("2031-05-04")
            .title("Ports first")
            .country("v", "VU", "Vanuatu", "VANUATU")
            .city("c", "VU", 2135171, "Port Vila")
            .place("s", "CV", "Tavora Strait")
            .office("o", "Minister of Ports of Vanuatu", "Minister of Ports", "v");
    assertGraph(
        GraphAssertions.without(facts(graph(story)), Terms.MENTIONS, Terms.CONTENT_HASH),
        """
        <article/a> a chy:Article ; dcterms:identifier "a" ; dcterms:title "Ports first" ;
          chy:publishedOn "2031-05-04"^^xsd:date .
        <country/vu> a chy:Country ; rdfs:label "Vanuatu" ; skos:altLabel "VANUATU" ;
          chy:writtenAs "Vanuatu" , "VANUATU" ;
          chy:countryCode "VU" .
        <city/vu/port-vila> a chy:City ; rdfs:label "Port Vila" ; chy:writtenAs "Port Vila" ;
          chy:geonamesId "2135171" ;
          chy:partOf <country/vu> .
        <place/cv/tavora-strait> a chy:Place ; rdfs:label "Tavora Strait" ; chy:writtenAs "Tavora Strait" ;
          chy:partOf <country/cv> .
        <office/vu/minister-of-ports> a chy:Office ; rdfs:label "Minister of Ports of Vanuatu" ;
          chy:writtenAs "Minister of Ports of Vanuatu" ;
          chy:officeOf <country/vu> .
        """);
  }

  @Test
  void theLabelIsTheBestOfAllArticlesAndOtherFormsAreThisArticlesOwn() {
    Story full = Story.of("a").official("p", "Nilza P. Tavora", "Ms. Tavora");
    Story brief = Story.of("b").official("p", "Nilza Tavora", "Nilza");
    List<ResolvedArticle> resolved = Resolved.all(List.of(full.reading(), brief.reading()), BASE);
    Node official = NodeFactory.createURI(BASE + "official/nilza-p-tavora");
    Graph graph = GraphAssertions.turtle("");
    graph(ArticleGraph.of(resolved.get(1))).find(official, Node.ANY, Node.ANY).forEach(graph::add);
    assertGraph(
        graph,
        """
        <official/nilza-p-tavora> a chy:Official ;
          rdfs:label "Nilza P. Tavora" ;
          skos:altLabel "Nilza Tavora" , "Nilza" ;
          chy:writtenAs "Nilza Tavora" , "Nilza" .
        """);
  }

  @Test
  void offsetsCountUtf16AndContextSplitsNoCharacter() {
    String ships = "🚢".repeat(20);
    // 33 units after the words: the 32nd would be the first half of a ship.
    String text = ships + "x Vanuatu 🤝 signed y" + ships;
    Story story =
        Story.of("a", text)
            .country("v", "VU", "Vanuatu")
            .agreement("g", "Lagoon Charter", true, "")
            .says("v", Predicate.SIGNS, "g", Status.ASSERTED, "Vanuatu 🤝 signed");
    Graph graph = graph(story);
    int start = number(graph, OA.start.asNode());
    int end = number(graph, OA.end.asNode());
    String exact = string(graph, OA.exact.asNode());
    assertThat(start).isEqualTo(42);
    assertThat(text.substring(start, end)).isEqualTo(exact).isEqualTo("Vanuatu 🤝 signed");
    String prefix = string(graph, OA.prefix.asNode());
    String suffix = string(graph, OA.suffix.asNode());
    assertThat(prefix).isEqualTo("🚢".repeat(15) + "x ").hasSize(32);
    assertThat(suffix).isEqualTo(" y" + "🚢".repeat(15)).hasSize(32);
    assertThat(text).contains(prefix + exact + suffix);
  }

  @Test
  void halfACharacterIsLeftOutOfTheContext() {
    String ships = "🚢".repeat(20);
    Story story =
        Story.of("a", ships + " signed " + ships)
            .country("v", "VU", "Vanuatu")
            .agreement("g", "Lagoon Charter", true, "")
            .says("v", Predicate.SIGNS, "g", Status.ASSERTED, "signed");
    Graph graph = graph(story);
    assertThat(string(graph, OA.prefix.asNode())).isEqualTo("🚢".repeat(15) + " ");
    assertThat(string(graph, OA.suffix.asNode())).isEqualTo(" " + "🚢".repeat(15));
  }

  @Test
  void evidenceThatIsTheWholeTextHasNoContext() {
    Story story =
        Story.of("a", "signed")
            .country("v", "VU", "Vanuatu")
            .agreement("g", "Lagoon Charter", true, "")
            .says("v", Predicate.SIGNS, "g", Status.ASSERTED, "signed");
    assertThat(graph(story).contains(Node.ANY, OA.prefix.asNode(), Node.ANY)).isFalse();
    assertThat(graph(story).contains(Node.ANY, OA.suffix.asNode(), Node.ANY)).isFalse();
  }

  @Test
  void everythingStandsInTheArticlesGraphUnderAName() {
    Collection<Quad> quads = quads(signing(Status.ASSERTED));
    assertThat(quads)
        .allMatch(quad -> quad.getGraph().hasURI(BASE + "article/lagoon"))
        .noneMatch(quad -> quad.getSubject().isBlank() || quad.getObject().isBlank())
        .doesNotHaveDuplicates();
  }

  @Test
  void decimalsAreCanonical() {
    assertThat(GraphBuilder.decimal(1).getLiteralLexicalForm()).isEqualTo("1.0");
    assertThat(GraphBuilder.decimal(0).getLiteralLexicalForm()).isEqualTo("0.0");
    assertThat(GraphBuilder.decimal(0.93).getLiteralLexicalForm()).isEqualTo("0.93");
    assertThat(GraphBuilder.decimal(1e-5).getLiteralLexicalForm()).isEqualTo("0.00001");
  }

  private static Graph only(Graph graph, Predicate predicate) {
    Graph found = GraphAssertions.turtle("");
    graph.find(Node.ANY, NodeFactory.createURI(predicate.iri()), Node.ANY).forEach(found::add);
    return found;
  }

  private static String string(Graph graph, Node property) {
    return graph
        .find(Node.ANY, property, Node.ANY)
        .toList()
        .get(0)
        .getObject()
        .getLiteralLexicalForm();
  }

  private static int number(Graph graph, Node property) {
    return Integer.parseInt(string(graph, property));
  }
}
