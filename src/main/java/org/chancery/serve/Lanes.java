package org.chancery.serve;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Where requests wait that ask much of the store: a few run at a time and some more wait. What only
 * looks up a few named things has a lane of its own, so that it is answered meanwhile.
 */
final class Lanes {
  static final int RUNNING = 4;
  static final int WAITING = 16;
  private static final int QUICK = 4;

  /** What is said to who comes when too many wait; with it goes how many seconds to stay away. */
  static final Refusal FULL =
      new Refusal(429, "Too many queries at once. Try again in ten seconds.");

  static final String RETRY_AFTER = "10";
  private static final long LOOK_MILLIS = 50;

  private final Semaphore admitted = new Semaphore(RUNNING + WAITING);
  private final Semaphore running = new Semaphore(RUNNING, true);
  private final Semaphore quick = new Semaphore(QUICK);

  /** A turn that was had; closing gives it to the next. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits for a turn.
   *
   * @return nothing if too many wait already, or if the request was cut off meanwhile
   */
  Optional<Turn> enter(Running request, boolean light) {
    if (light && quick.tryAcquire()) {
      return Optional.of(quick::release);
    }
    if (!admitted.tryAcquire()) {
      return Optional.empty();
    }
    try {
      while (!running.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        if (request.cut().isPresent()) {
          admitted.release();
          return Optional.empty();
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      admitted.release();
      return Optional.empty();
    }
    return Optional.of(
        () -> {
          running.release();
          admitted.release();
        });
  }

  int running() {
    return RUNNING - running.availablePermits() + QUICK - quick.availablePermits();
  }

  int waiting() {
    int inside = RUNNING + WAITING - admitted.availablePermits();
    return Math.max(0, inside - (RUNNING - running.availablePermits()));
  }
}
