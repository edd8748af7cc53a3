package org.chancery.serve;

import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;

/**
 * The dataset that Fuseki holds all the time: whatever it is asked, a request's version answers.
 */
final class ServedDataset extends DatasetGraphWrapper {
  private final Versions versions;

  ServedDataset(Versions versions) {
    super(versions.store().dataset());
    this.versions = versions;
  }

  @Override
  protected DatasetGraph get() {
    return versions.store().dataset();
  }

  /** Fuseki closes what it served when it stops; the versions are closed by who opened them. */
  @Override
  public void close() {}
}
