package org.chancery.analysis;

import java.util.List;
import java.util.Optional;

/**
 * A name in a sentence that the reference tables know, or that looks like one of its kind.
 *
 * @param from 0-based position of its first token
 * @param to position just past its last
 * @param countries ISO alpha-2 codes: of the country named, or that the thing belongs to; several
 *     where the name is ambiguous, the likeliest first
 * @param name the thing's usual name
 * @param geonames GeoNames id of the likeliest city
 */
record KnownName(
    int from, int to, Kind kind, List<String> countries, String name, Optional<Long> geonames) {
  enum Kind {
    /** A country's name. */
    COUNTRY,
    /** An adjective or noun of nationality. */
    DEMONYM,
    /** A house or place that stands for a government: a palace, a ministry's street. */
    METONYM,
    CITY,
    /** An international organization. */
    ORGANIZATION,
    /** An organization of one country. */
    INSTITUTION,
    /** A named place that is neither city nor country. */
    PLACE
  }

  KnownName {
    countries = List.copyOf(countries);
  }

  boolean isOrganization() {
    return kind == Kind.ORGANIZATION || kind == Kind.INSTITUTION;
  }

  /** Whether it is a country's name, or the adjective or noun of its nationality. */
  boolean isNation() {
    return kind == Kind.COUNTRY || kind == Kind.DEMONYM;
  }

  /** The country that the name stands for or belongs to, if only one can be meant. */
  Optional<String> country() {
    return countries.stream().findFirst();
  }
}
