package org.chancery.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.chancery.ontology.Chy;
import org.chancery.ontology.OntologyFile;

/** The ontology as a page for people, made of its Turtle: each term at its own fragment. */
public final class OntologyPage {
  private static final Node ONTOLOGY = NodeFactory.createURI(Chy.ONTOLOGY);

  /**
   * A link, or words where there is nowhere to go.
   *
   * @param href empty if there is none
   */
  public record Reference(String text, String href) {}

  /** One line of a term's table. */
  public record Line(String name, List<Reference> values) {
    public Line {
      values = List.copyOf(values);
    }
  }

  /** A term, as the page shows it. */
  public record Term(
      String name,
      String iri,
      String label,
      String definition,
      List<String> examples,
      List<Line> lines) {
    public Term {
      examples = List.copyOf(examples);
      lines = List.copyOf(lines);
    }
  }

  /** Terms of one kind. */
  public record Section(String id, String title, List<Term> terms) {
    public Section {
      terms = List.copyOf(terms);
    }
  }

  private final Graph terms = OntologyFile.TERMS.read();
  private final Graph alignments = OntologyFile.ALIGNMENTS.read();

  /** The whole page, in UTF-8 when it is sent; it has no scripts and styles of its own. */
  public static String html() {
    OntologyPage page = new OntologyPage();
    return Pages.html(
        "ontology.jte",
        Map.of(
            "title", page.text(ONTOLOGY, DCTerms.title.asNode()),
            "description", page.text(ONTOLOGY, DCTerms.description.asNode()),
            "metadata", page.metadata(),
            "sections", page.sections()));
  }

  private List<Line> metadata() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("Namespace", List.of(words(Chy.NS))));
    line("Version", ONTOLOGY, OWL2.versionInfo.asNode(), terms, lines);
    line("This version", ONTOLOGY, OWL2.versionIRI.asNode(), terms, lines);
    line("Creator", ONTOLOGY, DCTerms.creator.asNode(), terms, lines);
    line("Created", ONTOLOGY, DCTerms.created.asNode(), terms, lines);
    line("Licence", ONTOLOGY, DCTerms.license.asNode(), terms, lines);
    line("Cite as", ONTOLOGY, DCTerms.bibliographicCitation.asNode(), terms, lines);
    return lines;
  }

  private List<Section> sections() {
    Node relation = NodeFactory.createURI(Chy.NS + "Relation");
    List<Term> relations = new ArrayList<>();
    List<Term> properties = new ArrayList<>();
    for (Node kind : List.of(OWL2.ObjectProperty.asNode(), OWL2.DatatypeProperty.asNode())) {
      for (Node property : typed(kind)) {
        boolean stated = terms.contains(property, RDF.type.asNode(), relation);
        (stated ? relations : properties).add(term(property));
      }
    }
    relations.sort(Comparator.comparing(Term::name));
    properties.sort(Comparator.comparing(Term::name));
    return List.of(
        new Section(
            "classes", "Classes", typed(OWL2.Class.asNode()).stream().map(this::term).toList()),
        new Section("relations", "Relations: what a claim may state", relations),
        new Section("properties", "Other properties", properties),
        new Section(
            "individuals",
            "Statuses",
            typed(OWL2.NamedIndividual.asNode()).stream().map(this::term).toList()));
  }

  private List<Node> typed(Node type) {
    return terms.stream(Node.ANY, RDF.type.asNode(), type)
        .map(Triple::getSubject)
        .sorted(Comparator.comparing(Node::getURI))
        .toList();
  }

  private Term term(Node term) {
    List<Line> lines = new ArrayList<>();
    line("Subclass of", term, RDFS.subClassOf.asNode(), terms, lines);
    line("From", term, SchemaDO.domainIncludes.asNode(), terms, lines);
    line("To", term, SchemaDO.rangeIncludes.asNode(), terms, lines);
    line("Aligned: subclass of", term, RDFS.subClassOf.asNode(), alignments, lines);
    line("Aligned: subproperty of", term, RDFS.subPropertyOf.asNode(), alignments, lines);
    line("See also", term, RDFS.seeAlso.asNode(), alignments, lines);
    return new Term(
        name(term),
        term.getURI(),
        text(term, RDFS.label.asNode()),
        text(term, SKOS.definition.asNode()),
        objects(term, SKOS.example.asNode(), terms).map(Node::getLiteralLexicalForm).toList(),
        lines);
  }

  private static void line(
      String name, Node subject, Node property, Graph graph, List<Line> lines) {
    List<Reference> values =
        objects(subject, property, graph).map(OntologyPage::reference).toList();
    if (!values.isEmpty()) {
      lines.add(new Line(name, values));
    }
  }

  private static Reference reference(Node node) {
    if (!node.isURI()) {
      return words(node.getLiteralLexicalForm());
    }
    boolean ours = node.getURI().startsWith(Chy.NS);
    return ours
        ? new Reference("chy:" + name(node), "#" + name(node))
        : new Reference(Prefixes.shorten(node.getURI()), node.getURI());
  }

  private static Reference words(String text) {
    return new Reference(text, "");
  }

  private static Stream<Node> objects(Node subject, Node property, Graph graph) {
    return graph.stream(subject, property, Node.ANY)
        .map(Triple::getObject)
        .sorted(Comparator.comparing(Node::toString));
  }

  private String text(Node subject, Node property) {
    return objects(subject, property, terms)
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElse("");
  }

  private static String name(Node term) {
    return term.getURI().substring(Chy.NS.length());
  }
}
