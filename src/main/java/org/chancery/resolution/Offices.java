package org.chancery.resolution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chancery.claims.Referent;
import org.chancery.ontology.EntityType;
import org.chancery.ontology.Predicate;

/**
 * Which offices are one: those of one country or organization with one title, in any word order,
 * and those that one official holds under a fuller and a shorter title.
 */
final class Offices {
  private record Node(
      Optional<Entity> served, OfficeTitle title, Set<String> holders, List<Appearance> members) {
    boolean mayBe(Node other) {
      boolean compatible =
          served.isEmpty() || other.served.isEmpty() || served.equals(other.served);
      return compatible && title.mayBe(other.title);
    }

    boolean hasTitleOf(Node other) {
      return title.equals(other.title);
    }
  }

  private final Corpus corpus;
  private final Entities entities;
  private final Service service;

  private Offices(Corpus corpus, Entities entities) {
    this.corpus = corpus;
    this.entities = entities;
    this.service = new Service(corpus, entities);
  }

  /** Call when countries, organizations and officials are resolved. */
  static void resolve(Corpus corpus, Entities entities) {
    Offices offices = new Offices(corpus, entities);
    entities.add(offices.clusters(), offices::path);
  }

  private List<Cluster> clusters() {
    Map<String, List<Appearance>> alike =
        corpus.all(Referent.Office.class).stream()
            .collect(Collectors.groupingBy(this::nodeKey, TreeMap::new, Collectors.toList()));
    List<Node> nodes = alike.values().stream().map(this::node).toList();
    // Without a common holder, titles alone never make two offices one.
    return new Likeness<>(Node::holders, Node::mayBe, Node::hasTitleOf)
        .group(nodes).stream()
            .map(group -> group.stream().flatMap(node -> node.members.stream()).toList())
            .map(Cluster::new)
            .toList();
  }

  /** An office of nobody we know of is one of its article alone. */
  private String nodeKey(Appearance appearance) {
    String served = served(appearance).map(Entity::iri).orElse("\n" + appearance.article());
    return served + "\n" + OfficeTitle.of(office(appearance).title());
  }

  private Node node(List<Appearance> members) {
    Set<String> holders =
        members.stream().flatMap(m -> holders(m).stream()).collect(Collectors.toSet());
    Appearance one = members.get(0);
    return new Node(served(one), OfficeTitle.of(office(one).title()), holders, members);
  }

  private Set<String> holders(Appearance office) {
    return office
        .subjects(Predicate.HOLDS_OFFICE)
        .flatMap(key -> corpus.beside(office, key).stream())
        .flatMap(holder -> entities.find(holder).stream())
        .map(Entity::iri)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<Entity> served(Appearance appearance) {
    return service.servedBy(appearance.article(), office(appearance));
  }

  private String path(Cluster cluster) {
    String title = Cluster.best(cluster.members().stream().map(m -> office(m).title()));
    String owner =
        cluster.members().stream()
            .flatMap(member -> served(member).stream())
            .findFirst()
            .map(Offices::owner)
            .orElse("unknown/" + Slug.encode(cluster.first().article()));
    return "office/" + owner + "/" + Slug.of(title);
  }

  /** A country's code or an organization's slug. */
  private static String owner(Entity served) {
    String slug = Entities.slug(served);
    // An organization must not pass for the country with that code.
    return served.type() == EntityType.ORGANIZATION && slug.length() == 2
        ? "organization-" + slug
        : slug;
  }

  private static Referent.Office office(Appearance appearance) {
    if (appearance.referent() instanceof Referent.Office office) {
      return office;
    }
    throw new AssertionError(appearance + " is no office");
  }
}
