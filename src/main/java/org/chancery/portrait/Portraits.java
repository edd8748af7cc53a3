package org.chancery.portrait;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.chancery.graph.Terms;
import org.chancery.ontology.Chy;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/**
 * Draws portraits from one dataset. Make and use it inside one read transaction.
 *
 * <p>Facts come a page at a time. Where there are few they are in order, the latest first and then
 * by name; where there are many they are in the store's own order, which is the same each time.
 */
public final class Portraits {
  /** Facts of a section that stands among others, and of one that stands alone. */
  private static final int SOME = 40;

  private static final int MANY = 200;

  /** Facts that are put in order, and that are counted. */
  private static final int ORDERED = 200;

  private static final int COUNTED = 1000;

  /** Claims of one thing that are looked through for what is not asserted. */
  private static final int LOOKED_THROUGH = 4_000;

  /** Articles that one page quotes, more or less, and those of one fact. */
  private static final int QUOTABLE = 300;

  private static final int QUOTED_EACH = 5;

  /** Triples of a thing that its details are made from. */
  private static final int DETAILED = 5_000;

  private static final int ALIASES = 60;
  private static final int LIKENESSES = 40;

  /** What the page says in other ways than as a detail. */
  private static final Set<Node> TOLD_ELSEWHERE = toldElsewhere();

  private final Lookup lookup;
  private final Facts facts;
  private final Witnesses witnesses;

  /** How many articles to quote for each fact: the more facts, the fewer. */
  private int quotes = QUOTED_EACH;

  /**
   * @param base what the IRIs of things with pages start with
   */
  public Portraits(DatasetGraph dataset, String base) {
    this.lookup = new Lookup(dataset, base);
    this.facts = new Facts(lookup);
    this.witnesses = new Witnesses(lookup);
  }

  private static Set<Node> toldElsewhere() {
    Set<Node> told = new LinkedHashSet<>();
    Stream.of(Predicate.values()).map(Terms::of).forEach(told::add);
    told.addAll(
        List.of(
            Terms.TYPE,
            RDFS.label.asNode(),
            SKOS.altLabel.asNode(),
            DCTerms.isReplacedBy.asNode(),
            Terms.WRITTEN_AS,
            Terms.MENTIONS,
            Terms.STATUS,
            Terms.EVIDENCE,
            OA.hasSelector.asNode()));
    return told;
  }

  /** Whether the graph says anything of it or names it in what it says. */
  public boolean knows(String iri) {
    return lookup.isKnown(NodeFactory.createURI(iri));
  }

  /** The thing that now stands for it, if a decision made the two one. */
  public Optional<String> replacement(String iri) {
    return lookup
        .object(NodeFactory.createURI(iri), DCTerms.isReplacedBy.asNode())
        .filter(Node::isURI)
        .map(Node::getURI)
        .filter(other -> !other.equals(iri));
  }

  /** Whether it is an article, which has a portrait of its own. */
  public boolean isArticle(String iri) {
    return lookup.type(NodeFactory.createURI(iri)).equals("Article");
  }

  /** All sections of a thing, each with its first facts. */
  public Portrait whole(String iri) {
    return draw(NodeFactory.createURI(iri), Optional.empty(), 1);
  }

  /**
   * A thing with one of its sections.
   *
   * @param section its id
   * @param page from 1
   */
  public Portrait part(String iri, String section, int page) {
    return draw(NodeFactory.createURI(iri), Optional.of(section), page);
  }

  private Portrait draw(Node thing, Optional<String> part, int page) {
    Value heading = facts.whole(thing);
    About about = about(thing);
    List<Draft> drafts = new ArrayList<>();
    for (Aspect aspect : Aspect.ALL) {
      if (part.isEmpty() || part.get().equals(aspect.id())) {
        section(aspect, thing, part.isPresent(), page).ifPresent(drafts::add);
      }
    }
    Others others = others(thing, part, page);
    int shown =
        Stream.concat(drafts.stream(), others.drafts().stream()).mapToInt(Draft::size).sum();
    quotes = Math.max(1, Math.min(QUOTED_EACH, QUOTABLE / Math.max(1, shown)));
    List<Section> sections = new ArrayList<>(sections(drafts));
    if (part.isEmpty()) {
      sections.addAll(ownSections(thing, heading.kind()));
    }
    boolean all = part.isEmpty();
    return new Portrait(
        thing.getURI(),
        heading,
        aliases(about, heading),
        !about.complete(),
        heading.kind().equals("claim")
            ? facts.statement(thing).map(said -> Facts.word(said.status())).orElse("")
            : "",
        all ? quotes(thing, heading.kind()) : List.of(),
        all ? details(about) : List.of(),
        sections,
        sections(others.drafts()),
        others.unsearched(),
        sections(mentions(thing, part, page).stream().toList()),
        all ? likenesses(thing, true) : new Likenesses(List.of(), false),
        all ? likenesses(thing, false) : new Likenesses(List.of(), false));
  }

  // What it is.

  /**
   * What the graph says of a thing by itself; of one that is in most graphs, what some of them say.
   */
  private record About(List<Quad> quads, boolean complete) {}

  private About about(Node thing) {
    List<Quad> quads = lookup.quads(thing, Node.ANY, DETAILED + 1);
    if (quads.size() <= DETAILED) {
      return new About(quads, true);
    }
    List<Quad> some = new ArrayList<>();
    Found articles = lookup.find(Node.ANY, Terms.MENTIONS, thing, Quad::getSubject, SOME);
    Stream.concat(lookup.graphsBesides().stream(), articles.nodes().stream())
        .forEach(graph -> some.addAll(lookup.in(graph, thing, Node.ANY, Node.ANY)));
    return new About(some, false);
  }

  private List<String> aliases(About about, Value heading) {
    return about.quads().stream()
        .filter(quad -> quad.getPredicate().equals(SKOS.altLabel.asNode()))
        .map(Quad::getObject)
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .filter(name -> !name.equals(heading.text()))
        .distinct()
        .sorted()
        .limit(ALIASES)
        .toList();
  }

  private List<Detail> details(About about) {
    Map<Node, Set<Node>> values = new LinkedHashMap<>();
    about.quads().stream()
        .filter(quad -> !TOLD_ELSEWHERE.contains(quad.getPredicate()))
        .sorted(
            Comparator.comparing((Quad quad) -> quad.getPredicate().getURI())
                .thenComparing(quad -> quad.getObject().toString()))
        .forEach(
            quad ->
                values
                    .computeIfAbsent(quad.getPredicate(), p -> new LinkedHashSet<>())
                    .add(quad.getObject()));
    return values.entrySet().stream()
        .map(
            entry ->
                new Detail(
                    lookup.relation(entry.getKey()),
                    entry.getValue().stream().limit(MANY).map(this::detail).toList()))
        .toList();
  }

  private Value detail(Node node) {
    if (node.isURI() && node.getURI().startsWith(Chy.RULES)) {
      return Value.words(Lookup.ending(node.getURI()));
    }
    if (node.isURI() && node.getURI().startsWith(Chy.NS)) {
      return Value.words(lookup.relation(node));
    }
    return lookup.value(node);
  }

  /** The words that a claim rests on, or that a piece of evidence is. */
  private List<Quote> quotes(Node thing, String kind) {
    if (kind.equals("claim")) {
      return articleOf(thing, Terms.WAS_DERIVED_FROM)
          .map(article -> witnesses.quotesOf(thing, article).toList())
          .orElse(List.of());
    }
    return articleOf(thing, OA.hasSource.asNode())
        .flatMap(
            article ->
                witnesses
                    .words(thing, article)
                    .map(words -> List.of(witnesses.quote(words, article, Optional.empty()))))
        .orElse(List.of());
  }

  private Optional<Node> articleOf(Node thing, Node property) {
    return lookup.object(thing, property).filter(Node::isURI);
  }

  // What is so.

  private Optional<Draft> section(Aspect aspect, Node thing, boolean alone, int page) {
    if (aspect.predicate() == Predicate.HOLDS_OFFICE) {
      Optional<Draft> tenures = tenures(aspect, thing, alone, page);
      if (tenures.isPresent()) {
        return tenures;
      }
    }
    Node predicate = Terms.of(aspect.predicate());
    int wanted = Math.max(COUNTED, page * MANY + 1);
    List<Statement> statements = new ArrayList<>();
    boolean more = false;
    if (aspect.end() != Aspect.End.OBJECT) {
      Found found = lookup.find(thing, predicate, Node.ANY, Quad::getObject, wanted);
      found.nodes().forEach(o -> statements.add(asserted(thing, predicate, o)));
      more = found.more();
    }
    if (aspect.end() != Aspect.End.SUBJECT) {
      Found found = lookup.find(Node.ANY, predicate, thing, Quad::getSubject, wanted);
      found.nodes().forEach(s -> statements.add(asserted(s, predicate, thing)));
      more |= found.more();
    }
    Function<Statement, Node> other =
        said -> said.subject().equals(thing) ? said.object() : said.subject();
    return cut(
        aspect.id(),
        aspect.title(),
        more ? statements : ordered(statements, other),
        more,
        alone,
        page,
        said -> facts.of(said, thing, witnesses.of(said, Facts.triple(said), quotes)));
  }

  /** A section before its facts are looked up. */
  private record Draft(int size, Supplier<Section> section) {}

  private static List<Section> sections(List<Draft> drafts) {
    return drafts.stream().map(draft -> draft.section().get()).toList();
  }

  private static Statement asserted(Node s, Node p, Node o) {
    return new Statement(s, p, o, Status.ASSERTED);
  }

  private <T> List<T> ordered(List<T> all, Function<T, Node> other) {
    if (all.size() > ORDERED) {
      return all;
    }
    return all.stream()
        .sorted(
            Comparator.comparing((T one) -> facts.day(other.apply(one)))
                .reversed()
                .thenComparing(one -> lookup.value(other.apply(one)).text())
                .thenComparing(one -> other.apply(one).toString()))
        .toList();
  }

  /** The page of a section that is wanted, if it holds anything. */
  private <T> Optional<Draft> cut(
      String id,
      String title,
      List<T> all,
      boolean more,
      boolean alone,
      int page,
      Function<T, Fact> show) {
    int size = alone ? MANY : SOME;
    int from = Math.min((page - 1) * size, all.size());
    int to = Math.min(from + size, all.size());
    if (from == to) {
      return Optional.empty();
    }
    boolean goesOn = to < all.size() || more;
    // Alone, the section shows more at once, so it begins anew.
    Optional<Integer> next = goesOn ? Optional.of(alone ? page + 1 : 1) : Optional.empty();
    return Optional.of(
        new Draft(
            to - from,
            () ->
                new Section(
                    id,
                    title,
                    all.subList(from, to).stream().map(show).toList(),
                    from + 1,
                    all.size(),
                    more,
                    next)));
  }

  /** One official in one office, as articles report it over time. */
  private Optional<Draft> tenures(Aspect aspect, Node thing, boolean alone, int page) {
    boolean official = aspect.end() == Aspect.End.SUBJECT;
    Found found =
        lookup.find(
            Node.ANY,
            official ? Terms.TENURE_OF : Terms.TENURE_IN,
            thing,
            Quad::getSubject,
            Math.max(COUNTED, page * MANY + 1));
    record Held(Node tenure, Statement statement, List<String> days) {}
    List<Held> held = new ArrayList<>();
    for (Node tenure : found.nodes()) {
      Optional<Node> other = lookup.object(tenure, official ? Terms.TENURE_IN : Terms.TENURE_OF);
      if (other.isPresent()) {
        Node p = Terms.of(Predicate.HOLDS_OFFICE);
        List<String> days =
            found.more()
                ? List.of()
                : lookup.objects(tenure, Terms.AS_OF, COUNTED).stream()
                    .map(day -> lookup.value(day).text())
                    .sorted()
                    .toList();
        held.add(
            new Held(
                tenure,
                official ? asserted(thing, p, other.get()) : asserted(other.get(), p, thing),
                days));
      }
    }
    if (!found.more()) {
      held.sort(
          Comparator.comparing(
                  (Held one) -> one.days().isEmpty() ? "" : one.days().get(one.days().size() - 1))
              .reversed()
              .thenComparing(one -> lookup.value(other(one.statement(), thing)).text())
              .thenComparing(one -> one.tenure().toString()));
    }
    return cut(
        aspect.id(),
        aspect.title(),
        held,
        found.more(),
        alone,
        page,
        one -> {
          Quad triple = new Quad(Node.ANY, one.tenure(), Terms.TYPE, Terms.chy("Tenure"));
          Fact fact =
              facts.of(one.statement(), thing, witnesses.of(one.statement(), triple, quotes));
          return new Fact(
              fact.subject(),
              fact.relation(),
              fact.object(),
              fact.other(),
              fact.status(),
              facts.tenureNotes(one.tenure(), one.days()),
              fact.sources());
        });
  }

  private static Node other(Statement said, Node thing) {
    return said.subject().equals(thing) ? said.object() : said.subject();
  }

  /** What only things of some classes have. */
  private List<Section> ownSections(Node thing, String kind) {
    return switch (kind) {
      case "tenure" -> tenureFact(thing).stream().toList();
      case "sharedtext" ->
          sections(
              articles("carries", "Articles that carry it", Terms.CARRIES, thing, false, 1).stream()
                  .toList());
      case "" -> restingClaims(thing).stream().toList();
      default -> List.of();
    };
  }

  private Optional<Section> tenureFact(Node tenure) {
    Optional<Node> official = lookup.object(tenure, Terms.TENURE_OF);
    Optional<Node> office = lookup.object(tenure, Terms.TENURE_IN);
    if (official.isEmpty() || office.isEmpty()) {
      return Optional.empty();
    }
    Statement said = asserted(official.get(), Terms.of(Predicate.HOLDS_OFFICE), office.get());
    Quad triple = new Quad(Node.ANY, tenure, Terms.TYPE, Terms.chy("Tenure"));
    Fact fact = facts.of(said, official.get(), witnesses.of(said, triple, MANY));
    return Optional.of(
        new Section("told", "As articles tell it", List.of(fact), 1, 1, false, Optional.empty()));
  }

  /** The claims that rest on a piece of evidence. */
  private Optional<Section> restingClaims(Node evidence) {
    List<Fact> resting =
        lookup.subjects(Terms.EVIDENCE, evidence, MANY).stream()
            .flatMap(
                claim ->
                    facts
                        .statement(claim)
                        .map(
                            said -> {
                              Fact fact = facts.of(said, said.subject(), Sources.NONE);
                              Value sentence =
                                  new Value(
                                      "%s %s %s"
                                          .formatted(
                                              fact.subject().text(),
                                              fact.relation(),
                                              fact.object().text()),
                                      lookup.address(claim.getURI()),
                                      "claim");
                              return new Fact(
                                  fact.subject(),
                                  fact.relation(),
                                  fact.object(),
                                  sentence,
                                  fact.status(),
                                  List.of(),
                                  Sources.NONE);
                            })
                        .stream())
            .sorted(Comparator.comparing(fact -> fact.other().text()))
            .toList();
    return resting.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Section(
                "claims",
                "Claims that rest on these words",
                resting,
                1,
                resting.size(),
                false,
                Optional.empty()));
  }

  // Who names it.

  private Optional<Draft> mentions(Node thing, Optional<String> part, int page) {
    return part.isEmpty() || part.get().equals("mentions")
        ? articles(
            "mentions", "Articles that name it", Terms.MENTIONS, thing, part.isPresent(), page)
        : Optional.empty();
  }

  private Optional<Draft> articles(
      String id, String title, Node predicate, Node thing, boolean alone, int page) {
    Found found =
        lookup.find(
            Node.ANY, predicate, thing, Quad::getSubject, Math.max(COUNTED, page * MANY + 1));
    List<Node> all = found.more() ? found.nodes() : ordered(found.nodes(), Function.identity());
    return cut(
        id,
        title,
        all,
        found.more(),
        alone,
        page,
        article -> facts.of(asserted(article, predicate, thing), thing, Sources.NONE));
  }

  // What is not so, or not yet, or no longer.

  private record Others(List<Draft> drafts, boolean unsearched) {}

  private Others others(Node thing, Optional<String> part, int page) {
    if (part.isPresent()
        && Stream.of(Status.values()).noneMatch(s -> Facts.word(s).equals(part.get()))) {
      return new Others(List.of(), false);
    }
    Map<Status, Map<Statement, Set<Node>>> said = new EnumMap<>(Status.class);
    boolean unsearched = false;
    for (Quad pattern :
        List.of(
            new Quad(Node.ANY, Node.ANY, Terms.SUBJECT, thing),
            new Quad(Node.ANY, Node.ANY, Terms.OBJECT, thing))) {
      List<Quad> claims = lookup.claims(pattern, LOOKED_THROUGH + 1);
      unsearched |= claims.size() > LOOKED_THROUGH;
      for (Quad quad : claims) {
        Optional<Status> status =
            lookup.object(quad.getSubject(), Terms.STATUS).flatMap(Facts::status);
        if (status.isPresent() && status.get() != Status.ASSERTED) {
          facts
              .statement(quad.getSubject())
              .ifPresent(
                  statement ->
                      said.computeIfAbsent(statement.status(), s -> new LinkedHashMap<>())
                          .computeIfAbsent(statement, s -> new LinkedHashSet<>())
                          .add(quad.getGraph()));
        }
      }
    }
    List<Draft> drafts = new ArrayList<>();
    said.forEach(
        (status, statements) -> {
          String id = Facts.word(status);
          if (part.isEmpty() || part.get().equals(id)) {
            List<Statement> all = new ArrayList<>(statements.keySet());
            cut(
                    id,
                    id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1),
                    ordered(all, one -> other(one, thing)),
                    false,
                    part.isPresent(),
                    page,
                    one ->
                        facts.of(
                            one,
                            thing,
                            witnesses.of(
                                one, statements.getOrDefault(one, Set.of()), false, quotes)))
                .ifPresent(drafts::add);
          }
        });
    return new Others(drafts, unsearched);
  }

  // Why it is one thing.

  private Likenesses likenesses(Node thing, boolean merges) {
    Found first =
        lookup.find(Node.ANY, Terms.FIRST_ENTITY, thing, Quad::getSubject, 4 * LIKENESSES);
    Found second =
        lookup.find(Node.ANY, Terms.SECOND_ENTITY, thing, Quad::getSubject, 4 * LIKENESSES);
    List<Node> comparisons =
        Stream.concat(first.nodes().stream(), second.nodes().stream())
            .distinct()
            .filter(comparison -> lookup.type(comparison).equals("Merge") == merges)
            .toList();
    return new Likenesses(
        comparisons.stream().limit(LIKENESSES).map(one -> likeness(one, thing)).toList(),
        first.more() || second.more() || comparisons.size() > LIKENESSES);
  }

  private Likeness likeness(Node comparison, Node thing) {
    String points = lookup.text(comparison, Terms.POINTS).map(Portraits::plain).orElse("");
    return new Likeness(
        side(comparison, Terms.FIRST_NAME, Terms.FIRST_ARTICLE),
        side(comparison, Terms.SECOND_NAME, Terms.SECOND_ARTICLE),
        Stream.of(Terms.FIRST_ENTITY, Terms.SECOND_ENTITY)
            .flatMap(end -> lookup.object(comparison, end).stream())
            .filter(entity -> !entity.equals(thing))
            .distinct()
            .map(lookup::value)
            .toList(),
        lookup
            .text(comparison, Terms.POINTS_NEEDED)
            .map(needed -> "%s points, %s needed".formatted(points, plain(needed)))
            .orElse(points.isEmpty() ? "" : points + " points"),
        texts(comparison, Terms.SPEAKS_FOR),
        texts(comparison, Terms.SPEAKS_AGAINST),
        texts(comparison, Terms.REMARK));
  }

  private static String plain(String decimal) {
    return decimal.endsWith(".0") ? decimal.substring(0, decimal.length() - 2) : decimal;
  }

  private Likeness.Side side(Node comparison, Node name, Node article) {
    return new Likeness.Side(
        lookup.text(comparison, name).orElse(""),
        lookup.object(comparison, article).map(lookup::value).orElse(Value.words("")));
  }

  private List<String> texts(Node comparison, Node property) {
    return lookup.objects(comparison, property, MANY).stream()
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .sorted()
        .toList();
  }
}
