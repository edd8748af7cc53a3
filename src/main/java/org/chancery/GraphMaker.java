package org.chancery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.apache.jena.sparql.core.Quad;
import org.chancery.archive.Digest;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.Referent;
import org.chancery.graph.ArticleGraph;
import org.chancery.graph.CountryFacts;
import org.chancery.graph.IndependenceGraph;
import org.chancery.graph.OntologyGraph;
import org.chancery.graph.ReferenceGraph;
import org.chancery.graph.ReferenceLinks;
import org.chancery.graph.ResolutionGraph;
import org.chancery.independence.Copies;
import org.chancery.reference.Countries;
import org.chancery.reference.Country;
import org.chancery.reference.Links;
import org.chancery.resolution.Curation;
import org.chancery.resolution.Entity;
import org.chancery.resolution.EntityResolver;
import org.chancery.resolution.Iris;
import org.chancery.resolution.Resolution;

/** The half of the pipeline that looks at all articles: from what they say to graphs. */
public record GraphMaker(EntityResolver resolver, Countries countries, Links links) {
  /** Loads the table of countries; takes no models. */
  public static GraphMaker load() {
    return of(Countries.load());
  }

  static GraphMaker of(Countries countries) {
    return new GraphMaker(
        new EntityResolver(code -> countries.byCode(code).map(Country::name)),
        countries,
        Links.load());
  }

  /**
   * Resolves a corpus.
   *
   * @param readings in any order: the graphs are the same; gone through once
   * @param base what the IRIs of entities start with
   * @throws UserException if a decision of the curation cannot be carried out
   */
  public Graphs graphs(Iterable<ArticleReading> readings, String base, Curation curation) {
    NavigableSet<String> codes = new TreeSet<>();
    List<CityAt> cities = new ArrayList<>();
    Copies copies = new Copies();
    Iterable<ArticleReading> noted =
        () ->
            StreamSupport.stream(readings.spliterator(), false)
                .map(
                    reading -> {
                      codes.addAll(ReferenceGraph.countriesIn(reading));
                      cities.addAll(citiesIn(reading));
                      copies.add(reading.article());
                      return reading;
                    })
                .iterator();
    Resolution resolution = resolver.resolve(noted, base, curation);
    List<Quad> background = new ArrayList<>(background(codes, cities(cities, resolution), base));
    background.addAll(ResolutionGraph.of(resolution, base));
    background.addAll(IndependenceGraph.of(copies.groups(), base));
    return new Graphs(resolution, new Iris(base), background);
  }

  /** An article's name of a city that is known by number. */
  private record CityAt(String article, String key, long geonames) {}

  private static List<CityAt> citiesIn(ArticleReading reading) {
    List<CityAt> cities = new ArrayList<>();
    reading
        .referents()
        .forEach(
            (key, referent) -> {
              if (referent instanceof Referent.City city) {
                city.geonames()
                    .ifPresent(id -> cities.add(new CityAt(reading.article().id(), key, id)));
              }
            });
    return cities;
  }

  private static SortedMap<String, NavigableSet<Long>> cities(
      List<CityAt> named, Resolution resolution) {
    SortedMap<String, NavigableSet<Long>> cities = new TreeMap<>();
    for (CityAt city : named) {
      Entity entity = resolution.entity(city.article(), city.key());
      cities.computeIfAbsent(entity.iri(), iri -> new TreeSet<>()).add(city.geonames());
    }
    return cities;
  }

  private List<Quad> background(
      Collection<String> codes, SortedMap<String, NavigableSet<Long>> cities, String base) {
    List<CountryFacts> facts =
        codes.stream()
            .flatMap(code -> countries.byCode(code).stream())
            .map(GraphMaker::facts)
            .toList();
    List<Quad> background = new ArrayList<>(ReferenceGraph.of(facts, base));
    background.addAll(ReferenceLinks.of(facts, cities, links, base));
    background.addAll(OntologyGraph.quads());
    return background;
  }

  private static CountryFacts facts(Country country) {
    TreeSet<String> others = new TreeSet<>(country.aliases());
    country.formalName().ifPresent(others::add);
    return new CountryFacts(country.code(), Optional.of(country.alpha3()), country.name(), others);
  }

  /**
   * The graphs of one corpus, each made when it is asked for.
   *
   * @param background the quads of the graphs that belong to no article
   */
  public record Graphs(Resolution resolution, Iris iris, Collection<Quad> background) {
    /** The name of an article's graph. */
    public String name(String article) {
      return iris.article(article);
    }

    /** The graph of an article of the corpus. */
    public Collection<Quad> of(ArticleReading reading) {
      return ArticleGraph.of(resolution.resolved(reading));
    }

    /** IRIs of what an article speaks of. */
    public Collection<String> things(String article) {
      return resolution.entities(article).values().stream().map(Entity::iri).toList();
    }

    /**
     * A fingerprint of all that an article's graph is made from: two corpora in which it is the
     * same give it the same graph.
     *
     * @param reading fingerprint of its reading
     */
    public String source(String article, String reading) {
      MessageDigest hash = Digest.begin();
      feed(hash, Engine.graphs());
      feed(hash, name(article));
      feed(hash, reading);
      for (Map.Entry<String, Entity> entity : resolution.entities(article).entrySet()) {
        feed(hash, entity.getKey());
        feed(hash, entity.getValue().iri());
        feed(hash, entity.getValue().type().name());
        feed(hash, entity.getValue().label());
        // Other names are the article's own: ArticleGraph takes none from elsewhere.
      }
      resolution.rejected(article).forEach(fact -> feed(hash, fact));
      return Digest.end(hash);
    }

    private static void feed(MessageDigest hash, String part) {
      hash.update(part.getBytes(StandardCharsets.UTF_8));
      hash.update((byte) 0);
    }
  }
}
