package org.chancery.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.chancery.catalogue.Catalogue;
import org.chancery.catalogue.Census.Thing;
import org.chancery.catalogue.Kind;
import org.chancery.naming.Names;
import org.chancery.reconcile.Question.Condition;
import org.chancery.reconcile.Question.Strictness;
import org.chancery.reconcile.Question.Wanted;

/** Answers queries: who may be meant, how well that fits, and whether it is sure. */
final class Matcher {
  /** Things that are looked at closer. */
  private static final int POOL = 50;

  private static final double WHOLE = 100;

  /** How much of the score the conditions are, if there are any. */
  private static final double FOR_CONDITIONS = 0.4;

  /** What a condition comes to of which the graph says nothing. */
  private static final double UNKNOWN = 0.5;

  /** What is left of the score of a thing of another type. */
  private static final double OTHER_TYPE = 0.5;

  /** What is less alike is no candidate. */
  private static final double FLOOR = 0.2;

  /** From which share on a condition is met. */
  private static final double MET = 0.9;

  /** By how many points the best must be ahead of the next to be sure. */
  private static final double MARGIN = 5;

  /** By how many points it must be ahead of a namesake, whom then a condition speaks against. */
  private static final double NAMESAKE_MARGIN = 25;

  /** Kinds of which one word can be a proper name. */
  private static final Set<Kind> ONE_WORD =
      EnumSet.of(Kind.COUNTRY, Kind.CITY, Kind.PLACE, Kind.ORGANIZATION);

  private static final Comparator<Rated> BEST_FIRST =
      Comparator.comparingDouble(Rated::score)
          .reversed()
          .thenComparing(rated -> -rated.thing().articles())
          .thenComparing(rated -> rated.thing().iri());

  private final Catalogue catalogue;
  private final Facts facts;
  private final Map<String, Property> properties;
  private final Likeness likeness;
  private final Descriptions descriptions;

  /**
   * A thing with what speaks for it.
   *
   * @param identified whether the query is its id
   * @param conditions shares by property as the client writes it; only what is known
   */
  private record Rated(
      Thing thing,
      double score,
      boolean identified,
      boolean typed,
      Likeness.OfName name,
      Map<String, Double> conditions) {}

  /**
   * @param properties by their ids
   */
  Matcher(Catalogue catalogue, Facts facts, Map<String, Property> properties) {
    this.catalogue = catalogue;
    this.facts = facts;
    this.properties = properties;
    this.likeness = new Likeness(facts, properties);
    this.descriptions = new Descriptions(facts, properties);
  }

  /** The candidates, the best first. At most the first one is a match. */
  List<Candidate> answer(Question question) {
    Set<Kind> wanted = wanted(question);
    List<Rated> all = new ArrayList<>();
    for (Thing thing : pool(question, wanted)) {
      rate(question, thing, wanted.contains(thing.kind()))
          .filter(rated -> rated.score() >= WHOLE * FLOOR)
          .ifPresent(all::add);
    }
    all.sort(BEST_FIRST);
    List<Candidate> candidates = new ArrayList<>();
    for (Rated rated : all.subList(0, Math.min(all.size(), question.limit()))) {
      boolean match = candidates.isEmpty() && isSure(question, all);
      candidates.add(candidate(question, rated, all, match));
    }
    return candidates;
  }

  /** The kinds that a thing must be of to be of the right type. */
  private static Set<Kind> wanted(Question question) {
    if (question.types().isEmpty()) {
      return Types.ENTITIES;
    }
    Set<Kind> wanted = EnumSet.noneOf(Kind.class);
    question.types().forEach(type -> wanted.addAll(Types.kinds(type)));
    if (question.strictness() == Strictness.ALL) {
      question.types().forEach(type -> wanted.retainAll(Types.kinds(type)));
    }
    return wanted;
  }

  private List<Thing> pool(Question question, Set<Kind> wanted) {
    boolean others = question.strictness() == Strictness.SHOULD && !question.types().isEmpty();
    Map<String, Thing> pool = new LinkedHashMap<>();
    if (question.name().isEmpty()) {
      subjects(question)
          .filter(thing -> wanted.contains(thing.kind()) || others)
          .forEach(thing -> pool.put(thing.iri(), thing));
    } else {
      facts
          .identified(question.name())
          .filter(thing -> wanted.contains(thing.kind()) || others || question.types().isEmpty())
          .ifPresent(thing -> pool.put(thing.iri(), thing));
      if (!wanted.isEmpty()) {
        catalogue
            .likely(question.name(), wanted, POOL)
            .forEach(thing -> pool.putIfAbsent(thing.iri(), thing));
      }
      if (others) {
        catalogue
            .likely(question.name(), Types.ENTITIES, POOL)
            .forEach(thing -> pool.putIfAbsent(thing.iri(), thing));
      }
    }
    return List.copyOf(pool.values());
  }

  /** The things that meet a condition to the letter, for a table without names. */
  private Stream<Thing> subjects(Question question) {
    Set<String> iris = new HashSet<>();
    for (Condition condition : question.conditions()) {
      properties.values().stream()
          .filter(property -> property.isCalled(condition.property()))
          .forEach(
              property ->
                  condition
                      .values()
                      .forEach(
                          value ->
                              nodes(property, value)
                                  .forEach(node -> iris.addAll(facts.having(property, node)))));
    }
    return iris.stream().sorted().flatMap(iri -> facts.thing(iri).stream());
  }

  private List<Node> nodes(Property property, Wanted wanted) {
    if (property.values().isEmpty()) {
      String text = Likeness.day(wanted.text());
      return List.of(
          NodeFactory.createLiteralString(text),
          NodeFactory.createLiteralDT(text, XSDDatatype.XSDdate));
    }
    Optional<Thing> identified = facts.identified(wanted.id().orElse(wanted.text()));
    List<Thing> things =
        identified.isPresent()
            ? List.of(identified.get())
            : catalogue.likely(wanted.text(), property.values(), POOL).stream()
                .filter(thing -> Likeness.isCalled(wanted.text(), thing))
                .toList();
    return things.stream().map(thing -> NodeFactory.createURI(thing.iri())).toList();
  }

  private Optional<Rated> rate(Question question, Thing thing, boolean typed) {
    boolean identified =
        question.name().equals(thing.iri()) || question.name().equals(facts.id(thing.iri()));
    Likeness.OfName name =
        identified ? new Likeness.OfName(1, false) : Likeness.ofName(question.name(), thing);
    if (!question.name().isEmpty() && name.share() < FLOOR) {
      return Optional.empty();
    }
    Map<String, Double> shares = new LinkedHashMap<>();
    double sum = 0;
    for (Condition condition : question.conditions()) {
      Optional<Double> share = likeness.ofCondition(condition, thing);
      share.ifPresent(known -> shares.merge(feature(condition.property()), known, Math::min));
      sum += share.orElse(UNKNOWN);
    }
    double score = name.share();
    if (!question.conditions().isEmpty()) {
      double mean = sum / question.conditions().size();
      score =
          question.name().isEmpty() ? mean : (1 - FOR_CONDITIONS) * score + FOR_CONDITIONS * mean;
    }
    double total = WHOLE * score * (typed || question.types().isEmpty() ? 1 : OTHER_TYPE);
    return Optional.of(new Rated(thing, total, identified, typed, name, shares));
  }

  private String feature(String pid) {
    return properties.values().stream()
        .filter(property -> property.isCalled(pid))
        .findFirst()
        .map(Property::localName)
        .orElse(pid);
  }

  /**
   * Whether the best is surely meant: by its id, or by its label, if that is a proper name, nobody
   * else of the right type is called so, nobody comes close, and every condition is met.
   */
  private boolean isSure(Question question, List<Rated> all) {
    Rated best = all.get(0);
    boolean typed = best.typed() || (best.identified() && question.types().isEmpty());
    if (!typed || question.name().isEmpty() || !meetsAll(question, best)) {
      return false;
    }
    if (best.identified()) {
      return true;
    }
    return Likeness.isSame(question.name(), best.thing())
        && isProper(question, best)
        && all.stream()
            .skip(1)
            .filter(Rated::typed)
            .allMatch(other -> best.score() - other.score() >= margin(question, other));
  }

  private static boolean meetsAll(Question question, Rated rated) {
    return rated.conditions().size()
            == question.conditions().stream().map(Condition::property).distinct().count()
        && rated.conditions().values().stream().allMatch(share -> share >= MET);
  }

  private static double margin(Question question, Rated other) {
    return Likeness.isCalled(question.name(), other.thing()) ? NAMESAKE_MARGIN : MARGIN;
  }

  /** Whether the name stands for one thing in the world, as far as its form tells. */
  private boolean isProper(Question question, Rated rated) {
    Thing thing = rated.thing();
    // Abbreviations and a single name of a person come to less.
    if (rated.name().share() < MET
        || thing.label().codePoints().noneMatch(Character::isUpperCase)) {
      return false;
    }
    if (thing.kind() == Kind.MEETING || thing.kind() == Kind.AGREEMENT) {
      // "meeting with Maltese ministers" is a description, and there are many.
      return !Character.isLowerCase(thing.label().codePointAt(0))
          && Names.telling(thing.label()).size() > 1;
    }
    if (thing.kind() == Kind.OFFICE) {
      return !question.conditions().isEmpty() || descriptions.namesItsOwner(thing);
    }
    return ONE_WORD.contains(thing.kind()) || Names.telling(thing.label()).size() > 1;
  }

  private Candidate candidate(Question question, Rated rated, List<Rated> all, boolean match) {
    Map<String, Object> features = new LinkedHashMap<>();
    if (!question.name().isEmpty()) {
      features.put("name", Json.number(rated.name().share()));
      features.put("alias", rated.name().alias());
      features.put(
          "namesakes",
          all.stream()
              .filter(other -> !other.equals(rated))
              .filter(other -> Likeness.isCalled(question.name(), other.thing()))
              .count());
    }
    if (!question.types().isEmpty()) {
      features.put("type", rated.typed());
    }
    rated
        .conditions()
        .forEach((property, share) -> features.put("property:" + property, Json.number(share)));
    features.put("articles", rated.thing().articles());
    return new Candidate(
        facts.id(rated.thing().iri()),
        rated.thing().label(),
        descriptions.line(rated.thing()),
        rated.thing().kind(),
        rated.score(),
        match,
        features);
  }
}
