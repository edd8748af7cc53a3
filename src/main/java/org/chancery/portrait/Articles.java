package org.chancery.portrait;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.chancery.graph.Terms;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/** Draws articles from one dataset. Make and use it inside one read transaction. */
public final class Articles {
  /** Claims of one article that are shown. */
  private static final int CLAIMS = 2_000;

  private static final int COPIES = 50;

  /** Of what an article names, the classes first that readers look for first. */
  private static final List<String> CLASSES =
      List.of(
          "official",
          "office",
          "country",
          "organization",
          "meeting",
          "agreement",
          "city",
          "place",
          "topic");

  private static final Map<String, String> PLURALS =
      Map.of(
          "official", "Officials",
          "office", "Offices",
          "country", "Countries",
          "organization", "Organizations",
          "meeting", "Meetings",
          "agreement", "Agreements",
          "city", "Cities",
          "place", "Places",
          "topic", "Topics");

  private final Lookup lookup;
  private final Facts facts;
  private final Witnesses witnesses;
  private final Function<String, Optional<String>> texts;

  /**
   * @param base what the IRIs of things with pages start with
   * @param texts the text of the article with that identifier
   */
  public Articles(DatasetGraph dataset, String base, Function<String, Optional<String>> texts) {
    this.lookup = new Lookup(dataset, base);
    this.facts = new Facts(lookup);
    this.witnesses = new Witnesses(lookup);
    this.texts = texts;
  }

  /** A claim or more that say one thing, with the words they rest on. */
  private static final class Told {
    private final Statement statement;
    private final Map<String, Words> words = new LinkedHashMap<>();
    private final List<Quote> quotes = new ArrayList<>();

    Told(Statement statement) {
      this.statement = statement;
    }

    int start() {
      return words.values().stream().mapToInt(Words::start).min().orElse(Integer.MAX_VALUE);
    }
  }

  /** The article with that IRI. */
  public ArticlePortrait portrait(String iri) {
    Node article = NodeFactory.createURI(iri);
    String identifier = lookup.text(article, DCTerms.identifier.asNode()).orElse("");
    List<Quad> claims = lookup.in(article, Node.ANY, Terms.TYPE, Terms.CLAIM);
    Collection<Told> told = told(claims.subList(0, Math.min(claims.size(), CLAIMS)), article);

    List<ArticlePortrait.Group> groups = new ArrayList<>();
    Map<String, Set<Integer>> numbers = new HashMap<>();
    Map<String, Words> words = new LinkedHashMap<>();
    int number = 0;
    for (Map.Entry<Status, List<Told>> status : byStatus(told).entrySet()) {
      List<ArticlePortrait.Numbered> group = new ArrayList<>();
      for (Told one : status.getValue()) {
        number++;
        for (Words evidence : one.words.values()) {
          numbers.computeIfAbsent(evidence.anchor(), a -> new TreeSet<>()).add(number);
          words.put(evidence.anchor(), evidence);
        }
        group.add(
            new ArticlePortrait.Numbered(
                number,
                facts.of(
                    one.statement,
                    one.statement.subject(),
                    new Sources(1, false, 1, one.quotes, 0)),
                List.copyOf(one.words.keySet())));
      }
      groups.add(new ArticlePortrait.Group(Facts.word(status.getKey()), group));
    }
    List<Segment.Cover> covers =
        words.values().stream()
            .sorted(Words.ORDER)
            .map(
                w ->
                    new Segment.Cover(
                        w.anchor(), w.start(), w.end(), numbers.getOrDefault(w.anchor(), Set.of())))
            .toList();
    return new ArticlePortrait(
        iri,
        lookup.value(article).text(),
        identifier,
        lookup.text(article, Terms.PUBLISHED_ON).orElse(""),
        lookup.text(article, Terms.CONTENT_HASH).stream()
            .map(hash -> new Detail("SHA-256 of what was read", List.of(Value.words(hash))))
            .toList(),
        mentions(article),
        groups,
        claims.size() > CLAIMS,
        texts.apply(identifier).map(text -> Segment.of(text, covers)).orElse(List.of()),
        words.values().stream()
            .sorted(Words.ORDER)
            .map(
                w ->
                    new ArticlePortrait.Excerpt(
                        w.anchor(),
                        witnesses.quote(w, article, Optional.empty()),
                        List.copyOf(numbers.getOrDefault(w.anchor(), Set.of()))))
            .toList(),
        copies(article));
  }

  /** A quotation's words and its speaker are told at once. */
  private Collection<Told> told(List<Quad> claims, Node article) {
    Node text = Terms.of(Predicate.TEXT);
    Node speaker = Terms.of(Predicate.SPEAKER);
    Map<Node, Statement> statements = new LinkedHashMap<>();
    claims.forEach(
        quad ->
            facts
                .statement(quad.getSubject())
                .ifPresent(s -> statements.put(quad.getSubject(), s)));
    Map<Node, Statement> spoken = new HashMap<>();
    statements.values().stream()
        .filter(s -> s.predicate().equals(speaker) && s.status() == Status.ASSERTED)
        .forEach(s -> spoken.putIfAbsent(s.subject(), s));

    Map<Statement, Told> told = new LinkedHashMap<>();
    statements.forEach(
        (claim, own) -> {
          Statement statement =
              own.predicate().equals(text) ? spoken.getOrDefault(own.subject(), own) : own;
          Told one = told.computeIfAbsent(statement, Told::new);
          lookup.in(article, claim, Terms.EVIDENCE, Node.ANY).stream()
              .map(Quad::getObject)
              .filter(Node::isURI)
              .flatMap(evidence -> witnesses.words(evidence, article).stream())
              .sorted(Words.ORDER)
              .forEach(
                  words -> {
                    if (one.words.putIfAbsent(words.anchor(), words) == null) {
                      one.quotes.add(
                          witnesses.quote(words, article, lookup.address(claim.getURI())));
                    }
                  });
        });
    return told.values();
  }

  private Map<Status, List<Told>> byStatus(Collection<Told> told) {
    Map<Status, List<Told>> byStatus = new EnumMap<>(Status.class);
    told.stream()
        .sorted(
            Comparator.comparingInt(Told::start)
                .thenComparing(one -> one.statement.predicate().toString())
                .thenComparing(one -> one.statement.subject().toString())
                .thenComparing(one -> one.statement.object().toString()))
        .forEach(
            one ->
                byStatus
                    .computeIfAbsent(one.statement.status(), status -> new ArrayList<>())
                    .add(one));
    return byStatus;
  }

  private List<Detail> mentions(Node article) {
    Map<String, Set<Value>> byKind = new TreeMap<>(Comparator.comparing(Articles::rank));
    Comparator<Value> order =
        Comparator.comparing(Value::text).thenComparing(v -> v.address().orElse(""));
    lookup.in(article, article, Terms.MENTIONS, Node.ANY).stream()
        .map(quad -> lookup.value(quad.getObject()))
        .filter(value -> CLASSES.contains(value.kind()))
        .forEach(
            value -> byKind.computeIfAbsent(value.kind(), k -> new TreeSet<>(order)).add(value));
    return byKind.entrySet().stream()
        .map(
            entry ->
                new Detail(
                    PLURALS.getOrDefault(entry.getKey(), entry.getKey()),
                    List.copyOf(entry.getValue())))
        .toList();
  }

  private static int rank(String kind) {
    return CLASSES.indexOf(kind);
  }

  private List<Value> copies(Node article) {
    Node text = lookup.sourceText(article);
    if (text.equals(article)) {
      return List.of();
    }
    Set<Node> copies = new HashSet<>(lookup.subjects(Terms.CARRIES, text, COPIES));
    copies.remove(article);
    return copies.stream().map(lookup::value).sorted(Comparator.comparing(Value::text)).toList();
  }
}
