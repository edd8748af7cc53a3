package org.chancery.fitness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.chancery.ontology.OntologyFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pitfalls of ontologies, after the catalogue of OOPS!, each as a query that must find nothing. */
class PitfallsTest {
  private static final String PREFIXES =
      """
      PREFIX chy: <https://w3id.org/chancery/ontology#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX schema: <https://schema.org/>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX vann: <http://purl.org/vocab/vann/>
      """;

  /** {@code ?term} is a term of ours. */
  private static final String TERM = "?term a ?kind . FILTER(STRSTARTS(STR(?term), STR(chy:))) ";

  private static final String PROPERTY =
      "VALUES ?kind { owl:ObjectProperty owl:DatatypeProperty } " + TERM;

  /** A pitfall, the condition under which a term is in it, and a graph with one such term. */
  enum Pitfall {
    P02_SYNONYMS_AS_CLASSES(
        "?term owl:equivalentClass ?other FILTER(STRSTARTS(STR(?other), STR(chy:)))",
        "chy:x owl:equivalentClass chy:y ."),
    P03_IS_INSTEAD_OF_SUBCLASS(
        PROPERTY + "FILTER(REGEX(STR(?term), '#(is|isA|instanceOf|hasType)$'))",
        "chy:is a owl:ObjectProperty ."),
    P04_UNCONNECTED(
        "VALUES ?kind { owl:Class } "
            + TERM
            + """
            FILTER NOT EXISTS { ?term rdfs:subClassOf ?above }
            FILTER NOT EXISTS { ?below rdfs:subClassOf ?term }
            FILTER NOT EXISTS { ?property schema:domainIncludes|schema:rangeIncludes ?term }
            FILTER NOT EXISTS { ?member a ?term }
            """,
        "chy:x a owl:Class ."),
    P05_WRONG_INVERSE(
        """
        ?term owl:inverseOf ?other .
        { ?term a owl:DatatypeProperty } UNION { ?term owl:inverseOf ?term }
        UNION { ?term owl:inverseOf ?third FILTER(?third != ?other) }
        UNION { ?other owl:inverseOf ?third FILTER(?third != ?term) }
        UNION { ?term schema:domainIncludes ?class FILTER NOT EXISTS { ?other schema:rangeIncludes ?class } }
        """,
        "chy:x owl:inverseOf chy:y ; schema:domainIncludes chy:Z ."),
    P06_CYCLE("?term (rdfs:subClassOf|rdfs:subPropertyOf)+ ?term", "chy:x rdfs:subClassOf chy:x ."),
    P07_TWO_CONCEPTS_IN_ONE(
        "VALUES ?kind { owl:Class } " + TERM + "FILTER(REGEX(STR(?term), '#.*(And|Or)[A-Z]'))",
        "chy:CityOrCountry a owl:Class ."),
    P08_NOT_EXPLAINED(
        TERM
            + """
            FILTER NOT EXISTS {
              ?term rdfs:label ?label ; skos:definition ?definition
              FILTER(LANG(?label) = 'en' && LANG(?definition) = 'en' && STRLEN(?definition) > 10)
            }
            """,
        "chy:x a owl:Class ; rdfs:label 'x'@en ."),
    P11_NO_DOMAIN_OR_RANGE(
        PROPERTY
            + "FILTER NOT EXISTS { ?term schema:domainIncludes ?from ; schema:rangeIncludes ?to }",
        "chy:x a owl:ObjectProperty ; schema:domainIncludes chy:Y ."),
    P12_ONE_LABEL_FOR_TWO(
        """
        ?term rdfs:label ?label ; a ?kind . ?other rdfs:label ?label ; a ?kind FILTER(?term != ?other)
        FILTER(STRSTARTS(STR(?term), STR(chy:)) && STRSTARTS(STR(?other), STR(chy:)))
        """,
        "chy:x a owl:Class ; rdfs:label 'a'@en . chy:y a owl:Class ; rdfs:label 'a'@en ."),
    P19_DOMAINS_THAT_INTERSECT(
        """
        { ?term rdfs:domain ?one , ?two FILTER(?one != ?two) }
        UNION { ?term rdfs:range ?one , ?two FILTER(?one != ?two) }
        """,
        "chy:x rdfs:domain chy:Y , chy:Z ."),
    P20_LABEL_FOR_DEFINITION(
        "?term rdfs:label ?label ; skos:definition ?definition FILTER(LCASE(STR(?label)) = LCASE(STR(?definition)))",
        "chy:x rdfs:label 'a'@en ; skos:definition 'A'@en ."),
    P22_NAMED_IN_ANOTHER_WAY(
        TERM
            + """
            BIND(STRAFTER(STR(?term), '#') AS ?name)
            BIND(?kind IN (owl:Class, chy:Status) AS ?upper)
            FILTER(?kind IN (owl:Class, chy:Status, owl:ObjectProperty, owl:DatatypeProperty))
            FILTER(!REGEX(?name, IF(?upper, '^[A-Z][A-Za-z0-9]*$', '^[a-z][A-Za-z0-9]*$')))
            """,
        "chy:some_thing a owl:Class ."),
    P24_RECURSIVE_DEFINITION(
        "?term rdfs:subClassOf|rdfs:subPropertyOf|owl:equivalentClass ?term",
        "chy:x owl:equivalentClass chy:x ."),
    P25_INVERSE_OF_ITSELF("?term owl:inverseOf ?term", "chy:x owl:inverseOf chy:x ."),
    P26_INVERSE_OF_SYMMETRIC(
        "?term a owl:SymmetricProperty ; owl:inverseOf ?other",
        "chy:x a owl:SymmetricProperty ; owl:inverseOf chy:y ."),
    P28_SYMMETRY_ACROSS_CLASSES(
        """
        ?term a owl:SymmetricProperty .
        { ?term schema:domainIncludes ?class FILTER NOT EXISTS { ?term schema:rangeIncludes ?class } }
        UNION
        { ?term schema:rangeIncludes ?class FILTER NOT EXISTS { ?term schema:domainIncludes ?class } }
        """,
        "chy:x a owl:SymmetricProperty ; schema:domainIncludes chy:Y ; schema:rangeIncludes chy:Z ."),
    P29_TRANSITIVITY_ACROSS_CLASSES(
        """
        ?term a owl:TransitiveProperty ; schema:domainIncludes ?class
        FILTER NOT EXISTS { ?term schema:rangeIncludes ?class }
        """,
        "chy:x a owl:TransitiveProperty ; schema:domainIncludes chy:Y ; schema:rangeIncludes chy:Z ."),
    P34_UNTYPED_CLASS(
        """
        ?any rdfs:subClassOf|schema:domainIncludes ?term
        FILTER(STRSTARTS(STR(?term), STR(chy:)))
        FILTER NOT EXISTS { ?term a owl:Class }
        """,
        "chy:y rdfs:subClassOf chy:x ."),
    P35_UNTYPED_PROPERTY(
        """
        ?s ?term ?o FILTER(STRSTARTS(STR(?term), STR(chy:)))
        FILTER NOT EXISTS { VALUES ?kind { owl:ObjectProperty owl:DatatypeProperty } ?term a ?kind }
        """,
        "<x:s> chy:x <x:o> ."),
    P38_NO_ONTOLOGY(
        "BIND(owl:Ontology AS ?term) FILTER NOT EXISTS { ?ontology a owl:Ontology }",
        "chy:x a owl:Class ."),
    P41_NO_LICENCE(
        "?term a owl:Ontology FILTER NOT EXISTS { ?term dcterms:license ?licence FILTER(ISIRI(?licence)) }",
        "chy:x a owl:Ontology ."),
    KIND_OF_BOTH(
        "?term a owl:ObjectProperty , owl:DatatypeProperty",
        "chy:x a owl:ObjectProperty , owl:DatatypeProperty ."),
    LITERALS_FOR_THINGS(
        """
        ?term schema:rangeIncludes ?to ; a ?kind .
        FILTER(?kind IN (owl:ObjectProperty, owl:DatatypeProperty))
        FILTER(STRSTARTS(STR(?to), 'http://www.w3.org/2001/XMLSchema#') = (?kind = owl:ObjectProperty))
        """,
        "chy:x a owl:ObjectProperty ; schema:rangeIncludes <http://www.w3.org/2001/XMLSchema#date> ."),
    NO_EXAMPLE(TERM + "FILTER NOT EXISTS { ?term skos:example ?example }", "chy:x a owl:Class ."),
    NO_ONTOLOGY_NAMED(
        TERM + "FILTER NOT EXISTS { ?term rdfs:isDefinedBy ?ontology . ?ontology a owl:Ontology }",
        "chy:x a owl:Class .");

    private final String condition;
    private final String example;

    Pitfall(String condition, String example) {
      this.condition = condition;
      this.example = example;
    }

    List<String> termsIn(Graph graph) {
      List<String> terms = new ArrayList<>();
      try (QueryExecution query =
          QueryExecution.dataset(DatasetFactory.wrap(DatasetGraphFactory.wrap(graph)))
              .query(PREFIXES + "SELECT DISTINCT ?term { " + condition + " } ORDER BY ?term")
              .build()) {
        query.execSelect().forEachRemaining(row -> terms.add(row.get("term").toString()));
      }
      return terms;
    }
  }

  @ParameterizedTest
  @EnumSource
  void ontologyIsInNone(Pitfall pitfall) {
    Graph all = OntologyFile.TERMS.read();
    OntologyFile.ALIGNMENTS.read().stream().forEach(all::add);

    assertThat(pitfall.termsIn(all)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void oneThatIsInItIsFound(Pitfall pitfall) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFDataMgr.read(
        graph, new StringReader(PREFIXES + pitfall.example), "http://example.org/", Lang.TURTLE);

    assertThat(pitfall.termsIn(graph)).isNotEmpty();
  }
}
