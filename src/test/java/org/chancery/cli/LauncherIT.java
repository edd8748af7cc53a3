package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.chancery.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher, in a project with a Maven that only notes its calls and hands out our jar. */
class LauncherIT {
  @SuppressWarnings("NullAway") // JUnit sets it.
  @TempDir
  Path folder;

  @BeforeEach
  void layOutAProject() throws IOException {
    Path project = Files.createDirectories(folder.resolve("a project"));
    Files.copy(Path.of("chancery"), project.resolve("chancery"));
    assertTrue(project.resolve("chancery").toFile().setExecutable(true));
    Files.createDirectories(project.resolve("src/main"));
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    script(
        "mvn",
        """
        echo "$PWD: $*" >>'%s'
        mkdir -p target
        cp '%s' target/chancery.jar
        """
            .formatted(folder.resolve("calls"), PackagedServer.jar()));
  }

  private void script(String name, String body) throws IOException {
    Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + body);
    assertTrue(file.toFile().setExecutable(true));
  }

  @Test
  void firstStartBuildsAndSaysSoAndTheSecondDoesNot() throws Exception {
    Run first = run(project(), Map.of(), "--version");
    assertThat(first.exitCode()).isZero();
    assertThat(first.output()).startsWith("chancery ");
    assertThat(first.messages()).startsWith("chancery: building ");

    Run second = run(project(), Map.of(), "--version");
    assertThat(second.output()).isEqualTo(first.output());
    assertThat(second.messages()).isEmpty();
    assertThat(calls()).hasSize(1).allMatch(call -> call.contains("-DskipTests"));
  }

  @Test
  void newerSourceIsBuiltAgain() throws Exception {
    run(project(), Map.of(), "--version");
    Path source = Files.createFile(folder.resolve("a project/src/main/New.java"));
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));
    Thread.sleep(1100); // Until the source is older than a build of now.
    run(project(), Map.of(), "--version");
    run(project(), Map.of(), "--version");

    assertThat(calls()).hasSize(2);
  }

  @Test
  void worksThroughLinksAndFromOtherFolders() throws Exception {
    Path direct = Files.createSymbolicLink(folder.resolve("direct"), project());
    Path elsewhere = Files.createDirectories(folder.resolve("else where"));
    Path relative =
        Files.createSymbolicLink(elsewhere.resolve("relative"), Path.of("..", "direct"));
    assertThat(direct).exists();

    assertThat(run(relative, Map.of(), "--version").output()).startsWith("chancery ");
  }

  @Test
  void exitCodeAndArgumentsPassUnchanged() throws Exception {
    Run run = run(project(), Map.of(), "serve", "--store", "no store, * nor $HOME");

    assertThat(run.exitCode()).isEqualTo(ExitCode.NO_INPUT);
    assertThat(run.messages()).contains("There is no store at no store, * nor $HOME.");
  }

  @Test
  void archiveThatDoesNotFitIsPassedOverInSilence() throws Exception {
    run(project(), Map.of(), "--version");
    Path target = folder.resolve("a project/target");
    assertThat(target.resolve("chancery.jsa")).isNotEmptyFile();
    Files.setLastModifiedTime(
        target.resolve("chancery.jar"), FileTime.from(Instant.now().minusSeconds(60)));
    Files.setLastModifiedTime(
        folder.resolve("a project/pom.xml"), FileTime.from(Instant.now().minusSeconds(120)));
    Files.setLastModifiedTime(
        folder.resolve("a project/src/main"), FileTime.from(Instant.now().minusSeconds(120)));
    Run run = run(project(), Map.of(), "--version");

    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).startsWith("chancery ");
    assertThat(run.messages()).isEmpty();
  }

  @Test
  void oldJavaIsRefusedByName() throws Exception {
    Path old = Files.createDirectories(folder.resolve("java-11/bin"));
    Files.writeString(folder.resolve("java-11/release"), "JAVA_VERSION=\"11.0.20\"\n");
    Files.writeString(old.resolve("java"), "#!/bin/sh\nexit 0\n");
    assertTrue(old.resolve("java").toFile().setExecutable(true));
    Run run =
        run(project(), Map.of("JAVA_HOME", folder.resolve("java-11").toString()), "--version");

    assertThat(run.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(run.messages()).contains("is Java 11.0.20. Install a JDK 17 or newer");
    assertThat(calls()).isEmpty();
  }

  @Test
  void failedBuildIsReported() throws Exception {
    script("mvn", "echo broken source >&2\nexit 1\n");
    Run run = run(project(), Map.of(), "--version");

    assertThat(run.exitCode()).isEqualTo(ExitCode.SOFTWARE);
    assertThat(run.messages()).contains("broken source", "The build failed");
  }

  @Test
  void memoryThatRanOutIsTold() throws Exception {
    Run run = run(project(), fakeJava("exit 3"), "query", "who");
    assumeWaits();

    assertThat(run.exitCode()).isEqualTo(ExitCode.SOFTWARE);
    assertThat(run.messages()).contains("Java ran out of memory. Give it more: ");
    assertThat(run(project(), fakeJava("exit 65"), "build", "x").exitCode()).isEqualTo(65);
  }

  @Test
  void serverThatRanOutOfMemoryIsStartedAgainButNotForEver() throws Exception {
    assumeWaits();
    Path starts = folder.resolve("starts");
    String thrice = "echo x >>'%s'; [ $(wc -l <'%1$s') -gt 3 ] || exit 3".formatted(starts);
    Run run = run(project(), fakeJava(thrice), "serve", "--port", "0");
    assertThat(run.exitCode()).isZero();
    assertThat(run.messages().lines().filter(line -> line.endsWith("is started again.")))
        .hasSize(3);

    Files.delete(starts);
    Run endless = run(project(), fakeJava("echo x >>'%s'; exit 3".formatted(starts)), "serve");
    assertThat(endless.exitCode()).isEqualTo(ExitCode.SOFTWARE);
    assertThat(endless.messages()).contains("out of memory again and again");
    assertThat(starts).content().hasLineCount(6);
  }

  @Test
  void buildThatServedIsStartedAgainToo() throws Exception {
    assumeWaits();
    Path starts = folder.resolve("starts");
    String serving =
        """
        for argument; do
          case $argument in -Dchancery.serving=*) echo up >"${argument#*=}" ;; esac
        done
        echo x >>'%s'; [ $(wc -l <'%1$s') -gt 2 ] || exit 3
        """
            .formatted(starts);
    Run run = run(project(), fakeJava(serving), "build", "x", "--serve");
    assertThat(run.exitCode()).as(run.messages()).isZero();
    assertThat(run.messages().lines().filter(line -> line.endsWith("is started again.")))
        .hasSize(2);

    Files.delete(starts);
    String building = "echo x >>'%s'; exit 3".formatted(starts);
    Run ended = run(project(), fakeJava(building), "build", "x", "--serve");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.SOFTWARE);
    assertThat(starts).content().hasLineCount(1);
  }

  @Test
  void inputReachesJava() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "two\nlines\n");
    ProcessBuilder builder = builder(project(), fakeJava("exec cat"), "build", "-");
    Process process = builder.redirectInput(text.toFile()).start();

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("two\nlines\n");
    assertThat(process.waitFor()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130", "HUP, 129"})
  void signalToTheLauncherEndsJava(String signal, int code) throws Exception {
    ProcessBuilder builder = builder(project(), fakeJava("echo $$; exec sleep 60"), "build", "x");
    Process launcher = builder.command(Heeding.command(builder.command())).start();
    long java = Long.parseLong(launcher.inputReader(StandardCharsets.UTF_8).readLine());
    send(signal, launcher.pid());

    assertThat(launcher.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(launcher.exitValue()).isEqualTo(code);
    assertThat(runs(java)).isFalse();
  }

  @Test
  void killedLauncherTakesJavaWithIt() throws Exception {
    Process launcher = builder(project(), fakeJava("echo $$; exec sleep 60"), "serve").start();
    long java = Long.parseLong(launcher.inputReader(StandardCharsets.UTF_8).readLine());
    launcher.destroyForcibly().waitFor();

    for (int left = 100; left > 0 && runs(java); left--) {
      Thread.sleep(50);
    }
    assertThat(runs(java)).isFalse();
  }

  private static void send(String signal, long process) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + signal, "" + process).start().waitFor()).isZero();
  }

  /** A process that ended may stay a zombie, where nobody asks how it ended. */
  private static boolean runs(long process) throws IOException {
    Path state = Path.of("/proc", "" + process, "stat");
    if (Files.notExists(state)) {
      return ProcessHandle.of(process).isPresent();
    }
    return !Files.readString(state).contains(") Z ");
  }

  private static void assumeWaits() throws Exception {
    boolean waits =
        Files.exists(Path.of("/proc/self/status"))
            && new ProcessBuilder("sh", "-c", "command -v setpriv && env --default-signal=INT true")
                    .start()
                    .waitFor()
                == 0;
    assumeThat(waits).as("setpriv and env --default-signal").isTrue();
  }

  /** A Java that only does this. */
  private Map<String, String> fakeJava(String body) throws IOException {
    Path home = folder.resolve("fake-java");
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
    Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\n" + body + "\n");
    assertTrue(java.toFile().setExecutable(true));
    return Map.of("JAVA_HOME", home.toString());
  }

  private Path project() {
    return folder.resolve("a project/chancery");
  }

  private List<String> calls() throws IOException {
    Path calls = folder.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  private record Run(int exitCode, String output, String messages) {}

  private Run run(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path messages = folder.resolve("messages");
    Process process =
        builder(launcher, environment, arguments).redirectError(messages.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output, Files.readString(messages));
  }

  private ProcessBuilder builder(
      Path launcher, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder
        .environment()
        .merge("PATH", folder.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
    builder.environment().putAll(environment);
    return builder;
  }
}
