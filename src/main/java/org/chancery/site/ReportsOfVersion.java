package org.chancery.site;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chancery.store.Store;

/** The reports of the version that a request is shown, counted beside it when first asked for. */
final class ReportsOfVersion {
  /** Of each relation; 100,000 articles have less. */
  private static final int LIMIT = 1_000_000;

  /** One that ends and one that begins. */
  private static final int VERSIONS = 2;

  private final Shown shown;
  private final Map<String, CompletableFuture<Reports>> byVersion = new LinkedHashMap<>();

  ReportsOfVersion(Shown shown) {
    this.shown = shown;
  }

  /**
   * The reports, or nothing if counting them takes longer than that.
   *
   * @throws IllegalStateException if they could not be counted; the next to ask tries again
   */
  Optional<Reports> within(Duration patience) {
    String version = shown.store().version();
    try {
      return Optional.of(counted(version).get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      return Optional.empty();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException failure) {
      forget(version);
      throw new IllegalStateException("the reports of " + version + " were not counted", failure);
    }
  }

  private CompletableFuture<Reports> counted(String version) {
    CompletableFuture<Reports> mine = new CompletableFuture<>();
    synchronized (byVersion) {
      CompletableFuture<Reports> begun = byVersion.get(version);
      if (begun != null) {
        return begun;
      }
      byVersion.put(version, mine);
      if (byVersion.size() > VERSIONS) {
        byVersion.remove(byVersion.keySet().iterator().next());
      }
    }
    Store store = shown.store();
    shown.aside(
        () -> {
          try {
            mine.complete(store.read(dataset -> ReportReader.read(dataset, LIMIT)));
          } catch (Throwable failure) {
            mine.completeExceptionally(failure);
          }
        });
    return mine;
  }

  private void forget(String version) {
    synchronized (byVersion) {
      byVersion.remove(version);
    }
  }
}
