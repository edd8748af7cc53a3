package org.chancery.link;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.ontology.EntityType;
import org.chancery.ontology.Table;
import org.chancery.reference.Countries;

/**
 * The tables of {@code ontology/links}, and the names of countries.
 *
 * @param roles by predicate IRI
 * @param classes IRIs of the classes that a thing may belong to
 * @param weights by kind of thing and feature
 */
record Knowledge(
    Map<String, Role> roles,
    Map<EntityType, Set<String>> classes,
    Map<EntityType, Map<Feature, Weight>> weights,
    Map<EntityType, Thresholds> thresholds,
    Countries countries) {
  /** How much a feature counts, and as what when it is not known. */
  record Weight(double weight, double neither, double one) {}

  /** From which score on a candidate is linked or proposed. */
  record Thresholds(double link, double propose, double margin, boolean concept) {}

  private static final String FOLDER = "ontology/links/";

  /**
   * Reads the tables.
   *
   * @throws org.chancery.UserException if one is malformed
   */
  static Knowledge load() {
    Map<String, Role> roles = new HashMap<>();
    for (Table.Row row : Table.load(FOLDER + "vocabulary.tsv").rows()) {
      roles.put(row.get("predicate"), row.get("role", Role.class));
    }
    Map<EntityType, Set<String>> classes = new EnumMap<>(EntityType.class);
    for (Table.Row row : Table.load(FOLDER + "types.tsv").rows()) {
      classes
          .computeIfAbsent(row.get("type", EntityType.class), type -> new HashSet<>())
          .add(row.get("class"));
    }
    Map<EntityType, Map<Feature, Weight>> weights = new EnumMap<>(EntityType.class);
    for (Table.Row row : Table.load(FOLDER + "weights.tsv").rows()) {
      weights
          .computeIfAbsent(row.get("type", EntityType.class), type -> new EnumMap<>(Feature.class))
          .put(
              row.get("feature", Feature.class),
              new Weight(share(row, "weight"), share(row, "neither"), share(row, "one")));
    }
    Map<EntityType, Thresholds> thresholds = new EnumMap<>(EntityType.class);
    for (Table.Row row : Table.load(FOLDER + "thresholds.tsv").rows()) {
      thresholds.put(
          row.get("type", EntityType.class),
          new Thresholds(
              share(row, "link"),
              share(row, "propose"),
              share(row, "margin"),
              row.get("relation").equals("exact")));
    }
    return new Knowledge(roles, classes, weights, thresholds, Countries.load());
  }

  private static double share(Table.Row row, String column) {
    try {
      double share = Double.parseDouble(row.get(column));
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException notOne) {
      // The same complaint as for one out of range.
    }
    throw row.malformed(
        "%s is \"%s\"; write a number from 0 to 1".formatted(column, row.get(column)));
  }

  Optional<Role> role(String predicate) {
    return Optional.ofNullable(roles.get(predicate));
  }

  Thresholds thresholds(EntityType type) {
    Thresholds found = thresholds.get(type);
    if (found == null) {
      throw new IllegalArgumentException(type + " is not linked");
    }
    return found;
  }

  /** The kinds of things that are linked. */
  Set<EntityType> types() {
    return thresholds.keySet();
  }
}
