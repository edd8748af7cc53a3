package org.chancery.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.writer.WriterStreamRDFPlain;
import org.apache.jena.sparql.core.Quad;

/** Quads as N-Quads in one order, so that equal data gives equal bytes. */
public final class SortedNQuads {
  private static final Comparator<String> BY_BYTES =
      (one, other) ->
          Arrays.compareUnsigned(
              one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

  private SortedNQuads() {}

  /** The lines, without line ends, each once, sorted by the bytes of their UTF-8. */
  public static NavigableSet<String> lines(Collection<Quad> quads) {
    StringWriter text = new StringWriter();
    StreamRDF writer = new WriterStreamRDFPlain(IO.wrap(text));
    writer.start();
    quads.forEach(writer::quad);
    writer.finish();
    NavigableSet<String> lines = new TreeSet<>(BY_BYTES);
    text.toString().lines().forEach(lines::add);
    return lines;
  }

  /**
   * Writes the lines in UTF-8, each ended by a line feed. Leaves {@code out} open.
   *
   * @throws IOException if {@code out} does not take them
   */
  public static void write(Collection<Quad> quads, OutputStream out) throws IOException {
    for (String line : lines(quads)) {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    out.flush();
  }
}
