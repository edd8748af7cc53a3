package org.chancery.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.chancery.ontology.Chy;
import org.chancery.ontology.OntologyFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class OntologyPageTest {
  private static final Document PAGE = Jsoup.parse(OntologyPage.html(), Chy.ONTOLOGY);

  @Test
  void everyTermStandsAtItsFragment() {
    assertThat(
            OntologyFile.TERMS.read().stream(Node.ANY, RDFS.isDefinedBy.asNode(), Node.ANY)
                .map(Triple::getSubject)
                .map(term -> term.getURI().substring(Chy.NS.length())))
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(PAGE.getElementById(name))
                    .isNotNull()
                    .extracting(Element::text)
                    .asString()
                    .contains("chy:" + name, Chy.NS + name));
  }

  @Test
  void everyLinkWithinThePageLeadsSomewhere() {
    assertThat(PAGE.select("main a[href^=#]"))
        .isNotEmpty()
        .allSatisfy(
            link ->
                assertThat(PAGE.getElementById(link.attr("href").substring(1)))
                    .as(link.outerHtml())
                    .isNotNull());
  }

  @Test
  void nothingIsInline() {
    assertThat(PAGE.select("style, script:not([src]), [style], [onclick], [onload]")).isEmpty();
  }

  @Test
  void aTermTellsItsSignatureAndWhatItIsAlignedWith() {
    assertThat(PAGE.getElementById("holdsOffice"))
        .isNotNull()
        .extracting(Element::text)
        .asString()
        .contains("From chy:Official To chy:Office", "Aligned: subproperty of", "org#holds");
    assertThat(PAGE.select("main").text())
        .contains("Version 0.1.0", "Licence", "https://www.gnu.org/licenses/gpl-3.0.txt");
  }
}
