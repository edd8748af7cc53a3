package org.chancery.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chancery.Nearest;
import org.chancery.UserException;
import org.chancery.claims.Claim;
import org.chancery.claims.Referent;
import org.chancery.ontology.EntityType;
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

  /**
   * What came of the decisions.
   *
   * @param rejections the facts that are rejected
   * @param replaced by the IRI of a thing that was made one with another, the other's
   * @param warnings on decisions that are passed over or may mean something else, a line each
   */
  record Curated(Rejections rejections, SortedMap<String, String> replaced, List<String> warnings) {
    Curated {
      replaced = Collections.unmodifiableSortedMap(new TreeMap<>(replaced));
      warnings = List.copyOf(warnings);
    }
  }

  private final String base;
  private final Corpus corpus;
  private final Entities entities;
  private final Journal journal;
  private final Map<String, Part> wholes = new TreeMap<>();
  private final Map<Curation.Target, Part> parts = new HashMap<>();
  private final SortedMap<String, String> replaced = new TreeMap<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  /** What the journal has; one decision may stand in two lines. */
  private final Set<String> told = new HashSet<>();

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
   * Carries out all decisions but those on what the corpus does not have: these are passed over, so
   * that articles may come and go.
   *
   * @throws UserException if decisions can never be carried out, for all of them
   */
  static Curated apply(
      Curation curation, String base, Corpus corpus, Entities entities, Journal journal) {
    if (curation.isEmpty()) {
      return new Curated(Rejections.none(), Collections.emptySortedMap(), List.of());
    }
    Curator curator = new Curator(base, corpus, entities, journal);
    List<Curation.Different> different = of(curation, Curation.Different.class);
    List<Curation.Same> same = of(curation, Curation.Same.class);
    List<Curation.Rename> rename = of(curation, Curation.Rename.class);
    Rejections rejections = curator.rejections(of(curation, Curation.Reject.class));
    curator.settle(curation.file().orElse(""), different, same, rename);
    return new Curated(rejections, curator.replaced, List.copyOf(curator.warnings));
  }

  private static <D extends Curation.Decision> List<D> of(Curation curation, Class<D> kind) {
    return curation.decisions().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private void settle(
      String file,
      List<Curation.Different> different,
      List<Curation.Same> same,
      List<Curation.Rename> rename) {
    List<Curation.Different> apart = different.stream().filter(this::part).toList();
    Map<Part, Part> group = new HashMap<>();
    Map<Part, List<Part>> groups = new LinkedHashMap<>();
    List<UserException> malformed = new ArrayList<>();
    for (Curation.Same decision : same) {
      try {
        unite(decision, group, groups);
      } catch (UserException failure) {
        malformed.add(failure);
      }
    }
    Curation.require(malformed, file);
    Set<Part> touched = new LinkedHashSet<>(parts.values());
    for (Curation.Different decision : apart) {
      Part one = find(decision.one()).orElseThrow();
      Part other = find(decision.other()).orElseThrow();
      touched.add(one);
      touched.add(other);
      decided("different", Verdict.NEAR_MISS, decision.one(), one, decision.other(), other);
    }
    Map<Part, String> labels = labels(rename, group);
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
            all.stream()
                .filter(part -> !part.iri.equals(entity.iri()))
                .forEach(part -> replaced.put(part.iri, entity.iri()));
            all.forEach(part -> part.members.forEach(member -> entities.settle(member, entity)));
          }
        });
  }

  private void decided(
      String kind,
      Verdict verdict,
      Curation.Target one,
      Part here,
      Curation.Target other,
      Part there) {
    String decision = "%s %s %s".formatted(kind, canonical(one), canonical(other));
    if (told.add(decision)) {
      journal.decided(verdict, here.members.get(0), there.members.get(0), decision);
    }
  }

  /** However the line writes it. */
  private String canonical(Curation.Target target) {
    return new Curation.Target(shortened(target.iri(base)), target.article()).toString();
  }

  /**
   * Sets what one article tells of a thing apart from the rest of it, if that is what the decision
   * says.
   *
   * @return whether the corpus has what the decision is about
   */
  private boolean part(Curation.Different decision) {
    Optional<Part> one = present(decision.place(), decision.one());
    Optional<Part> other = present(decision.place(), decision.other());
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    Part whole = one.get();
    if (whole != other.get()) {
      return true;
    }
    Curation.Target target =
        decision.one().article().isPresent() ? decision.one() : decision.other();
    Curation.Target rest = target.equals(decision.one()) ? decision.other() : decision.one();
    if (!isTold(decision.place(), target, whole) || !isTold(decision.place(), rest, whole)) {
      return false;
    }
    if (parts.containsKey(key(target))) {
      return true;
    }
    List<Appearance> members = members(target, whole);
    if (members.size() == whole.members.size()) {
      passOver(
          decision.place(),
          "no other article tells of %s, so there is nothing to part.".formatted(target.written()));
      return false;
    }
    whole.members.removeAll(members);
    parts.put(
        key(target), new Part(entities.suffixed(whole.iri, members.get(0).toString()), members));
    return true;
  }

  private Curation.Target key(Curation.Target target) {
    return new Curation.Target(target.iri(base), target.article());
  }

  private static List<Appearance> members(Curation.Target target, Part whole) {
    String article = target.article().orElse("");
    return new ArrayList<>(
        whole.members.stream().filter(member -> member.article().equals(article)).toList());
  }

  private boolean isTold(String place, Curation.Target target, Part whole) {
    if (target.article().isEmpty()
        || parts.containsKey(key(target))
        || !members(target, whole).isEmpty()) {
      return true;
    }
    Set<String> articles =
        whole.members.stream()
            .map(Appearance::article)
            .collect(Collectors.toCollection(TreeSet::new));
    String article = target.article().get();
    passOver(
        place,
        "article \"%s\" does not speak of %s. Did you mean %s?"
            .formatted(article, target.written(), or(Nearest.of(article, articles, 3))));
    return false;
  }

  private void passOver(String place, String problem) {
    warnings.add("%s: %s The line is passed over.".formatted(place, problem));
  }

  private void unite(Curation.Same decision, Map<Part, Part> group, Map<Part, List<Part>> groups) {
    Optional<Part> here = present(decision.place(), decision.one());
    Optional<Part> there = present(decision.place(), decision.other());
    if (here.isEmpty() || there.isEmpty()) {
      return;
    }
    Part one = here.get();
    Part other = there.get();
    EntityType type = type(one);
    if (type != type(other)) {
      throw Curation.malformed(
          decision.place(),
          "%s is of type %s, %s of type %s. Only things of one type can be the same."
              .formatted(
                  decision.one(), type.localName(), decision.other(), type(other).localName()));
    }
    decided("same", Verdict.MERGE, decision.one(), one, decision.other(), other);
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
      present(decision.place(), decision.target())
          .ifPresent(part -> labels.put(group.getOrDefault(part, part), decision.label()));
    }
    return labels;
  }

  private Entity entity(Part first, List<Part> all, Optional<String> label) {
    Cluster kept = new Cluster((Collection<Appearance>) first.members);
    Cluster whole =
        new Cluster(
            (Collection<Appearance>) all.stream().flatMap(part -> part.members.stream()).toList());
    // The name goes with the IRI that is kept, unless that has none but a surname or the like.
    String chosen = label.orElseGet(() -> (kept.hasFullName() ? kept : whole).label());
    SortedSet<String> names = whole.altLabels();
    names.add(whole.label());
    names.remove(chosen);
    return new Entity(first.iri, type(first), chosen, names);
  }

  private Optional<Part> find(Curation.Target target) {
    return Optional.ofNullable(parts.get(key(target)))
        .or(() -> Optional.ofNullable(wholes.get(target.iri(base))));
  }

  /** The whole of a thing, if the corpus has it; if not, or if it may be another, warns. */
  private Optional<Part> present(String place, Curation.Target target) {
    String iri = target.iri(base);
    Optional<Part> whole = Optional.ofNullable(wholes.get(iri));
    if (whole.isEmpty()) {
      List<String> known = wholes.keySet().stream().map(this::shortened).toList();
      passOver(
          place,
          "no article speaks of %s. Did you mean %s? Decisions name things as they are called without curation."
              .formatted(target.written(), or(nearest(shortened(iri), known))));
    }
    List<String> siblings = entities.siblings(iri);
    if (whole.isPresent() && !siblings.isEmpty()) {
      warnings.add(
          "%s: %s is only the first of those called so; there %s %s, too. The line is about the first: see that it is the one you mean."
              .formatted(
                  place,
                  target.written(),
                  siblings.size() == 1 ? "is" : "are",
                  siblings.stream().map(this::shortened).collect(Collectors.joining(" and "))));
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

  private static EntityType type(Part part) {
    return part.members.get(0).referent().type();
  }

  private Rejections rejections(List<Curation.Reject> rejects) {
    Map<String, Map<String, String>> originals = originals();
    List<Rejections.Fact> facts = new ArrayList<>();
    for (Curation.Reject decision : rejects) {
      if (isPresent(decision)) {
        Rejections.Fact fact = fact(decision);
        if (isClaimed(decision, fact, new Rejections(List.of(fact), originals))) {
          facts.add(fact);
        }
      }
    }
    return new Rejections(facts, originals);
  }

  private boolean isPresent(Curation.Reject decision) {
    String article = decision.article().orElse("");
    if (decision.article().isPresent() && !corpus.hasArticle(article)) {
      passOver(
          decision.place(),
          "there is no article \"%s\". Did you mean %s?"
              .formatted(article, or(Nearest.of(article, corpus.articles(), 3))));
      return false;
    }
    boolean subject =
        decision.subject().iri(base).contains("/quotation/")
            || present(decision.place(), decision.subject()).isPresent();
    boolean object =
        Curation.VALUES.contains(decision.predicate())
            || present(decision.place(), Curation.Target.of(decision.object())).isPresent();
    return subject && object;
  }

  private Rejections.Fact fact(Curation.Reject decision) {
    String object =
        Curation.VALUES.contains(decision.predicate())
            ? decision.object()
            : Curation.Target.of(decision.object()).iri(base);
    return new Rejections.Fact(
        decision.article(), decision.subject().iri(base), decision.predicate(), object);
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

  /** Of the claims of a named article one must be meant, else the line may be a slip. */
  private boolean isClaimed(Curation.Reject decision, Rejections.Fact fact, Rejections rejections) {
    if (decision.article().isEmpty()) {
      return true;
    }
    String article = decision.article().get();
    Collection<Claim> claims = corpus.claims(article);
    Map<String, Referent> referents = corpus.referents(article);
    if (claims.stream()
        .anyMatch(claim -> rejections.covers(fact, article, claim, referents, base))) {
      return true;
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
    passOver(
        decision.place(),
        "article \"%s\" does not claim that. Did you mean %s?"
            .formatted(article, or(Nearest.of(wanted, said, 2))));
    return false;
  }

  private String shortened(String iri) {
    return iri.startsWith(base) ? iri.substring(base.length()) : iri;
  }
}
