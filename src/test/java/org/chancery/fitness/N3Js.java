package org.chancery.fitness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.chancery.export.ExportFormat;

/** N3.js, out of its WebJar and run by Node. */
final class N3Js implements Toolkit {
  private static final String LIBRARY = "/META-INF/resources/webjars/n3/1.26.0/browser/n3.min.js";
  private static final String SCRIPT = "/fitness/n3.js";

  private static final Map<ExportFormat, String> FORMATS =
      Map.of(
          ExportFormat.TURTLE, "text/turtle",
          ExportFormat.TRIG, "application/trig",
          ExportFormat.NQUADS, "application/n-quads",
          ExportFormat.NTRIPLES, "application/n-triples");

  @Override
  public boolean reads(ExportFormat format) {
    return FORMATS.containsKey(format);
  }

  @Override
  public boolean isHere() {
    try {
      Process node =
          new ProcessBuilder("node", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return node.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public Set<Quad> quads(byte[] document, ExportFormat format)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("n3");
    Path library = unpack(LIBRARY, folder.resolve("n3.js"));
    Path script = unpack(SCRIPT, folder.resolve("parse.js"));
    Path in = Files.write(folder.resolve("in"), document);
    Path out = folder.resolve("out");
    Path messages = folder.resolve("messages");
    try {
      int exit =
          new ProcessBuilder(
                  "node",
                  script.toString(),
                  library.toString(),
                  Objects.requireNonNull(FORMATS.get(format)))
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(messages.toFile())
              .start()
              .waitFor();
      if (exit != 0) {
        throw new IOException(Files.readString(messages, StandardCharsets.UTF_8));
      }
      DatasetGraph read = DatasetGraphFactory.create();
      RDFParser.source(out).lang(Lang.NQUADS).parse(read);
      Set<Quad> quads = new HashSet<>();
      read.find().forEachRemaining(quads::add);
      return quads;
    } finally {
      for (Path file : new Path[] {library, script, in, out, messages, folder}) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static Path unpack(String resource, Path file) throws IOException {
    try (var in = Objects.requireNonNull(N3Js.class.getResourceAsStream(resource), resource)) {
      Files.copy(in, file);
      return file;
    }
  }

  @Override
  public String toString() {
    return "N3.js";
  }
}
