package org.chancery.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chancery.Nearest;
import org.chancery.UserException;
import org.chancery.claims.Claim;
import org.chancery.claims.Referent;
import org.chancery.ontology.EntityType;
import org.chancery.ontology.Predicate;
import org.chancery.resolution.Comparison.Verdict;

/**
 * Holds decisions against what was resolved without them. First things are parted, then made one,
 * then renamed, whatever the order of the lines.
 */
final class Curator {
  /** What is told of a thing; all of it, or by one article that a decision sets apart. */
  private static final class Part {
    final String iri;
    final List<Appearance> members;

    Part(String iri, List<Appearance> members) {
      this.iri = iri;
      this.members = members;
    }
  }

  /** Relations to days and words; the others are to things. */
  private static final Set<Predicate> VALUES =
      EnumSet.of(Predicate.SIGNED_ON, Predicate.HELD_ON, Predicate.ENDED_ON, Predicate.TEXT);

  private final String base;
  private final Corpus corpus;
  private final Entities entities;
  private final Journal journal;
  private final Map<String, Part> wholes = new TreeMap<>();
  private final Map<Curation.Target, Part> parts = new HashMap<>();

  private Curator(String base, Corpus corpus, Entities entities, Journal journal) {
    this.base = base;
    this.corpus = corpus;
    this.entities = entities;
    this.journal = journal;
    for (Appearance appearance : corpus.all()) {
      String iri = entities.require(appearance).iri();
      wholes
          .computeIfAbsent(iri, name -> new Part(name, new ArrayList<>()))
          .members
          .add(appearance);
    }
  }

  /**
   * Carries out all decisions.
   *
   * @return the facts that are rejected
   * @throws UserException if a decision names what is not there, or two contradict each other
   */
  static Rejections apply(
      Curation curation, String base, Corpus corpus, Entities entities, Journal journal) {
    if (curation.isEmpty()) {
      return Rejections.none();
    }
    Curator curator = new Curator(base, corpus, entities, journal);
    Rejections rejections = curator.rejections(of(curation, Curation.Reject.class));
    curator.settle(
        of(curation, Curation.Different.class),
        of(curation, Curation.Same.class),
        of(curation, Curation.Rename.class));
    return rejections;
  }

  private static <D extends Curation.Decision> List<D> of(Curation curation, Class<D> kind) {
    return curation.decisions().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private void settle(
      List<Curation.Different> different, List<Curation.Same> same, List<Curation.Rename> rename) {
    different.forEach(this::part);
    Map<Part, Part> group = new HashMap<>();
    Map<Part, List<Part>> groups = new LinkedHashMap<>();
    for (Curation.Same decision : same) {
      unite(decision, group, groups);
    }
    for (Curation.Different decision : different) {
      Part one = find(decision.place(), decision.one());
      Part other = find(decision.place(), decision.other());
      if (group.getOrDefault(one, one) == group.getOrDefault(other, other)) {
        throw Curation.malformed(
            decision.place(),
            "other lines make %s and %s one. Delete this line or one of those."
                .formatted(decision.one(), decision.other()));
      }
      journal.decided(
          Verdict.NEAR_MISS, one.members.get(0), other.members.get(0), decision.place());
    }
    Map<Part, String> labels = labels(rename, group);
    Set<Part> touched = new LinkedHashSet<>(parts.values());
    for (Curation.Different decision : different) {
      touched.add(find(decision.place(), decision.one()));
      touched.add(find(decision.place(), decision.other()));
    }
    touched.removeAll(group.keySet());
    for (Part part : touched) {
      groups.put(part, List.of(part));
    }
    labels.keySet().forEach(part -> groups.putIfAbsent(part, List.of(part)));
    Map<Part, Entity> settled = new LinkedHashMap<>();
    groups.forEach(
        (first, all) ->
            settled.put(first, entity(first, all, Optional.ofNullable(labels.get(first)))));
    groups.forEach(
        (first, all) -> {
          Entity entity = settled.get(first);
          if (entity != null) {
            all.forEach(part -> part.members.forEach(member -> entities.settle(member, entity)));
          }
        });
  }

  /** Sets what one article tells of a thing apart from the rest of it. */
  private void part(Curation.Different decision) {
    Part one = whole(decision.place(), decision.one());
    Part other = whole(decision.place(), decision.other());
    requireType(decision.place(), one);
    requireType(decision.place(), other);
    if (one != other) {
      return;
    }
    Curation.Target target =
        decision.one().article().isPresent() ? decision.one() : decision.other();
    if (target.article().isEmpty() || decision.one().equals(decision.other())) {
      throw Curation.malformed(
          decision.place(),
          "%s is one thing here. Say which article speaks of another, such as different %s@ARTICLE %s."
              .formatted(decision.one(), decision.one(), decision.one()));
    }
    Curation.Target key = new Curation.Target(target.iri(base), target.article());
    if (parts.containsKey(key)) {
      return;
    }
    List<Appearance> members = told(decision.place(), target, one);
    if (members.size() == one.members.size()) {
      throw Curation.malformed(
          decision.place(),
          "no other article tells of %s, so there is nothing to part. Delete the line."
              .formatted(target.written()));
    }
    one.members.removeAll(members);
    parts.put(key, new Part(entities.suffixed(one.iri, members.get(0).toString()), members));
  }

  private List<Appearance> told(String place, Curation.Target target, Part whole) {
    String article = target.article().orElseThrow();
    List<Appearance> members =
        new ArrayList<>(
            whole.members.stream().filter(member -> member.article().equals(article)).toList());
    if (members.isEmpty()) {
      Set<String> articles =
          whole.members.stream()
              .map(Appearance::article)
              .collect(Collectors.toCollection(TreeSet::new));
      throw Curation.malformed(
          place,
          "article \"%s\" does not speak of %s. Did you mean %s?"
              .formatted(article, target.written(), or(Nearest.of(article, articles, 3))));
    }
    return members;
  }

  private void unite(Curation.Same decision, Map<Part, Part> group, Map<Part, List<Part>> groups) {
    Part one = find(decision.place(), decision.one());
    Part other = find(decision.place(), decision.other());
    requireType(decision.place(), one);
    requireType(decision.place(), other);
    EntityType type = type(one);
    if (type != type(other)) {
      throw Curation.malformed(
          decision.place(),
          "%s is of type %s, %s of type %s. Only things of one type can be the same."
              .formatted(
                  decision.one(), type.localName(), decision.other(), type(other).localName()));
    }
    journal.decided(Verdict.MERGE, one.members.get(0), other.members.get(0), decision.place());
    Part first = group.getOrDefault(one, one);
    Part second = group.getOrDefault(other, other);
    if (first == second) {
      return;
    }
    List<Part> all = new ArrayList<>(groups.getOrDefault(first, List.of(first)));
    all.addAll(groups.getOrDefault(second, List.of(second)));
    groups.remove(second);
    groups.put(first, all);
    all.forEach(part -> group.put(part, first));
  }

  private Map<Part, String> labels(List<Curation.Rename> rename, Map<Part, Part> group) {
    Map<Part, String> labels = new LinkedHashMap<>();
    for (Curation.Rename decision : rename) {
      Part part = find(decision.place(), decision.target());
      requireType(decision.place(), part);
      String before = labels.put(group.getOrDefault(part, part), decision.label());
      if (before != null && !before.equals(decision.label())) {
        throw Curation.malformed(
            decision.place(),
            "another line renames %s to \"%s\". Delete one of them."
                .formatted(decision.target(), before));
      }
    }
    return labels;
  }

  private Entity entity(Part first, List<Part> all, Optional<String> label) {
    SortedSet<String> names = new TreeSet<>();
    List<String> best = new ArrayList<>();
    for (Part part : all) {
      Entity before = entities.require(part.members.get(0));
      boolean whole = part.iri.equals(before.iri()) && !isParted(before.iri());
      Cluster cluster = new Cluster((Collection<Appearance>) part.members);
      best.add(whole ? before.label() : cluster.label());
      names.addAll(cluster.altLabels());
      names.add(cluster.label());
    }
    String chosen = label.orElseGet(() -> Cluster.best(best.stream()));
    names.addAll(best);
    names.remove(chosen);
    return new Entity(first.iri, type(first), chosen, names);
  }

  private boolean isParted(String iri) {
    return parts.keySet().stream().anyMatch(target -> target.written().equals(iri));
  }

  private Part find(String place, Curation.Target target) {
    Part part = parts.get(new Curation.Target(target.iri(base), target.article()));
    if (part != null) {
      return part;
    }
    Part whole = whole(place, target);
    if (target.article().isPresent()) {
      told(place, target, whole);
    }
    return whole;
  }

  private Part whole(String place, Curation.Target target) {
    String iri = target.iri(base);
    Part whole = wholes.get(iri);
    if (whole == null) {
      List<String> known =
          wholes.keySet().stream().map(name -> name.substring(base.length())).toList();
      String wanted = iri.startsWith(base) ? iri.substring(base.length()) : iri;
      throw Curation.malformed(
          place,
          "no article speaks of %s. Did you mean %s? Decisions name things as they are called without curation."
              .formatted(target.written(), or(nearest(wanted, known))));
    }
    return whole;
  }

  private static List<String> nearest(String wanted, List<String> known) {
    String kind = wanted.replaceFirst("/.*", "/");
    List<String> ofKind = known.stream().filter(name -> name.startsWith(kind)).toList();
    return Nearest.of(wanted, ofKind.isEmpty() ? known : ofKind, 3);
  }

  private static String or(List<String> names) {
    return names.isEmpty() ? "nothing" : String.join(" or ", names);
  }

  private static void requireType(String place, Part part) {
    if (type(part) == EntityType.COUNTRY) {
      throw Curation.malformed(
          place,
          "%s is a country, and a country is its code. Mend ontology/reference/countries.tsv instead."
              .formatted(part.iri));
    }
  }

  private static EntityType type(Part part) {
    return part.members.get(0).referent().type();
  }

  private Rejections rejections(List<Curation.Reject> rejects) {
    List<Rejections.Fact> facts = new ArrayList<>();
    for (Curation.Reject decision : rejects) {
      if (decision.article().isPresent() && !corpus.hasArticle(decision.article().get())) {
        throw Curation.malformed(
            decision.place(),
            "there is no article \"%s\". Did you mean %s?"
                .formatted(
                    decision.article().get(),
                    or(Nearest.of(decision.article().get(), corpus.articles(), 3))));
      }
      String subject = decision.subject().iri(base);
      if (!subject.contains("/quotation/")) {
        whole(decision.place(), decision.subject());
      }
      facts.add(fact(decision, subject));
    }
    Rejections rejections = new Rejections(facts, originals());
    for (int i = 0; i < facts.size(); i++) {
      requireClaim(rejects.get(i), facts.get(i), rejections);
    }
    return rejections;
  }

  private Rejections.Fact fact(Curation.Reject decision, String subject) {
    String object = VALUES.contains(decision.predicate()) ? decision.object() : thing(decision);
    return new Rejections.Fact(decision.article(), subject, decision.predicate(), object);
  }

  private String thing(Curation.Reject decision) {
    Curation.Target object = Curation.Target.of(decision.object());
    return whole(decision.place(), object).iri;
  }

  private Map<String, Map<String, String>> originals() {
    Map<String, Map<String, String>> originals = new HashMap<>();
    for (Appearance appearance : corpus.all()) {
      originals
          .computeIfAbsent(appearance.article(), article -> new HashMap<>())
          .put(appearance.referent().key(), entities.require(appearance).iri());
    }
    return originals;
  }

  /** Of the claims of a named article one must be meant, else the line is a slip. */
  private void requireClaim(Curation.Reject decision, Rejections.Fact fact, Rejections rejections) {
    if (decision.article().isEmpty()) {
      return;
    }
    String article = decision.article().get();
    Collection<Claim> claims = corpus.claims(article);
    Map<String, Referent> referents = corpus.quotations(article);
    if (claims.stream()
        .anyMatch(claim -> rejections.covers(fact, article, claim, referents, base))) {
      return;
    }
    List<String> said =
        claims.stream()
            .map(claim -> rejections.written(article, claim, referents, base))
            .distinct()
            .toList();
    String wanted =
        "%s %s %s"
            .formatted(
                shortened(fact.subject()),
                decision.predicate().localName(),
                shortened(fact.object()));
    throw Curation.malformed(
        decision.place(),
        "article \"%s\" does not claim that. Did you mean %s?"
            .formatted(article, or(Nearest.of(wanted, said, 2))));
  }

  private String shortened(String iri) {
    return iri.startsWith(base) ? iri.substring(base.length()) : iri;
  }
}
