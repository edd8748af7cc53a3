package org.chancery.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.chancery.query.Answer;
import org.chancery.query.QueryRunner;
import org.chancery.store.Store;

/**
 * The store in a folder: opened here, or, as one process alone may have it open, asked for at the
 * server that serves it.
 */
final class StoreSource implements GraphSource {
  @Override
  public <T> T read(Path folder, Function<DatasetGraph, T> reader) {
    Optional<URI> server = Store.server(folder);
    if (server.isPresent()) {
      return reader.apply(new ServedGraphs(QueryRunner.at(sparql(server.get()))).copy());
    }
    try (Store store = Store.open(folder)) {
      return store.read(reader);
    }
  }

  @Override
  public Answer answer(Path folder, Query query) {
    return Store.server(folder)
        .map(server -> QueryRunner.at(sparql(server)).run(query))
        .orElseGet(() -> GraphSource.super.answer(folder, query));
  }

  /** Where a server of ours answers queries. */
  static URI sparql(URI server) {
    return server.resolve("/chancery/sparql");
  }
}
