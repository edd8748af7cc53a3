package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.chancery.Seeds;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same articles give the same bytes, wherever, however and in whatever order they are read: the
 * whole program, in a process of its own, under other habits each time.
 *
 * <p>The hash of what comes out stands in {@code src/test/resources/determinism/graph.sha256}.
 * Where reading or the ontology has changed, {@code mvn test -Dtest=DeterminismTest
 * -Dchancery.update=true} writes the new one; the runs must agree on it all the same. {@code
 * -Dchancery.determinism=all} tries all habits with one another.
 */
class DeterminismTest {
  private static final Path GOLDEN = Path.of("src/test/resources/determinism/graph.sha256");

  @SuppressWarnings("NullAway") // JUnit sets it.
  @TempDir
  static Path temporary;

  /**
   * A way to run.
   *
   * @param options of Java
   * @param shuffle seed of the order of the files; 0 leaves it as it is
   * @param pieces in how many builds the files are read
   * @param relative whether paths are relative, to another working directory
   */
  private record Habit(
      String name,
      List<String> options,
      Map<String, String> environment,
      int shuffle,
      int pieces,
      boolean relative) {}

  @TestFactory
  Stream<DynamicTest> theBytesAreTheSame() throws IOException {
    boolean update = Boolean.getBoolean("chancery.update");
    List<Habit> habits =
        System.getProperty("chancery.determinism", "").equals("all") ? all() : few();
    List<Path> files = articles(Files.createDirectories(temporary.resolve("articles")));
    List<String> golden = new ArrayList<>();
    if (!update) {
      golden.add(Files.readString(GOLDEN).strip());
    }
    return habits.stream()
        .map(
            habit ->
                DynamicTest.dynamicTest(
                    habit.name(),
                    () -> {
                      String hash = hash(habit, files);
                      if (golden.isEmpty()) {
                        golden.add(hash);
                        Files.writeString(GOLDEN, hash + "\n");
                      }
                      assertThat(hash)
                          .as(
                              "the graph's hash. If reading has changed, run this with"
                                  + " -Dchancery.update=true and commit %s",
                              GOLDEN)
                          .isEqualTo(golden.get(0));
                    }));
  }

  /** Each has several habits at once. */
  private static List<Habit> few() {
    return List.of(
        new Habit(
            "Turkish, one core, little memory",
            options("tr", "TR", "Asia/Kathmandu", "ISO-8859-1", 1, "-Xmx1200m"),
            Map.of("LANG", "tr_TR.UTF-8", "TZ", "Asia/Kathmandu"),
            1,
            1,
            true),
        new Habit(
            "Arabic digits, eight cores, two builds",
            options("ar", "EG", "Pacific/Kiritimati", "UTF-16", 8, "-XX:+UseSerialGC"),
            Map.of("LANG", "C", "LC_ALL", "C"),
            2,
            2,
            false));
  }

  private static List<Habit> all() {
    List<Habit> habits = new ArrayList<>(few());
    habits.add(new Habit("as it comes", List.of("-Xmx3g"), Map.of(), 0, 1, false));
    String[][] places = {
      {"en", "US", "America/St_Johns", "UTF-8"},
      {"tr", "TR", "Asia/Kathmandu", "ISO-8859-1"},
      {"ar", "EG", "Pacific/Kiritimati", "windows-1256"},
      {"th", "TH", "Asia/Bangkok", "US-ASCII"}
    };
    for (String[] place : places) {
      for (int cores : new int[] {1, 2, 8}) {
        for (int shuffle = 1; shuffle <= 5; shuffle++) {
          habits.add(
              new Habit(
                  "%s_%s, %d cores, order %d".formatted(place[0], place[1], cores, shuffle),
                  options(
                      place[0],
                      place[1],
                      place[2],
                      place[3],
                      cores,
                      "-Xmx%dm".formatted(1000 + 500 * shuffle)),
                  Map.of("LANG", shuffle % 2 == 0 ? "C" : place[0] + "_" + place[1] + ".UTF-8"),
                  shuffle,
                  1 + shuffle % 3,
                  shuffle % 2 == 0));
        }
      }
    }
    return habits;
  }

  private static List<String> options(
      String language, String country, String zone, String encoding, int cores, String memory) {
    return List.of(
        "-Duser.language=" + language,
        "-Duser.country=" + country,
        "-Duser.timezone=" + zone,
        "-Dfile.encoding=" + encoding,
        "-XX:ActiveProcessorCount=" + cores,
        memory);
  }

  private static String hash(Habit habit, List<Path> files) throws Exception {
    Path place = Files.createTempDirectory(temporary, "run");
    Path store = place.resolve("store");
    List<Path> ordered = new ArrayList<>(files);
    if (habit.shuffle() != 0) {
      Collections.shuffle(ordered, new Random(habit.shuffle()));
    }
    for (int piece = 0; piece < habit.pieces(); piece++) {
      List<String> words = new ArrayList<>(List.of("build", "--store", store.toString()));
      for (int i = piece; i < ordered.size(); i += habit.pieces()) {
        Path file = ordered.get(i);
        words.add((habit.relative() ? place.relativize(file) : file).toString());
      }
      run(habit, place, words);
    }
    byte[] graph =
        run(habit, place, List.of("export", "--format", "nquads", "--store", store.toString()));
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(graph));
  }

  /** What the program prints. */
  private static byte[] run(Habit habit, Path place, List<String> words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(habit.options());
    command.addAll(List.of("-cp", classPath(), Chancery.class.getName()));
    command.addAll(words);
    Path messages = place.resolve("messages");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(place.toFile()).redirectError(messages.toFile());
    builder.environment().putAll(habit.environment());
    Process process = builder.start();
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).as("%s: %s", words, Files.readAllLines(messages)).isZero();
    return output;
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The seeds, and invented articles of every kind. */
  private static List<Path> articles(Path folder) throws IOException {
    Map<String, byte[]> inputs = new TreeMap<>();
    inputs.put(
        "harbour.html",
        utf8(
            "<html><head><meta charset=utf-8><title>Harbour Pact</title>"
                + "<meta property='article:published_time' content='2031-05-03T23:30:00-05:00'></head>"
                + "<body><article><p>MINDELO &mdash; Cape Verde and Iceland signed the Harbour Pact"
                + " in Mindelo on May 2. \u0130stanbul's envoy, Ay\u015fe I\u015f\u0131k, spoke.</p></article></body></html>"));
    inputs.put(
        "lines.jsonl.gz",
        packed(
            utf8(
                """
                {"id":"line-1","published":"2031-05-04T00:30:00+12:00","text":"Palau and Tuvalu signed the Reef Pact in Funafuti on Monday. INTERIOR MINISTER Sela Tafa met Omar Ngiraked."}
                {"id":"line-2","date":"Mon, 05 May 2031 10:00:00 GMT","text":"Tuvalu's interior minister, Sela Tafa, will visit Malta in June."}
                """)));
    inputs.put(
        "feed.xml",
        utf8(
            "<rss><channel><item><guid>urn:item:1</guid><title>Talks in Valletta</title>"
                + "<pubDate>Tue, 06 May 2031 23:59:00 -0800</pubDate><description>&lt;p&gt;Malta denied"
                + " that it had signed the Reef Pact with Palau.&lt;/p&gt;</description></item></channel></rss>"));
    String page =
        "<html><body><p>VALLETTA, May 7, 2031 -- Maltese Transport Minister Carla Vella met"
            + " Iceland's acting fisheries minister, Sunna Hall.</p></body></html>";
    String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page;
    inputs.put(
        "web.warc.gz",
        packed(
            utf8(
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/7\r\n"
                    + "WARC-Date: 2031-05-07T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000007>\r\n"
                    + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
                    + utf8(http).length
                    + "\r\n\r\n"
                    + http
                    + "\r\n\r\n")));
    List<Path> files = new ArrayList<>();
    try (Stream<Path> seeds = Files.list(Seeds.FOLDER)) {
      // Copies, so that paths are those of another machine.
      for (Path seed : (Iterable<Path>) seeds.sorted()::iterator) {
        inputs.put(String.valueOf(seed.getFileName()), Files.readAllBytes(seed));
      }
    }
    for (Map.Entry<String, byte[]> input : inputs.entrySet()) {
      files.add(Files.write(folder.resolve(input.getKey()), input.getValue()));
    }
    return files;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
