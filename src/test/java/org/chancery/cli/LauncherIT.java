package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.chancery.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder
        .environment()
        .merge("PATH", folder.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
    builder.environment().putAll(environment);
    Path messages = folder.resolve("messages");
    Process process = builder.redirectError(messages.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output, Files.readString(messages));
  }
}
