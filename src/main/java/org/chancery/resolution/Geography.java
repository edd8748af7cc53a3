package org.chancery.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.claims.Referent;

/** Which countries, cities and places are one: by code, number, or name within a country. */
final class Geography {
  private static final String NOWHERE = "unknown";

  private Geography() {}

  static void resolve(
      Corpus corpus, Entities entities, Function<String, Optional<String>> countryNames) {
    entities.add(
        clusters(corpus.all(Referent.Country.class), Geography::code),
        cluster -> "country/" + Slug.encode(code(cluster.first())),
        cluster -> countryNames.apply(isoCode(cluster.first())).orElseGet(cluster::label));
    entities.add(
        cities(corpus.all(Referent.City.class)),
        cluster ->
            "city/" + firstCountry(cluster).orElse(NOWHERE) + "/" + Slug.of(cluster.label()));
    entities.add(
        clusters(
            corpus.all(Referent.Place.class),
            place -> country(place).orElse(NOWHERE) + " " + Words.key(place.names().best())),
        cluster ->
            "place/" + firstCountry(cluster).orElse(NOWHERE) + "/" + Slug.of(cluster.label()));
    entities.add(
        clusters(corpus.all(Referent.Topic.class), topic -> Words.key(topic.names().best())),
        cluster -> "topic/" + Slug.of(cluster.label()));
  }

  private static String isoCode(Appearance appearance) {
    if (appearance.referent() instanceof Referent.Country country) {
      return country.code();
    }
    throw new AssertionError(appearance + " is no country");
  }

  private static String code(Appearance country) {
    return isoCode(country).toLowerCase(Locale.ROOT);
  }

  /** The code of the country in which it lies, lower case, ready for an IRI. */
  private static Optional<String> country(Appearance appearance) {
    Optional<String> code;
    if (appearance.referent() instanceof Referent.City city) {
      code = city.country();
    } else if (appearance.referent() instanceof Referent.Place place) {
      code = place.country();
    } else {
      throw new AssertionError(appearance + " is neither city nor place");
    }
    return code.map(c -> Slug.encode(c.toLowerCase(Locale.ROOT)));
  }

  private static Optional<String> firstCountry(Cluster cluster) {
    return cluster.members().stream().flatMap(m -> country(m).stream()).findFirst();
  }

  static List<Cluster> clusters(List<Appearance> appearances, Function<Appearance, String> key) {
    return appearances.stream()
        .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(Cluster::new)
        .toList();
  }

  private record CityNode(
      Optional<Long> geonames, Optional<String> country, Set<String> names, Cluster cluster) {
    static CityNode of(Cluster cluster) {
      return new CityNode(
          geonamesId(cluster.first()),
          firstCountry(cluster),
          cluster.members().stream()
              .map(member -> Words.key(member.names().best()))
              .collect(Collectors.toSet()),
          cluster);
    }

    Set<String> blocks() {
      return country
          .map(c -> names.stream().map(name -> c + " " + name).collect(Collectors.toSet()))
          .orElse(Set.of());
    }

    boolean mayBe(CityNode other) {
      return geonames.isEmpty() || other.geonames.isEmpty();
    }
  }

  private static Optional<Long> geonamesId(Appearance appearance) {
    return appearance.referent() instanceof Referent.City city ? city.geonames() : Optional.empty();
  }

  private static List<Cluster> cities(List<Appearance> appearances) {
    Map<String, List<Appearance>> byKey = new TreeMap<>();
    for (Appearance city : appearances) {
      String name = country(city).orElse(NOWHERE) + " " + Words.key(city.names().best());
      String key = geonamesId(city).map(id -> "geonames " + id).orElse("named " + name);
      byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(city);
    }
    List<CityNode> nodes = byKey.values().stream().map(Cluster::new).map(CityNode::of).toList();
    Likeness<CityNode> likeness =
        new Likeness<>(CityNode::blocks, CityNode::mayBe, (one, other) -> true);
    return likeness.group(nodes).stream()
        .map(group -> group.stream().flatMap(node -> node.cluster().members().stream()).toList())
        .map(Cluster::new)
        .toList();
  }
}
