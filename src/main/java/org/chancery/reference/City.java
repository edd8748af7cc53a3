package org.chancery.reference;

import java.util.List;
import java.util.Optional;

/**
 * A city, or a smaller place where states are known to meet.
 *
 * @param geonames GeoNames id, if known
 * @param name English name
 * @param otherNames older and local names, other spellings
 * @param country ISO 3166-1 alpha-2 of its country
 * @param region postal code of the state, in the United States alone
 * @param latitude degrees north
 * @param longitude degrees east
 * @param population 0 if not known
 * @param capital whether it is capital or seat of government of a sovereign country
 */
public record City(
    Optional<Long> geonames,
    String name,
    List<String> otherNames,
    String country,
    Optional<String> region,
    double latitude,
    double longitude,
    int population,
    boolean capital) {
  public City {
    otherNames = List.copyOf(otherNames);
  }
}
