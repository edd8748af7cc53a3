package org.chancery.reconcile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chancery.catalogue.Census.Thing;
import org.chancery.catalogue.Kind;
import org.chancery.naming.Names;
import org.chancery.ontology.Chy;

/** What tells a thing from its namesakes, in words. */
final class Descriptions {
  /** The properties that say most of a thing, by kind. */
  private static final Map<Kind, List<String>> TELLING =
      Map.of(
          Kind.OFFICIAL, List.of("holdsOffice", "represents"),
          Kind.OFFICE, List.of("officeOf"),
          Kind.CITY, List.of("partOf"),
          Kind.PLACE, List.of("partOf"),
          Kind.MEETING, List.of("heldOn", "hostedIn"),
          Kind.AGREEMENT, List.of("signedOn", "signedIn"),
          Kind.ARTICLE, List.of("publishedOn"));

  private static final int MOST = 3;
  private static final int MOST_FACTS = 5;

  private final Facts facts;
  private final Map<String, Property> properties;

  /**
   * @param properties by their ids
   */
  Descriptions(Facts facts, Map<String, Property> properties) {
    this.facts = facts;
    this.properties = properties;
  }

  /** One line, such as {@code official: Harbour Minister of Cabo Verde; in 2 articles}. */
  String line(Thing thing) {
    List<String> parts = new ArrayList<>();
    for (String name : TELLING.getOrDefault(thing.kind(), List.of())) {
      // Whom an office serves stands in its name already.
      if (name.equals("represents") && !parts.isEmpty()) {
        continue;
      }
      facts.values(thing.iri(), property(name)).stream()
          .map(facts::name)
          .sorted()
          .limit(MOST)
          .forEach(parts::add);
    }
    String told = parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    String articles = articles(thing);
    return thing.kind().one() + told + (articles.isEmpty() ? "" : "; " + articles);
  }

  /** How many name it, in words; empty for what articles do not name. */
  static String articles(Thing thing) {
    if (thing.kind() == Kind.ARTICLE || thing.articles() == 0) {
      return "";
    }
    return String.format(
        Locale.ROOT, "in %,d %s", thing.articles(), thing.articles() == 1 ? "article" : "articles");
  }

  /** What is said to be so of a thing, by property. */
  List<PreviewView.Line> lines(Thing thing) {
    List<PreviewView.Line> lines = new ArrayList<>();
    for (Property property : properties.values()) {
      if (property.kinds().contains(thing.kind()) && !property.localName().equals("contentHash")) {
        List<String> values =
            facts.values(thing.iri(), property).stream()
                .map(facts::name)
                .distinct()
                .sorted()
                .toList();
        if (!values.isEmpty()) {
          lines.add(
              new PreviewView.Line(
                  property.name(),
                  values.subList(0, Math.min(values.size(), MOST_FACTS)),
                  values.size() > MOST_FACTS));
        }
      }
    }
    return lines;
  }

  /** Whether an office says in its label whose it is: many have a prime minister. */
  boolean namesItsOwner(Thing office) {
    Set<String> words = new HashSet<>(Names.telling(office.label()));
    return facts.values(office.iri(), property("officeOf")).stream()
        .flatMap(owner -> facts.names(owner).stream())
        .map(Names::telling)
        .anyMatch(words::containsAll);
  }

  private Property property(String localName) {
    return Objects.requireNonNull(properties.get(Chy.NS + localName), localName);
  }
}
