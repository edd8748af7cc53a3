package org.chancery.link;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.chancery.naming.Names;
import org.chancery.ontology.EntityType;

/**
 * One of our things, with what may tell it from others of its name.
 *
 * @param names its label first
 * @param countries what its countries are called by code and by the IRIs of others
 * @param offices those that an official holds, as far as articles say
 * @param days when it was signed or held
 * @param places what its cities are called by the IRIs of others
 * @param geonames GeoNames id of a city
 * @param place degrees north and east of a city
 */
public record Thing(
    String iri,
    EntityType type,
    List<String> names,
    Set<String> countries,
    List<Held> offices,
    SortedSet<LocalDate> days,
    Set<String> places,
    Optional<String> geonames,
    Optional<Place> place) {
  /** An office with the days on which articles say that it is held. */
  public record Held(List<String> names, SortedSet<LocalDate> days) {}

  /** Degrees north and east. */
  public record Place(double north, double east) {}

  public Thing {
    names = List.copyOf(names);
    countries = Set.copyOf(countries);
    offices = List.copyOf(offices);
    places = Set.copyOf(places);
  }

  /** Whether it says a country: one is known by its code, an organization by names alone. */
  boolean hasCountry() {
    return countries.stream().anyMatch(name -> name.matches("[A-Z]{2}"));
  }

  public String label() {
    return names.get(0);
  }

  /**
   * The names to look for: proper names. A person's takes two words; what is called by a common
   * noun alone ({@code meeting}, {@code Minister}) takes more than one word, too.
   */
  List<String> searched() {
    return names.stream()
        .filter(name -> name.codePoints().anyMatch(Character::isUpperCase))
        .filter(
            name ->
                type == EntityType.CITY
                    || type == EntityType.ORGANIZATION
                    || Names.telling(name).size() > 1)
        .map(name -> type == EntityType.OFFICIAL ? Names.apart(name) : name)
        .distinct()
        .toList();
  }
}
