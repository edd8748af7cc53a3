package org.chancery.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SchemaDO;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.junit.jupiter.api.Test;

class SignaturesTest {
  private final Signatures signatures = Signatures.load();

  @Test
  void aCountrySignsAnAgreementButNoMeeting() {
    Signatures.Signature signs = signatures.of(Predicate.SIGNS);
    assertThat(signs.accepts(EntityType.COUNTRY, EntityType.AGREEMENT)).isTrue();
    assertThat(signs.accepts(EntityType.COUNTRY, EntityType.MEETING)).isFalse();
    assertThat(signs.accepts(EntityType.CITY, EntityType.AGREEMENT)).isFalse();
    assertThat(signs.day()).isFalse();
  }

  @Test
  void aMeetingIsHeldOnADay() {
    Signatures.Signature heldOn = signatures.of(Predicate.HELD_ON);
    assertThat(heldOn.subjects()).containsExactly(EntityType.MEETING);
    assertThat(heldOn.objects()).isEmpty();
    assertThat(heldOn.day()).isTrue();
    assertThat(heldOn.words()).isFalse();
  }

  @Test
  void aQuotationHasWords() {
    assertThat(signatures.of(Predicate.TEXT).words()).isTrue();
  }

  @Test
  void aPredicateWithoutSignatureIsNamed() {
    Graph terms = OntologyFile.TERMS.read();
    terms.remove(visits(), SchemaDO.domainIncludes.asNode(), Node.ANY);
    assertMalformed(
        terms,
        "ontology/chancery.ttl, chy:visits: it needs schema:domainIncludes and"
            + " schema:rangeIncludes, at least one each.");
  }

  @Test
  void anUnknownTypeInASignatureIsNamed() {
    Graph terms = OntologyFile.TERMS.read();
    Node galaxy = NodeFactory.createURI(Chy.NS + "Galaxy");
    terms.add(Triple.create(visits(), SchemaDO.rangeIncludes.asNode(), galaxy));
    assertMalformed(
        terms,
        "ontology/chancery.ttl, chy:visits: https://w3id.org/chancery/ontology#Galaxy in its"
            + " signature is no class of entities, xsd:date or xsd:string.");
  }

  private static Node visits() {
    return NodeFactory.createURI(Predicate.VISITS.iri());
  }

  private static void assertMalformed(Graph terms, String message) {
    assertThatThrownBy(() -> Signatures.read(terms))
        .isInstanceOf(UserException.class)
        .hasMessage(message)
        .extracting(failure -> ((UserException) failure).exitCode())
        .isEqualTo(ExitCode.CONFIG);
  }
}
