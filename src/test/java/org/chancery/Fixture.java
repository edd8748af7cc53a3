package org.chancery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Function;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;

/** {@code fixture.trig} as a store holds it: TDB2 with the union as default graph. */
public final class Fixture {
  private Fixture() {}

  public static DatasetGraph dataset() {
    DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
    dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
    try (InputStream file =
        Objects.requireNonNull(Fixture.class.getResourceAsStream("/fixture.trig"))) {
      Txn.executeWrite(dataset, () -> RDFDataMgr.read(dataset, file, Lang.TRIG));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return dataset;
  }

  public static <T> T read(DatasetGraph dataset, Function<DatasetGraph, T> reader) {
    return Txn.calculateRead(dataset, () -> reader.apply(dataset));
  }
}
