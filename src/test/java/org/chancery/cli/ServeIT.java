package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.chancery.ExitCode;
import org.chancery.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeIT {
  private static final Quad QUAD = SSE.parseQuad("(<urn:g> <urn:s> <urn:p> <urn:o>)");

  @SuppressWarnings("NullAway") // JUnit sets it.
  @TempDir
  Path folder;

  @Test
  void terminatedServerGivesTheStoreBack() throws Exception {
    Store.replace(folder, Stream.of(QUAD));
    try (PackagedServer server = new PackagedServer(folder)) {
      assertThat(Store.server(folder)).contains(server.address());

      assertThat(server.terminate()).isEqualTo(128 + 15);
    }
    assertThat(folder.resolve("server.properties")).doesNotExist();
    try (Store store = Store.open(folder)) {
      assertThat(store.<Long>read(dataset -> dataset.stream().count())).isEqualTo(1);
    }
  }

  @Test
  void storeThatIsServedCannotBeServedTwice() throws Exception {
    Store.replace(folder, Stream.of(QUAD));
    try (PackagedServer server = new PackagedServer(folder)) {
      Run second = run("serve", "--store", folder.toString(), "--port", "0");

      assertThat(second.exitCode()).isEqualTo(ExitCode.TRY_AGAIN);
      assertThat(second.messages())
          .singleElement()
          .asString()
          .contains("is in use by process " + server.pid() + ", which serves it at http://");
    }
  }

  @Test
  void killedServerDoesNotBlockTheNext() throws Exception {
    Store.replace(folder, Stream.of(QUAD));
    try (PackagedServer first = new PackagedServer(folder)) {
      assertThat(first.address()).isNotNull();
    }
    try (PackagedServer second = new PackagedServer(folder)) {
      assertThat(Store.server(folder)).contains(second.address());
    }
  }

  @Test
  void missingStoreIsOneLineOnStandardError() throws Exception {
    Run run = run("serve", "--store", folder.resolve("none").toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.NO_INPUT);
    assertThat(run.messages()).singleElement().asString().startsWith("There is no store at ");
    assertThat(run.output()).isEmpty();
  }

  private record Run(int exitCode, String output, List<String> messages) {}

  private static Run run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(PackagedServer.jar().toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).start();
    String messages = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output, messages.lines().toList());
  }
}
