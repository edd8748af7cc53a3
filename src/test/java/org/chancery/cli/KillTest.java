package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills builds, removals, links, backups, restorations and exports in their midst, at points that
 * follow from a fixed seed. {@code -Dchancery.kills=100} kills more often.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("chancery.kills", 3);
  private static final long SEED = 60;

  /** What tells that a step has come to its last moments. */
  private static final List<String> SIGNS = List.of("store.properties.new", "ledger-", ".part");

  /** What stays behind after a step that came to its end. */
  private static final Set<String> OWN =
      Set.of(
          "archive", "build.lock", "data-N", "ledger-N", "links", "segment-N", "store.properties");

  private final Path folder;

  /** What the store holds after each step of a life that nobody disturbs. */
  private final List<String> states = new ArrayList<>();

  private final List<String> backups = new ArrayList<>();
  private final List<String> exports = new ArrayList<>();

  KillTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void killedAtAnyMomentTheLastGoodStateIsThereAndTheRerunRepairs() throws Exception {
    calm();
    FaultSteps life = new FaultSteps(Files.createDirectory(folder.resolve("life")));
    Random random = new Random(SEED);
    TreeMap<String, Integer> kills = new TreeMap<>();
    int committed = 0;
    int between = 0;
    long took = 1000;
    FaultWorker worker = FaultWorker.start(life.folder(), List.of("-Xmx256m"));
    try {
      int step = 0;
      for (int kill = 0; kill < KILLS; kill++) {
        if (KILLS < FaultSteps.NAMES.size()) {
          step = skip(life, step, random);
        }
        assertThat(worker.isReady()).isTrue();
        // Some steps pass unhurt, so that kills meet all of them.
        for (int unhurt = random.nextInt(2); unhurt > 0; unhurt--) {
          worker.order(step);
          assertThat(worker.answer()).isEqualTo("" + step);
          check(life, step, "unhurt " + FaultSteps.NAMES.get(step));
          step = next(life, step);
        }
        String before = FaultSteps.contents(life.store());
        long start = System.nanoTime();
        worker.order(step);
        boolean waitsForSign = kill % 3 == 2;
        await(worker, life, waitsForSign, (long) (random.nextDouble() * took * 1.2), start);
        worker.kill();
        boolean done = worker.hasAnswered() && worker.answer().equals("" + step);
        if (done) {
          took = Math.max(200, (System.nanoTime() - start) / 1_000_000);
        }
        worker = FaultWorker.start(life.folder(), List.of("-Xmx256m"));
        String name = FaultSteps.NAMES.get(step);
        String where = "kill %d, in %s".formatted(kill + 1, name);
        kills.merge(name, 1, Integer::sum);
        String after = FaultSteps.contents(life.store());
        assertThat(FaultSteps.faults(life.store())).as(where).isEmpty();
        if (done || (after.equals(states.get(step)) && !before.equals(after))) {
          committed++;
          assertThat(after)
              .as(where + ", which had said that it was done")
              .isEqualTo(states.get(step));
        } else {
          between += before.equals(states.get(step)) ? 0 : 1;
          assertThat(after).as(where).isEqualTo(before);
        }
        assertThat(FaultSteps.bytes(life.backup())).as(where).isIn(backups);
        assertThat(FaultSteps.bytes(life.export())).as(where).isIn(exports);
        assertThat(FaultSteps.contents(life.restored()))
            .as(where)
            .isIn(FaultSteps.NOTHING, states.get(FaultSteps.NAMES.indexOf("backup")));
        life.take(step);
        check(life, step, where + ", taken again");
        if ((kill + 1) % 10 == 0) {
          System.out.printf("%d kills%n", kill + 1);
        }
        step = next(life, step);
      }
      for (; step < FaultSteps.NAMES.size(); step++) {
        life.take(step);
      }
      check(life, FaultSteps.NAMES.size() - 1, "in the end");
    } finally {
      worker.close();
    }
    System.out.printf(
        "%d kills %s: %d after the commit, %d before it; 0 partial, 0 lost, 0 extra.%n",
        KILLS, kills, committed, between);
  }

  /** A few kills are not to be spent on the first steps alone. */
  private int skip(FaultSteps life, int step, Random random) throws IOException {
    int at = step;
    for (int left = random.nextInt(4); left > 0; left--) {
      life.take(at);
      at = next(life, at);
    }
    return at;
  }

  private int next(FaultSteps life, int step) throws IOException {
    if (step + 1 < FaultSteps.NAMES.size()) {
      return step + 1;
    }
    life.clear();
    return 0;
  }

  /** The life that the others are held against. */
  private void calm() throws IOException {
    FaultSteps calm = new FaultSteps(Files.createDirectory(folder.resolve("calm")));
    backups.add(FaultSteps.NOTHING);
    exports.add(FaultSteps.NOTHING);
    for (int step = 0; step < FaultSteps.NAMES.size(); step++) {
      calm.take(step);
      states.add(FaultSteps.contents(calm.store()));
      assertThat(FaultSteps.faults(calm.store())).isEmpty();
    }
    backups.add(FaultSteps.bytes(calm.backup()));
    exports.add(FaultSteps.bytes(calm.export()));
    assertThat(FaultSteps.contents(calm.restored()))
        .isEqualTo(states.get(FaultSteps.NAMES.indexOf("backup")));
  }

  private void check(FaultSteps life, int step, String where) throws IOException {
    assertThat(FaultSteps.contents(life.store())).as(where).isEqualTo(states.get(step));
    if (!Set.of("backup", "restoration", "export").contains(FaultSteps.NAMES.get(step))) {
      assertThat(OWN).as(where).containsAll(life.files());
      assertThat(life.databases()).as(where).isEqualTo(1);
    }
    if (step >= FaultSteps.NAMES.indexOf("backup")) {
      assertThat(FaultSteps.bytes(life.backup())).as(where).isEqualTo(backups.get(1));
    }
    if (step >= FaultSteps.NAMES.indexOf("export")) {
      assertThat(FaultSteps.bytes(life.export())).as(where).isEqualTo(exports.get(1));
    }
  }

  /** Until a moment, or until the step shows a sign of its end; no longer than it takes. */
  private static void await(
      FaultWorker worker, FaultSteps life, boolean sign, long millis, long start)
      throws IOException, InterruptedException {
    Set<String> before = names(life);
    while (!worker.hasAnswered()) {
      if (sign) {
        Set<String> fresh = names(life);
        fresh.removeAll(before);
        if (fresh.stream().anyMatch(name -> SIGNS.stream().anyMatch(name::contains))) {
          return;
        }
      } else if (System.nanoTime() - start > millis * 1_000_000) {
        return;
      }
      Thread.sleep(1);
    }
  }

  private static Set<String> names(FaultSteps life) throws IOException {
    Set<String> names = new HashSet<>();
    for (Path place :
        List.of(life.folder(), life.store(), life.store().resolve("archive"), life.restored())) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> files = Files.list(place)) {
          files.forEach(file -> names.add(file.toString()));
        }
      }
    }
    return names;
  }
}
