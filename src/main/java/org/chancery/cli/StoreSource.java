package org.chancery.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.federation.Federation;
import org.chancery.query.Answer;
import org.chancery.query.QueryRunner;
import org.chancery.store.Store;

/**
 * The store in a folder: opened here, or, as one process alone may have it open, asked for at the
 * server that serves it.
 */
final class StoreSource implements GraphSource {
  /** How often to begin anew when builds take over while a server's graphs are fetched. */
  private static final int TRIES = 3;

  @Override
  public <T> T read(Path folder, Function<DatasetGraph, T> reader) {
    for (int left = TRIES - 1; ; left--) {
      Optional<Store.Served> served = Store.served(folder);
      if (served.isEmpty()) {
        try (Store store = Store.open(folder)) {
          return store.read(reader);
        }
      }
      QueryRunner server =
          QueryRunner.at(
              sparql(served.get().address()),
              Optional.of(served.get().version()),
              authorization(served.get()));
      DatasetGraph copy;
      try {
        copy = new ServedGraphs(server).copy();
      } catch (UserException moved) {
        if (moved.exitCode() != ExitCode.TRY_AGAIN || left == 0) {
          throw moved;
        }
        continue;
      }
      return reader.apply(copy);
    }
  }

  @Override
  public Answer answer(Path folder, Query query, Federation federation) {
    Optional<Store.Served> served = Store.served(folder);
    if (served.isEmpty()) {
      return GraphSource.super.answer(folder, query, federation);
    }
    Store.Served server = served.get();
    if (!federation.services().isEmpty()) {
      throw elsewhere(server.address());
    }
    return QueryRunner.at(sparql(server.address()), Optional.empty(), authorization(server))
        .run(query);
  }

  /** What a server asks is for whoever starts it to say. */
  static UserException elsewhere(URI server) {
    return new UserException(
        ExitCode.USAGE,
        "%s says what this process may ask, and %s answers here. Start the server with it."
            .formatted(Federation.OPTION, server));
  }

  private static Optional<String> authorization(Store.Served server) {
    return server.token().map(token -> "Bearer " + token);
  }

  /** Where a server of ours answers queries. */
  static URI sparql(URI server) {
    return server.resolve("/chancery/sparql");
  }
}
