package org.chancery.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be looked up by its name, in the order in which people are offered it. */
public enum Kind {
  OFFICIAL("Official", "official", "officials"),
  OFFICE("Office", "office", "offices"),
  COUNTRY("Country", "country", "countries"),
  ORGANIZATION("Organization", "organization", "organizations"),
  CITY("City", "city", "cities"),
  PLACE("Place", "place", "places"),
  MEETING("Meeting", "meeting", "meetings"),
  AGREEMENT("Agreement", "agreement", "agreements"),
  ARTICLE("Article", "article", "articles");

  private final String className;
  private final String one;
  private final String many;

  Kind(String className, String one, String many) {
    this.className = className;
    this.one = one;
    this.many = many;
  }

  /** The local name of its class in the ontology. */
  public String className() {
    return className;
  }

  /** The word for one of them. */
  public String one() {
    return one;
  }

  /** The word for several. */
  public String many() {
    return many;
  }

  /** The kind that {@link #toString} writes like this. */
  public static Optional<Kind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.toString().equals(name)).findFirst();
  }

  /** As addresses have it, in small letters. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
