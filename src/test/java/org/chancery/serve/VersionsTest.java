package org.chancery.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.sse.SSE;
import org.chancery.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {
  private final Path folder;
  private long nanos;
  private int attempts;
  private int failing;

  VersionsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void refusedVersionIsTriedAgainAfterGrowingPauses() {
    build("old");
    try (Versions versions = new Versions(Store.open(folder), this::settings, () -> nanos)) {
      build("new");
      attempts = 0;
      failing = 2;

      assertThat(served(versions, 0)).isEqualTo("data-1");
      assertThat(served(versions, 4)).isEqualTo("data-1");
      assertThat(attempts).isEqualTo(1);
      assertThat(served(versions, 1)).isEqualTo("data-1");
      assertThat(served(versions, 9)).isEqualTo("data-1");
      assertThat(attempts).isEqualTo(2);
      assertThat(served(versions, 1)).isEqualTo("data-2");
    }
  }

  @Test
  void noFailureEndsTheRounds() {
    build("old");
    Runnable[] failure = {() -> {}};
    try (Versions versions =
        new Versions(
            Store.open(folder),
            dataset -> {},
            () -> {
              failure[0].run();
              return nanos;
            })) {
      Store.replace(folder, Stream.of());
      failure[0] =
          () -> {
            throw new AssertionError("a bug");
          };
      assertThat(served(versions, 0)).isEqualTo("data-1");
      failure[0] = () -> {};
      build("new");
      assertThat(served(versions, 0)).isNotEqualTo("data-1");
    }
  }

  @Test
  void workBesideARequestKeepsItsVersionOpen() {
    build("old");
    try (Versions versions = new Versions(Store.open(folder), dataset -> {})) {
      CountDownLatch replaced = new CountDownLatch(1);
      CompletableFuture<String> read = new CompletableFuture<>();
      try (Versions.Pin pin = versions.pin()) {
        assertThat(pin.version()).isEqualTo("data-1");
        versions.aside(
            () -> {
              try {
                replaced.await();
                versions.store().requireReadable();
                read.complete(versions.store().version());
              } catch (InterruptedException | RuntimeException failure) {
                read.completeExceptionally(failure);
              }
            });
      }
      build("new");
      versions.follow();
      assertThat(versions.store().version()).isEqualTo("data-2");
      replaced.countDown();

      assertThat(read.join()).isEqualTo("data-1");
    }
  }

  private String served(Versions versions, long secondsLater) {
    nanos += TimeUnit.SECONDS.toNanos(secondsLater);
    versions.follow();
    return versions.store().version();
  }

  private void settings(DatasetGraph dataset) {
    if (attempts++ < failing) {
      throw new StackOverflowError();
    }
  }

  private void build(String fact) {
    Store.replace(
        folder, Stream.of(SSE.parseQuad("(<urn:g> <urn:s> <urn:p> '%s')".formatted(fact))));
  }
}
