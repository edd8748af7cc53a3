package org.chancery.cli;

import java.nio.file.Path;
import java.util.function.Function;
import org.apache.jena.sparql.core.DatasetGraph;

/** Where commands that only read find the graph. */
interface GraphSource {
  /**
   * Opens the store in a folder and reads in one transaction; the default graph is the union.
   *
   * @throws org.chancery.UserException if there is no store or another process has it open
   */
  <T> T read(Path store, Function<DatasetGraph, T> reader);
}
