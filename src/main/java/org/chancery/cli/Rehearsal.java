package org.chancery.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.sse.SSE;
import org.chancery.store.Store;

/**
 * Does once, on a store of one quad, what short commands do. The launcher runs it to learn which
 * classes to keep ready, so that those commands start faster.
 */
final class Rehearsal {
  private static final Quad QUAD = SSE.parseQuad("(<urn:g> <urn:s> <urn:p> 'o')");

  private Rehearsal() {}

  public static void main(String[] arguments) throws IOException {
    Chancery.commandLine().execute("--help");
    Path folder = Files.createTempDirectory("chancery-rehearsal");
    try {
      Store.replace(folder, Stream.of(QUAD));
      try (Store store = Store.open(folder)) {
        store.read(
            dataset -> {
              QueryExec query =
                  QueryExec.dataset(dataset)
                      .query(
                          "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o OPTIONAL { ?o ?q ?r } } GROUP BY ?s ORDER BY ?n")
                      .build();
              ResultSetFormatter.out(System.out, ResultSet.adapt(query.select()));
              RDFWriter.source(dataset).lang(Lang.TRIG).output(System.out);
              return true;
            });
      }
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
