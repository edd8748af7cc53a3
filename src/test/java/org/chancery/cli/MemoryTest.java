package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets Java run out of memory in the life of a store, with heaps of several sizes. {@code
 * -Dchancery.heaps=20} tries more of them.
 */
class MemoryTest {
  private static final int HEAPS = Integer.getInteger("chancery.heaps", 1);

  /** What Java exits with where it ran out; the launcher makes 70 of it. */
  private static final int OUT_OF_MEMORY = 3;

  /** In KiB; with 25 MB a life ends well. */
  private static final int SMALLEST = 12_000;

  private static final int LARGEST = 24_000;

  @Test
  void lackOfMemoryLeavesTheLastGoodStateAndTheRerunRepairs(@TempDir Path folder) throws Exception {
    FaultSteps calm = new FaultSteps(Files.createDirectory(folder.resolve("calm")));
    List<String> states = new ArrayList<>();
    for (int step = 0; step < FaultSteps.NAMES.size(); step++) {
      calm.take(step);
      states.add(FaultSteps.contents(calm.store()));
    }
    TreeMap<String, Integer> ends = new TreeMap<>();
    FaultSteps life = new FaultSteps(Files.createDirectory(folder.resolve("life")));
    for (int point = 0; point < HEAPS; point++) {
      int heap =
          (SMALLEST + LARGEST) / 2 + (LARGEST - SMALLEST) * (2 * point - HEAPS + 1) / 2 / HEAPS;
      life.clear();
      int step = 0;
      try (FaultWorker worker =
          FaultWorker.start(
              life.folder(), List.of("-Xmx%dk".formatted(heap), "-XX:+ExitOnOutOfMemoryError"))) {
        if (worker.isReady()) {
          for (; step < FaultSteps.NAMES.size(); step++) {
            worker.order(step);
            if (!worker.answer().equals("" + step)) {
              break;
            }
          }
        }
        boolean ended = step == FaultSteps.NAMES.size();
        String name = ended ? "no step" : FaultSteps.NAMES.get(step);
        ends.merge(name, 1, Integer::sum);
        String where = "%d KiB, in %s".formatted(heap, name);
        assertThat(worker.end()).as(where).isEqualTo(ended ? 0 : OUT_OF_MEMORY);
        String before = step == 0 ? FaultSteps.NOTHING : states.get(step - 1);
        assertThat(FaultSteps.contents(life.store()))
            .as(where)
            .isIn(before, ended ? before : states.get(step));
        assertThat(FaultSteps.faults(life.store())).as(where).isEmpty();
        for (; step < FaultSteps.NAMES.size(); step++) {
          life.take(step);
          assertThat(FaultSteps.contents(life.store())).as(where).isEqualTo(states.get(step));
        }
        assertThat(life.databases()).as(where).isEqualTo(1);
        assertThat(life.backup()).hasSameBinaryContentAs(calm.backup());
        assertThat(life.export()).hasSameBinaryContentAs(calm.export());
      }
    }
    assertThat(ends.getOrDefault("no step", 0)).isLessThanOrEqualTo(HEAPS / 10);
    System.out.printf("%d heaps, out of memory in %s: 0 partial, 0 lost, 0 extra.%n", HEAPS, ends);
  }
}
