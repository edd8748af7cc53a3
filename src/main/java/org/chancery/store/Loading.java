package org.chancery.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Fills a fresh TDB2 database in one go. A database whose loading failed is never written again:
 * TDB2 5.6.0 corrupts its node table in the transaction after an aborted one (jena#3877).
 */
final class Loading {
  /**
   * TDB2's own choice without GPOS and GOSP: a graph is an article's and small enough to be gone
   * through, and each index less is a sixth of the disk and more of the time. TDB2 keeps the choice
   * beside the database.
   */
  private static final StoreParams INDEXES =
      StoreParams.builder("chancery")
          .quadIndexes(new String[] {"GSPO", "SPOG", "POSG", "OSPG"})
          .build();

  private Loading() {}

  static void into(StoreFolder folder, String version, Consumer<StreamRDF> source) {
    Path fresh = folder.data(version);
    try {
      Files.createDirectory(fresh);
    } catch (IOException failure) {
      throw folder.unwritable(failure);
    }
    try {
      DatasetGraph dataset =
          OpenDatabases.connected(
              fresh, () -> DatabaseMgr.connectDatasetGraph(fresh.toString(), INDEXES));
      try {
        load(dataset, source);
      } catch (RuntimeException | Error failure) {
        OpenDatabases.giveUp(dataset, failure);
        throw failure;
      }
      TDBInternal.expel(dataset);
    } catch (RuntimeException | Error failure) {
      throw DiskFault.orElse(failure, fresh);
    }
  }

  private static void load(DatasetGraph dataset, Consumer<StreamRDF> source) {
    DataLoader loader = LoaderFactory.sequentialLoader(dataset, (format, arguments) -> {});
    loader.startBulk();
    try {
      source.accept(new NamedGraphsOnly(loader.stream()));
      loader.finishBulk();
    } catch (RuntimeException failure) {
      loader.finishException(failure);
      throw failure;
    } catch (Error failure) {
      try {
        loader.finishException(new IllegalStateException(failure));
      } catch (RuntimeException again) {
        failure.addSuppressed(again);
      }
      throw failure;
    }
  }

  /** Readers see the union of the named graphs, so a triple outside of them would be lost. */
  private static final class NamedGraphsOnly extends StreamRDFWrapper {
    NamedGraphsOnly(StreamRDF sink) {
      super(sink);
    }

    @Override
    public void triple(Triple triple) {
      throw new IllegalArgumentException("in no named graph: " + triple);
    }

    @Override
    public void quad(Quad quad) {
      if (quad.isDefaultGraph()) {
        triple(quad.asTriple());
      }
      super.quad(quad);
    }
  }
}
