package org.chancery.fitness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.chancery.export.ExportFormat;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.StatementCollector;

/** RDF4J's Rio, told to take nothing for granted. */
final class Rdf4j implements Toolkit {
  private static final Map<ExportFormat, RDFFormat> FORMATS =
      Map.of(
          ExportFormat.TURTLE, RDFFormat.TURTLE,
          ExportFormat.TRIG, RDFFormat.TRIG,
          ExportFormat.NQUADS, RDFFormat.NQUADS,
          ExportFormat.NTRIPLES, RDFFormat.NTRIPLES,
          ExportFormat.JSONLD, RDFFormat.JSONLD,
          ExportFormat.RDFXML, RDFFormat.RDFXML);

  @Override
  public boolean reads(ExportFormat format) {
    return FORMATS.containsKey(format);
  }

  @Override
  public Set<Quad> quads(byte[] document, ExportFormat format) throws IOException {
    StatementCollector statements = new StatementCollector();
    RDFParser parser = Rio.createParser(Objects.requireNonNull(FORMATS.get(format)));
    parser.getParserConfig().set(BasicParserSettings.VERIFY_URI_SYNTAX, true);
    parser.getParserConfig().set(BasicParserSettings.VERIFY_DATATYPE_VALUES, true);
    parser.getParserConfig().set(BasicParserSettings.VERIFY_LANGUAGE_TAGS, true);
    parser.setRDFHandler(statements);
    parser.parse(new ByteArrayInputStream(document));
    Set<Quad> quads = new HashSet<>();
    for (Statement statement : statements.getStatements()) {
      quads.add(
          Quad.create(
              Optional.ofNullable(statement.getContext())
                  .map(Rdf4j::node)
                  .orElse(Quad.defaultGraphIRI),
              node(statement.getSubject()),
              node(statement.getPredicate()),
              node(statement.getObject())));
    }
    return quads;
  }

  private static Node node(Value value) {
    if (value instanceof Literal literal) {
      return Toolkit.literal(
          literal.getLabel(),
          literal.getLanguage().orElse(""),
          literal.getDatatype().stringValue());
    }
    return NodeFactory.createURI(value.stringValue());
  }

  @Override
  public String toString() {
    return "RDF4J";
  }
}
