package org.chancery.graph;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.SKOS;
import org.chancery.reference.Links;
import org.chancery.resolution.Iris;

/**
 * Links of countries and cities that follow from their codes and from tables, a graph for each who
 * is linked to.
 */
public final class ReferenceLinks {
  /** What the names of these graphs start with. */
  public static final String GRAPHS = "https://w3id.org/chancery/links/";

  /** Kosovo has no code of ISO; the EU's authority table gives it one of its own. */
  private static final Map<String, String> EU_CODES = Map.of("XKX", "1A0");

  private final Map<Target, GraphBuilder> graphs = new EnumMap<>(Target.class);
  private final Links links;
  private final Iris iris;

  /** Who is linked to. */
  public enum Target {
    DBPEDIA("http://dbpedia.org/resource/"),
    EU("http://publications.europa.eu/resource/authority/country/"),
    GEONAMES("https://sws.geonames.org/"),
    LEXVO("http://lexvo.org/id/iso3166/"),
    WIKIDATA("http://www.wikidata.org/entity/");

    private final String namespace;

    Target(String namespace) {
      this.namespace = namespace;
    }

    /** The name of the graph with the links. */
    public String graph() {
      return GRAPHS + name().toLowerCase(Locale.ROOT);
    }

    /** What the IRIs start with that are linked to. */
    public String namespace() {
      return namespace;
    }
  }

  private ReferenceLinks(Links links, String base) {
    this.links = links;
    this.iris = new Iris(base);
    for (Target target : Target.values()) {
      graphs.put(target, new GraphBuilder(target.graph()));
    }
  }

  /**
   * The quads of all graphs.
   *
   * @param countries those of the reference graph
   * @param cities GeoNames ids of cities, by IRI and never empty
   * @param base what the IRIs of countries start with
   */
  public static Collection<Quad> of(
      Collection<CountryFacts> countries,
      SortedMap<String, ? extends Collection<Long>> cities,
      Links links,
      String base) {
    ReferenceLinks all = new ReferenceLinks(links, base);
    countries.forEach(all::country);
    cities.forEach((city, ids) -> ids.forEach(id -> all.city(GraphBuilder.iri(city), id)));
    List<Quad> quads = new ArrayList<>();
    all.graphs.values().forEach(graph -> quads.addAll(graph.quads()));
    return quads;
  }

  private void country(CountryFacts facts) {
    links
        .ofCountry(facts.code())
        .ifPresent(
            known -> {
              Node country = GraphBuilder.iri(iris.country(facts.code()));
              same(country, Target.WIKIDATA, known.wikidata());
              same(country, Target.GEONAMES, known.geonames() + "/");
              same(country, Target.LEXVO, facts.code());
              known.dbpedia().ifPresent(name -> same(country, Target.DBPEDIA, encoded(name)));
              facts.alpha3().ifPresent(code -> concept(country, EU_CODES.getOrDefault(code, code)));
            });
  }

  private void city(Node city, long geonames) {
    same(city, Target.GEONAMES, geonames + "/");
    links.wikidataOfCapital(geonames).ifPresent(item -> same(city, Target.WIKIDATA, item));
  }

  private void same(Node thing, Target target, String name) {
    graph(target).add(thing, OWL.sameAs.asNode(), GraphBuilder.iri(target.namespace() + name));
  }

  /** The EU's country is a concept: it is not the country, but means it. */
  private void concept(Node country, String code) {
    graph(Target.EU)
        .add(country, SKOS.exactMatch.asNode(), GraphBuilder.iri(Target.EU.namespace() + code));
  }

  private GraphBuilder graph(Target target) {
    return graphs.computeIfAbsent(target, missing -> new GraphBuilder(missing.graph()));
  }

  /** As DBpedia writes it: letters beyond ASCII stay. */
  private static String encoded(String name) {
    try {
      return new URI(null, null, name, null).getRawPath();
    } catch (URISyntaxException malformed) {
      throw new IllegalArgumentException(name, malformed);
    }
  }
}
