package org.chancery.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.sse.SSE;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  private static final Quad OLD = SSE.parseQuad("(<urn:g1> <urn:s> <urn:p> 'old')");
  private static final Quad NEW = SSE.parseQuad("(<urn:g2> <urn:s> <urn:p> 'new')");

  @SuppressWarnings("NullAway") // JUnit sets it.
  @TempDir
  Path folder;

  @Test
  void readsBackWhatWasPutIn() {
    Store.replace(folder, Stream.of(OLD, NEW));

    assertThat(contents(folder)).containsExactlyInAnyOrder(OLD, NEW);
  }

  @Test
  void sparqlSeesTheUnionOfAllGraphs() {
    Store.replace(folder, Stream.of(OLD, NEW));

    try (Store store = Store.open(folder)) {
      long rows =
          store.read(
              dataset ->
                  QueryExec.dataset(dataset)
                      .query("SELECT * { ?s ?p ?o }")
                      .build()
                      .select()
                      .stream()
                      .count());
      assertThat(rows).isEqualTo(2);
    }
  }

  @Test
  void replacingLeavesNothingOfTheOldStore() throws IOException {
    Store.replace(folder, Stream.of(OLD));
    Store.replace(folder, Stream.of(NEW));

    assertThat(contents(folder)).containsExactly(NEW);
    assertThat(databases()).hasSize(1);
  }

  @Test
  void readsAnNQuadsFile(@TempDir Path elsewhere) throws IOException {
    Path file = elsewhere.resolve("graph.nq");
    Files.writeString(file, "<urn:s> <urn:p> \"Ünï\" <urn:g1> .\n");
    Store.replace(folder, file);

    assertThat(contents(folder)).containsExactly(SSE.parseQuad("(<urn:g1> <urn:s> <urn:p> 'Ünï')"));
  }

  @Test
  void brokenNQuadsLeaveTheOldStoreAndNameTheLine(@TempDir Path elsewhere) throws IOException {
    Store.replace(folder, Stream.of(OLD));
    Path broken = elsewhere.resolve("broken.nq");
    Files.writeString(broken, "<urn:s> <urn:p> <urn:o> <urn:g2> .\n<urn:s> <urn:p> oops .\n");

    assertThatThrownBy(() -> Store.replace(folder, broken))
        .isInstanceOfSatisfying(UserException.class, e -> hasCode(e, ExitCode.DATA))
        .hasMessageContaining("broken.nq: [line: 2,");
    Files.writeString(broken, "<urn:s> <urn:p> <urn:o> .\n");
    assertThatThrownBy(() -> Store.replace(folder, broken))
        .isInstanceOfSatisfying(UserException.class, e -> hasCode(e, ExitCode.DATA))
        .hasMessageContaining("broken.nq: after 0 quads, a line is in no named graph");
    assertThat(contents(folder)).containsExactly(OLD);
    assertThat(databases()).hasSize(1);
  }

  @Test
  void noDiskHasRoomForEverything(@TempDir Path elsewhere) {
    assertThatThrownBy(() -> Disk.requireRoom(elsewhere, Long.MAX_VALUE / 2))
        .isInstanceOfSatisfying(UserException.class, e -> hasCode(e, ExitCode.IO));
  }

  @Test
  void failingSourceLeavesTheOldStoreByteForByte() throws IOException {
    Store.replace(folder, Stream.of(OLD));
    List<String> before = tree();
    Stream<Quad> failing =
        Stream.of(NEW, OLD)
            .peek(
                quad -> {
                  if (quad.equals(OLD)) {
                    throw new IllegalStateException("reading failed");
                  }
                });

    assertThatThrownBy(() -> Store.replace(folder, failing)).hasMessage("reading failed");
    assertThat(tree()).isEqualTo(before);
    assertThat(contents(folder)).containsExactly(OLD);
  }

  @Test
  void buildAfterAFailedBuildIsSound() {
    assertThatThrownBy(() -> Store.replace(folder, Stream.of(NEW, null)))
        .isInstanceOf(NullPointerException.class);
    Store.replace(folder, Stream.of(OLD));

    assertThat(contents(folder)).containsExactly(OLD);
  }

  @Test
  void tripleOutsideOfAllGraphsIsRefused() {
    Quad lost = new Quad(Quad.defaultGraphIRI, OLD.asTriple());

    assertThatThrownBy(() -> Store.replace(folder, Stream.of(lost)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("in no named graph");
  }

  @Test
  void openStoreKeepsItsContentsWhileANewOneTakesOver() throws IOException {
    Store.replace(folder, Stream.of(OLD));
    try (Store reader = Store.open(folder)) {
      Store.replace(folder, Stream.of(NEW));

      assertThat(contents(reader)).containsExactly(OLD);
      assertThat(contents(folder)).containsExactly(NEW);
      assertThat(databases()).hasSize(2);
    }
    Store.replace(folder, Stream.of(NEW));
    assertThat(databases()).hasSize(1);
  }

  @Test
  void closingOneReaderLeavesTheOtherAtWork() {
    Store.replace(folder, Stream.of(OLD));
    try (Store first = Store.open(folder)) {
      Store second = Store.open(folder);
      second.close();
      second.close();

      assertThat(contents(first)).containsExactly(OLD);
    }
  }

  @Test
  void missingStoreSaysWhatToRun() {
    assertThatThrownBy(() -> Store.open(folder.resolve("none")))
        .isInstanceOfSatisfying(UserException.class, e -> hasCode(e, ExitCode.NO_INPUT))
        .hasMessageStartingWith("There is no store at ")
        .hasMessageContaining("./chancery build");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void folderWithOtherThingsIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "irreplaceable");

    assertThatThrownBy(() -> Store.replace(folder, Stream.of(OLD)))
        .isInstanceOfSatisfying(UserException.class, e -> hasCode(e, ExitCode.CANNOT_CREATE))
        .hasMessageContaining("it holds thesis.txt");
    assertThat(folder).isDirectoryNotContaining("glob:**store.properties");
  }

  @Test
  void fileInThePlaceOfTheFolderCannotBecomeAStore() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> Store.replace(file, Stream.of(OLD)))
        .isInstanceOfSatisfying(UserException.class, e -> hasCode(e, ExitCode.CANNOT_CREATE))
        .hasMessageContaining("Pass --store with another folder");
  }

  @Test
  void storeOfAnotherFormatAsksForANewBuild() throws IOException {
    Store.replace(folder, Stream.of(OLD));
    Files.writeString(folder.resolve("store.properties"), "format=99\ncurrent=data-1\n");

    assertThatThrownBy(() -> Store.open(folder))
        .isInstanceOfSatisfying(UserException.class, e -> hasCode(e, ExitCode.DATA))
        .hasMessageContaining("another version of Chancery");
  }

  @Test
  void readOnlyFolderIsNamedAsSuch() {
    Store.replace(folder, Stream.of(OLD));
    assumeThat(folder.toFile().setWritable(false)).isTrue();
    try {
      assumeThat(Files.isWritable(folder)).as("root may write anywhere").isFalse();
      assertThatThrownBy(() -> Store.open(folder))
          .isInstanceOfSatisfying(UserException.class, e -> hasCode(e, ExitCode.PERMISSION));
    } finally {
      assertThat(folder.toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void otherProcessHoldingTheStoreIsNamed() throws Exception {
    Store.replace(folder, Stream.of(OLD));
    Process holder = other("hold");
    try {
      assertThatThrownBy(() -> Store.open(folder))
          .isInstanceOfSatisfying(UserException.class, e -> hasCode(e, ExitCode.TRY_AGAIN))
          .hasMessageContaining("is in use by process " + holder.pid() + ".")
          .hasMessageNotContaining("\n");
      Store.replace(folder, Stream.of(NEW));
      assertThat(contents(folder)).containsExactly(NEW);
    } finally {
      holder.destroyForcibly().waitFor();
    }
  }

  @Test
  void killedBuildLeavesTheOldStoreAndIsSweptAwayByTheNext() throws Exception {
    Store.replace(folder, Stream.of(OLD));
    Process builder = other("build");
    assertThatThrownBy(() -> Store.replace(folder, Stream.of(NEW)))
        .isInstanceOfSatisfying(UserException.class, e -> hasCode(e, ExitCode.TRY_AGAIN))
        .hasMessageContaining("is being built by process " + builder.pid());
    builder.destroyForcibly().waitFor();

    assertThat(databases()).hasSize(2);
    assertThat(contents(folder)).containsExactly(OLD);
    Store.replace(folder, Stream.of(NEW));
    assertThat(contents(folder)).containsExactly(NEW);
    assertThat(databases()).hasSize(1);
  }

  @Test
  void announcedServerIsFoundWhileItAnswers() throws IOException {
    Store.replace(folder, Stream.of(OLD));
    try (Store store = Store.open(folder)) {
      try (ServerSocket socket = new ServerSocket(0)) {
        URI address = URI.create("http://localhost:" + socket.getLocalPort() + "/");
        store.announce(address);
        assertThat(Store.server(folder)).contains(address);
      }
      assertThat(Store.server(folder)).isEmpty();
    }
    assertThat(folder.resolve("server.properties")).doesNotExist();
  }

  @Test
  void serverOfAnEarlierBuildDoesNotCount() throws IOException {
    Store.replace(folder, Stream.of(OLD));
    try (Store store = Store.open(folder);
        ServerSocket socket = new ServerSocket(0)) {
      store.announce(URI.create("http://localhost:" + socket.getLocalPort() + "/"));
      Store.replace(folder, Stream.of(NEW));

      assertThat(Store.server(folder)).isEmpty();
    }
  }

  @Test
  void noticeOfADeadProcessIsIgnored() throws Exception {
    Store.replace(folder, Stream.of(OLD));
    Process dead = other("hold");
    dead.destroyForcibly().waitFor();
    try (ServerSocket socket = new ServerSocket(0)) {
      Files.writeString(
          folder.resolve("server.properties"),
          "pid=%d\naddress=http://localhost:%d/\nversion=data-1\n"
              .formatted(dead.pid(), socket.getLocalPort()));

      assertThat(Store.server(folder)).isEmpty();
    }
  }

  private static void hasCode(UserException failure, int code) {
    assertThat(failure.exitCode()).isEqualTo(code);
  }

  private static List<Quad> contents(Path folder) {
    try (Store store = Store.open(folder)) {
      return contents(store);
    }
  }

  private static List<Quad> contents(Store store) {
    return store.read(dataset -> dataset.stream().toList());
  }

  private List<Path> databases() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).toList();
    }
  }

  /** Every file with its bytes, apart from the lock that says who tried last. */
  private List<String> tree() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("build.lock"))
          .sorted()
          .map(StoreTest::fingerprint)
          .toList();
    }
  }

  private static String fingerprint(Path file) {
    try {
      return file + " " + Arrays.hashCode(Files.readAllBytes(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Another Java process at {@link OtherProcess}, once it has the store. */
  private Process other(String task) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                task,
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    assertThat(out.readLine()).isEqualTo("ready");
    assertThat(process.waitFor(0, TimeUnit.SECONDS)).isFalse();
    return process;
  }
}
