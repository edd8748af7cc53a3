package org.chancery.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.vocabulary.RDFS;
import org.chancery.ontology.Chy;
import org.chancery.store.Store;
import picocli.CommandLine;

/**
 * Does once, on a tiny store, what short commands do. The launcher runs it to learn which classes
 * to keep ready, so that those commands start faster.
 */
final class Rehearsal {
  /** Enough for the rehearsed query to have a row, as otherwise half of its classes sleep. */
  private static Stream<Quad> quads() {
    return Stream.of(
            "<urn:official> <%sholdsOffice> <urn:office>".formatted(Chy.NS),
            "<urn:official> <%sage> 40".formatted(Chy.NS),
            "<urn:official> <%slabel> 'official'@en".formatted(RDFS.uri),
            "<urn:office> <%slabel> 'office'@en".formatted(RDFS.uri))
        .map(triple -> SSE.parseQuad("(<urn:article> %s)".formatted(triple)));
  }

  private Rehearsal() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("chancery-rehearsal");
    try {
      Path store = folder.resolve("store");
      Store.replace(store, quads());
      play("--help");
      play("query");
      play("query", "who-holds-office", "--store", store.toString());
      play("query", "articles", "--format", "json", "--store", store.toString());
      play("export", "--store", store.toString());
      play("export", "--format", "nquads", "--facts", "--store", store.toString());
    } finally {
      remove(folder);
    }
  }

  private static void play(String... arguments) {
    int code = Chancery.commandLine().execute(arguments);
    if (code != CommandLine.ExitCode.OK) {
      throw new IllegalStateException(String.join(" ", arguments) + " ended with " + code);
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
