package org.chancery.portrait;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.chancery.graph.Terms;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/** Puts what is stated into the words that pages show. */
final class Facts {
  private final Lookup lookup;

  Facts(Lookup lookup) {
    this.lookup = lookup;
  }

  /**
   * A fact about a thing.
   *
   * @param thing the end from which it is seen
   */
  Fact of(Statement statement, Node thing, Sources sources) {
    Node other = statement.subject().equals(thing) ? statement.object() : statement.subject();
    return new Fact(
        whole(statement.subject()),
        lookup.relation(statement.predicate()),
        object(statement),
        statement.predicate().equals(Terms.of(Predicate.TEXT)) ? object(statement) : whole(other),
        word(statement.status()),
        notes(other),
        sources);
  }

  private Value object(Statement statement) {
    return statement.predicate().equals(Terms.of(Predicate.TEXT))
        ? new Value(quoted(lookup.value(statement.object()).text()), Optional.empty(), "quotation")
        : whole(statement.object());
  }

  /** As facts show it: a quotation with all its words. */
  Value whole(Node node) {
    Value value = lookup.value(node);
    return value.kind().equals("quotation")
        ? lookup
            .text(node, Terms.of(Predicate.TEXT))
            .map(words -> new Value(quoted(words), value.address(), value.kind()))
            .orElse(value)
        : value;
  }

  private static String quoted(String words) {
    return "“" + words + "”";
  }

  static String word(Status status) {
    return Lookup.ending(status.iri()).toLowerCase(Locale.ROOT);
  }

  /** By what people tell such things apart: days, places, offices. */
  private List<String> notes(Node other) {
    if (!other.isURI()) {
      return List.of();
    }
    Stream<Optional<String>> notes =
        switch (lookup.value(other).kind()) {
          case "meeting" ->
              Stream.of(
                  text(other, Predicate.HELD_ON),
                  text(other, Predicate.ENDED_ON).map(day -> "to " + day),
                  name(other, Predicate.HOSTED_IN));
          case "agreement" ->
              Stream.of(text(other, Predicate.SIGNED_ON), name(other, Predicate.SIGNED_IN));
          case "official" ->
              Stream.of(
                  name(other, Predicate.HOLDS_OFFICE).or(() -> name(other, Predicate.REPRESENTS)));
          case "city", "place" -> Stream.of(name(other, Predicate.PART_OF));
          case "article" -> Stream.of(lookup.text(other, Terms.PUBLISHED_ON));
          default -> Stream.empty();
        };
    return notes.flatMap(Optional::stream).toList();
  }

  private Optional<String> text(Node thing, Predicate predicate) {
    return lookup.text(thing, Terms.of(predicate));
  }

  private Optional<String> name(Node thing, Predicate predicate) {
    return lookup.object(thing, Terms.of(predicate)).map(node -> lookup.value(node).text());
  }

  /** The day by which facts with this other end are put in order; empty if it has none. */
  String day(Node other) {
    if (!other.isURI()) {
      return "";
    }
    return switch (lookup.value(other).kind()) {
      case "meeting" -> text(other, Predicate.HELD_ON).orElse("");
      case "agreement" -> text(other, Predicate.SIGNED_ON).orElse("");
      case "article" -> lookup.text(other, Terms.PUBLISHED_ON).orElse("");
      default -> "";
    };
  }

  /** On which days articles report the tenure. */
  List<String> tenureNotes(Node tenure, Collection<String> days) {
    List<String> notes = new ArrayList<>();
    if (lookup.isActing(tenure)) {
      notes.add("acting");
    }
    List<String> sorted = days.stream().sorted().toList();
    if (sorted.size() == 1) {
      notes.add("attested on " + sorted.get(0));
    } else if (!sorted.isEmpty()) {
      notes.add(
          "attested from %s to %s, on %,d days"
              .formatted(sorted.get(0), sorted.get(sorted.size() - 1), sorted.size()));
    }
    return notes;
  }

  /** A claim's statement, as its graph has it. */
  Optional<Statement> statement(Node claim) {
    Optional<Node> s = lookup.object(claim, Terms.SUBJECT);
    Optional<Node> p = lookup.object(claim, Terms.PREDICATE).filter(Node::isURI);
    Optional<Node> o = lookup.object(claim, Terms.OBJECT);
    Optional<Status> status = lookup.object(claim, Terms.STATUS).flatMap(Facts::status);
    return s.isEmpty() || p.isEmpty() || o.isEmpty() || status.isEmpty()
        ? Optional.empty()
        : Optional.of(new Statement(s.get(), p.get(), o.get(), status.get()));
  }

  static Optional<Status> status(Node node) {
    return Stream.of(Status.values())
        .filter(status -> node.isURI() && node.getURI().equals(status.iri()))
        .findFirst();
  }

  /** The asserted triple itself. */
  static Quad triple(Statement statement) {
    return new Quad(Node.ANY, statement.subject(), statement.predicate(), statement.object());
  }
}
