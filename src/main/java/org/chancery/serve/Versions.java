package org.chancery.serve;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.catalogue.Catalogue;
import org.chancery.catalogue.Census;
import org.chancery.site.Shown;
import org.chancery.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The versions of a store that requests are answered from. Each request has the one that was newest
 * when it began, until it ends; a version that a newer one has replaced is closed with its last
 * request, so that its folder can go.
 */
final class Versions implements Shown, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Versions.class);

  /** What a request's thread has; a thread works for one server. */
  private static final ThreadLocal<Version> OF_REQUEST = new ThreadLocal<>();

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** How long the maker of a catalogue may take to notice that it is to stop. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Consumer<DatasetGraph> settings;
  private final LongSupplier clock;
  private Version newest;
  private Optional<URI> address = Optional.empty();
  private Optional<String> token = Optional.empty();
  private boolean cataloguing;
  private Optional<Thread> catalogueMaker = Optional.empty();

  /** The version that could not be served; told of already. */
  private Optional<String> refused = Optional.empty();

  /** How long after {@link #refusedAt} that version is tried again. */
  private Duration pause = FIRST_PAUSE;

  private long refusedAt;

  /** Why the last round failed, if it did; told of already. */
  private Optional<String> trouble = Optional.empty();

  /** A version with the number of requests that it is answering; guarded by the outer object. */
  private static final class Version {
    private final Store store;
    private volatile Optional<Catalogue> catalogue = Optional.empty();
    private int requests;
    private volatile boolean replaced;

    Version(Store store) {
      this.store = store;
    }

    void closeIfIdle() {
      if (replaced && requests == 0) {
        store.close();
      }
    }
  }

  /** Until it is closed, the thread that took it has one version. */
  final class Pin implements AutoCloseable {
    private final Version version;

    private Pin(Version version) {
      this.version = version;
    }

    String version() {
      return version.store.version();
    }

    @Override
    public void close() {
      OF_REQUEST.remove();
      release(version);
    }
  }

  /**
   * Begins with a store that is open.
   *
   * @param settings are made on each version before anybody sees it
   */
  Versions(Store first, Consumer<DatasetGraph> settings) {
    this(first, settings, System::nanoTime);
  }

  /**
   * As above.
   *
   * @param clock in nanoseconds, from anywhere
   */
  Versions(Store first, Consumer<DatasetGraph> settings, LongSupplier clock) {
    this.settings = settings;
    this.clock = clock;
    settings.accept(first.dataset());
    this.newest = new Version(first);
  }

  /** Keeps the newest version for this thread. */
  Pin pin() {
    if (OF_REQUEST.get() != null) {
      throw new IllegalStateException("this thread has a version");
    }
    Version version = take();
    OF_REQUEST.set(version);
    return new Pin(version);
  }

  private synchronized Version take() {
    newest.requests++;
    return newest;
  }

  private synchronized void release(Version version) {
    version.requests--;
    version.closeIfIdle();
  }

  /** The version that this thread has; outside of a request, the newest. */
  @Override
  public Store store() {
    return version().store;
  }

  @Override
  public Optional<Catalogue> catalogue() {
    return version().catalogue;
  }

  /**
   * Makes the catalogue of this version and of each later one, beside everything else. What fails
   * there is told of, and pages go without.
   */
  synchronized void catalogueAll() {
    cataloguing = true;
    catalogue(newest);
  }

  /** Counts as a request until the store has been read, so that it stays open. */
  private synchronized void catalogue(Version version) {
    version.requests++;
    Thread maker = new Thread(() -> makeCatalogue(version), "catalogue");
    maker.setDaemon(true);
    maker.start();
    catalogueMaker = Optional.of(maker);
  }

  private void makeCatalogue(Version version) {
    try {
      Census census;
      try {
        // No interrupt: it would close TDB2's files under everybody's hands.
        census = Census.of(version.store, () -> version.replaced);
      } finally {
        release(version);
      }
      version.catalogue = Optional.of(new Catalogue(census));
    } catch (CancellationException replaced) {
      LOG.debug("{} was replaced before it was counted", version.store.version());
    } catch (RuntimeException | Error failure) {
      LOG.warn(
          "{} is served without search and numbers: {}. Start the server again.",
          version.store.version(),
          line(failure));
    }
  }

  /** Keeps the version open for the work, as for a request. */
  @Override
  public void check() {
    Running.check();
  }

  @Override
  public void onCut(Runnable ending) {
    Running.current().ifPresent(running -> running.onCut(ending));
  }

  @Override
  public void aside(Runnable work) {
    Version version = version();
    synchronized (this) {
      version.requests++;
    }
    Thread thread =
        new Thread(
            () -> {
              OF_REQUEST.set(version);
              try {
                work.run();
              } finally {
                OF_REQUEST.remove();
                release(version);
              }
            },
            "aside");
    thread.setDaemon(true);
    thread.start();
  }

  private Version version() {
    Version own = OF_REQUEST.get();
    if (own != null) {
      return own;
    }
    synchronized (this) {
      return newest;
    }
  }

  /**
   * Leaves word, now and with each later version, where the store is served.
   *
   * @param key lets in whoever reads it there, if the server asks for passwords
   */
  synchronized void announce(URI served, Optional<String> key) {
    newest.store.announce(served, key);
    address = Optional.of(served);
    token = key;
  }

  /**
   * Goes over to what a build has published since, if anything. A version that cannot be read is
   * told of once and tried again after growing pauses, and the one before it is served on. Throws
   * nothing: that would end the schedule.
   */
  void follow() {
    try {
      Store served = newestStore();
      Optional<String> published = served.newerVersion();
      if (published.isPresent() && isDue(published)) {
        open(served, published.get());
      }
      trouble = Optional.empty();
    } catch (Throwable failure) {
      // Such as a pointer that a later Chancery wrote.
      Optional<String> why = Optional.of(line(failure));
      if (!why.equals(trouble)) {
        trouble = why;
        LOG.warn("Going on with {}: {}", newestStore().version(), why.get());
      }
    }
  }

  private boolean isDue(Optional<String> published) {
    return !published.equals(refused) || clock.getAsLong() - refusedAt >= pause.toNanos();
  }

  private static String line(Throwable failure) {
    String what =
        failure instanceof UserException
            ? String.valueOf(failure.getMessage())
            : failure.toString();
    return what.lines().findFirst().orElse("");
  }

  private void open(Store served, String version) {
    Store fresh;
    try {
      fresh = served.reopen();
    } catch (RuntimeException | Error failure) {
      if (!(failure instanceof UserException user) || user.exitCode() != ExitCode.TRY_AGAIN) {
        refuse(served, version, failure);
      }
      return;
    }
    try {
      fresh.requireReadable();
      settings.accept(fresh.dataset());
    } catch (RuntimeException | Error failure) {
      refuse(served, version, failure);
      fresh.close();
      return;
    }
    replaceBy(fresh);
    LOG.info("Serving {} from now on", fresh.version());
  }

  private void refuse(Store served, String version, Throwable failure) {
    refusedAt = clock.getAsLong();
    if (refused.equals(Optional.of(version))) {
      Duration twice = pause.multipliedBy(2);
      pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
      return;
    }
    refused = Optional.of(version);
    pause = FIRST_PAUSE;
    LOG.warn(
        "{} cannot be served ({}); going on with {}. Build again.",
        version,
        line(failure),
        served.version());
  }

  private synchronized Store newestStore() {
    return newest.store;
  }

  private synchronized void replaceBy(Store fresh) {
    Version old = newest;
    newest = new Version(fresh);
    refused = Optional.empty();
    address.ifPresent(
        served -> {
          try {
            fresh.announce(served, token);
          } catch (RuntimeException failure) {
            LOG.warn("{}", line(failure));
          }
        });
    old.replaced = true;
    old.closeIfIdle();
    if (cataloguing) {
      catalogue(newest);
    }
  }

  /** Call when no more requests come in. */
  @Override
  public void close() {
    Optional<Thread> maker;
    synchronized (this) {
      newest.replaced = true;
      newest.closeIfIdle();
      maker = catalogueMaker;
    }
    try {
      if (maker.isPresent()) {
        maker.get().join(PATIENCE.toMillis());
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
