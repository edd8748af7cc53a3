package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.chancery.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets the disk become full in the midst of builds, removals, links, backups, restorations and
 * exports, on small disks in memory, which root may mount on Linux. {@code -Dchancery.disks=20}
 * tries more sizes.
 */
class DiskFullTest {
  private static final int DISKS = Integer.getInteger("chancery.disks", 2);

  private static final String NO_STEP = "no step";

  private final Path folder;
  private final Path disk;

  DiskFullTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.disk = Files.createDirectory(folder.resolve("disk"));
  }

  @Test
  void fullDiskLeavesTheLastGoodStateAndTheRerunRepairs() throws Exception {
    assumeThat(mount("size=1m")).as("only root may mount a disk").isTrue();
    unmount();
    FaultSteps calm = new FaultSteps(Files.createDirectory(folder.resolve("calm")));
    List<String> states = new ArrayList<>();
    for (int step = 0; step < FaultSteps.NAMES.size(); step++) {
      calm.take(step);
      states.add(FaultSteps.contents(calm.store()));
    }
    TreeMap<String, Integer> full = new TreeMap<>();
    for (int point = 0; point < DISKS; point++) {
      // In each step once with next to no room, and later with more.
      int unhurt = (point + 5) % FaultSteps.NAMES.size();
      int left = 16 + 300 * (point / FaultSteps.NAMES.size());
      assertThat(mount("size=64m")).isTrue();
      try {
        full.merge(fill(unhurt, left, states, calm), 1, Integer::sum);
      } finally {
        unmount();
      }
    }
    assertThat(full).doesNotContainKey(NO_STEP);
    System.out.printf(
        "%d disks became full %s: 0 partial, 0 lost, 0 extra, exit code 74 each.%n", DISKS, full);
  }

  /**
   * Returns in which step the disk became full.
   *
   * @param unhurt how many steps have all the room they want
   * @param left KiB that are free from then on
   */
  private String fill(int unhurt, int left, List<String> states, FaultSteps calm) throws Exception {
    FaultSteps life = new FaultSteps(disk);
    // In a process of its own, as TDB2 keeps in mind what it could not open.
    int step = 0;
    String answer = "";
    try (FaultWorker worker = FaultWorker.start(disk, List.of("-Xmx256m"))) {
      assertThat(worker.isReady()).isTrue();
      for (; step < unhurt; step++) {
        worker.order(step);
        assertThat(worker.answer()).isEqualTo("" + step);
      }
      assertThat(mount("remount,size=%dk".formatted(used() + left))).isTrue();
      for (; step < FaultSteps.NAMES.size(); step++) {
        worker.order(step);
        answer = worker.answer();
        if (!answer.equals("" + step)) {
          break;
        }
      }
      worker.kill();
    }
    if (step == FaultSteps.NAMES.size()) {
      return NO_STEP;
    }
    String name = FaultSteps.NAMES.get(step);
    String where = "%d KiB left after %d steps, in %s".formatted(left, unhurt, name);
    assertThat(answer).as(where).isEqualTo("-" + ExitCode.IO);
    assertThat(mount("remount,size=64m")).isTrue();
    String before = step == 0 ? FaultSteps.NOTHING : states.get(step - 1);
    assertThat(FaultSteps.contents(life.store())).as(where).isEqualTo(before);
    assertThat(FaultSteps.faults(life.store())).as(where).isEmpty();
    assertThat(FaultSteps.bytes(life.backup()))
        .as(where)
        .isIn(FaultSteps.NOTHING, FaultSteps.bytes(calm.backup()));
    if (step <= FaultSteps.NAMES.indexOf("restoration")) {
      assertThat(FaultSteps.contents(life.restored())).as(where).isEqualTo(FaultSteps.NOTHING);
    }
    for (; step < FaultSteps.NAMES.size(); step++) {
      life.take(step);
      assertThat(FaultSteps.contents(life.store())).as(where).isEqualTo(states.get(step));
    }
    assertThat(FaultSteps.faults(life.store())).as(where).isEmpty();
    assertThat(life.databases()).as(where).isEqualTo(1);
    assertThat(life.backup()).hasSameBinaryContentAs(calm.backup());
    assertThat(life.export()).hasSameBinaryContentAs(calm.export());
    return name;
  }

  /** KiB of the disk that are taken. */
  private long used() throws IOException {
    FileStore store = Files.getFileStore(disk);
    return (store.getTotalSpace() - store.getUnallocatedSpace()) / 1024;
  }

  private boolean mount(String options) throws Exception {
    return Files.exists(Path.of("/proc/mounts"))
        && new ProcessBuilder("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString())
                .start()
                .waitFor()
            == 0;
  }

  private void unmount() throws Exception {
    assertThat(new ProcessBuilder("umount", "-l", disk.toString()).start().waitFor()).isZero();
  }
}
