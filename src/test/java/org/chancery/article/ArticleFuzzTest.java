package org.chancery.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.chancery.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs of every kind, made worse: each article is read or rejected, in a line of its own. */
class ArticleFuzzTest {
  private static final Zoner ZONER = Zoner.standard();

  @SuppressWarnings("NullAway") // JUnit sets it.
  @TempDir
  Path folder;

  @Test
  void texts() {
    feed("text", "a.txt", "DUBAI, May 3, 2031 -- ", "(Reuters) - ", "By ", "\n\n", "Photo: ");
  }

  @Test
  void pages() {
    feed(
        "html",
        "a.html",
        "<p>",
        "</p>",
        "<div>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<table>",
        "<svg>",
        "<template>",
        "<article>",
        "<meta charset=utf-16>",
        "<time datetime=2031-05-03>",
        "&#0;",
        "&#xD800;",
        "&nbsp;",
        "<![CDATA[",
        "<script type=application/ld+json>",
        "{\"@type\":\"NewsArticle\"",
        " hidden",
        " itemprop=articleBody",
        "<base href=");
  }

  @Test
  void jsonLines() {
    feed(
        "jsonl",
        "a.jsonl",
        "\"id\":",
        "\"text\":",
        "\"html\":\"<p>\"",
        "\"published\":",
        "\"title\":",
        "\\ud800",
        "\\u0000",
        "null",
        "true",
        "{\"a\":",
        "[",
        "}\n{",
        "1e400",
        "2031-05-03T23:59:60+14:00");
  }

  @Test
  void feeds() {
    feed(
        "feed",
        "a.xml",
        "<item>",
        "</item>",
        "<entry>",
        "<guid>",
        "<content:encoded>",
        "<![CDATA[",
        "]]>",
        "&amp;",
        "&nope;",
        "&#x110000;",
        "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:/'>]>",
        "<?xml version='1.1' encoding='UTF-16'?>",
        "xmlns:a='urn:a'",
        "type='xhtml'");
  }

  @Test
  void archives() {
    feed(
        "warc",
        "a.warc",
        "WARC/1.0\r\n",
        "WARC/1.1\r\n",
        "Content-Length: ",
        "WARC-Type: response",
        "HTTP/1.1 200 OK\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Content-Encoding: gzip\r\n",
        "Content-Encoding: br\r\n",
        "Content-Type: text/html; charset=",
        "\r\n\r\n",
        "ffffffff\r\n");
  }

  /** What is packed is made worse before and after. */
  @Test
  void packedArchives() {
    Path file = folder.resolve("a.warc.gz");
    Fuzzer.feed(
        "warc-gz",
        input -> {
          int flips = input.length == 0 ? 0 : input[0] & 3;
          byte[] packed = packed(input);
          for (int i = 0; i < flips; i++) {
            packed[Math.floorMod(input[input.length - 1] * 31 + i * 7, packed.length)] ^= 0x10;
          }
          return read(file, flips == 3 ? cut(packed) : packed);
        },
        "WARC/1.0\r\n",
        "Content-Length: ",
        "Transfer-Encoding: chunked\r\n");
  }

  /** Bytes that say that they are packed. */
  @Test
  void packedTexts() {
    feed("gzip", "a.txt.gz");
  }

  /** The tables that articles are read with, which others may put in the place of ours. */
  @Test
  void tables() {
    Fuzzer.feed(
        "furniture",
        input ->
            LineRule.of(Table.parse("a.tsv", new String(input, StandardCharsets.UTF_8))).size(),
        "line",
        "head",
        "{DATE}",
        "{NAME}",
        "(?",
        "\\p{",
        "[a-");
  }

  private void feed(String name, String file, String... words) {
    Path path = folder.resolve(file);
    Fuzzer.feed(name, input -> read(path, input), words);
  }

  private static byte[] packed(byte[] input) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(input);
    }
    return packed.toByteArray();
  }

  private static byte[] cut(byte[] bytes) {
    return java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3);
  }

  private static List<String> read(Path file, byte[] input) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    ArticleReader reader =
        new ArticleReader(
            ZONER, opened -> new ByteArrayInputStream(input), ArticleReader.Options.USUAL);
    List<String> outcomes = new ArrayList<>();
    try (var all = reader.read(List.of(file))) {
      all.forEach(read -> outcomes.add(outcome(read)));
    }
    assertThat(outcomes).as("of each file something is told").isNotEmpty();
    return outcomes.stream().distinct().limit(6).toList();
  }

  private static String outcome(Read read) {
    if (read instanceof Read.Ok ok) {
      Article article = ok.article();
      int before = 0;
      for (Zone zone : article.zones()) {
        assertThat(zone.span().start())
            .as("zones follow one another")
            .isGreaterThanOrEqualTo(before);
        assertThat(zone.span().end())
            .as("zones lie in the text")
            .isLessThanOrEqualTo(article.text().length());
        before = zone.span().start();
      }
      assertThat(article.text()).as("text without NUL").doesNotContain("\0");
      assertThat(OneLine.of(article.id())).as("identifiers are one line").isEqualTo(article.id());
      assertThat(article.title().orElse("t")).as("titles are one line").doesNotContain("\n", "\r");
      return "ok" + ok.warnings().stream().map(Read.Warning::code).toList();
    }
    if (read instanceof Read.Rejected no) {
      assertThat(no.reason()).as("reasons are one line").isNotBlank().doesNotContain("\n");
      assertThat(no.code()).as("codes are words").matches("[a-z0-9-]+");
      return no.code();
    }
    return ((Read.Skipped) read).code();
  }
}
