package org.chancery.site;

import java.util.Optional;
import org.chancery.catalogue.Catalogue;
import org.chancery.store.Store;

/** What pages are made from. Within one request both stay the same. */
public interface Shown {
  /** The graph, open for reading; not the caller's to close. */
  Store store();

  /** Its catalogue; empty for the seconds in which it is still being made. */
  Optional<Catalogue> catalogue();

  /**
   * Ends what the request of this thread is at, if its time is over or nobody waits for it. To be
   * called in loops that may be long.
   *
   * @throws org.apache.jena.query.QueryCancelledException if so
   */
  default void check() {}

  /**
   * Leaves word how to end what the request of this thread is at from another thread.
   *
   * @param ending does no harm later
   */
  default void onCut(Runnable ending) {}

  /**
   * Does something beside the request, which may end before it, with what the request is shown; at
   * once where there is nothing to hold on to.
   */
  default void aside(Runnable work) {
    work.run();
  }
}
