package org.chancery.resolution;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.claims.Referent;
import org.chancery.ontology.EntityType;
import org.chancery.ontology.WordLists;

/**
 * Which organizations are one: those with one full name, and those whose full name is an acronym
 * that another goes by; of two countries never.
 */
final class Organizations {
  private static final Pattern ACRONYM = Pattern.compile("[\\p{Lu}\\p{N}][\\p{Lu}\\p{N}.&-]+");

  private static final Set<String> SMALL = WordLists.load().require("small-in-offices");

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

  /**
   * Appearances under one full name in one country.
   *
   * @param names folded, the short forms among them
   * @param words the words of the full name that carry meaning
   */
  private record Body(
      Kind kind, Set<String> names, Set<String> words, String initials, List<Appearance> members)
      implements Node {
    static Body of(List<Appearance> members) {
      Set<String> names =
          members.stream()
              .flatMap(member -> member.nameKeys().stream())
              .collect(Collectors.toCollection(TreeSet::new));
      Kind kind = Kind.of(members.get(0));
      List<String> all = List.of(kind.name.split(" ", -1));
      List<String> telling = all.stream().filter(word -> !SMALL.contains(word)).toList();
      String initials =
          telling.stream()
              .filter(word -> !word.isEmpty())
              .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
              .collect(Collectors.joining());
      return new Body(kind, names, new TreeSet<>(telling), initials, members);
    }

    Set<String> blocks() {
      Set<String> blocks = new TreeSet<>(names);
      blocks.add("words " + words);
      blocks.add("initials " + (kind.acronym ? letters() : initials));
      return blocks;
    }

    private String letters() {
      return kind.name.replace(" ", "");
    }

    Set<Evidence> compare(Body other) {
      Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
      if (kind.name.equals(other.kind.name)) {
        evidence.add(Evidence.SAME_NAME);
      } else if (goesBy(other) && kind.acronym || other.goesBy(this) && other.kind.acronym) {
        evidence.add(Evidence.GOES_BY_ACRONYM);
      } else if (goesBy(other) || other.goesBy(this)) {
        evidence.add(Evidence.GOES_BY_SHORT_FORM);
      } else if (words.equals(other.words)) {
        evidence.add(Evidence.SAME_WORDS);
      } else if (abbreviates(other) || other.abbreviates(this)) {
        evidence.add(Evidence.SAME_INITIALS);
      } else if (contradicts(other)) {
        evidence.add(Evidence.DIFFERENT_NAME);
      }
      if (kind.country.isPresent() && other.kind.country.isPresent()) {
        evidence.add(
            kind.country.equals(other.kind.country)
                ? Evidence.SAME_COUNTRY
                : Evidence.DIFFERENT_COUNTRY);
      }
      return evidence;
    }

    /** Whether the other's article calls it by what is this one's full name. */
    private boolean goesBy(Body other) {
      return other.names.contains(kind.name);
    }

    /** Of two full names neither holds the other. */
    private boolean contradicts(Body other) {
      return !kind.acronym
          && !other.kind.acronym
          && !words.containsAll(other.words)
          && !other.words.containsAll(words);
    }

    private boolean abbreviates(Body other) {
      return kind.acronym
          && !other.kind.acronym
          && other.words.size() > 1
          && letters().equals(other.initials);
    }
  }

  private Organizations() {}

  static void resolve(Corpus corpus, Entities entities, Journal journal) {
    Map<String, List<Appearance>> byKind =
        corpus.all(Referent.Organization.class).stream()
            .collect(
                Collectors.groupingBy(
                    appearance -> Kind.of(appearance).sortKey(),
                    TreeMap::new,
                    Collectors.toList()));
    Clustering<Body> clustering =
        new Clustering<>(Weights.of(EntityType.ORGANIZATION), Body::blocks, Body::compare);
    Clustering.Outcome<Body> outcome =
        clustering.group(byKind.values().stream().map(Body::of).toList());
    entities.add(
        Node.clusters(outcome.groups()), cluster -> "organization/" + Slug.of(cluster.fullest()));
    journal.add(clustering, outcome);
  }
}
