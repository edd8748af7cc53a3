package org.chancery.link;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.UserException;
import org.chancery.mapping.Mapping;
import org.chancery.mapping.MappingSet;
import org.chancery.ontology.EntityType;

/** Decides which candidates are links, which a person should look at, and which are nothing. */
public final class Linker {
  private static final String TOOL = "chancery link";
  private static final int PROPOSALS = 3;
  private static final int BATCH = 50;

  private final Knowledge knowledge;

  private Linker(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * Loads the tables of {@code ontology/links}.
   *
   * @throws UserException if one is malformed
   */
  public static Linker load() {
    return new Linker(Knowledge.load());
  }

  /** The kinds of things that are linked. */
  public Set<EntityType> types() {
    return knowledge.types();
  }

  /**
   * Opens local files as a target: RDF or GeoNames' dump.
   *
   * @throws UserException if one is missing or malformed
   */
  public Target files(List<Path> files) {
    return LocalFile.open(files, knowledge);
  }

  /**
   * Opens a SPARQL endpoint as a target.
   *
   * @param cache folder for its answers
   * @throws UserException if it is no address of HTTP
   */
  public Target endpoint(URI address, Optional<Path> cache) {
    return endpoint(address, Web.Manners.STANDARD, cache);
  }

  Target endpoint(URI address, Web.Manners manners, Optional<Path> cache) {
    return new Endpoint(address, new Web(address, manners, cache), knowledge);
  }

  /** Opens a reconciliation service as a target; see {@link #endpoint}. */
  public Target reconciliation(URI address, Optional<Path> cache) {
    return reconciliation(address, Web.Manners.STANDARD, cache);
  }

  Target reconciliation(URI address, Web.Manners manners, Optional<Path> cache) {
    return new Reconciliation(address, new Web(address, manners, cache), knowledge);
  }

  /**
   * Looks for things at a target.
   *
   * @param decided what is known so far: what a person settled is not looked for, and what one
   *     rejected is not found
   * @return links and proposals
   */
  public List<Mapping> link(Collection<Thing> things, Target target, MappingSet decided) {
    Set<String> settled = decided.settled();
    Map<String, Set<String>> rejected = decided.rejected();
    List<Thing> open = things.stream().filter(thing -> !settled.contains(thing.iri())).toList();
    List<Mapping> found = new ArrayList<>();
    for (int start = 0; start < open.size(); start += BATCH) {
      List<Thing> batch = open.subList(start, Math.min(open.size(), start + BATCH));
      List<List<Target.Candidate>> candidates = target.find(batch);
      for (int i = 0; i < batch.size(); i++) {
        Set<String> out = rejected.getOrDefault(batch.get(i).iri(), Set.of());
        found.addAll(
            decide(
                batch.get(i),
                candidates.get(i).stream()
                    .filter(candidate -> !out.contains(candidate.item().iri()))
                    .toList()));
      }
    }
    Set<String> taken = new HashSet<>();
    decided.decisions().stream()
        .filter(Mapping::isLink)
        .forEach(mapping -> taken.add(mapping.objectId()));
    return withoutDoubles(found, taken);
  }

  private List<Mapping> decide(Thing thing, List<Target.Candidate> candidates) {
    Knowledge.Thresholds limits = knowledge.thresholds(thing.type());
    if (candidates.isEmpty()) {
      return List.of();
    }
    Target.Candidate best = candidates.get(0);
    double next = candidates.size() > 1 ? candidates.get(1).score().total() : 0;
    if (best.score().typed()
        && best.score().total() >= limits.link()
        && best.score().total() - next >= limits.margin()) {
      return List.of(
          mapping(thing, best, limits.concept() ? Mapping.EXACT_MATCH : Mapping.SAME_AS));
    }
    return candidates.stream()
        .filter(candidate -> candidate.score().total() >= limits.propose())
        .limit(PROPOSALS)
        .map(candidate -> mapping(thing, candidate, Mapping.CLOSE_MATCH))
        .toList();
  }

  private static Mapping mapping(Thing thing, Target.Candidate candidate, String predicate) {
    Scorer.Score score = candidate.score();
    boolean proposed = predicate.equals(Mapping.CLOSE_MATCH);
    return new Mapping(
        thing.iri(),
        thing.label(),
        predicate,
        false,
        candidate.item().iri(),
        candidate.item().label(),
        score.identified() ? Mapping.IDENTIFIER : proposed ? Mapping.LEXICAL : Mapping.COMPOSITE,
        Optional.of(round(score.total())),
        Optional.of(round(score.name())),
        score.shared(),
        TOOL,
        "",
        "",
        "",
        score.features());
  }

  private static double round(double share) {
    return Math.round(share * 1000) / 1000.0;
  }

  /** Two of our things cannot both be one of theirs: then none of them is linked. */
  private static List<Mapping> withoutDoubles(List<Mapping> found, Set<String> taken) {
    Map<String, Integer> links = new HashMap<>();
    taken.forEach(object -> links.merge(object, 1, Integer::sum));
    found.stream()
        .filter(Mapping::isLink)
        .forEach(mapping -> links.merge(mapping.objectId(), 1, Integer::sum));
    return found.stream()
        .map(
            mapping ->
                mapping.isLink() && links.getOrDefault(mapping.objectId(), 0) > 1
                    ? mapping.proposed("another thing is linked to it, too")
                    : mapping)
        .toList();
  }
}
