package org.chancery.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.chancery.catalogue.Catalogue;
import org.chancery.ontology.Chy;
import org.chancery.query.Answer;

/**
 * Rows for people: an IRI and the label beside it are one linked column, other IRIs get the label
 * that the graph has. To be used within the read transaction that the rows were found in.
 */
final class AnswerTable {
  private static final String LABEL = "Label";
  private static final Set<String> STATUSES =
      Set.of("asserted", "planned", "denied", "possible", "former");

  private static final List<Node> NAMES =
      List.of(RDFS.label.asNode(), DCTerms.title.asNode(), DCTerms.identifier.asNode());

  private final DatasetGraph dataset;
  private final ThingLink link;
  private final Optional<Catalogue> catalogue;
  private final Map<Node, Optional<Node>> labels = new HashMap<>();

  /**
   * A column as it is shown.
   *
   * @param link the column whose IRIs the texts are names of
   */
  record Shape(Var text, Optional<Var> link, boolean number) {
    String heading() {
      String name = link.orElse(text).getVarName();
      String bare =
          name.length() > LABEL.length() && name.endsWith(LABEL)
              ? name.substring(0, name.length() - LABEL.length())
              : name.endsWith("Id") ? name.substring(0, name.length() - 2) : name;
      return Words.capital(Words.of(bare));
    }
  }

  AnswerTable(DatasetGraph dataset, Shown shown) {
    this.dataset = dataset;
    this.link = ThingLink.of(shown.store());
    this.catalogue = shown.catalogue();
  }

  /** Triples as rows of subject, relation and object. */
  static Answer.Rows rows(Answer.Triples triples) {
    Var subject = Var.alloc("subject");
    Var relation = Var.alloc("relation");
    Var object = Var.alloc("object");
    return new Answer.Rows(
        List.of(subject, relation, object),
        triples.triples().stream()
            .map(
                triple ->
                    BindingFactory.binding(
                        subject,
                        triple.getSubject(),
                        relation,
                        triple.getPredicate(),
                        object,
                        triple.getObject()))
            .toList());
  }

  static List<Shape> shapes(Answer.Rows answer) {
    Map<String, Var> columns =
        answer.columns().stream().collect(Collectors.toMap(Var::getVarName, column -> column));
    Map<Var, Var> named = new HashMap<>();
    for (Var column : answer.columns()) {
      String name = column.getVarName();
      if (name.endsWith(LABEL)) {
        Var thing = columns.get(name.substring(0, name.length() - LABEL.length()));
        if (thing != null) {
          named.put(column, thing);
        }
      }
    }
    Var bare = columns.get("label");
    if (bare != null) {
      List<Var> nameless =
          answer.columns().stream()
              .filter(column -> !named.containsValue(column) && holdsIris(answer, column))
              .toList();
      if (nameless.size() == 1) {
        named.put(bare, nameless.get(0));
      }
    }
    List<Shape> shapes = new ArrayList<>();
    for (Var column : answer.columns()) {
      if (!named.containsValue(column)) {
        shapes.add(
            new Shape(column, Optional.ofNullable(named.get(column)), isNumeric(answer, column)));
      }
    }
    return shapes;
  }

  private static Stream<Node> values(Answer.Rows answer, Var column) {
    return answer.rows().stream().filter(row -> row.contains(column)).map(row -> row.get(column));
  }

  private static boolean holdsIris(Answer.Rows answer, Var column) {
    return values(answer, column).findFirst().filter(Node::isURI).isPresent();
  }

  private static boolean isNumeric(Answer.Rows answer, Var column) {
    return values(answer, column).findFirst().isPresent()
        && values(answer, column)
            .allMatch(node -> node.isLiteral() && NodeValue.makeNode(node).isNumber());
  }

  List<QuestionView.Cell> row(List<Shape> shapes, Binding row) {
    return shapes.stream().map(shape -> cell(shape, row)).toList();
  }

  private QuestionView.Cell cell(Shape shape, Binding row) {
    Node text = row.get(shape.text());
    Optional<Node> thing = shape.link().map(row::get).filter(Node::isURI);
    if (text == null) {
      return thing.map(iri -> iri(iri, shape)).orElse(QuestionView.Cell.EMPTY);
    }
    if (text.isURI()) {
      return iri(text, shape);
    }
    if (!text.isLiteral()) {
      return new QuestionView.Cell("without a name", "", "", "quiet");
    }
    String value = text.getLiteralLexicalForm();
    String column = shape.text().getVarName();
    if (thing.isPresent()) {
      String href = link.of(thing.get().getURI()).orElse("");
      return new QuestionView.Cell(value, href, text.getLiteralLanguage(), "");
    }
    if (column.endsWith(LABEL)) {
      String href = catalogue.flatMap(names -> names.only(value)).flatMap(link::of).orElse("");
      return new QuestionView.Cell(value, href, text.getLiteralLanguage(), "");
    }
    if (column.equals("status") && STATUSES.contains(Words.of(value))) {
      return new QuestionView.Cell(Words.of(value), "", "", "status " + Words.of(value));
    }
    if (column.equals("relation")) {
      return new QuestionView.Cell(relation(value), "", "", "");
    }
    if (column.equals("statement")) {
      return new QuestionView.Cell(statement(value), "", "", "");
    }
    if (Words.of(column).endsWith("article") || column.equals("articleId")) {
      return article(text);
    }
    if (XSDDatatype.XSDboolean.getURI().equals(text.getLiteralDatatypeURI())) {
      return new QuestionView.Cell(value.equals("true") ? "yes" : "no", "", "", "");
    }
    return new QuestionView.Cell(value, "", text.getLiteralLanguage(), "");
  }

  private QuestionView.Cell iri(Node iri, Shape shape) {
    String href = link.of(iri.getURI()).orElse("");
    Optional<Node> label = label(iri);
    if (label.isPresent()) {
      return new QuestionView.Cell(
          label.get().getLiteralLexicalForm(), href, label.get().getLiteralLanguage(), "");
    }
    String fallback =
        link.isOurs(iri.getURI())
            ? "this " + shape.heading().toLowerCase(Locale.ROOT)
            : local(iri.getURI());
    return new QuestionView.Cell(fallback, href, "", "");
  }

  private static String local(String iri) {
    String shortened = Prefixes.shorten(iri);
    return shortened.equals(iri) ? iri : Words.of(shortened.substring(shortened.indexOf(':') + 1));
  }

  /** Articles are known by what their files are called. */
  private QuestionView.Cell article(Node identifier) {
    Iterator<Quad> found =
        dataset.find(Node.ANY, Node.ANY, DCTerms.identifier.asNode(), identifier);
    try {
      if (found.hasNext()) {
        Node article = found.next().getSubject();
        if (article.isURI()) {
          return new QuestionView.Cell(
              label(article).map(Node::getLiteralLexicalForm).orElse(""),
              link.of(article.getURI()).orElse(""),
              "",
              "article");
        }
      }
    } finally {
      Iter.close(found);
    }
    return new QuestionView.Cell(identifier.getLiteralLexicalForm(), "", "", "");
  }

  private String relation(String name) {
    return label(NodeFactory.createURI(Chy.NS + name))
        .map(Node::getLiteralLexicalForm)
        .orElseGet(() -> Words.of(name));
  }

  /** A relation stands at one end of a statement, between spaces. */
  private String statement(String text) {
    int first = text.indexOf(' ');
    int last = text.lastIndexOf(' ');
    if (first < 0) {
      return text;
    }
    return label(NodeFactory.createURI(Chy.NS + text.substring(0, first)))
        .map(relation -> relation.getLiteralLexicalForm() + text.substring(first))
        .or(
            () ->
                label(NodeFactory.createURI(Chy.NS + text.substring(last + 1)))
                    .map(
                        relation -> text.substring(0, last + 1) + relation.getLiteralLexicalForm()))
        .orElse(text);
  }

  private Optional<Node> label(Node thing) {
    return labels.computeIfAbsent(thing, this::findLabel);
  }

  /** What thousands of graphs repeat need not be read thousands of times: the first will do. */
  private Optional<Node> findLabel(Node thing) {
    for (Node naming : NAMES) {
      Iterator<Quad> found = dataset.find(Node.ANY, thing, naming, Node.ANY);
      try {
        if (found.hasNext()) {
          Node label = found.next().getObject();
          if (label.isLiteral()) {
            return Optional.of(label);
          }
        }
      } finally {
        Iter.close(found);
      }
    }
    return Optional.empty();
  }
}
