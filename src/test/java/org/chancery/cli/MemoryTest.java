package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets Java run out of memory in each step of the life of a store, at points that follow from a
 * fixed seed. {@code -Dchancery.heaps=20} does it more often.
 */
class MemoryTest {
  private static final int HEAPS = Integer.getInteger("chancery.heaps", 1);
  private static final long SEED = 70;

  /** What Java exits with where it ran out; the launcher makes 70 of it. */
  private static final int OUT_OF_MEMORY = 3;

  private static final List<String> OPTIONS = List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError");

  /** In KiB; most steps end well with as much. */
  private static final int MOST = 6000;

  private final Path folder;

  /** What the store holds after each step of a life with memory enough. */
  private final List<String> states = new ArrayList<>();

  MemoryTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void lackOfMemoryLeavesTheLastGoodStateAndTheRerunRepairs() throws Exception {
    FaultSteps calm = new FaultSteps(Files.createDirectory(folder.resolve("calm")));
    for (int step = 0; step < FaultSteps.NAMES.size(); step++) {
      calm.take(step);
      states.add(FaultSteps.contents(calm.store()));
    }
    FaultSteps life = new FaultSteps(Files.createDirectory(folder.resolve("life")));
    Random random = new Random(SEED);
    TreeMap<String, Integer> ends = new TreeMap<>();
    for (int point = 0; point < HEAPS; point++) {
      int struck = HEAPS == 1 ? 1 : point % FaultSteps.NAMES.size();
      // A step that has enough leaves nothing to repair: all begins anew, with less.
      int free = MOST / 4 + random.nextInt(MOST * 3 / 4);
      while (isEnough(life, struck, free)) {
        free = free * 3 / 4;
      }
      String where = "%s with %d KiB".formatted(FaultSteps.NAMES.get(struck), free);
      ends.merge(FaultSteps.NAMES.get(struck), 1, Integer::sum);
      String before = struck == 0 ? FaultSteps.NOTHING : states.get(struck - 1);
      assertThat(FaultSteps.contents(life.store())).as(where).isIn(before, states.get(struck));
      assertThat(FaultSteps.faults(life.store())).as(where).isEmpty();
      for (int step = struck; step < FaultSteps.NAMES.size(); step++) {
        life.take(step);
        assertThat(FaultSteps.contents(life.store())).as(where).isEqualTo(states.get(step));
      }
      assertThat(life.databases()).as(where).isEqualTo(1);
      assertThat(life.backup()).as(where).hasSameBinaryContentAs(calm.backup());
      assertThat(life.export()).as(where).hasSameBinaryContentAs(calm.export());
    }
    System.out.printf("out of memory %d times %s: 0 partial, 0 lost, 0 extra.%n", HEAPS, ends);
  }

  /**
   * Whether a step of a new life comes to its end with so much memory, in KiB. If not, Java ends.
   */
  private boolean isEnough(FaultSteps life, int step, int free) throws Exception {
    life.clear();
    for (int before = 0; before < step; before++) {
      life.take(before);
    }
    try (FaultWorker worker = FaultWorker.start(life.folder(), OPTIONS)) {
      assertThat(worker.isReady()).isTrue();
      worker.order(step, free);
      boolean enough = worker.answer().equals("" + step);
      assertThat(worker.end())
          .as("%s with %d KiB", FaultSteps.NAMES.get(step), free)
          .isEqualTo(enough ? 0 : OUT_OF_MEMORY);
      return enough;
    }
  }
}
