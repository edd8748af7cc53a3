package org.chancery.query;

import java.net.URI;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.chancery.federation.Federation;

/** Where queries are answered. */
public interface QueryRunner {
  /**
   * Answers a query.
   *
   * @throws org.chancery.UserException if the query or its service fails for a reason to be mended
   */
  Answer run(Query query);

  /**
   * Answers from a dataset whose default graph is the union of its graphs; call {@link #run} inside
   * a read transaction. {@code SERVICE} is refused: what runs here stays here.
   */
  static QueryRunner over(DatasetGraph dataset) {
    return over(dataset, Federation.NONE);
  }

  /**
   * As above, but {@code SERVICE} may ask those who are allowed.
   *
   * @param federation who is allowed
   */
  static QueryRunner over(DatasetGraph dataset, Federation federation) {
    return new LocalRunner(dataset, federation);
  }

  /**
   * Answers by SPARQL 1.1 Protocol, such as from a server that has the store open.
   *
   * @param endpoint the address of the SPARQL service
   */
  static QueryRunner at(URI endpoint) {
    return at(endpoint, Optional.empty(), Optional.empty());
  }

  /**
   * As above.
   *
   * @param version answers from this one alone, as below
   * @param authorization what to send as the header of that name
   */
  static QueryRunner at(URI endpoint, Optional<String> version, Optional<String> authorization) {
    return new RemoteRunner(endpoint, version, authorization);
  }

  /**
   * Answers from one version of what a server of ours serves; {@link #run} fails with {@link
   * org.chancery.ExitCode#TRY_AGAIN} once the server has gone over to another.
   *
   * @param endpoint the address of the SPARQL service
   */
  static QueryRunner at(URI endpoint, String version) {
    return at(endpoint, Optional.of(version), Optional.empty());
  }
}
