package org.chancery.graph;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the reference table says of one country.
 *
 * @param code ISO 3166-1 alpha-2, upper case; {@code XK} for Kosovo
 * @param alpha3 ISO 3166-1 alpha-3, upper case
 * @param name its usual English name
 * @param otherNames other names and forms in use
 */
public record CountryFacts(
    String code, Optional<String> alpha3, String name, SortedSet<String> otherNames) {
  public CountryFacts {
    otherNames = Collections.unmodifiableSortedSet(new TreeSet<>(otherNames));
  }
}
