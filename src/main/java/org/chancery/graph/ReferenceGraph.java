package org.chancery.graph;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.Referent;
import org.chancery.ontology.EntityType;
import org.chancery.resolution.Iris;

/**
 * The graph of what holds whatever the articles say: names and codes of the countries that they
 * speak of.
 */
public final class ReferenceGraph {
  /** The graph's name. */
  public static final String IRI = "https://w3id.org/chancery/reference";

  private ReferenceGraph() {}

  /** ISO alpha-2 codes of the countries that an article names or its cities and places lie in. */
  public static NavigableSet<String> countriesIn(ArticleReading reading) {
    NavigableSet<String> codes = new TreeSet<>();
    for (Referent referent : reading.referents().values()) {
      if (referent instanceof Referent.Country country) {
        codes.add(country.code());
      } else if (referent instanceof Referent.City city) {
        city.country().ifPresent(codes::add);
      } else if (referent instanceof Referent.Place place) {
        place.country().ifPresent(codes::add);
      }
    }
    return codes;
  }

  /**
   * The graph's quads.
   *
   * @param base what the IRIs of countries start with
   */
  public static Collection<Quad> of(Collection<CountryFacts> countries, String base) {
    Iris iris = new Iris(base);
    GraphBuilder graph = new GraphBuilder(IRI);
    for (CountryFacts facts : countries) {
      Node country = GraphBuilder.iri(iris.country(facts.code()));
      graph.type(country, GraphBuilder.iri(EntityType.COUNTRY.iri()));
      graph.label(country, facts.name(), facts.otherNames());
      graph.add(country, Terms.COUNTRY_CODE, GraphBuilder.string(facts.code()));
      facts
          .alpha3()
          .ifPresent(code -> graph.add(country, Terms.COUNTRY_CODE3, GraphBuilder.string(code)));
    }
    return graph.quads();
  }
}
