package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.chancery.ExitCode;
import org.chancery.GraphMaker;
import org.chancery.StoredCorpus;
import org.chancery.SyntheticNews;
import org.chancery.claims.ArticleReading;
import org.chancery.ontology.Chy;
import org.chancery.resolution.Curation;
import org.chancery.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backs up, restores and looks at a store of invented readings. */
class BackupCommandTest {
  private static final SyntheticNews NEWS = new SyntheticNews(5, 8);
  private static final GraphMaker MAKER = GraphMaker.load();

  private final Path folder;
  private final Path store;
  private final Path backup;
  private final Path restored;

  BackupCommandTest(@TempDir Path folder) {
    this.folder = folder;
    this.store = folder.resolve("store");
    this.backup = folder.resolve("backup.zip");
    this.restored = folder.resolve("restored");
    put(store, NEWS.reading(0), NEWS.reading(1));
    put(store, NEWS.reading(2));
  }

  @Test
  void anOlderBackupGivesWayAndAnyOtherFileDoesNot() throws IOException {
    Files.createFile(backup);
    assertThat(backup().exitCode()).isEqualTo(ExitCode.OK);
    byte[] older = Files.readAllBytes(backup);
    put(store, NEWS.reading(3));
    assertThat(backup().output()).startsWith("4 articles and ");
    assertThat(Files.readAllBytes(backup)).isNotEqualTo(older);

    Files.writeString(backup, "my thesis");
    CommandRun refused = backup();
    assertThat(refused.exitCode()).isEqualTo(ExitCode.CANNOT_CREATE);
    assertThat(refused.messages())
        .containsExactly(
            backup + " is there, and is no backup. Name another file with -o, or delete that one.");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(backup))) {
      zip.putNextEntry(new ZipEntry("thesis.txt"));
    }
    assertThat(backup().exitCode()).isEqualTo(ExitCode.CANNOT_CREATE);
  }

  @Test
  void restoredStoreIsTheSameAndGoesOn() throws IOException {
    Path mappings = mappings(store);
    CommandRun run = backup();
    assertThat(run.output()).startsWith("3 articles and ").endsWith(" are in " + backup + ".\n");
    assertThat(restore().output()).contains("3 articles and ", ", and verified.");

    assertThat(export(restored)).isEqualTo(export(store));
    assertThat(restored.resolve("links/wikidata.sssom.tsv")).hasSameBinaryContentAs(mappings);
    Path again = folder.resolve("again.zip");
    CommandRun.of("backup", "--store", restored, "-o", again);
    assertThat(again).hasSameBinaryContentAs(backup);
    try (StoredCorpus corpus = open(restored)) {
      assertThat(corpus.isCurrent(NEWS.reading(2).article())).isTrue();
    }
    put(store, NEWS.reading(3));
    put(restored, NEWS.reading(3));
    assertThat(export(restored)).isEqualTo(export(store));
  }

  @Test
  void otherProgramsCanReadABackup() throws Exception {
    backup();
    try (ZipFile zip = new ZipFile(backup.toFile());
        InputStream graph = new GZIPInputStream(zip.getInputStream(zip.getEntry("graph.nq.gz")))) {
      String lines = new String(graph.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(lines.lines().sorted().toList())
          .isEqualTo(export(store).lines().sorted().toList());
    }
  }

  @Test
  void storeIsNotRestoredOverAnother() {
    backup();
    List<String> before = export(store).lines().toList();
    CommandRun run = CommandRun.of("restore", backup, "--store", store);

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_CREATE);
    assertThat(run.messages()).hasSize(1);
    assertThat(run.messages().get(0)).contains("holds a store already. Pass --store with");
    assertThat(export(store).lines().toList()).isEqualTo(before);
  }

  @Test
  void whatAKilledRestorationLeftIsInNobodysWay() throws IOException {
    backup();
    Files.createDirectories(restored.resolve("data-1").resolve("Data-0001"));
    Files.createDirectories(restored.resolve("archive"));
    Files.writeString(restored.resolve("archive").resolve("segment-1"), "half a rea");
    Files.createDirectories(restored.resolve("links.new"));
    Files.writeString(restored.resolve("links.new").resolve("old.sssom.tsv"), "half a");
    Files.writeString(restored.resolve("store.properties.new"), "format=1\ncurrent=data-1\n");
    Files.writeString(restored.resolve("archive").resolve("ledger-1"), "whole");

    assertThat(CommandRun.of("status", "--store", restored).exitCode())
        .isEqualTo(ExitCode.NO_INPUT);
    assertThat(restore().exitCode()).isEqualTo(ExitCode.OK);
    assertThat(export(restored)).isEqualTo(export(store));
    assertThat(restored.resolve("links.new")).doesNotExist();
  }

  @Test
  void whatWasKilledBetweenLinksAndPointerIsTakenUp() throws IOException {
    mappings(store);
    backup();
    mappings(restored);
    assertThat(restore().exitCode()).isEqualTo(ExitCode.OK);
    assertThat(restored.resolve("links/wikidata.sssom.tsv")).exists();
    assertThat(restored.resolve("links.new")).doesNotExist();
  }

  @Test
  void mappingsThatAreThereAreNeverSweptAway() throws IOException {
    backup();
    Path mappings = mappings(restored);
    CommandRun run = restore();
    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_CREATE);
    assertThat(run.messages())
        .singleElement()
        .asString()
        .startsWith(mappings + " is not of this backup. Move it away, or pass --store");
    assertThat(mappings).exists();
    put(restored, NEWS.reading(0));
    assertThat(mappings).exists();
  }

  @Test
  void malformedMappingsAreNotRestored() throws IOException {
    Files.writeString(mappings(store), "no columns\n");
    backup();
    CommandRun run = restore();
    assertThat(run.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(run.messages()).singleElement().asString().contains("wikidata.sssom.tsv");
    assertThat(restored).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"graph.nq.gz", "readings", "ledger", "backup.properties", "SHA256SUMS"})
  void changedPartIsFoundBeforeThereIsAStore(String part) throws IOException {
    backup();
    try (FileSystem zip =
        FileSystems.newFileSystem(URI.create("jar:" + backup.toUri()), Map.of())) {
      byte[] bytes = Files.readAllBytes(zip.getPath(part));
      bytes[bytes.length / 2]++;
      Files.write(zip.getPath(part), bytes);
    }
    CommandRun run = restore();

    assertThat(run.exitCode()).as("%s", run.messages()).isEqualTo(ExitCode.DATA);
    assertThat(run.messages()).hasSize(1);
    assertThat(restored).doesNotExist();
  }

  /** Whoever makes a part up can make its hash up, too. */
  @Test
  void forgedPartsAreRefused() throws IOException {
    backup();
    byte[] sound = Files.readAllBytes(backup);
    String properties = new String(part("backup.properties"), StandardCharsets.UTF_8);
    String graph = new String(unpacked(part("graph.nq.gz")), StandardCharsets.UTF_8);
    String line = "<urn:s> <urn:p> <urn:o> <urn:g> .\n";
    byte[] zeros = new byte[4 << 20];
    refuses("backup.properties", utf8(properties + "\\u12"), "Malformed \\uxxxx encoding");
    refuses("backup.properties", utf8(properties + "quads=-1"), "how many quads");
    refuses("backup.properties", utf8(properties + "quads=1"), "quads, not 1");
    refuses("backup.properties", utf8(properties + "base=no/iri"), "a base that is no IRI");
    refuses(
        "backup.properties", utf8(properties + "base=urn:a\\ncurrent=data-7"), "that is no IRI");
    refuses("backup.properties", zeros, "it unpacks to more than");
    refuses("ledger", zeros, "it unpacks to more than");
    refuses("ledger", utf8("no ledger"), "its ledger is damaged");
    refuses("links/a.sssom.tsv", zeros, "it unpacks to more than");
    refuses("graph.nq.gz", utf8("no gzip"), "graph.nq.gz: ");
    refuses("graph.nq.gz", packed(graph + line), "there are more than");
    String other = line + graph.substring(graph.indexOf('\n') + 1);
    refuses("graph.nq.gz", packed(other), "it is not what the build made");
    refuses("graph.nq.gz", packed(line), "has 1 quads, not ");
    refuses("graph.nq.gz", packed("<urn:s> <urn:p> <urn:o> .\n"), "is in no named graph");
    refuses("graph.nq.gz", packed(line + "<urn:s> <urn:p> \"\\%\" <urn:g> .\n"), "graph.nq.gz: ");
    Files.write(backup, sound);
    assertThat(restore().exitCode()).isEqualTo(ExitCode.OK);
  }

  private void refuses(String part, byte[] content, String why) throws IOException {
    byte[] sound = Files.readAllBytes(backup);
    SortedMap<String, byte[]> parts = new TreeMap<>();
    try (ZipFile zip = new ZipFile(backup.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        parts.put(entry.getName(), part(entry.getName()));
      }
    }
    parts.put(part, content);
    parts.remove("SHA256SUMS");
    String sums =
        parts.entrySet().stream()
            .map(
                entry ->
                    "%s  %s"
                        .formatted(
                            HexFormat.of().formatHex(sha256(entry.getValue())), entry.getKey()))
            .collect(Collectors.joining("\n"));
    parts.put("SHA256SUMS", utf8(sums));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(backup))) {
      for (Map.Entry<String, byte[]> entry : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    CommandRun run = restore();
    assertThat(run.exitCode()).as("%s", run.messages()).isEqualTo(ExitCode.DATA);
    assertThat(run.messages()).singleElement().asString().contains("is not what", why);
    assertThat(restored).doesNotExist();
    Files.write(backup, sound);
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException never) {
      throw new AssertionError(never);
    }
  }

  private byte[] part(String name) throws IOException {
    try (ZipFile zip = new ZipFile(backup.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return in.readAllBytes();
    }
  }

  private static byte[] unpacked(byte[] bytes) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(utf8(text));
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void outputWithinTheStoreIsRefused() {
    CommandRun run = CommandRun.of("backup", "--store", store, "-o", store.resolve("b.zip"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_CREATE);
    assertThat(run.messages()).singleElement().asString().contains("lies within the store");
    assertThat(store.resolve("b.zip")).doesNotExist();
    put(store, NEWS.reading(3));
  }

  @Test
  void cutOffBackupIsRefused() throws IOException {
    backup();
    byte[] bytes = Files.readAllBytes(backup);
    Files.write(backup, Arrays.copyOf(bytes, bytes.length - 30));
    CommandRun run = restore();

    assertThat(run.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(run.messages().get(0)).contains("it is no ZIP file, or is cut off");
    assertThat(CommandRun.of("restore", folder.resolve("none.zip")).exitCode())
        .isEqualTo(ExitCode.NO_INPUT);
  }

  @Test
  void soundStoreHasNothingWrong() {
    CommandRun run = CommandRun.of("verify", "--store", store);

    assertThat(run.messages()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.output())
        .startsWith("3 articles and ")
        .endsWith(" of evidence checked; 0 wrong.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GSPO.dat", "SPOG.dat", "POSG.dat", "OSPG.dat", "nodes-data.obj", "nodes.dat"})
  void damagedDatabaseIsFound(String file) throws IOException {
    Path damaged = store.resolve("data-2/Data-0001").resolve(file);
    byte[] bytes = Files.readAllBytes(damaged);
    // Here and there in all blocks: some hold what no version has any more.
    for (int at = 16; at < bytes.length; at += 97) {
      bytes[at] ^= bytes[at] == 0 ? (byte) 0 : (byte) 0x55;
    }
    try (OutputStream out = Files.newOutputStream(damaged)) {
      out.write(bytes);
    }
    CommandRun run = CommandRun.of("verify", "--store", store);

    assertThat(run.exitCode()).as("%s", run.messages()).isEqualTo(ExitCode.DATA);
    assertThat(run.messages()).isNotEmpty().allMatch(line -> line.startsWith("ERROR code="));
  }

  @Test
  void damagedReadingIsNamedAndNotBackedUp() throws IOException {
    Path segment = store.resolve("archive/segment-1");
    byte[] bytes = Files.readAllBytes(segment);
    bytes[40]++;
    Files.write(segment, bytes);
    CommandRun run = CommandRun.of("verify", "--store", store);

    assertThat(run.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(run.messages()).hasSize(1);
    assertThat(run.messages().get(0))
        .startsWith("ERROR code=reading where=article-0000000 reason=");
    assertThat(backup().exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(backup).doesNotExist();
  }

  @Test
  void missingReadingsAreFound() throws IOException {
    Path segment = store.resolve("archive/segment-1");
    Files.delete(segment);
    CommandRun run = CommandRun.of("verify", "--store", store);

    assertThat(run.exitCode()).as("%s", run.messages()).isEqualTo(ExitCode.DATA);
    assertThat(run.messages())
        .hasSize(2)
        .allMatch(line -> line.startsWith("ERROR code=reading where=article-000000"))
        .allMatch(line -> line.contains(segment.toString()) && line.contains("the file is gone"));
    assertThat(backup().exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(backup).doesNotExist();
  }

  @Test
  void databaseThatDoesNotOpenIsFound() throws IOException {
    Files.writeString(store.resolve("data-2/tdb.cfg"), "{\"tdb.quad_indexes\": [\"GSPX\"]}");
    CommandRun run = CommandRun.of("verify", "--store", store);

    assertThat(run.exitCode()).as("%s", run.messages()).isEqualTo(ExitCode.DATA);
    assertThat(run.messages())
        .singleElement()
        .asString()
        .startsWith("ERROR code=store where=" + store + " reason=")
        .contains("the database cannot be opened");
  }

  @Test
  void graphThatIsNotWhatTheBuildMadeIsFound() throws IOException {
    // The database of another version: each quad is in all indexes, and the ledger knows better.
    Path other = folder.resolve("other");
    put(other, NEWS.reading(0, 1), NEWS.reading(1));
    put(other, NEWS.reading(2));
    Path data = store.resolve("data-2/Data-0001");
    try (Stream<Path> files = Files.list(other.resolve("data-2/Data-0001"))) {
      for (Path file : files.toList()) {
        Files.write(data.resolve(file.getFileName().toString()), Files.readAllBytes(file));
      }
    }
    CommandRun run = CommandRun.of("verify", "--store", store);

    assertThat(run.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(run.messages()).anyMatch(line -> line.startsWith("ERROR code=graph"));
  }

  private static Path mappings(Path store) throws IOException {
    return Files.writeString(
        Files.createDirectories(store.resolve("links")).resolve("wikidata.sssom.tsv"),
        "subject_id\tpredicate_id\tobject_id\tmapping_justification\n");
  }

  private CommandRun backup() {
    return CommandRun.of("backup", "--store", store, "-o", backup);
  }

  private CommandRun restore() {
    return CommandRun.of("restore", backup, "--store", restored);
  }

  private static String export(Path store) {
    CommandRun run = CommandRun.of("export", "--format", "nquads", "--store", store);
    assertThat(run.messages()).isEmpty();
    return run.output();
  }

  private static StoredCorpus open(Path store) {
    return StoredCorpus.open(store, "test", MAKER, new StoredCorpus.Thrift(1, 100, 0));
  }

  private static void put(Path store, ArticleReading... readings) {
    try (StoredCorpus corpus = open(store)) {
      List.of(readings).forEach(corpus::put);
      corpus.commit(Chy.DEFAULT_BASE, Curation.none(), v -> {});
    }
    Store.require(store);
  }
}
