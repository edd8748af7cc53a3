package org.chancery.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The serialisations that a graph can be exported in. */
public enum ExportFormat {
  TURTLE(false),
  TRIG(true),
  NQUADS(true),
  NTRIPLES(false),
  JSONLD(true),
  RDFXML(false);

  private final boolean graphs;

  ExportFormat(boolean graphs) {
    this.graphs = graphs;
  }

  /** Whether the named graphs survive; if not, their union is written. */
  public boolean keepsGraphs() {
    return graphs;
  }

  public static Optional<ExportFormat> named(String name) {
    return Arrays.stream(values()).filter(format -> format.toString().equals(name)).findFirst();
  }

  /** The format as the command line writes it, in small letters. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
