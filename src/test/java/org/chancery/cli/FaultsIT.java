package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.chancery.ExitCode;
import org.chancery.GraphMaker;
import org.chancery.StoredCorpus;
import org.chancery.SyntheticNews;
import org.chancery.ontology.Chy;
import org.chancery.resolution.Curation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole program, stopped, locked out and served from while it is backed up. */
class FaultsIT {
  private final Path folder;
  private final Path store;

  FaultsIT(@TempDir Path folder) {
    this.folder = folder;
    this.store = folder.resolve("store");
  }

  @BeforeEach
  void build() {
    SyntheticNews news = new SyntheticNews(3, 4);
    try (StoredCorpus corpus =
        StoredCorpus.open(store, "test", GraphMaker.load(), StoredCorpus.Thrift.STANDARD)) {
      for (int article = 0; article < 4; article++) {
        corpus.put(news.reading(article));
      }
      corpus.commit(Chy.DEFAULT_BASE, Curation.none(), v -> {});
    }
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130", "KILL, 137"})
  void stoppedBuildLeavesTheStoreAndTheNextGoesOn(String signal, int code) throws Exception {
    String before = FaultSteps.contents(store);
    Path messages = folder.resolve("messages");
    // It waits for an article that never comes.
    Process build = start(messages, "build", "-", "--store", store.toString());
    awaitLock(build.pid());
    CommandRun other = CommandRun.of("remove", SyntheticNews.id(0), "--store", store);
    assertThat(other.exitCode()).isEqualTo(ExitCode.TRY_AGAIN);
    assertThat(other.messages())
        .containsExactly(
            "%s is being built by process %d. Wait for it, or pass --store with another folder."
                .formatted(store, build.pid()));

    send(signal, build.pid());
    assertThat(build.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(build.exitValue()).isEqualTo(code);
    if (!signal.equals("KILL")) {
      assertThat(messages)
          .content()
          .contains("Stopped. The store is as the last complete build left it. Run the command");
    }
    assertThat(FaultSteps.contents(store)).isEqualTo(before);
    CommandRun again = CommandRun.of("remove", SyntheticNews.id(0), "--store", store);
    assertThat(again.exitCode()).as("%s", again.messages()).isEqualTo(ExitCode.OK);
  }

  @Test
  void servedStoreIsBackedUpAndLookedAt() throws Exception {
    String before = FaultSteps.contents(store);
    Process server =
        start(folder.resolve("served"), "serve", "--port", "0", "--store", store.toString());
    try {
      assertThat(server.inputReader(StandardCharsets.UTF_8).readLine()).startsWith("Start page: ");
      Path file = folder.resolve("backup.zip");
      CommandRun backup = CommandRun.of("backup", "--store", store, "-o", file);
      assertThat(backup.exitCode()).as("%s", backup.messages()).isEqualTo(ExitCode.OK);
      Path restored = folder.resolve("restored");
      assertThat(CommandRun.of("restore", file, "--store", restored).exitCode()).isZero();
      assertThat(FaultSteps.contents(restored)).isEqualTo(before);
      CommandRun verify = CommandRun.of("verify", "--store", store);
      assertThat(verify.exitCode()).as("%s", verify.messages()).isEqualTo(ExitCode.OK);
      try (Stream<Path> left = Files.list(store)) {
        assertThat(left.map(path -> path.getFileName().toString()))
            .noneMatch(name -> name.startsWith("copy-"));
      }
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  @Test
  void readOnlyDiskIsNamedAsSuch() throws Exception {
    assumeThat(mount("--bind", store.toString(), store.toString()))
        .as("only root may mount")
        .isTrue();
    try {
      assertThat(mount("-o", "remount,bind,ro", store.toString())).isTrue();
      for (List<String> command :
          List.of(
              List.of("query", "articles"),
              List.of("verify"),
              List.of("remove", SyntheticNews.id(0)),
              List.of("backup", "-o", folder.resolve("b.zip").toString()))) {
        Object[] arguments = Stream.concat(command.stream(), Stream.of("--store", store)).toArray();
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exitCode())
            .as("%s %s", command, run.messages())
            .isEqualTo(ExitCode.PERMISSION);
        assertThat(run.messages()).hasSize(1);
      }
    } finally {
      assertThat(new ProcessBuilder("umount", "-l", store.toString()).start().waitFor()).isZero();
    }
  }

  private static boolean mount(String... arguments) throws Exception {
    List<String> command = Stream.concat(Stream.of("mount"), Stream.of(arguments)).toList();
    return Files.exists(Path.of("/proc/mounts"))
        && new ProcessBuilder(command).start().waitFor() == 0;
  }

  private static Process start(Path messages, String... arguments) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            Heeding.command(
                Stream.concat(
                        Stream.of(
                            java,
                            "-Xmx1g",
                            "-cp",
                            PackagedServer.jar().toString(),
                            Chancery.class.getName()),
                        Stream.of(arguments))
                    .toList()))
        .redirectError(new File(messages.toString()))
        .start();
  }

  private void awaitLock(long process) throws Exception {
    Path lock = store.resolve("build.lock");
    for (int left = 1200; left > 0; left--) {
      if (Files.readString(lock, StandardCharsets.US_ASCII).equals("" + process)) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the build has not begun");
  }

  private static void send(String signal, long process) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + signal, "" + process).start().waitFor()).isZero();
  }
}
