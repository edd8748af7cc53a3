package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
    try (PackagedServer server = PackagedServer.over(folder)) {
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
    try (PackagedServer server = PackagedServer.over(folder)) {
      PackagedRun second = PackagedRun.of("serve", "--store", folder.toString(), "--port", "0");

      assertThat(second.exitCode()).isEqualTo(ExitCode.TRY_AGAIN);
      assertThat(second.messages())
          .singleElement()
          .asString()
          .contains("is in use by process " + server.pid() + ", which serves it at http://");
    }
  }

  @Test
  void serverGoesOverToWhatAnotherProcessBuilds() throws Exception {
    Store.replace(folder, Stream.of(QUAD));
    try (PackagedServer server = PackagedServer.over(folder)) {
      Store.replace(folder, Stream.of(SSE.parseQuad("(<urn:g> <urn:s> <urn:p> <urn:new>)")));
      assertThat(Store.served(folder)).contains(new Store.Served(server.address(), "data-2"));
      PackagedRun query =
          PackagedRun.of("export", "--store", folder.toString(), "--format", "nquads");
      assertThat(query.output()).isEqualTo("<urn:s> <urn:p> <urn:new> <urn:g> .\n");

      Store.replace(folder, Stream.of(QUAD));
      assertThat(folder.resolve("data-1")).doesNotExist();
      assertThat(server.terminate()).isEqualTo(128 + 15);
    }
  }

  @Test
  void killedServerDoesNotBlockTheNext() throws Exception {
    Store.replace(folder, Stream.of(QUAD));
    try (PackagedServer first = PackagedServer.over(folder)) {
      assertThat(first.address()).isNotNull();
    }
    try (PackagedServer second = PackagedServer.over(folder)) {
      assertThat(Store.server(folder)).contains(second.address());
    }
  }

  @Test
  void missingStoreIsOneLineOnStandardError() throws Exception {
    PackagedRun run = PackagedRun.of("serve", "--store", folder.resolve("none").toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.NO_INPUT);
    assertThat(run.messages()).singleElement().asString().startsWith("There is no store at ");
    assertThat(run.output()).isEmpty();
  }
}
