package org.chancery.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lists of what is in the jar, against each other and the files on the class path. */
class SbomTest {
  private static final Path THIRD_PARTY =
      Path.of("src/main/resources/META-INF/chancery/THIRD-PARTY.txt");

  /** A line's end, such as {@code (org.jsoup:jsoup:1.24.1 - https://jsoup.org/)}. */
  private static final Pattern MODULE =
      Pattern.compile("^ +\\(.+\\) .*\\(([^ :]+:[^ :]+):([^ :]+) - ", Pattern.MULTILINE);

  /** Whoever changes a library in a registry, or in a cache, changes its hash. */
  @Test
  void librariesAreTheFilesThatWereListed() throws IOException {
    Map<String, Path> classPath = classPath();

    for (Sbom.Component component : Sbom.kept().components()) {
      assertThat(classPath).containsKey(component.file());
      Path file = classPath.get(component.file());
      assertThat(sha256(file)).as(component.file()).isEqualTo(component.sha256());
    }
  }

  @Test
  void everyLibraryHasItsLicence() throws IOException {
    List<String> licensed =
        MODULE
            .matcher(Files.readString(THIRD_PARTY))
            .results()
            .map(line -> line.group(1) + ":" + line.group(2))
            .toList();

    assertThat(licensed)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Sbom.kept().components().stream()
                .map(component -> component.module() + ":" + component.version())
                .distinct()
                .toList());
  }

  /** By whoever made it: the notice speaks of projects, the list of their parts. */
  @Test
  void everyMakerIsInTheNotice() throws IOException {
    String notice = Files.readString(Path.of("NOTICE"));

    assertThat(Sbom.kept().components())
        .allSatisfy(component -> assertThat(notice).contains(maker(component)));
  }

  private static String maker(Sbom.Component component) {
    return MAKERS.entrySet().stream()
        .filter(maker -> component.module().startsWith(maker.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "NOTICE says nothing of %s. Add it there and here."
                        .formatted(component.module())));
  }

  private static final Map<String, String> MAKERS =
      Map.ofEntries(
          Map.entry("com.apicatalog:", "\nTitanium JSON-LD: "),
          Map.entry("com.github.andrewoma.dexx:", "\nDexx Collections: "),
          Map.entry("com.github.ben-manes.caffeine:", "\nCaffeine: "),
          Map.entry("com.google.code.gson:", "\nGson: "),
          Map.entry("com.google.errorprone:", "\nError Prone annotations: "),
          Map.entry("com.google.protobuf:", "\nProtocol Buffers: "),
          Map.entry("commons-", "\nApache Commons and Thrift: "),
          Map.entry("edu.stanford.nlp:", "\nStanford CoreNLP and its models: "),
          Map.entry("gg.jte:", "\nJTE: "),
          Map.entry("info.picocli:", "\npicocli: "),
          Map.entry("io.micrometer:", "\nMicrometer: "),
          Map.entry("io.prometheus:", "\nPrometheus Java client: "),
          Map.entry("jakarta.servlet:", "\nEclipse Parsson (Jakarta JSON Processing) and Jakarta "),
          Map.entry("net.dankito.readability4j:", "\nReadability4J"),
          Map.entry("org.apache.commons:", "\nApache Commons and Thrift: "),
          Map.entry("org.apache.jena:", "\nApache Jena and Fuseki: "),
          Map.entry("org.apache.lucene:", "\nApache Lucene: "),
          Map.entry("org.apache.thrift:", "\nApache Commons and Thrift: "),
          Map.entry("org.eclipse.jetty", "\nEclipse Jetty: "),
          Map.entry("org.eclipse.parsson:", "\nEclipse Parsson (Jakarta JSON Processing) and "),
          Map.entry("org.hdrhistogram:", "\nHdrHistogram, LatencyUtils: "),
          Map.entry("org.jetbrains.kotlin:", "\nKotlin's standard library: "),
          Map.entry("org.jsoup:", "\njsoup: "),
          Map.entry("org.jspecify:", "\nJSpecify: "),
          Map.entry("org.latencyutils:", "\nHdrHistogram, LatencyUtils: "),
          Map.entry("org.netpreserve:", "\njwarc: "),
          Map.entry("org.roaringbitmap:", "\nRoaringBitmap: "),
          Map.entry("org.slf4j:", "\nSLF4J: "),
          Map.entry("org.snakeyaml:", "\nSnakeYAML Engine: "),
          Map.entry("org.webjars.npm:d3", "\nD3: "));

  private static Map<String, Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        .collect(
            Collectors.toMap(
                file -> file.getFileName().toString(), Function.identity(), (one, other) -> one));
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
