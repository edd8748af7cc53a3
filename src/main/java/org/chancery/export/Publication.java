package org.chancery.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.chancery.reference.Cities;
import org.chancery.reference.Countries;

/** What else can be made of a store than the RDF it is. */
public enum Publication {
  /** RDF 1.2 Turtle: claims reify what they state by a triple term. */
  TURTLE12,
  /** RDF 1.2 TriG, likewise. */
  TRIG12,
  /** A nanopublication for each claim, as TriG. */
  NANOPUBS,
  /** The meetings that took place, as points. */
  GEOJSON,
  /** A row for each fact that an article states as so. */
  CSV,
  /** Things and claims as a network. */
  GRAPHML;

  public static Optional<Publication> named(String name) {
    return Arrays.stream(values()).filter(format -> format.toString().equals(name)).findFirst();
  }

  /**
   * Writes and flushes, but does not close; call inside a read transaction.
   *
   * @param licence of the data, for formats that say it
   * @throws IOException if the stream fails
   */
  public void write(DatasetGraph dataset, Optional<Node> licence, OutputStream out)
      throws IOException {
    try {
      Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      switch (this) {
        case TURTLE12 -> Export.reified(dataset).write(ExportFormat.TURTLE, out);
        case TRIG12 -> Export.reified(dataset).write(ExportFormat.TRIG, out);
        case NANOPUBS -> Nanopublications.write(dataset, licence, out);
        case GEOJSON ->
            new MeetingMap(dataset, Cities.load(Countries.load())::byGeonames).write(text);
        case CSV -> SpreadsheetExport.write(dataset, text);
        case GRAPHML -> new NetworkExport(dataset).write(text);
      }
      text.flush();
      out.flush();
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    } catch (RuntimeIOException failure) {
      throw failure.getCause() instanceof IOException cause ? cause : new IOException(failure);
    } catch (XMLStreamException failure) {
      throw failure.getNestedException() instanceof IOException cause
          ? cause
          : new IOException(failure);
    }
  }

  /** The format as the command line writes it, in small letters. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
