package org.chancery.resolution;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.ontology.EntityType;
import org.chancery.ontology.Table;
import org.jspecify.annotations.Nullable;

/**
 * How much each evidence weighs for one kind of thing, from {@code
 * ontology/resolution/evidence.tsv}.
 *
 * @param type whose identity is weighed
 * @param rows what the table says, by evidence
 */
record Weights(EntityType type, Limits limits, Map<Evidence, Comparison.Reason> rows) {
  private static final String FILE = "ontology/resolution/evidence.tsv";

  private static final Set<String> LIMITS =
      Collections.unmodifiableSet(new TreeSet<>(Set.of("merge-from", "near-from", "lead")));

  /**
   * How many points decide what.
   *
   * @param mergeFrom make two nodes one
   * @param nearFrom make them a near-miss
   * @param lead how far ahead one of two candidates must be
   */
  record Limits(double mergeFrom, double nearFrom, double lead) {}

  /** Loaded when first asked for. */
  private static final class Loaded {
    static final Map<EntityType, Weights> ALL = read();
  }

  Weights {
    rows = Collections.unmodifiableMap(new EnumMap<>(rows));
  }

  /**
   * The weights for a kind of thing.
   *
   * @throws org.chancery.UserException with {@link org.chancery.ExitCode#CONFIG} if the table is
   *     malformed
   */
  static Weights of(EntityType type) {
    Weights weights = Loaded.ALL.get(type);
    if (weights == null) {
      throw new IllegalArgumentException("nothing is weighed for " + type);
    }
    return weights;
  }

  /** Reads the table anew, so that what is wrong in it is told. */
  static Map<EntityType, Weights> read() {
    return read(Table.load(FILE));
  }

  static Map<EntityType, Weights> read(Table table) {
    Map<EntityType, Map<Evidence, Comparison.Reason>> rows = new EnumMap<>(EntityType.class);
    Map<EntityType, Map<String, Double>> limits = new EnumMap<>(EntityType.class);
    for (Table.Row row : table.rows()) {
      EntityType type = row.get("of", EntityType.class);
      String word = row.get("evidence");
      if (LIMITS.contains(word)) {
        requireNew(
            row, limits.computeIfAbsent(type, t -> new TreeMap<>()).putIfAbsent(word, points(row)));
      } else {
        Evidence evidence =
            Evidence.of(word).orElseThrow(() -> row.malformed("\"" + word + "\" is no evidence"));
        boolean veto = row.get("weight").equals("veto");
        Comparison.Reason weight =
            new Comparison.Reason(word, veto ? 0 : points(row), veto, row.get("says"));
        requireNew(
            row,
            rows.computeIfAbsent(type, t -> new EnumMap<>(Evidence.class))
                .putIfAbsent(evidence, weight));
      }
    }
    Map<EntityType, Weights> weights = new EnumMap<>(EntityType.class);
    rows.forEach(
        (type, of) -> weights.put(type, new Weights(type, limits(table, limits, type), of)));
    return weights;
  }

  private static Limits limits(
      Table table, Map<EntityType, Map<String, Double>> limits, EntityType type) {
    Map<String, Double> points = limits.getOrDefault(type, Map.of());
    if (!points.keySet().equals(LIMITS)) {
      throw new UserException(
          ExitCode.CONFIG,
          "%s: %s needs a row for each of %s".formatted(table.name(), word(type), LIMITS));
    }
    return new Limits(
        points.getOrDefault("merge-from", 0.0),
        points.getOrDefault("near-from", 0.0),
        points.getOrDefault("lead", 0.0));
  }

  private static void requireNew(Table.Row row, @Nullable Object before) {
    if (before != null) {
      throw row.malformed(
          "\"%s\" stands there already for %s".formatted(row.get("evidence"), row.get("of")));
    }
  }

  private static double points(Table.Row row) {
    try {
      return new BigDecimal(row.get("weight")).doubleValue();
    } catch (NumberFormatException failure) {
      throw row.malformed(
          "\"%s\" is no weight; write a number or veto".formatted(row.get("weight")));
    }
  }

  private static String word(EntityType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  /**
   * What the table says of an evidence.
   *
   * @throws IllegalStateException if it says nothing of it for this kind of thing
   */
  Comparison.Reason require(Evidence evidence) {
    Comparison.Reason row = rows.get(evidence);
    if (row == null) {
      throw new IllegalStateException(
          "%s has no row \"%s\" for %s".formatted(FILE, evidence.word(), word(type)));
    }
    return row;
  }

  /** The points for and against, vetoes left out. */
  double score(Set<Evidence> evidence) {
    double score = 0;
    for (Evidence each : evidence) {
      score += require(each).points();
    }
    return score;
  }

  boolean vetoes(Set<Evidence> evidence) {
    for (Evidence each : evidence) {
      if (require(each).veto()) {
        return true;
      }
    }
    return false;
  }

  /** What is told of some evidence, in the order of {@link Evidence}. */
  List<Comparison.Reason> reasons(Set<Evidence> evidence) {
    return evidence.stream().sorted().map(this::require).toList();
  }
}
