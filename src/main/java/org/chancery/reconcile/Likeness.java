package org.chancery.reconcile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.chancery.catalogue.Census.Thing;
import org.chancery.catalogue.Kind;
import org.chancery.naming.Names;
import org.chancery.ontology.EntityType;
import org.chancery.reconcile.Question.Condition;
import org.chancery.reconcile.Question.Wanted;

/** How well what a table says of a thing fits what the graph says. Shares are in [0, 1]. */
final class Likeness {
  /** What part of a person's name comes to: it is shown, and is nobody's for certain. */
  private static final double PART = 0.5;

  private static final Pattern INVERTED = Pattern.compile("([^,]+),([^,]+)");
  private static final Pattern TIME = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})T.*");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}(-[0-9]{2}){0,2}");

  private final Facts facts;
  private final Map<String, Property> properties;

  /**
   * How much a name is like a thing's.
   *
   * @param alias whether it is likest to a name that is not its label
   */
  record OfName(double share, boolean alias) {}

  /**
   * @param properties by their ids
   */
  Likeness(Facts facts, Map<String, Property> properties) {
    this.facts = facts;
    this.properties = properties;
  }

  /** Of the name that is likest; 0 if none is. */
  static OfName ofName(String name, Thing thing) {
    double best = likeness(thing.kind(), name, thing.label());
    boolean alias = false;
    for (String other : thing.aliases()) {
      double share = likeness(thing.kind(), name, other);
      if (share > best) {
        best = share;
        alias = true;
      }
    }
    return new OfName(best, alias);
  }

  private static double likeness(Kind kind, String name, String other) {
    if (kind == Kind.COUNTRY && isSame(name, other, kind)) {
      // Their abbreviations, too, are from a table.
      return 1;
    }
    double share = Names.similarity(type(kind), name, other);
    return kind == Kind.OFFICIAL && share == 0
        ? PART * Names.similarity(EntityType.TOPIC, name, other)
        : share;
  }

  /** What compares as words where the kind has no ways of its own. */
  private static EntityType type(Kind kind) {
    return kind == Kind.ARTICLE ? EntityType.TOPIC : EntityType.valueOf(kind.name());
  }

  /**
   * Whether the name is the thing's label but for case, accents and punctuation, with a person's
   * family name perhaps first, before a comma. Countries' other names are from a table, and as good
   * as labels.
   */
  static boolean isSame(String name, Thing thing) {
    return isSame(name, thing.label(), thing.kind())
        || (thing.kind() == Kind.COUNTRY
            && thing.aliases().stream().anyMatch(alias -> isSame(name, alias, thing.kind())));
  }

  /** Whether any name of the thing is the same. */
  static boolean isCalled(String name, Thing thing) {
    return isSame(name, thing.label(), thing.kind())
        || thing.aliases().stream().anyMatch(alias -> isSame(name, alias, thing.kind()));
  }

  private static boolean isSame(String name, String other, Kind kind) {
    String key = Names.key(other);
    if (key.isEmpty()) {
      return false;
    }
    if (key.equals(Names.key(name))) {
      return true;
    }
    var inverted = INVERTED.matcher(name);
    return kind == Kind.OFFICIAL
        && inverted.matches()
        && key.equals(Names.key(inverted.group(2) + " " + inverted.group(1)));
  }

  /**
   * Of the value that fits best; nothing if the graph says nothing of the property, or there is no
   * such property.
   */
  Optional<Double> ofCondition(Condition condition, Thing thing) {
    Optional<Property> property =
        properties.values().stream()
            .filter(each -> each.isCalled(condition.property()))
            .findFirst();
    if (property.isEmpty() || !property.get().kinds().contains(thing.kind())) {
      return Optional.empty();
    }
    List<Node> values = facts.values(thing.iri(), property.get());
    if (values.isEmpty() || condition.values().isEmpty()) {
      return Optional.empty();
    }
    double best = 0;
    for (Wanted wanted : condition.values()) {
      for (Node value : values) {
        best =
            Math.max(best, value.isLiteral() ? ofLiteral(wanted, value) : ofThing(wanted, value));
      }
    }
    return Optional.of(best);
  }

  /** A day may be known by its year or month alone. */
  private static double ofLiteral(Wanted wanted, Node value) {
    String text = day(wanted.text());
    String ours = value.getLiteralLexicalForm().strip();
    return ours.equalsIgnoreCase(text)
            || (DAY.matcher(text).matches() && ours.startsWith(text + "-"))
        ? 1
        : 0;
  }

  /** The day that some clients make a moment of; any other text as it is. */
  static String day(String text) {
    var time = TIME.matcher(text);
    return time.matches() ? time.group(1) : text;
  }

  private double ofThing(Wanted wanted, Node value) {
    if (!value.isURI()) {
      return 0;
    }
    Optional<Thing> identified = facts.identified(wanted.id().orElse(wanted.text()));
    if (identified.isPresent()) {
      return identified.get().iri().equals(value.getURI()) ? 1 : 0;
    }
    if (wanted.text().isEmpty()) {
      return 0;
    }
    Optional<Thing> thing = facts.thing(value.getURI());
    if (thing.isEmpty()) {
      return facts.names(value).stream()
          .mapToDouble(name -> Names.similarity(EntityType.TOPIC, wanted.text(), name))
          .max()
          .orElse(0);
    }
    if (thing.get().kind() == Kind.COUNTRY && hasCode(thing.get(), wanted.text())) {
      return 1;
    }
    // A surname tells two offices' holders apart no more than it tells anybody else.
    return thing.get().kind() != Kind.OFFICIAL && isCalled(wanted.text(), thing.get())
        ? 1
        : ofName(wanted.text(), thing.get()).share();
  }

  private boolean hasCode(Thing country, String text) {
    String code = text.toUpperCase(Locale.ROOT);
    return properties.values().stream()
        .filter(property -> Set.of("countryCode", "countryCode3").contains(property.localName()))
        .flatMap(property -> facts.values(country.iri(), property).stream())
        .anyMatch(value -> facts.name(value).equals(code));
  }
}
