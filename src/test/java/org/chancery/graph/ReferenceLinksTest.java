package org.chancery.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.graph.GraphAssertions.BASE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.irix.IRIx;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.SKOS;
import org.chancery.GraphMaker;
import org.chancery.claims.Story;
import org.chancery.ontology.Chy;
import org.chancery.reference.Countries;
import org.chancery.reference.Country;
import org.chancery.reference.Links;
import org.chancery.resolution.Curation;
import org.junit.jupiter.api.Test;

class ReferenceLinksTest {
  private static final Path EXPECTED = Path.of("src/test/resources/linking/countries.tsv");
  private static final Links LINKS = Links.load();
  private static final Collection<Quad> ALL =
      ReferenceLinks.of(
          Countries.load().all().stream().map(ReferenceLinksTest::facts).toList(),
          new TreeMap<>(),
          LINKS,
          BASE);

  @Test
  void countriesAreLinkedToWhatTheyAre() throws IOException {
    List<String[]> rows =
        Files.readAllLines(EXPECTED).stream()
            .filter(line -> !line.startsWith("#"))
            .skip(1)
            .map(line -> line.split("\t", -1))
            .toList();
    assertThat(rows).hasSizeGreaterThan(60);
    for (String[] row : rows) {
      String country = BASE + "country/" + row[0].toLowerCase(Locale.ROOT);
      assertThat(targets(country))
          .as(row[0])
          .contains(
              "sameAs http://www.wikidata.org/entity/" + row[2],
              "sameAs http://dbpedia.org/resource/" + row[3],
              "sameAs http://lexvo.org/id/iso3166/" + row[0],
              "exactMatch http://publications.europa.eu/resource/authority/country/" + row[1])
          .hasSize(5);
    }
  }

  @Test
  void everyCountryIsLinkedAndNoTwoToTheSame() {
    Map<Node, Node> taken = new HashMap<>();
    for (Quad quad : ALL) {
      assertThat(taken.put(quad.getObject(), quad.getSubject())).as(quad.toString()).isNull();
    }
    for (Country country : Countries.load().all()) {
      if (country.code().length() == 2) {
        assertThat(LINKS.ofCountry(country.code())).as(country.code()).isPresent();
      }
    }
  }

  @Test
  void everyTargetIsAnIriThatNobodyComplainsOf() {
    assertThat(ALL)
        .allMatch(quad -> !IRIx.create(quad.getObject().getURI()).hasViolations())
        .allMatch(quad -> IRIx.create(quad.getObject().getURI()).isAbsolute());
  }

  @Test
  void eachTargetHasAGraphOfItsOwnAndOneWayOfLinking() {
    for (Quad quad : ALL) {
      boolean concept = quad.getObject().getURI().contains("europa.eu");
      assertThat(quad.getPredicate())
          .isEqualTo(concept ? SKOS.exactMatch.asNode() : OWL.sameAs.asNode());
    }
    assertThat(ALL.stream().map(quad -> quad.getGraph().getURI()).distinct())
        .containsExactlyInAnyOrder(
            "https://w3id.org/chancery/links/dbpedia",
            "https://w3id.org/chancery/links/eu",
            "https://w3id.org/chancery/links/geonames",
            "https://w3id.org/chancery/links/lexvo",
            "https://w3id.org/chancery/links/wikidata");
  }

  @Test
  void onlyWhatTheArticlesSpeakOfIsLinkedAndCapitalsToWikidataToo() {
    Story story = Story.of("a").country("v", "VU", "Vanuatu").city("c", "VU", 2135171, "Port Vila");
    Collection<Quad> background =
        GraphMaker.load()
            .graphs(List.of(story.reading()), Chy.DEFAULT_BASE, Curation.none())
            .background();
    Set<String> links = new TreeSet<>();
    for (Quad quad : background) {
      if (quad.getGraph().getURI().startsWith(ReferenceLinks.GRAPHS)) {
        links.add(
            quad.getSubject().getURI().substring(Chy.DEFAULT_BASE.length())
                + " "
                + quad.getObject().getURI());
      }
    }
    assertThat(links)
        .containsExactly(
            "city/vu/port-vila http://www.wikidata.org/entity/Q37806",
            "city/vu/port-vila https://sws.geonames.org/2135171/",
            "country/vu http://dbpedia.org/resource/Vanuatu",
            "country/vu http://lexvo.org/id/iso3166/VU",
            "country/vu http://publications.europa.eu/resource/authority/country/VUT",
            "country/vu http://www.wikidata.org/entity/Q686",
            "country/vu https://sws.geonames.org/2134431/");
  }

  private static Set<String> targets(String country) {
    Set<String> targets = new TreeSet<>();
    for (Quad quad : ALL) {
      if (quad.getSubject().hasURI(country)) {
        targets.add(quad.getPredicate().getLocalName() + " " + quad.getObject().getURI());
      }
    }
    return targets;
  }

  private static CountryFacts facts(Country country) {
    return new CountryFacts(
        country.code(), Optional.of(country.alpha3()), country.name(), new TreeSet<>());
  }
}
