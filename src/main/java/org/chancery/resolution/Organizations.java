package org.chancery.resolution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.claims.Referent;

/**
 * Which organizations are one: those with one full name, and those whose full name is an acronym
 * that another goes by; of two countries never.
 */
final class Organizations {
  private static final Pattern ACRONYM = Pattern.compile("[\\p{Lu}\\p{N}][\\p{Lu}\\p{N}.&-]+");

  /**
   * Organizations that no rule below tells apart.
   *
   * @param name the folded full name
   * @param acronym whether the full name is an acronym
   */
  private record Kind(String name, boolean acronym, Optional<String> country) {
    static Kind of(Appearance appearance) {
      if (!(appearance.referent() instanceof Referent.Organization organization)) {
        throw new AssertionError(appearance + " is no organization");
      }
      String best = organization.names().best();
      return new Kind(Words.key(best), ACRONYM.matcher(best).matches(), organization.country());
    }

    String sortKey() {
      return name + "\n" + acronym + "\n" + country.orElse("");
    }
  }

  private record Node(Kind kind, Set<String> names, List<Appearance> members) {
    static Node of(List<Appearance> members) {
      Set<String> names =
          members.stream()
              .flatMap(member -> member.nameKeys().stream())
              .collect(Collectors.toCollection(TreeSet::new));
      return new Node(Kind.of(members.get(0)), names, members);
    }

    boolean mayBe(Node other) {
      return !conflicts(other)
          && (kind.name.equals(other.kind.name)
              || (goesBy(other) && (kind.acronym || sharesCountry(other)))
              || (other.goesBy(this) && (other.kind.acronym || sharesCountry(other))));
    }

    /** Whether the other's article calls it by what is this one's full name. */
    private boolean goesBy(Node other) {
      return other.names.contains(kind.name);
    }

    private boolean conflicts(Node other) {
      return kind.country.isPresent()
          && other.kind.country.isPresent()
          && !kind.country.equals(other.kind.country);
    }

    boolean sharesCountry(Node other) {
      return kind.country.isPresent() && kind.country.equals(other.kind.country);
    }
  }

  private Organizations() {}

  static void resolve(Corpus corpus, Entities entities) {
    Map<String, List<Appearance>> byKind =
        corpus.all(Referent.Organization.class).stream()
            .collect(
                Collectors.groupingBy(
                    appearance -> Kind.of(appearance).sortKey(),
                    TreeMap::new,
                    Collectors.toList()));
    List<Node> nodes = byKind.values().stream().map(Node::of).toList();
    List<Cluster> clusters =
        new Likeness<>(Node::names, Node::mayBe, Node::sharesCountry)
            .group(nodes).stream()
                .map(group -> group.stream().flatMap(node -> node.members.stream()).toList())
                .map(Cluster::new)
                .toList();
    entities.add(clusters, cluster -> "organization/" + Slug.of(cluster.label()));
  }
}
