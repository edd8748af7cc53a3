package org.chancery.link;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.FmtUtils;
import org.chancery.ExitCode;
import org.chancery.JsonText;
import org.chancery.UserException;
import org.jspecify.annotations.Nullable;

/**
 * A SPARQL endpoint, asked for the names of a batch of things at once, in plain SPARQL 1.1: what it
 * says of whoever is called so is indexed here, and weighed as if it came from a file.
 */
final class Endpoint implements Target {
  private static final List<String> LANGUAGES = List.of("", "@en", "@mul");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
  private static final int MOST_ITEMS = 2000;
  private static final int IRIS = 200;
  private static final int WIDER = 4;

  private final URI address;
  private final Service service;
  private final Knowledge knowledge;

  Endpoint(URI address, Service service, Knowledge knowledge) {
    this.address = address;
    this.service = service;
    this.knowledge = knowledge;
  }

  @Override
  public List<List<Candidate>> find(List<Thing> things) {
    try (LabelIndex.Builder index = new LabelIndex.Builder()) {
      fill(things, new Intake(knowledge, index));
      try (Target found = new IndexedTarget(knowledge, index.index())) {
        return found.find(things);
      }
    }
  }

  private void fill(List<Thing> things, Intake intake) {
    Set<String> names = new TreeSet<>();
    things.forEach(thing -> names.addAll(thing.searched()));
    if (names.isEmpty()) {
      return;
    }
    Set<Triple> items = ask(byName(names));
    take(items, intake);
    Set<Triple> terms = about(objects(items, Role.STATEMENT), Role.HELD, Role.START, Role.END);
    take(terms, intake);
    Set<String> offices = new TreeSet<>(objects(items, Role.OFFICE));
    offices.addAll(objects(terms, Role.HELD));
    take(about(offices, Role.NAME, Role.ALIAS), intake);
    Set<String> seen = new HashSet<>();
    Set<String> types = objects(items, Role.TYPE);
    for (int step = 0; step < WIDER && !types.isEmpty(); step++) {
      seen.addAll(types);
      Set<Triple> wider = about(types, Role.SUBTYPE);
      take(wider, intake);
      types = objects(wider, Role.SUBTYPE);
      types.removeAll(seen);
    }
  }

  private static void take(Collection<Triple> triples, Intake intake) {
    Map<String, List<Triple>> bySubject = new TreeMap<>();
    for (Triple triple : triples) {
      bySubject
          .computeIfAbsent(triple.getSubject().toString(), subject -> new ArrayList<>())
          .add(triple);
    }
    bySubject
        .values()
        .forEach(
            some ->
                some.stream()
                    .sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .forEach(intake::triple));
    intake.finish();
  }

  private Set<String> objects(Collection<Triple> triples, Role role) {
    Set<String> objects = new TreeSet<>();
    for (Triple triple : triples) {
      if (triple.getPredicate().isURI()
          && triple.getObject().isURI()
          && knowledge.role(triple.getPredicate().getURI()).equals(Optional.of(role))) {
        objects.add(triple.getObject().getURI());
      }
    }
    return objects;
  }

  private String byName(Set<String> names) {
    String literals =
        names.stream()
            .map(name -> FmtUtils.stringForNode(NodeFactory.createLiteralString(name)))
            .flatMap(literal -> LANGUAGES.stream().map(language -> literal + language))
            .collect(Collectors.joining(" "));
    return """
        SELECT DISTINCT ?s ?p ?o WHERE {
          { SELECT DISTINCT ?s WHERE { VALUES ?name { %s } VALUES ?called { %s } ?s ?called ?name } LIMIT %d }
          VALUES ?p { %s }
          ?s ?p ?o
          FILTER (!isLiteral(?o) || lang(?o) IN ("", "en", "mul"))
        }
        """
        .formatted(
            literals,
            predicates(Stream.of(Role.NAME, Role.ALIAS)),
            MOST_ITEMS,
            predicates(Stream.of(Role.values())));
  }

  private Set<Triple> about(Set<String> iris, Role... roles) {
    Set<Triple> triples = new HashSet<>();
    List<String> all = List.copyOf(new TreeSet<>(iris));
    for (int start = 0; start < all.size(); start += IRIS) {
      String some =
          all.subList(start, Math.min(all.size(), start + IRIS)).stream()
              .map(NodeFactory::createURI)
              .map(FmtUtils::stringForNode)
              .collect(Collectors.joining(" "));
      triples.addAll(
          ask(
              """
              SELECT DISTINCT ?s ?p ?o WHERE {
                VALUES ?s { %s }
                VALUES ?p { %s }
                ?s ?p ?o
                FILTER (!isLiteral(?o) || lang(?o) IN ("", "en", "mul"))
              }
              """
                  .formatted(some, predicates(Stream.of(roles)))));
    }
    return triples;
  }

  private String predicates(Stream<Role> roles) {
    Set<Role> wanted = roles.collect(Collectors.toSet());
    return knowledge.roles().entrySet().stream()
        .filter(entry -> wanted.contains(entry.getValue()))
        .map(entry -> "<" + entry.getKey() + ">")
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private Set<Triple> ask(String query) {
    return service.ask(
        Optional.of("query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)),
        "application/sparql-results+json",
        this::triples);
  }

  private Set<Triple> triples(byte[] answer) {
    Set<Triple> triples = new HashSet<>();
    try {
      // By hand: Jena's reader waits forever for the columns of an answer that names none.
      JsonObject results = JsonText.parse(answer).getAsJsonObject().getAsJsonObject("results");
      for (JsonElement row : results.getAsJsonArray("bindings")) {
        JsonObject terms = row.getAsJsonObject();
        triples.add(
            Triple.create(
                term(terms.getAsJsonObject("s")),
                term(terms.getAsJsonObject("p")),
                term(terms.getAsJsonObject("o"))));
      }
    } catch (RuntimeException malformed) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "%s answers something else than results of SPARQL in JSON (%s). Is it an endpoint? Nothing was linked; the store is as it was."
              .formatted(address, malformed.getMessage()),
          malformed);
    }
    return triples;
  }

  private static Node term(JsonObject term) {
    String value = term.get("value").getAsString();
    return switch (term.get("type").getAsString()) {
      case "uri" -> NodeFactory.createURI(value);
      case "bnode" -> NodeFactory.createBlankNode(value);
      case "literal", "typed-literal" -> literal(value, term.get("xml:lang"));
      default -> throw new IllegalArgumentException("a term of another type");
    };
  }

  /** What is no tag of a language, such as "en us", is left out. */
  private static Node literal(String value, @Nullable JsonElement language) {
    return language != null && LANGUAGE.matcher(language.getAsString()).matches()
        ? NodeFactory.createLiteralLang(value, language.getAsString())
        : NodeFactory.createLiteralString(value);
  }

  @Override
  public void close() {
    // Every batch closes what it opened.
  }
}
