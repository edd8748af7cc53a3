package org.chancery.claims;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.analysis.Mention;
import org.chancery.analysis.OfficePhrase;
import org.chancery.reference.Countries;

/**
 * The referents of one article while it is being read, but for its people. Keys are stable for
 * equal mentions.
 */
final class References {
  private final Countries countries;
  private final Map<String, Set<String>> names = new LinkedHashMap<>();
  private final Map<String, String> best = new HashMap<>();
  private final Map<String, Mention.City> cities = new HashMap<>();
  private final Map<String, Optional<String>> countryOf = new HashMap<>();
  private final Map<String, String> organizationKeys = new HashMap<>();
  private final Map<String, Told> told = new LinkedHashMap<>();

  /** A meeting or agreement so far. */
  static final class Told {
    final String key;
    final String noun;
    final boolean meeting;
    boolean named;
    boolean plural;
    boolean call;
    boolean shared;

    /** Whether it was told of otherwise than once by its name. */
    boolean described;

    /** Whether it is another one of a series than the one that the article told of before. */
    boolean recalled;

    Optional<LocalDate> day = Optional.empty();
    Optional<String> city = Optional.empty();
    final Set<String> parties = new TreeSet<>();
    final Set<String> countries = new LinkedHashSet<>();

    Told(String key, String noun, boolean meeting) {
      this.key = key;
      this.noun = noun;
      this.meeting = meeting;
    }
  }

  References(Countries countries) {
    this.countries = countries;
  }

  String country(String code) {
    String key = "country/" + code;
    String name = countries.byCode(code).map(country -> country.name()).orElse(code);
    called(key, name);
    best.putIfAbsent(key, name);
    return key;
  }

  String city(Mention.City mention) {
    String key =
        "city/" + mention.geonames().map(id -> "" + id).orElseGet(() -> folded(mention.name()));
    cities.putIfAbsent(key, mention);
    called(key, mention.name());
    best.putIfAbsent(key, mention.name());
    return key;
  }

  String place(String name) {
    String key = "place/" + folded(name);
    called(key, name);
    best.putIfAbsent(key, name);
    return key;
  }

  String organization(String name, Optional<String> acronym, Optional<String> country) {
    String key = organizationKeys.computeIfAbsent(folded(name), folded -> "organization/" + folded);
    acronym.ifPresent(
        form -> {
          organizationKeys.putIfAbsent(folded(form), key);
          called(key, form);
        });
    called(key, name);
    if (name.length() > best.getOrDefault(key, "").length()) {
      best.put(key, name);
    }
    countryOf.merge(key, country, (one, other) -> one.isPresent() ? one : other);
    return key;
  }

  /** A meeting or agreement by its key; made if it is not there. */
  Told told(String key, String noun, boolean meeting) {
    return told.computeIfAbsent(key, made -> new Told(made, noun, meeting));
  }

  Map<String, Told> told() {
    return told;
  }

  void called(String key, String name) {
    names.computeIfAbsent(key, made -> new LinkedHashSet<>()).add(name);
  }

  void bestCalled(String key, String name) {
    called(key, name);
    best.put(key, name);
  }

  String best(String key) {
    return best.getOrDefault(key, names.getOrDefault(key, Set.of(key)).iterator().next());
  }

  /** The key of the country or organization that owns a post. */
  String owner(OfficePhrase.Owner owner) {
    if (owner instanceof OfficePhrase.Owner.OfCountry country) {
      return country(country.code());
    }
    if (owner instanceof OfficePhrase.Owner.OfOrganization organization) {
      return organization.country().isPresent()
          ? country(organization.country().get())
          : organization(organization.name(), Optional.empty(), Optional.empty());
    }
    throw new AssertionError("no key for " + owner);
  }

  /** Everything gathered, as referents. */
  Map<String, Referent> referents() {
    Map<String, Referent> referents = new TreeMap<>();
    names.forEach(
        (key, forms) -> {
          Names called = Names.of(best(key), forms);
          if (key.startsWith("country/")) {
            referents.put(
                key, new Referent.Country(key, called, key.substring("country/".length())));
          } else if (key.startsWith("city/")) {
            Mention.City city = Objects.requireNonNull(cities.get(key));
            referents.put(
                key,
                new Referent.City(
                    key, called, city.countries().stream().findFirst(), city.geonames()));
          } else if (key.startsWith("organization/")) {
            referents.put(
                key,
                new Referent.Organization(
                    key, called, countryOf.getOrDefault(key, Optional.empty())));
          } else if (key.startsWith("place/")) {
            referents.put(key, new Referent.Place(key, called, Optional.empty()));
          }
        });
    told.forEach(
        (key, thing) -> {
          Names called = Names.of(best(key), names.getOrDefault(key, Set.of()));
          referents.put(
              key,
              thing.meeting
                  ? new Referent.Meeting(
                      key, called, thing.named, thing.day, thing.city, new TreeSet<>(thing.parties))
                  : new Referent.Agreement(
                      key, called, thing.named, thing.day, new TreeSet<>(thing.parties)));
        });
    return referents;
  }

  private static String folded(String name) {
    return String.join("-", Person.words(name));
  }
}
