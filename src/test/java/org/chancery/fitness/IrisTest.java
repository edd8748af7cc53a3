package org.chancery.fitness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.rfc3986.IRI3986;
import org.apache.jena.sparql.core.Quad;
import org.chancery.GraphMaker;
import org.chancery.Seeds;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.Story;
import org.chancery.graph.OntologyGraph;
import org.chancery.ontology.Chy;
import org.chancery.ontology.Predicate;
import org.chancery.resolution.Curation;
import org.junit.jupiter.api.Test;

/** Every IRI is absolute and as RFC 3987 has it, with nothing that its schemes advise against. */
class IrisTest {
  private static final List<String> HOSTILE =
      List.of(
          "a b",
          "../../etc/passwd",
          "a#b?c=d&e",
          "100%",
          "%2F%zz",
          "<b>\"q\"</b>",
          "\\\\server\\share",
          "x:y://z@[::1]",
          "{a}|b^c`d",
          "\u00fcml\u00e4ut e\u0301",
          "\u4e2d\u6587 \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
          "\ud83d\ude00",
          "\u202eright to left",
          "tab\tline\u0007bell",
          "\ue000private",
          "\ufdd0",
          "' OR 1=1 --",
          "=cmd()");

  @Test
  void noNameOfAnArticleOrThingSpoilsAnIri() {
    List<ArticleReading> readings = new ArrayList<>();
    for (String name : HOSTILE) {
      readings.add(
          Story.of(name, "Some words.")
              .title(name)
              .minister("p", name, name, "CV")
              .city("c", "", name)
              .place("l", "", name)
              .topic("t", name)
              .organization("o", "", name)
              .agreement("a", name, true, "", "p")
              .meeting("m", name, true, "", "c", "p")
              .quotation("q", "words")
              .says("q", Predicate.SPEAKER, "p")
              .says("p", Predicate.SIGNS, "a")
              .says("m", Predicate.HOSTED_IN, "c")
              .reading());
    }
    GraphMaker.Graphs graphs =
        GraphMaker.load().graphs(readings, Chy.DEFAULT_BASE, Curation.none());

    assertValid(
        Stream.concat(
            graphs.background().stream(),
            readings.stream().flatMap(reading -> graphs.of(reading).stream())));
  }

  @Test
  void seedsAndOntologyAreSound() {
    assertValid(Stream.concat(Seeds.graph().quads(), OntologyGraph.quads().stream()));
  }

  private static void assertValid(Stream<Quad> quads) {
    Set<String> iris = new TreeSet<>();
    quads
        .flatMap(
            quad ->
                Stream.of(
                    quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()))
        .filter(Node::isURI)
        .forEach(node -> iris.add(node.getURI()));

    assertThat(iris).hasSizeGreaterThan(100);
    assertThat(iris)
        .allSatisfy(
            text -> {
              IRI3986 iri = IRI3986.create(text);
              assertThat(iri.isAbsolute() || iri.hasFragment()).as(text).isTrue();
              assertThat(iri.violations()).as(text).isEmpty();
              assertThat(iri.normalize()).hasToString(text);
            });
  }
}
