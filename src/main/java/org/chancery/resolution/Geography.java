package org.chancery.resolution;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.claims.Referent;
import org.chancery.ontology.EntityType;

/** Which countries, cities and places are one: by code, number, or name within a country. */
final class Geography {
  private static final String NOWHERE = "unknown";

  private Geography() {}

  static void resolve(
      Corpus corpus,
      Entities entities,
      Journal journal,
      Function<String, Optional<String>> countryNames) {
    entities.add(
        clusters(corpus.all(Referent.Country.class), Geography::code),
        cluster -> "country/" + Slug.encode(code(cluster.first())),
        cluster -> countryNames.apply(isoCode(cluster.first())).orElseGet(cluster::label));
    cities(corpus, entities, journal);
    entities.add(
        clusters(
            corpus.all(Referent.Place.class),
            place -> country(place).orElse(NOWHERE) + " " + Words.key(place.names().best())),
        cluster ->
            "place/" + firstCountry(cluster).orElse(NOWHERE) + "/" + Slug.of(cluster.fullest()));
    entities.add(
        clusters(corpus.all(Referent.Topic.class), topic -> Words.key(topic.names().best())),
        cluster -> "topic/" + Slug.of(cluster.fullest()));
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

  /**
   * Appearances under one name in one country, or with one number.
   *
   * @param country lower case, ready for an IRI
   * @param names folded
   */
  private record Town(
      Optional<Long> geonames,
      Optional<String> country,
      Set<String> names,
      List<Appearance> members)
      implements Node {
    static Town of(List<Appearance> members) {
      return new Town(
          geonamesId(members.get(0)),
          members.stream().flatMap(member -> Geography.country(member).stream()).findFirst(),
          members.stream()
              .map(member -> Words.key(member.names().best()))
              .collect(Collectors.toCollection(TreeSet::new)),
          members);
    }

    Set<String> blocks() {
      return names;
    }

    Set<Evidence> compare(Town other) {
      Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
      if (names.stream().anyMatch(other.names::contains)) {
        evidence.add(Evidence.SAME_NAME);
      }
      if (country.isPresent() && other.country.isPresent()) {
        evidence.add(
            country.equals(other.country) ? Evidence.SAME_COUNTRY : Evidence.DIFFERENT_COUNTRY);
      }
      if (geonames.isPresent() && other.geonames.isPresent() && !geonames.equals(other.geonames)) {
        evidence.add(Evidence.DIFFERENT_NUMBER);
      }
      return evidence;
    }
  }

  private static Optional<Long> geonamesId(Appearance appearance) {
    return appearance.referent() instanceof Referent.City city ? city.geonames() : Optional.empty();
  }

  private static void cities(Corpus corpus, Entities entities, Journal journal) {
    Map<String, List<Appearance>> byKey = new TreeMap<>();
    for (Appearance city : corpus.all(Referent.City.class)) {
      String name = country(city).orElse(NOWHERE) + " " + Words.key(city.names().best());
      String key = geonamesId(city).map(id -> "geonames " + id).orElse("named " + name);
      byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(city);
    }
    Clustering<Town> clustering =
        new Clustering<>(Weights.of(EntityType.CITY), Town::blocks, Town::compare);
    Clustering.Outcome<Town> outcome =
        clustering.group(byKey.values().stream().map(Town::of).toList());
    entities.add(
        Node.clusters(outcome.groups()),
        cluster ->
            "city/" + firstCountry(cluster).orElse(NOWHERE) + "/" + Slug.of(cluster.fullest()));
    journal.add(clustering, outcome);
  }
}
