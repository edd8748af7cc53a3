package org.chancery.portrait;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OA;
import org.chancery.graph.Terms;

/** Who states something, and in which words. */
final class Witnesses {
  /** Articles that are counted for one fact. */
  private static final int COUNTED = 200;

  private final Lookup lookup;

  Witnesses(Lookup lookup) {
    this.lookup = lookup;
  }

  /**
   * The sources of what is asserted.
   *
   * @param triple stands in the graphs of all articles that say so
   * @param quotes how many to quote at most
   */
  Sources of(Statement statement, Quad triple, int quotes) {
    Found graphs =
        lookup.find(
            triple.getSubject(),
            triple.getPredicate(),
            triple.getObject(),
            Quad::getGraph,
            COUNTED);
    List<Node> articles =
        graphs.nodes().stream().filter(graph -> lookup.isOurs(graph.getURI())).toList();
    return of(statement, articles, graphs.more(), quotes);
  }

  /** The sources of a statement that these articles make. */
  Sources of(Statement statement, Collection<Node> articles, boolean more, int quotes) {
    if (articles.isEmpty()) {
      return Sources.NONE;
    }
    List<Node> counted = articles.stream().limit(COUNTED).toList();
    List<Quote> quoted = new ArrayList<>();
    Set<Node> texts = new HashSet<>();
    Set<Node> asked = new LinkedHashSet<>();
    for (Node article : counted) {
      boolean another = texts.add(lookup.sourceText(article));
      if (another && asked.size() < quotes) {
        asked.add(article);
        quoted.addAll(quotes(statement, article));
      }
    }
    return new Sources(
        counted.size(),
        more || articles.size() > counted.size(),
        texts.size(),
        quoted,
        counted.size() - asked.size());
  }

  private List<Quote> quotes(Statement statement, Node article) {
    return lookup.in(article, Node.ANY, Terms.SUBJECT, statement.subject()).stream()
        .map(Quad::getSubject)
        .filter(claim -> says(claim, statement, article))
        .flatMap(claim -> quotesOf(claim, article))
        .toList();
  }

  private boolean says(Node claim, Statement statement, Node article) {
    return lookup.holds(article, claim, Terms.OBJECT, statement.object())
        && lookup.holds(article, claim, Terms.PREDICATE, statement.predicate())
        && lookup.holds(
            article, claim, Terms.STATUS, NodeFactory.createURI(statement.status().iri()));
  }

  /** The words that a claim rests on, as they follow each other. */
  Stream<Quote> quotesOf(Node claim, Node article) {
    return lookup.in(article, claim, Terms.EVIDENCE, Node.ANY).stream()
        .map(Quad::getObject)
        .filter(Node::isURI)
        .flatMap(evidence -> words(evidence, article).stream())
        .sorted(Words.ORDER)
        .map(words -> quote(words, article, lookup.address(claim.getURI())));
  }

  Quote quote(Words words, Node article, Optional<String> claim) {
    return new Quote(
        lookup.value(article),
        lookup.text(article, Terms.PUBLISHED_ON).orElse(""),
        words.prefix(),
        words.exact(),
        words.suffix(),
        lookup.address(article.getURI()).map(page -> page + "#" + words.anchor()),
        claim);
  }

  /** What an evidence node points to, if it is whole. */
  Optional<Words> words(Node evidence, Node article) {
    Optional<String> exact = Optional.empty();
    String prefix = "";
    String suffix = "";
    int start = -1;
    int end = -1;
    for (Quad selector : lookup.in(article, evidence, OA.hasSelector.asNode(), Node.ANY)) {
      for (Quad quad : lookup.in(article, selector.getObject(), Node.ANY, Node.ANY)) {
        Node p = quad.getPredicate();
        if (!quad.getObject().isLiteral()) {
          continue;
        }
        String text = quad.getObject().getLiteralLexicalForm();
        if (p.equals(OA.exact.asNode())) {
          exact = Optional.of(text);
        } else if (p.equals(OA.prefix.asNode())) {
          prefix = text;
        } else if (p.equals(OA.suffix.asNode())) {
          suffix = text;
        } else if (p.equals(OA.start.asNode())) {
          start = number(text);
        } else if (p.equals(OA.end.asNode())) {
          end = number(text);
        }
      }
    }
    if (exact.isEmpty()) {
      return Optional.empty();
    }
    String anchor = "w-" + Lookup.ending(evidence.getURI());
    return Optional.of(new Words(anchor, start, end, prefix, exact.get(), suffix));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notOurs) {
      return -1;
    }
  }
}
