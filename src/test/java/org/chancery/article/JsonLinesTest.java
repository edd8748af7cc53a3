package org.chancery.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in which each line is an article. */
class JsonLinesTest {
  private static final String GOOD = "{\"id\":\"%s\",\"text\":\"The envoys met in Accra.\"}\n";

  private final ArticleReader reader = new ArticleReader(Zoner.standard());
  private Path folder;

  @BeforeEach
  void freshFolder(@TempDir Path temporary) {
    folder = temporary;
  }

  @Test
  void fieldsBecomeTheHeadOfOneText() throws IOException {
    Article article =
        article(
            """
            {"id": "reef-1", "title": "Tuvalu and Palau Sign a Reef Pact.", "published": "2031-05-03", "creator": "Press Office", "text": "Press Office\\n\\nFunafuti, Tuvalu\\n\\nThe two ministers signed the Reef Pact."}
            """);
    assertThat(article.id()).isEqualTo("reef-1");
    assertThat(article.text())
        .isEqualTo(
            "Tuvalu and Palau Sign a Reef Pact.\ndate 2031-05-03\n\nPress Office\n\nFunafuti, Tuvalu\n\nThe two ministers signed the Reef Pact.");
    assertThat(article.title()).contains("Tuvalu and Palau Sign a Reef Pact.");
    assertThat(article.publishedOn()).contains(LocalDate.of(2031, 5, 3));
    assertThat(zones(article))
        .startsWith("TITLE Tuvalu and Palau Sign a Reef Pact.", "HEADER date 2031-05-03")
        .endsWith("BODY The two ministers signed the Reef Pact.");
  }

  @Test
  void theBodyHasNoSecondHeadline() throws IOException {
    Article article =
        article(
            """
            {"id": "a", "title": "Envoys Meet", "published": "2031-05-03", "text": "Press Centre\\n\\nRemarks to the Reef Council\\n\\nThe envoys met in Accra."}
            """);
    assertThat(article.zones(Zone.Kind.TITLE)).hasSize(1);
  }

  @Test
  void whatIsNotGivenIsReadFromTheText() throws IOException {
    Article article =
        article(
            """
            {"id": "a", "title": null, "text": "Envoys Meet in Accra\\n\\nMay 3, 2031\\n\\nThe envoys met in Accra."}
            """);
    assertThat(article.text()).startsWith("Envoys Meet in Accra\n\nMay 3");
    assertThat(article.title()).contains("Envoys Meet in Accra");
    assertThat(article.publishedOn()).contains(LocalDate.of(2031, 5, 3));
  }

  @Test
  void titleIsOneLineAndItsDayGoesBeforeThatOfTheText() throws IOException {
    Article article =
        article(
            """
            {"id": "a", "title": " Envoys\\n Meet ", "published": "2031-05-04", "text": "ACCRA, May 3, 2031 -- The envoys met in Accra and went home again."}
            """);
    assertThat(article.title()).contains("Envoys Meet");
    assertThat(article.publishedOn()).contains(LocalDate.of(2031, 5, 4));
    assertThat(article.datelinePlace()).contains("ACCRA");
  }

  @Test
  void htmlIsReadWhereThereIsNoText() throws IOException {
    Article article =
        article(
            """
            {"id": "a", "html": "<p>Caf&eacute; &amp; <b>bar</b></p>\\n<script>alert('no')</script><p>The envoys met.</p>"}
            """);
    assertThat(article.text()).isEqualTo("Café & bar\n\nThe envoys met.");
    assertThat(
            article("{\"id\":\"b\",\"text\":\"Of the text.\",\"html\":\"<p>Of the page.\"}\n")
                .text())
        .isEqualTo("Of the text.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "0", "-12", "20310503000000000001", "1.50", "1E3"})
  void anIdMayBeANumberAsItIsWritten(String number) throws IOException {
    String line = "{\"id\": %s, \"text\": \"The envoys met.\"}\n".formatted(number);
    assertThat(article(line).id()).isEqualTo(number);
    JsonFields fields = JsonFields.of(List.of("id=nr"));
    assertThat(
            new ArticleReader(Zoner.standard(), new ArticleReader.Options(fields, false))
                .read(
                    List.of(
                        Files.writeString(folder.resolve("own.jsonl"), line.replace("id", "nr"))))
                .map(read -> ((Read.Ok) read).article().id()))
        .containsExactly(number);
  }

  @Test
  void theHashIsOfTheLineWithoutItsEnd() throws IOException {
    String line = "{\"id\":\"a\",\"text\":\"abc\"}";
    assertThat(Stream.of(line, line + "\n", line + "\r\n").map(this::hash))
        .containsOnly(hashOfTextFile(line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"id\":\"x\",\"text\":\"cut | invalid-json | no valid JSON near character 22. Mend the line",
        "{\"id\":\"x\", | invalid-json | the JSON object does not end. Write each object on one line",
        "{\"id\":\"x\" \"text\":\"y\"} | invalid-json | no valid JSON near character 12. Mend the line",
        "{\"id\":\"x\",\"text\":\"y\"} {} | invalid-json | no valid JSON near character 24. Mend the line",
        "{'id':'x','text':'y'} | invalid-json | no valid JSON near character 3. Mend the line",
        "not json | invalid-json | no valid JSON near character 1. Mend the line",
        "[1, 2] | wrong-type | the line is no JSON object. Write one object on each line",
        "{\"id\":[7],\"text\":\"y\"} | wrong-type | \"id\" is no string. Put it into quotation marks",
        "{\"id\":{\"nr\":7},\"text\":\"y\"} | wrong-type | \"id\" is no string. Put it into quotation marks",
        "{\"id\":true,\"text\":\"y\"} | wrong-type | \"id\" is no string. Put it into quotation marks",
        "{\"id\":\"x\",\"text\":7} | wrong-type | \"text\" is no string. Put it into quotation marks",
        "{\"id\":\"x\",\"text\":[\"y\"]} | wrong-type | \"text\" is no string. Put it into quotation marks",
        "{\"text\":\"y\"} | missing-field | there is no \"id\". Give each article an id of its own",
        "{\"id\":\" \",\"text\":\"y\"} | missing-field | there is no \"id\". Give each article an id of its own",
        "{\"id\":\"x\",\"title\":\"y\"} | missing-field | there is neither \"text\" nor \"html\". Add one",
        "{\"id\":\"x\",\"text\":null} | missing-field | there is neither \"text\" nor \"html\". Add one",
        "{\"id\":\"x\",\"text\":\" \"} | blank | the text holds nothing but blanks. Fill it in",
        "{\"id\":\"x\",\"html\":\"<script>1</script>\"} | blank | the text holds nothing but blanks. Fill it in",
        "{\"id\":\"x\",\"id\":\"y\",\"text\":\"z\"} | duplicate-key | the key \"id\" stands there twice. Keep one of them",
        "{\"id\":\"x\",\"more\":[{\"k\":1,\"k\":2}],\"text\":\"z\"} | duplicate-key | the key \"k\" stands there twice. Keep one of them",
        "{\"id\":\"x\\n\",\"text\":\"y\"} | invalid-field | \"id\" holds control characters. Leave them out",
        "{\"id\":\"x\",\"text\":\"\\u0000 y\"} | invalid-field | \"text\" holds \\u0000, which is no text. Mend it",
        "{\"id\":\"x\",\"text\":\"y\",\"published\":\"May 2031\"} | invalid-field | \"published\" is \"May 2031\". Write a day such as 2031-05-03",
        "{\"id\":\"x\",\"text\":\"y\",\"published\":\"2031-02-30\"} | invalid-field | \"published\" is \"2031-02-30\". Write a day such as 2031-05-03"
      })
  void aBadLineIsRejectedAlone(String line, String code, String reason) throws IOException {
    write("a.jsonl", GOOD.formatted("first") + line + "\n\n" + GOOD.formatted("last"));
    assertThat(outcomes())
        .containsExactly("first", "a.jsonl:2 %s: %s".formatted(code, reason), "last");
  }

  @Test
  void deepNestingIsRejectedAlone() throws IOException {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    write("a.jsonl", "{\"id\":\"x\",\"text\":\"y\",\"z\":" + deep + "}\n" + GOOD.formatted("b"));
    assertThat(outcomes())
        .containsExactly("a.jsonl:1 too-deep: nested deeper than 100 levels. Make it flatter", "b");
  }

  @Test
  void otherEncodingsAreRejectedWithTheByte() throws IOException {
    byte[] latin = "{\"id\":\"x\",\"text\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("a.jsonl"), latin);
    assertThat(outcomes())
        .containsExactly(
            "a.jsonl:1 invalid-utf8: not UTF-8 at byte offset 18 (0xE9). Convert the file to"
                + " UTF-8");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstObject() throws IOException {
    write("a.jsonl", "\ufeff" + GOOD.formatted("b"));
    assertThat(outcomes()).containsExactly("b");
  }

  @Test
  void aLineTooLargeIsRejectedAlone() throws IOException {
    String large = "x".repeat(ArticleReader.MAX_BYTES);
    write("a.jsonl", GOOD.formatted(large) + GOOD.formatted("b"));
    assertThat(outcomes())
        .containsExactly(
            "a.jsonl:1 too-large: the line is larger than 10000000 bytes. Split the article", "b");
  }

  @Test
  void filesWithoutALineAreEmpty() throws IOException {
    write("a.jsonl", "");
    write("b.jsonl", "\n\n \n");
    assertThat(outcomes())
        .containsExactly(
            "a.jsonl:- empty: the file holds no line with an article",
            "b.jsonl:- empty: the file holds no line with an article");
  }

  @Test
  void aFolderMixesTextsAndLinesInTheOrderOfPaths() throws IOException {
    write("c.txt", "The envoys met in Accra.");
    write("b.jsonl", GOOD.formatted("z") + GOOD.formatted("a"));
    pack("a.jsonl.gz", GOOD.formatted("m"));
    write("d.json", GOOD.formatted("no"));
    assertThat(outcomes())
        .containsExactly(
            "m",
            "z",
            "a",
            "c",
            "d.json:- other-kind: its name is not that of an article. Pass the file itself");
  }

  @Test
  void idsAreUniqueOverAllFiles() throws IOException {
    write("a.txt", "The envoys met in Accra.");
    write("b.jsonl", GOOD.formatted("b") + GOOD.formatted("a") + GOOD.formatted("b"));
    write("c.jsonl", "{\"id\":\"b\",\"text\":\"Another.\"}");
    assertThat(outcomes())
        .containsExactly(
            "a",
            "b",
            "b.jsonl:2 duplicate-id: the id \"a\" already belongs to %s, whose text differs. Rename one of them"
                .formatted(folder.resolve("a.txt")),
            "b.jsonl:3 copy: the same as %s, line 1".formatted(folder.resolve("b.jsonl")),
            "c.jsonl:1 duplicate-id: the id \"b\" already belongs to %s, line 1, whose text differs. Rename one of them"
                .formatted(folder.resolve("b.jsonl")));
  }

  @Test
  void whatWasBeforeTheCutOfAPackedFileIsKept() throws IOException {
    Path whole = pack("a.jsonl.gz", GOOD.formatted("b") + random(50_000) + GOOD.formatted("c"));
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(whole, Arrays.copyOf(bytes, bytes.length - 100));
    write("b.jsonl.gz", "not packed");
    write("c.jsonl", GOOD.formatted("d"));
    assertThat(outcomes())
        .containsExactly(
            "b",
            "a.jsonl.gz:2 invalid-gzip: the file is cut off or damaged here; what follows is not read. Fetch or pack it again",
            "b.jsonl.gz:- invalid-gzip: not in the format of gzip. Pack it again, or rename it",
            "d");
  }

  @Test
  void bombsAreLeftUnpacked() throws IOException {
    Path bomb = folder.resolve("a.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      out.write(GOOD.formatted("b").getBytes(StandardCharsets.UTF_8));
      byte[] blanks = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 40; i++) {
        out.write(blanks);
      }
    }
    assertThat(outcomes())
        .containsExactly(
            "b",
            "a.jsonl.gz:2 inflates: unpacked it is over 100 times as large as packed; what follows is not read. Unpack it yourself if that is right");
  }

  @Test
  void linesAreReadAsTheyAreAskedFor() throws IOException {
    String lines =
        IntStream.range(0, 20_000)
            .mapToObj(i -> GOOD.formatted("a" + i))
            .reduce("", String::concat);
    Path file = write("a.jsonl", "");
    AtomicInteger taken = new AtomicInteger();
    ArticleReader counting =
        new ArticleReader(
            Zoner.standard(), path -> counted(lines, taken), ArticleReader.Options.USUAL);
    Iterator<Read> reads = counting.read(List.of(file)).iterator();
    for (int i = 0; i < 10; i++) {
      reads.next();
    }
    assertThat(taken.get()).isBetween(1, 20_000);
  }

  private static InputStream counted(String lines, AtomicInteger taken) {
    return new FilterInputStream(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))) {
      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        taken.addAndGet(Math.max(0, read));
        return read;
      }
    };
  }

  /** Text that does not pack well. */
  private static String random(int length) {
    return new Random(7)
        .ints(length, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private String hash(String line) {
    try {
      return article(line).contentHash();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String hashOfTextFile(String text) throws IOException {
    return ((Read.Ok) reader.read(List.of(write("t.txt", text))).findFirst().orElseThrow())
        .article()
        .contentHash();
  }

  private Article article(String line) throws IOException {
    return ((Read.Ok) reader.read(List.of(write("one.jsonl", line))).findFirst().orElseThrow())
        .article();
  }

  private static List<String> zones(Article article) {
    return article.zones().stream()
        .map(zone -> zone.kind() + " " + zone.span().of(article.text()))
        .toList();
  }

  private List<String> outcomes() {
    return reader.read(List.of(folder)).map(JsonLinesTest::outcome).toList();
  }

  private static String outcome(Read read) {
    if (read instanceof Read.Ok ok) {
      return ok.article().id();
    }
    if (read instanceof Read.Rejected no) {
      String line = no.line().isPresent() ? Integer.toString(no.line().getAsInt()) : "-";
      return "%s:%s %s: %s"
          .formatted(FileListing.name(Path.of(no.source())), line, no.code(), no.reason());
    }
    if (read instanceof Read.Skipped no) {
      String line = no.line().isPresent() ? Integer.toString(no.line().getAsInt()) : "-";
      return "%s:%s %s: %s"
          .formatted(FileListing.name(Path.of(no.source())), line, no.code(), no.reason());
    }
    throw new AssertionError("no outcome for " + read);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path pack(String name, String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Files.write(folder.resolve(name), packed.toByteArray());
  }
}
