package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InOrderTest {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final AtomicInteger atWork = new AtomicInteger();

  @Test
  void nothingIsAtWorkAfterAFailure() {
    assertThatThrownBy(
            () -> InOrder.work(List.of("fails", "lasts").iterator(), this::work, outcome -> {}))
        .isInstanceOf(UserException.class);
    assertThat(atWork).hasValue(0);
  }

  private String work(String what) {
    if (what.equals("fails")) {
      await();
      throw new UserException(ExitCode.DATA, "It fails.");
    }
    atWork.incrementAndGet();
    begun.countDown();
    for (long end = System.nanoTime() + 200_000_000; System.nanoTime() < end; ) {
      Thread.onSpinWait();
    }
    atWork.decrementAndGet();
    return what;
  }

  /** For a while: on one core the other work never begins. */
  private void await() {
    try {
      boolean unused = begun.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }
}
