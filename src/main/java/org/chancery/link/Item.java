package org.chancery.link;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A thing of others, as far as its data has a role. */
record Item(String iri, Map<Role, Set<String>> values) {
  private static final Pattern POINT =
      Pattern.compile("(?i).*point\\s*\\(\\s*(-?[0-9.]+)[\\s,]+(-?[0-9.]+).*");
  private static final Pattern DAY = Pattern.compile("\\+?([0-9]{4})-([0-9]{2})-([0-9]{2}).*");

  static Item empty(String iri) {
    return new Item(iri, new EnumMap<>(Role.class));
  }

  void add(Role role, String value) {
    values.computeIfAbsent(role, none -> new LinkedHashSet<>()).add(value);
  }

  Set<String> all(Role role) {
    return values.getOrDefault(role, Set.of());
  }

  List<String> names() {
    List<String> names = new ArrayList<>(all(Role.NAME));
    names.addAll(all(Role.ALIAS));
    return names;
  }

  /** A name to show; the IRI if it has none. */
  String label() {
    return names().stream().findFirst().orElse(iri);
  }

  /** Degrees north and east. */
  Optional<double[]> place() {
    for (String point : all(Role.POINT)) {
      Matcher matcher = POINT.matcher(point);
      if (matcher.matches()) {
        return degrees(matcher.group(2), matcher.group(1));
      }
    }
    return all(Role.LATITUDE).stream()
        .findFirst()
        .flatMap(
            north ->
                all(Role.LONGITUDE).stream().findFirst().flatMap(east -> degrees(north, east)));
  }

  private static Optional<double[]> degrees(String north, String east) {
    try {
      return Optional.of(new double[] {Double.parseDouble(north), Double.parseDouble(east)});
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  /** The first day of a role; a date that is known by year or month alone begins it. */
  Optional<LocalDate> day(Role role) {
    return all(role).stream().flatMap(text -> day(text).stream()).findFirst();
  }

  private static Optional<LocalDate> day(String text) {
    Matcher matcher = DAY.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(matcher.group(1)),
              Math.max(1, Integer.parseInt(matcher.group(2))),
              Math.max(1, Integer.parseInt(matcher.group(3)))));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }
}
