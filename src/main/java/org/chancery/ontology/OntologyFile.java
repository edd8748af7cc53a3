package org.chancery.ontology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.chancery.ExitCode;
import org.chancery.UserException;

/** The files of {@code ontology/} that say what a graph may hold, as packed into the jar. */
public enum OntologyFile {
  /** Classes, properties and statuses. */
  TERMS("chancery.ttl", Chy.ONTOLOGY),
  /** How the terms relate to other vocabularies. */
  ALIGNMENTS("alignments.ttl", Chy.ONTOLOGY + "/alignments"),
  /** What a sound graph looks like. */
  SHAPES("shapes.ttl", Chy.ONTOLOGY + "/shapes");

  private final String fileName;
  private final String iri;

  OntologyFile(String fileName, String iri) {
    this.fileName = fileName;
    this.iri = iri;
  }

  /** Where the file stands in the project, for messages. */
  public String path() {
    return "ontology/" + fileName;
  }

  /** The IRI of the ontology that the file holds. */
  public String iri() {
    return iri;
  }

  /**
   * Reads the file.
   *
   * @throws UserException with {@link ExitCode#CONFIG} if it is no Turtle
   */
  public Graph read() {
    try (InputStream turtle = OntologyFile.class.getResourceAsStream("/" + path())) {
      if (turtle == null) {
        throw new IllegalStateException(path() + " is not in the jar");
      }
      Graph graph = GraphFactory.createDefaultGraph();
      RDFParser.source(turtle)
          .lang(Lang.TURTLE)
          .base(iri)
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(graph);
      return graph;
    } catch (RiotException malformed) {
      throw new UserException(
          ExitCode.CONFIG,
          "%s: %s. Mend it and build again.".formatted(path(), malformed.getMessage()),
          malformed);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
