package org.chancery.resolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The entities found so far, and which appearance stands for which. */
final class Entities {
  private final String base;
  private final Map<Appearance, Entity> byAppearance = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, List<String>> siblings = new HashMap<>();

  Entities(String base) {
    this.base = base;
  }

  /**
   * Names the clusters of one kind.
   *
   * @param path what the IRI of a cluster is after the base. Of clusters with one path, the one
   *     that appears first keeps it; the others get a suffix from where they appear first
   */
  void add(List<Cluster> clusters, Function<Cluster, String> path) {
    add(clusters, path, Cluster::label);
  }

  void add(
      List<Cluster> clusters, Function<Cluster, String> path, Function<Cluster, String> label) {
    List<Cluster> late = new ArrayList<>();
    List<Cluster> ordered = clusters.stream().sorted(Comparator.comparing(Cluster::first)).toList();
    for (Cluster cluster : ordered) {
      String iri = base + path.apply(cluster);
      if (taken.add(iri)) {
        put(cluster, iri, label);
      } else {
        late.add(cluster);
      }
    }
    for (Cluster cluster : late) {
      String bare = base + path.apply(cluster);
      String iri = suffixed(bare, cluster.first().toString());
      siblings.computeIfAbsent(bare, name -> new ArrayList<>()).add(iri);
      put(cluster, iri, label);
    }
  }

  private void put(Cluster cluster, String iri, Function<Cluster, String> label) {
    String best = label.apply(cluster);
    var others = cluster.altLabels();
    others.add(cluster.label());
    others.remove(best);
    Entity entity = new Entity(iri, cluster.first().referent().type(), best, others);
    cluster.members().forEach(member -> byAppearance.put(member, entity));
  }

  /** An IRI that nothing has yet. */
  String suffixed(String iri, String reason) {
    int digits = 4;
    String candidate = iri + "-" + Slug.hash(reason, digits);
    while (!taken.add(candidate)) {
      digits++;
      candidate = iri + "-" + Slug.hash(reason, digits);
    }
    return candidate;
  }

  /** The IRIs of those that would be called so, too, if that one did not come first. */
  List<String> siblings(String iri) {
    return List.copyOf(siblings.getOrDefault(iri, List.of()));
  }

  /** Lets an appearance stand for another entity. */
  void settle(Appearance appearance, Entity entity) {
    byAppearance.put(appearance, entity);
  }

  /** The entity that the appearance stands for, if its kind has been named. */
  Optional<Entity> find(Appearance appearance) {
    return Optional.ofNullable(byAppearance.get(appearance));
  }

  /**
   * The entity that the appearance stands for.
   *
   * @throws IllegalStateException if its kind has not been named
   */
  Entity require(Appearance appearance) {
    return find(appearance)
        .orElseThrow(() -> new IllegalStateException(appearance + " has no entity yet"));
  }

  /** IRI of the country with that code. */
  String country(String code) {
    return new Iris(base).country(code);
  }

  /** The last segment of an entity's IRI. */
  static String slug(Entity entity) {
    return slug(entity.iri());
  }

  /** The last segment of an IRI. */
  static String slug(String iri) {
    return iri.substring(iri.lastIndexOf('/') + 1);
  }
}
