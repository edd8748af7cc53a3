package org.chancery.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.update.UpdateAction;
import org.apache.jena.vocabulary.RDF;
import org.chancery.claims.Story;
import org.chancery.graph.GraphAssertions;
import org.chancery.ontology.EntityType;
import org.chancery.ontology.OntologyFile;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Signatures;
import org.chancery.ontology.Status;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShapeGateTest {
  private static final String SHAPE = "https://w3id.org/chancery/shape#";
  private static final Node ARTICLE = NodeFactory.createURI(GraphAssertions.BASE + "article/a");
  private static final ShapeGate GATE = ShapeGate.load();

  /** A graph with something of everything in it. */
  private static final Collection<Quad> SOUND =
      GraphAssertions.quads(
          Story.of("a", "In Port Vila, \"Ports first\", the acting minister said.")
              .published("2031-05-04")
              .title("Ports first")
              .country("v", "VU", "Vanuatu", "VANUATU")
              .city("c", "VU", 2135171, "Port Vila")
              .place("s", "CV", "Tavora Strait")
              .organization("l", "", "Lagoon Commission")
              .official("n", "Nilza Tavora")
              .official("t", "Tomas Bule")
              .office("o", "Minister of Ports", "Minister of Ports", "v")
              .agreement("g", "Lagoon Charter", true, "2031-05-04", "v")
              .meeting("m", "Lagoon Talks", true, "2031-05-03", "c", "n")
              .topic("e", "tidal energy")
              .quotation("q", "Ports first")
              .saysActing("n", "o", "acting minister")
              .says("n", Predicate.REPRESENTS, "v")
              .says("v", Predicate.SIGNS, "g")
              .says("l", Predicate.SIGNS, "g", Status.PLANNED, "Ports")
              .says("n", Predicate.SIGNS, "g", Status.DENIED, "Ports")
              .says("g", Predicate.SIGNED_IN, "c")
              .saysDay("g", Predicate.SIGNED_ON, "2031-05-04", Status.ASSERTED, "In")
              .says("m", Predicate.HOSTED_IN, "c")
              .says("m", Predicate.HOSTED_BY, "v")
              .saysDay("m", Predicate.HELD_ON, "2031-05-03", Status.ASSERTED, "In")
              .saysDay("m", Predicate.ENDED_ON, "2031-05-05", Status.ASSERTED, "In")
              .says("n", Predicate.ATTENDS, "m")
              .says("n", Predicate.MEETS_WITH, "t")
              .says("n", Predicate.VISITS, "s")
              .says("q", Predicate.SPEAKER, "n")
              .says("m", Predicate.DISCUSSES, "e"));

  @Test
  void whatTheProgramBuildsIsSound() {
    assertThat(GATE.check(SOUND)).isEmpty();
  }

  /** For each shape, an edit after which the sound graph breaks it. */
  private static List<Break> breaks() {
    List<Break> breaks = new ArrayList<>();
    String person = "<official/nilza-tavora>";
    String label = "rdfs:label";
    breaks.add(breaks("entity-type", insert("<country/vu> a chy:City")));
    breaks.add(breaks("entity-label", delete(person, label)));
    breaks.add(breaks("entity-label", insert(person + " rdfs:label 'Another'")));
    breaks.add(breaks("entity-altLabel", insert(person + " skos:altLabel 'Nilza Tavora'")));
    breaks.add(breaks("entity-altLabel", insert(person + " skos:altLabel ''")));
    breaks.add(breaks("entity-mentioned", "DELETE DATA { <article/a> chy:mentions <country/vu> }"));
    breaks.add(breaks("country-code", delete("<country/vu>", "chy:countryCode")));
    breaks.add(breaks("country-code", replace("<country/vu>", "chy:countryCode", "'vu'")));
    breaks.add(breaks("country-code3", insert("<country/vu> chy:countryCode3 'VU'")));
    breaks.add(breaks("city-geonamesId", replace("<city/vu/port-vila>", "chy:geonamesId", "'x'")));
    breaks.add(breaks("quotation-text", insert("?s chy:text 'More'", "?s a chy:Quotation")));
    for (Predicate predicate : Predicate.values()) {
      String property = "chy:" + predicate.localName();
      String a = predicate.localName();
      breaks.add(breaks(a + "-subject", insert("<article/a> " + property + " <article/a>")));
      breaks.add(breaks(a + "-object", insert("<article/a> " + property + " <article/a>")));
    }
    breaks.add(
        breaks(
            "meetsWith-order",
            insert("<official/tomas-bule> chy:meetsWith <official/nilza-tavora>")));
    breaks.add(
        breaks(
            "asserted",
            insert("<organization/lagoon-commission> chy:signs ?g", "?g a chy:Agreement")));
    breaks.add(
        breaks("asserted", insert("?q chy:speaker <official/tomas-bule>", "?q a chy:Quotation")));
    breaks.add(breaks("asserted-shown", delete("<country/vu>", "chy:signs")));
    breaks.add(breaks("article-identifier", delete("<article/a>", "dcterms:identifier")));
    breaks.add(breaks("article-contentHash", replace("<article/a>", "chy:contentHash", "'F0'")));
    breaks.add(breaks("article-publishedOn", replace("<article/a>", "chy:publishedOn", "'May'")));
    breaks.add(breaks("article-title", insert("<article/a> dcterms:title 'Another'")));
    breaks.add(breaks("article-source", insert("<article/a> dcterms:source 'here'")));
    breaks.add(breaks("mentions-subject", insert("<country/vu> chy:mentions <country/vu>")));
    breaks.add(breaks("mentions-object", insert("<article/a> chy:mentions <article/a>")));
    breaks.add(breaks("one-article", insert("<article/b> a chy:Article")));
    String claim = "?s a chy:Claim";
    breaks.add(breaks("claim-subject", deleteWhere("?s rdf:subject ?o", claim)));
    breaks.add(breaks("claim-subject-type", swap("?s rdf:subject", "<topic/tidal-energy>")));
    breaks.add(breaks("claim-predicate", swap("?s rdf:predicate", "chy:mentions")));
    breaks.add(breaks("claim-object", deleteWhere("?s rdf:object ?o", claim)));
    breaks.add(breaks("claim-object-type", swap("?s rdf:object", "<country/cv>")));
    breaks.add(breaks("claim-status", deleteWhere("?s chy:status ?o", claim)));
    breaks.add(breaks("claim-status", swap("?s chy:status", "chy:Wished")));
    breaks.add(breaks("claim-status", insert("?s chy:status chy:Former", claim)));
    breaks.add(breaks("claim-rule", deleteWhere("?s chy:rule ?o", claim)));
    breaks.add(breaks("claim-rule", swap("?s chy:rule", "<by-hand>")));
    breaks.add(breaks("claim-confidence", swap("?s chy:confidence", "1.5")));
    breaks.add(breaks("claim-confidence", swap("?s chy:confidence", "1.0e0")));
    breaks.add(breaks("claim-article", deleteWhere("?s prov:wasDerivedFrom ?o", claim)));
    breaks.add(breaks("claim-evidence", deleteWhere("?s chy:evidence ?o", claim)));
    breaks.add(breaks("claim-acting", insert("?s chy:acting true , false", claim)));
    breaks.add(breaks("evidence-source", deleteWhere("?s oa:hasSource ?o", "?s oa:hasSource ?o")));
    String position = "?o a oa:TextPositionSelector";
    String quote = "?o a oa:TextQuoteSelector";
    breaks.add(breaks("evidence-selectors", deleteWhere("?s oa:hasSelector ?o", quote)));
    breaks.add(breaks("evidence-quote", deleteWhere("?s oa:hasSelector ?o", quote)));
    breaks.add(breaks("evidence-position", deleteWhere("?s oa:hasSelector ?o", position)));
    breaks.add(breaks("quote-exact", deleteWhere("?s oa:exact ?o", "?s oa:exact ?o")));
    breaks.add(breaks("quote-exact", swap("?s oa:exact", "''")));
    breaks.add(breaks("quote-prefix", swap("?s oa:prefix", "'" + "x".repeat(33) + "'")));
    breaks.add(breaks("quote-suffix", swap("?s oa:suffix", "'" + "x".repeat(33) + "'")));
    breaks.add(breaks("position-start", deleteWhere("?s oa:start ?o", "?s oa:start ?o")));
    breaks.add(breaks("position-start", swap("?s oa:start", "-1")));
    breaks.add(breaks("position-end", deleteWhere("?s oa:end ?o", "?s oa:end ?o")));
    breaks.add(breaks("position-order", swap("?s oa:end", "0")));
    String tenure = "?s a chy:Tenure";
    breaks.add(breaks("tenure-official", deleteWhere("?s chy:tenureOf ?o", tenure)));
    breaks.add(breaks("tenure-office", deleteWhere("?s chy:tenureIn ?o", tenure)));
    breaks.add(breaks("tenure-acting", deleteWhere("?s chy:acting ?o", tenure)));
    breaks.add(breaks("tenure-asOf", insert("?s chy:asOf 'May'", tenure)));
    breaks.add(breaks("tenure-article", deleteWhere("?s prov:wasDerivedFrom ?o", tenure)));
    breaks.add(breaks("tenure-asserted", delete(person, "chy:holdsOffice")));
    return breaks;
  }

  private record Break(String shape, String update) {}

  @TestFactory
  Stream<DynamicTest> theShapeNoticesItsBreak() {
    return breaks().stream()
        .map(
            broken ->
                DynamicTest.dynamicTest(
                    broken.shape + ": " + broken.update,
                    () ->
                        assertThat(GATE.check(edited(broken.update)))
                            .extracting(Violation::shape)
                            .contains(SHAPE + broken.shape)));
  }

  @Test
  void everyShapeHasABreakAndAMessage() {
    Graph shapes = OntologyFile.SHAPES.read();
    Node message = NodeFactory.createURI("http://www.w3.org/ns/shacl#message");
    Node sparql = NodeFactory.createURI("http://www.w3.org/ns/shacl#sparql");
    Node property = NodeFactory.createURI("http://www.w3.org/ns/shacl#property");
    Set<String> named =
        shapes.stream()
            .map(triple -> triple.getSubject())
            .filter(node -> node.isURI() && node.getURI().startsWith(SHAPE))
            .filter(node -> !shapes.contains(node, property, Node.ANY))
            .peek(
                node ->
                    assertThat(
                            shapes.contains(node, message, Node.ANY)
                                || shapes.contains(node, sparql, Node.ANY))
                        .as(node + " has a message")
                        .isTrue())
            .map(node -> node.getURI().substring(SHAPE.length()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(breaks()).extracting(Break::shape).containsAll(named);
    assertThat(named).containsAll(breaks().stream().map(Break::shape).toList());
  }

  @Test
  void shapesAndSignaturesAgree() {
    Signatures signatures = Signatures.load();
    for (Predicate predicate : Predicate.values()) {
      Signatures.Signature signature = signatures.of(predicate);
      for (EntityType type : EntityType.values()) {
        assertThat(broken("<x/country/xx> a <" + type.iri() + "> ; <" + predicate.iri() + "> 1"))
            .as(type + " " + predicate)
            .satisfies(
                shapes ->
                    assertThat(shapes.contains(predicate.localName() + "-subject"))
                        .isEqualTo(!signature.subjects().contains(type)));
        if (predicate != Predicate.PART_OF) {
          assertThat(
                  broken(
                      "<x> <"
                          + predicate.iri()
                          + "> <y/country/xx> . <y/country/xx> a <"
                          + type.iri()
                          + ">"))
              .as(predicate + " " + type)
              .satisfies(
                  shapes ->
                      assertThat(shapes.contains(predicate.localName() + "-object"))
                          .isEqualTo(!signature.objects().contains(type)));
        }
      }
    }
  }

  @Test
  void aViolationSaysWhereWhatAndWhy() {
    assertThat(GATE.check(edited(delete("<official/nilza-tavora>", "rdfs:label"))))
        .containsExactly(
            new Violation(
                GraphAssertions.BASE + "article/a",
                GraphAssertions.BASE + "official/nilza-tavora",
                SHAPE + "entity-label",
                "It needs exactly one rdfs:label, the best name over all articles, as a plain"
                    + " string that is not empty."));
  }

  @Test
  void aPlannedFactAsDirectTripleIsNamed() {
    String update = insert("<organization/lagoon-commission> chy:signs ?g", "?g a chy:Agreement");
    assertThat(GATE.check(edited(update)))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.node())
                  .isEqualTo(GraphAssertions.BASE + "organization/lagoon-commission");
              assertThat(violation.message())
                  .startsWith("A direct triple with <https://w3id.org/chancery/ontology#signs>")
                  .contains("agreement/lagoon-charter-2031-05");
            });
  }

  @Test
  void everyArticleIsHeldAgainstTheShapesOnItsOwn() {
    List<Quad> both = new ArrayList<>(SOUND);
    Node other = NodeFactory.createURI(GraphAssertions.BASE + "article/b");
    both.add(
        new Quad(
            other,
            NodeFactory.createURI(GraphAssertions.BASE + "official/nilza-tavora"),
            RDF.type.asNode(),
            NodeFactory.createURI(EntityType.OFFICIAL.iri())));
    assertThat(GATE.check(both)).extracting(Violation::article).containsOnly(other.getURI());
  }

  @Test
  void severalThreadsMayShareAGate() {
    Collection<Quad> broken = edited(delete("<official/nilza-tavora>", "rdfs:label"));
    List<Violation> alone = GATE.check(broken);
    assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> GATE.check(broken)).toList())
        .allMatch(alone::equals);
  }

  private static Set<String> broken(String turtle) {
    return GATE.check(quads(GraphAssertions.turtle(turtle + " ."))).stream()
        .map(violation -> violation.shape().substring(SHAPE.length()))
        .collect(Collectors.toSet());
  }

  private static Collection<Quad> edited(String update) {
    Graph graph = GraphFactory.createDefaultGraph();
    GraphAssertions.graph(SOUND).stream().forEach(graph::add);
    long before = graph.stream().mapToInt(Object::hashCode).sum();
    UpdateAction.parseExecute(GraphAssertions.prefixes() + update, graph);
    assertThat(graph.stream().mapToInt(Object::hashCode).sum())
        .as("the edit changes something: " + update)
        .isNotEqualTo(before);
    return quads(graph);
  }

  private static Collection<Quad> quads(Graph graph) {
    return graph.stream().map(triple -> new Quad(ARTICLE, triple)).toList();
  }

  private static Break breaks(String shape, String update) {
    return new Break(shape, update);
  }

  private static String insert(String triple) {
    return "INSERT DATA { %s }".formatted(triple);
  }

  private static String insert(String triple, String where) {
    return "INSERT { %s } WHERE { %s }".formatted(triple, where);
  }

  private static String delete(String subject, String property) {
    return "DELETE WHERE { %s %s ?o }".formatted(subject, property);
  }

  private static String deleteWhere(String triple, String where) {
    return "DELETE { %s } WHERE { %s . %s }".formatted(triple, triple, where);
  }

  private static String replace(String subject, String property, String object) {
    return "DELETE { %1$s %2$s ?o } INSERT { %1$s %2$s %3$s } WHERE { %1$s %2$s ?o }"
        .formatted(subject, property, object);
  }

  private static String swap(String subjectAndProperty, String object) {
    return "DELETE { %1$s ?o } INSERT { %1$s %2$s } WHERE { %1$s ?o }"
        .formatted(subjectAndProperty, object);
  }
}
