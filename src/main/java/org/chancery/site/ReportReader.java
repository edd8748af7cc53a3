package org.chancery.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.chancery.ontology.Chy;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.chancery.site.Report.Period;
import org.chancery.site.Report.Tenure;
import org.jspecify.annotations.Nullable;

/**
 * Reads what pictures need, relation by relation, straight from the indexes. What is asserted
 * stands there as a triple in each article's graph; for the rest it looks at the claims.
 */
final class ReportReader {
  private static final Set<Predicate> DRAWN =
      EnumSet.of(
          Predicate.MEETS_WITH,
          Predicate.ATTENDS,
          Predicate.REPRESENTS,
          Predicate.SIGNS,
          Predicate.HOSTED_IN,
          Predicate.HOSTED_BY,
          Predicate.SIGNED_IN,
          Predicate.VISITS,
          Predicate.HELD_ON,
          Predicate.ENDED_ON,
          Predicate.SIGNED_ON,
          Predicate.OFFICE_OF,
          Predicate.PART_OF);

  private static final Node STATUS = chy("status");
  private static final Node PUBLISHED_ON = chy("publishedOn");
  private static final Node TENURE_OF = chy("tenureOf");
  private static final Node TENURE_IN = chy("tenureIn");
  private static final Node ACTING = chy("acting");
  private static final Node AS_OF = chy("asOf");

  private final DatasetGraph dataset;
  private final int limit;
  private final Map<Node, LocalDate> published = new HashMap<>();
  private final Map<Node, Node> same = new HashMap<>();
  private boolean complete = true;

  private ReportReader(DatasetGraph dataset, int limit) {
    this.dataset = dataset;
    this.limit = limit;
  }

  /**
   * Call inside a read transaction.
   *
   * @param limit how many statements are counted at most, of each relation and of each status
   */
  static Reports read(DatasetGraph dataset, int limit) {
    return new ReportReader(dataset, limit).read();
  }

  private static Node chy(String localName) {
    return NodeFactory.createURI(Chy.NS + localName);
  }

  private Reports read() {
    each(
        PUBLISHED_ON,
        Node.ANY,
        quad ->
            Reports.Days.of(quad.getObject())
                .ifPresent(day -> published.put(quad.getSubject(), day)));
    Reports.Tally tally = new Reports.Tally();
    for (Predicate relation : DRAWN) {
      each(
          NodeFactory.createURI(relation.iri()),
          Node.ANY,
          quad ->
              tally.add(
                  shared(quad.getSubject()),
                  relation,
                  shared(quad.getObject()),
                  Status.ASSERTED,
                  day(quad)));
    }
    for (Status status : EnumSet.complementOf(EnumSet.of(Status.ASSERTED))) {
      each(STATUS, NodeFactory.createURI(status.iri()), quad -> claim(quad, status, tally));
    }
    return new Reports(tally.reports(), tenures(), complete);
  }

  private void claim(Quad stated, Status status, Reports.Tally tally) {
    Optional<Predicate> relation =
        value(stated, RDF.predicate.asNode())
            .filter(node -> node.isURI() && node.getURI().startsWith(Chy.NS))
            .flatMap(node -> Predicate.named(node.getURI().substring(Chy.NS.length())))
            .filter(DRAWN::contains);
    if (relation.isPresent()) {
      Optional<Node> subject = value(stated, RDF.subject.asNode());
      Optional<Node> object = value(stated, RDF.object.asNode());
      if (subject.isPresent() && object.isPresent()) {
        tally.add(shared(subject.get()), relation.get(), shared(object.get()), status, day(stated));
      }
    }
  }

  private Optional<Node> value(Quad stated, Node property) {
    Iterator<Quad> quads = dataset.find(stated.getGraph(), stated.getSubject(), property, Node.ANY);
    try {
      return quads.hasNext() ? Optional.of(quads.next().getObject()) : Optional.empty();
    } finally {
      Iter.close(quads);
    }
  }

  private List<Tenure> tenures() {
    Map<Node, Post> posts = new LinkedHashMap<>();
    each(
        TENURE_OF,
        Node.ANY,
        quad -> {
          Post post = posts.computeIfAbsent(quad.getSubject(), unused -> new Post());
          post.official = shared(quad.getObject());
          post.articles++;
        });
    each(TENURE_IN, Node.ANY, quad -> post(quad, posts).office = shared(quad.getObject()));
    each(
        ACTING,
        Node.ANY,
        quad ->
            post(quad, posts).acting =
                quad.getObject().isLiteral()
                    && quad.getObject().getLiteralLexicalForm().equals("true"));
    each(
        AS_OF,
        Node.ANY,
        quad -> {
          Post post = post(quad, posts);
          post.attested = Reports.Tally.widened(post.attested, Reports.Days.of(quad.getObject()));
        });
    List<Tenure> tenures = new ArrayList<>();
    for (Post post : posts.values()) {
      if (post.official != null && post.office != null) {
        tenures.add(
            new Tenure(post.official, post.office, post.acting, post.articles, post.attested));
      }
    }
    return tenures;
  }

  private static Post post(Quad quad, Map<Node, Post> posts) {
    return posts.getOrDefault(quad.getSubject(), new Post());
  }

  /** A tenure whose parts are still coming in. */
  private static final class Post {
    private @Nullable Node official;
    private @Nullable Node office;
    private boolean acting;
    private int articles;
    private Optional<Period> attested = Optional.empty();
  }

  private void each(Node predicate, Node object, java.util.function.Consumer<Quad> action) {
    Iterator<Quad> quads = dataset.findNG(Node.ANY, Node.ANY, predicate, object);
    try {
      int count = 0;
      while (quads.hasNext()) {
        Quad quad = quads.next();
        if (++count > limit) {
          complete = false;
          break;
        }
        action.accept(quad);
      }
    } finally {
      Iter.close(quads);
    }
  }

  private Optional<LocalDate> day(Quad quad) {
    return Optional.ofNullable(published.get(quad.getGraph()));
  }

  /** The first node that equals this one, so that each is kept once. */
  private Node shared(Node node) {
    return same.computeIfAbsent(node, first -> first);
  }
}
