package org.chancery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Work on many things on all cores, whose outcomes come in the order of the things. */
final class InOrder {
  /**
   * How many things may be under way, done and not yet told: enough for many cores, few enough for
   * any number of things. The same on every machine, and so is the order of messages.
   */
  private static final int WINDOW = 64;

  private InOrder() {}

  /**
   * Works until the inputs end. However that ends, no work goes on afterwards, so the caller may
   * close what it works on.
   *
   * @param inputs drawn on the caller's thread, one at a time, never far ahead of what is told
   * @param work called by several threads at once; what it throws ends all
   * @param outcomes is told on the caller's thread
   * @throws UserException if the thread is interrupted, or if {@code work} throws one
   */
  static <A, B> void work(Iterator<A> inputs, Function<A, B> work, Consumer<B> outcomes) {
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      Deque<Future<B>> window = new ArrayDeque<>();
      while (inputs.hasNext()) {
        A input = inputs.next();
        if (window.size() == WINDOW) {
          outcomes.accept(outcome(window.remove()));
        }
        window.add(workers.submit(() -> work.apply(input)));
      }
      while (!window.isEmpty()) {
        outcomes.accept(outcome(window.remove()));
      }
    } finally {
      workers.shutdownNow();
      awaitEnd(workers);
    }
  }

  private static void awaitEnd(ExecutorService workers) {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = workers.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static <B> B outcome(Future<B> future) {
    try {
      return future.get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof Error fatal) {
        throw fatal;
      }
      if (failure.getCause() instanceof UserException mendable) {
        throw mendable;
      }
      throw new IllegalStateException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new UserException(ExitCode.TRY_AGAIN, "Interrupted while at work.", stop);
    }
  }
}
