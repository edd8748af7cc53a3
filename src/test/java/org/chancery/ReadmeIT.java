package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of {@code README.md}, one after the other as a reader would copy them, in a folder
 * that looks like the project's. They run the packaged jar; Maven is out of their reach.
 */
class ReadmeIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern OUTPUT_FILE = Pattern.compile(" (?:-o|--output)[ =](\\S+)");

  @SuppressWarnings("NullAway") // JUnit sets it.
  @TempDir
  Path folder;

  private record Run(int exitCode, String output, String messages) {}

  @TestFactory
  Stream<DynamicTest> readmeKeepsItsWord() throws IOException {
    layOutTheProject();
    Readme readme = Readme.read();
    List<DynamicTest> tests = new ArrayList<>();
    for (Readme.Command command : readme.commands()) {
      tests.add(
          dynamicTest(
              command.line(),
              () -> {
                if (command.serves()) {
                  assertServes(command);
                } else {
                  assertAnswers(command);
                }
              }));
    }
    tests.add(dynamicTest("the triples shown are in the graph", () -> assertShown(readme)));
    return tests.stream();
  }

  private void layOutTheProject() throws IOException {
    // The launcher finds the jar through the link; a build would mean that the jar is out of date.
    Files.createSymbolicLink(folder.resolve("chancery"), Path.of("chancery").toAbsolutePath());
    Path maven = Files.createDirectories(folder.resolve("no-maven")).resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\necho 'the jar should not be built again' >&2\nexit 1\n");
    assertTrue(maven.toFile().setExecutable(true));
    copy(Path.of("seeds"));
    copy(Readme.EXAMPLE);
  }

  private void copy(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(file.toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private void assertAnswers(Readme.Command command) throws Exception {
    Run run = run(command.line());
    assertThat(run.exitCode()).as(run.messages()).isZero();
    Matcher file = OUTPUT_FILE.matcher(command.line());
    String output = file.find() ? Files.readString(folder.resolve(file.group(1))) : run.output();
    assertThat(output).as(run.messages()).isNotBlank();
    if (command.shown().isPresent()) {
      assertThat(output.lines()).containsExactlyElementsOf(command.shown().get().lines().toList());
    }
  }

  /** Waits until the command says where it serves, and interrupts it. */
  private void assertServes(Readme.Command command) throws Exception {
    Process process = start(command.line() + " --port 0");
    try {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!output().contains("Press ") && process.isAlive() && System.nanoTime() < deadline) {
        Thread.sleep(100);
      }
      process.destroy();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the server goes on after SIGTERM");
    } finally {
      process.destroyForcibly();
    }
    assertThat(output()).as(messages()).contains("http://localhost:", "Press ");
  }

  private void assertShown(Readme readme) throws Exception {
    String example =
        readme.blocks("turtle").stream()
            .filter(block -> block.startsWith("@base"))
            .findFirst()
            .orElseThrow();
    Run export = run("./chancery export --format ntriples --store example-store");
    Graph graph = triples(export.output(), Lang.NTRIPLES);
    List<Triple> shown = triples(example, Lang.TURTLE).stream().toList();

    assertThat(shown).isNotEmpty().allMatch(graph::contains);
  }

  private static Graph triples(String text, Lang lang) {
    return RDFParser.fromString(text, lang).toGraph();
  }

  private Run run(String command) throws IOException, InterruptedException {
    Process process = start(command);
    try {
      assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "it does not end");
    } finally {
      process.destroyForcibly();
    }
    return new Run(process.exitValue(), output(), messages());
  }

  private Process start(String command) throws IOException {
    // The shell makes way for the command, so that a signal reaches it.
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", "exec " + command)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("output.log").toFile())
            .redirectError(folder.resolve("messages.log").toFile());
    Map<String, String> environment = shell.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.merge(
        "PATH", "", (path, none) -> folder.resolve("no-maven") + File.pathSeparator + path);
    return shell.start();
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output.log"));
  }

  private String messages() throws IOException {
    return Files.readString(folder.resolve("messages.log"));
  }
}
