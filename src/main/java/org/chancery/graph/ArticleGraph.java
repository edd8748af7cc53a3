package org.chancery.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.FmtUtils;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.chancery.article.Article;
import org.chancery.article.Span;
import org.chancery.claims.Argument;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.Claim;
import org.chancery.claims.Names;
import org.chancery.claims.Referent;
import org.chancery.ontology.Chy;
import org.chancery.ontology.EntityType;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.chancery.resolution.Entity;
import org.chancery.resolution.Iris;
import org.chancery.resolution.ResolvedArticle;

/**
 * The named graph of one article: the article itself, what it mentions, what it claims with status
 * and evidence, and a direct triple for what it asserts and for nothing else.
 */
public final class ArticleGraph {
  /** How much of the text before and after the evidence is quoted, in UTF-16 code units. */
  private static final int CONTEXT = 32;

  private final ResolvedArticle resolved;
  private final ArticleReading reading;
  private final Iris iris;
  private final Node article;
  private final GraphBuilder graph;

  private ArticleGraph(ResolvedArticle resolved) {
    this.resolved = resolved;
    this.reading = resolved.reading();
    this.iris = Iris.besides(resolved.iri());
    this.article = GraphBuilder.iri(resolved.iri());
    this.graph = new GraphBuilder(resolved.iri());
  }

  /**
   * The article's quads, each once, all in the graph that has the article's name, without blank
   * nodes.
   */
  public static Collection<Quad> of(ResolvedArticle resolved) {
    ArticleGraph building = new ArticleGraph(resolved);
    building.describeArticle();
    resolved.reading().referents().values().forEach(building::describe);
    building.statements().forEach(building::state);
    return building.graph.quads();
  }

  private void describeArticle() {
    Article read = reading.article();
    graph.type(article, Terms.ARTICLE);
    graph.add(article, DCTerms.identifier.asNode(), GraphBuilder.string(read.id()));
    graph.add(article, Terms.CONTENT_HASH, GraphBuilder.string(read.contentHash()));
    read.title()
        .ifPresent(title -> graph.add(article, DCTerms.title.asNode(), GraphBuilder.string(title)));
    read.origin()
        .url()
        .ifPresent(url -> graph.add(article, DCTerms.source.asNode(), NodeFactory.createURI(url)));
    read.publishedOn()
        .ifPresent(day -> graph.add(article, Terms.PUBLISHED_ON, GraphBuilder.day(day)));
  }

  private void describe(Referent referent) {
    Entity entity = entity(referent.key());
    Node node = GraphBuilder.iri(entity.iri());
    graph.add(article, Terms.MENTIONS, node);
    graph.type(node, GraphBuilder.iri(referent.type().iri()));
    List<String> names = new ArrayList<>();
    if (referent instanceof Referent.Named named) {
      Names inArticle = named.names();
      names.add(inArticle.best());
      names.addAll(inArticle.others());
    }
    graph.label(node, entity.label(), names);
    for (String name : names) {
      graph.add(node, Terms.WRITTEN_AS, GraphBuilder.string(name));
    }
    if (referent instanceof Referent.Country country) {
      graph.add(node, Terms.COUNTRY_CODE, GraphBuilder.string(country.code()));
    } else if (referent instanceof Referent.City city) {
      city.geonames()
          .ifPresent(
              id -> graph.add(node, Terms.GEONAMES_ID, GraphBuilder.string(Long.toString(id))));
      liesIn(node, city.country());
    } else if (referent instanceof Referent.Place place) {
      liesIn(node, place.country());
    } else if (referent instanceof Referent.Office office) {
      serves(node, office);
    }
  }

  private void liesIn(Node node, Optional<String> countryCode) {
    countryCode.ifPresent(
        code ->
            graph.add(
                node,
                GraphBuilder.iri(Predicate.PART_OF.iri()),
                GraphBuilder.iri(iris.country(code))));
  }

  private void serves(Node node, Referent.Office office) {
    office
        .serves()
        .flatMap(key -> Optional.ofNullable(resolved.entities().get(key)))
        .filter(e -> e.type() == EntityType.COUNTRY || e.type() == EntityType.ORGANIZATION)
        .ifPresent(
            served ->
                graph.add(
                    node,
                    GraphBuilder.iri(Predicate.OFFICE_OF.iri()),
                    GraphBuilder.iri(served.iri())));
  }

  /** What the article claims, gathered by content, in the order of the claims. */
  private Collection<Statement> statements() {
    Map<Statement.Content, Statement> byContent = new LinkedHashMap<>();
    for (Claim claim : withWordsOfQuotations()) {
      Statement.Content content = content(claim);
      // Two mentions that turned out to be one: to say that it meets itself says nothing.
      if (!content.subject().equals(content.object())) {
        byContent.computeIfAbsent(content, Statement::new).add(claim);
      }
    }
    return byContent.values();
  }

  /** A quotation that is claimed to be someone's is claimed to have its words, too. */
  private List<Claim> withWordsOfQuotations() {
    List<Claim> claims = new ArrayList<>(reading.claims());
    for (Claim claim : reading.claims()) {
      if (claim.predicate() == Predicate.SPEAKER
          && reading.referents().get(claim.subject()) instanceof Referent.Quotation quotation) {
        claims.add(
            new Claim(
                claim.subject(),
                Predicate.TEXT,
                new Argument.Words(quotation.words()),
                Status.ASSERTED,
                false,
                claim.rule(),
                claim.confidence(),
                List.of(quotation.span())));
      }
    }
    return claims;
  }

  private Statement.Content content(Claim claim) {
    Node subject = GraphBuilder.iri(entity(claim.subject()).iri());
    Node object = object(claim.object());
    boolean turn =
        claim.predicate() == Predicate.MEETS_WITH
            && object.isURI()
            && object.getURI().compareTo(subject.getURI()) < 0;
    return turn
        ? new Statement.Content(object, claim.predicate(), subject, claim.status())
        : new Statement.Content(subject, claim.predicate(), object, claim.status());
  }

  private Node object(Argument argument) {
    if (argument instanceof Argument.Thing thing) {
      return GraphBuilder.iri(entity(thing.key()).iri());
    }
    if (argument instanceof Argument.Day day) {
      return GraphBuilder.day(day.date());
    }
    if (argument instanceof Argument.Words words) {
      return GraphBuilder.string(words.text());
    }
    throw new AssertionError("no term for " + argument);
  }

  private void state(Statement statement) {
    Statement.Content content = statement.content();
    Node predicate = GraphBuilder.iri(content.predicate().iri());
    Node claim =
        GraphBuilder.iri(
            iris.hashed(
                "claim",
                resolved.iri(),
                content.subject().getURI(),
                content.predicate().iri(),
                FmtUtils.stringForNode(content.object()),
                content.status().iri()));
    graph.type(claim, Terms.CLAIM);
    graph.add(claim, RDF.subject.asNode(), content.subject());
    graph.add(claim, RDF.predicate.asNode(), predicate);
    graph.add(claim, RDF.object.asNode(), content.object());
    graph.add(claim, Terms.STATUS, GraphBuilder.iri(content.status().iri()));
    for (String rule : statement.rules()) {
      graph.add(claim, Terms.RULE, GraphBuilder.iri(Chy.RULES + rule));
    }
    graph.add(claim, Terms.CONFIDENCE, GraphBuilder.decimal(statement.confidence()));
    graph.add(claim, Terms.WAS_DERIVED_FROM, article);
    if (statement.acting()) {
      graph.add(claim, Terms.ACTING, GraphBuilder.truth(true));
    }
    for (Span span : statement.evidence()) {
      graph.add(claim, Terms.EVIDENCE, evidence(span));
    }
    if (content.status() == Status.ASSERTED) {
      graph.add(content.subject(), predicate, content.object());
      if (content.predicate() == Predicate.HOLDS_OFFICE) {
        tenure(content.subject(), content.object(), statement.acting());
      }
    }
  }

  /** The node for some words of the article; claims that rest on the same words share it. */
  private Node evidence(Span span) {
    String text = reading.article().text();
    String iri =
        iris.hashed(
            "evidence",
            resolved.iri(),
            Integer.toString(span.start()),
            Integer.toString(span.end()));
    Node evidence = GraphBuilder.iri(iri);
    graph.type(evidence, OA.SpecificResource.asNode());
    graph.add(evidence, OA.hasSource.asNode(), article);

    Node quote = NodeFactory.createURI(iri + "#quote");
    graph.add(evidence, OA.hasSelector.asNode(), quote);
    graph.type(quote, OA.TextQuoteSelector.asNode());
    graph.add(quote, OA.exact.asNode(), GraphBuilder.string(span.of(text)));
    String before = before(text, span.start());
    if (!before.isEmpty()) {
      graph.add(quote, OA.prefix.asNode(), GraphBuilder.string(before));
    }
    String after = after(text, span.end());
    if (!after.isEmpty()) {
      graph.add(quote, OA.suffix.asNode(), GraphBuilder.string(after));
    }

    Node position = NodeFactory.createURI(iri + "#position");
    graph.add(evidence, OA.hasSelector.asNode(), position);
    graph.type(position, OA.TextPositionSelector.asNode());
    graph.add(position, OA.start.asNode(), GraphBuilder.integer(span.start()));
    graph.add(position, OA.end.asNode(), GraphBuilder.integer(span.end()));
    return evidence;
  }

  private static String before(String text, int end) {
    int start = Math.max(0, end - CONTEXT);
    return text.substring(splitsPair(text, start) ? start + 1 : start, end);
  }

  private static String after(String text, int start) {
    int end = Math.min(text.length(), start + CONTEXT);
    return text.substring(start, splitsPair(text, end) ? end - 1 : end);
  }

  /** Whether the two halves of one character stand before and after the offset. */
  private static boolean splitsPair(String text, int offset) {
    return offset > 0
        && offset < text.length()
        && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
  }

  private void tenure(Node official, Node office, boolean acting) {
    Node tenure =
        GraphBuilder.iri(
            iris.hashed("tenure", official.getURI(), office.getURI(), Boolean.toString(acting)));
    graph.type(tenure, Terms.TENURE);
    graph.add(tenure, Terms.TENURE_OF, official);
    graph.add(tenure, Terms.TENURE_IN, office);
    graph.add(tenure, Terms.ACTING, GraphBuilder.truth(acting));
    graph.add(tenure, Terms.WAS_DERIVED_FROM, article);
    reading
        .article()
        .publishedOn()
        .ifPresent(day -> graph.add(tenure, Terms.AS_OF, GraphBuilder.day(day)));
  }

  private Entity entity(String key) {
    Entity entity = resolved.entities().get(key);
    if (entity == null) {
      throw new AssertionError("no entity for \"" + key + "\" of " + resolved.iri());
    }
    return entity;
  }
}
