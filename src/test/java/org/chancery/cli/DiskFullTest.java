package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.store.DiskFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets the disk become full in the midst of builds, removals, links, backups, restorations and
 * exports, on small disks in memory, which root may mount on Linux. {@code -Dchancery.disks=20}
 * tries more sizes.
 */
class DiskFullTest {
  private static final int DISKS = Integer.getInteger("chancery.disks", 2);

  /** In KiB: a life takes 24 MB. */
  private static final int LARGEST = 24_000;

  private static final int SMALLEST = 60;

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
      int size = SMALLEST + (LARGEST - SMALLEST) * point / DISKS;
      assertThat(mount("size=%dk".formatted(size))).isTrue();
      try {
        full.merge(fill(size, states, calm), 1, Integer::sum);
      } finally {
        unmount();
      }
    }
    System.out.printf(
        "%d disks became full %s: 0 partial, 0 lost, 0 extra, exit code 74 each.%n", DISKS, full);
  }

  /** Returns in which step the disk became full. */
  private String fill(int size, List<String> states, FaultSteps calm) throws Exception {
    FaultSteps life = new FaultSteps(disk);
    Optional<String> full = Optional.empty();
    for (int step = 0; step < FaultSteps.NAMES.size(); step++) {
      String name = FaultSteps.NAMES.get(step);
      String where = "%d KiB, in %s".formatted(size, name);
      try {
        life.take(step);
      } catch (RuntimeException | Error failure) {
        assertThat(code(failure)).as("%s: %s", where, failure).isEqualTo(ExitCode.IO);
        assertThat(failure.getMessage()).as(where).doesNotContain("\n");
        assertThat(full).as(where).isEmpty();
        full = Optional.of(name);
        // What is there can be read without any room.
        assertThat(mount("remount,size=64m")).isTrue();
        String before = step == 0 ? FaultSteps.NOTHING : states.get(step - 1);
        assertThat(FaultSteps.contents(life.store())).as(where).isEqualTo(before);
        assertThat(FaultSteps.faults(life.store())).as(where).isEmpty();
        assertThat(FaultSteps.contents(life.restored())).as(where).isEqualTo(FaultSteps.NOTHING);
        assertThat(life.backup())
            .as(where)
            .satisfiesAnyOf(
                file -> assertThat(file).doesNotExist(),
                file -> assertThat(file).hasSameBinaryContentAs(calm.backup()));
        life.take(step);
      }
      assertThat(FaultSteps.contents(life.store())).as(where).isEqualTo(states.get(step));
    }
    assertThat(FaultSteps.faults(life.store())).isEmpty();
    assertThat(life.databases()).isEqualTo(1);
    assertThat(life.backup()).hasSameBinaryContentAs(calm.backup());
    assertThat(life.export()).hasSameBinaryContentAs(calm.export());
    return full.orElse("no step");
  }

  /** What the command line would exit with. */
  private static int code(Throwable failure) {
    if (failure instanceof UserException told) {
      return told.exitCode();
    }
    return DiskFault.isIn(failure) ? ExitCode.IO : ExitCode.SOFTWARE;
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
