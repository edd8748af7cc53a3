package org.chancery.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages, feeds and web archives, named or not, packed or not. */
class FormatsTest {
  private static final String BODY =
      "<p>The ministers of Malta and Iceland met in Accra on Monday, and they signed it.</p>"
          + "<p>They agreed, after long talks, on the fishing of cod and on the ports.</p>";

  private static final String PAGE =
      """
      <!doctype html><html><head><title>Ministers meet | The Harbour</title>
      <meta property="og:title" content="Ministers Meet in Accra">
      <meta property="article:published_time" content="2031-05-03T23:30:00+05:00">
      <meta name="author" content="Ole Brandt">
      <link rel="canonical" href="https://harbour.example/news/7#top"></head>
      <body><ul class="menu"><li><a href="/">Home</a></li></ul>
      <div class="story"><h1>Ministers Meet in Accra</h1>%s</div>
      <div class="footer">All rights reserved.</div></body></html>
      """
          .formatted(BODY);

  private Path folder;

  @BeforeEach
  void freshFolder(@TempDir Path temporary) {
    folder = temporary;
  }

  @Test
  void pageIsItsTitleDayAuthorAndMainText() throws IOException {
    Article article = one(write("a.html", PAGE));
    assertThat(article.text())
        .isEqualTo(
            """
            Ministers Meet in Accra
            date 2031-05-03
            By Ole Brandt

            The ministers of Malta and Iceland met in Accra on Monday, and they signed it.

            They agreed, after long talks, on the fishing of cod and on the ports.""");
    assertThat(article.id()).isEqualTo("a");
    assertThat(article.title()).contains("Ministers Meet in Accra");
    assertThat(article.publishedOn()).contains(LocalDate.of(2031, 5, 3));
    assertThat(article.origin().url()).contains("https://harbour.example/news/7");
    assertThat(article.zones(Zone.Kind.BYLINE)).hasSize(1);
  }

  @Test
  void jsonLdGoesBeforeOtherMetadata() throws IOException {
    String linked =
        """
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
        {"@type":"NewsArticle","headline":"Ministers Sign","datePublished":"2031-05-04",
        "author":[{"@type":"Person","name":"Mia Farkas"},{"name":"Ole Brandt"}]}]}</script></head>
        """;
    Article article = one(write("a.html", PAGE.replace("</head>", linked)));
    assertThat(article.title()).contains("Ministers Sign");
    assertThat(article.publishedOn()).contains(LocalDate.of(2031, 5, 4));
    assertThat(article.text()).contains("By Mia Farkas, Ole Brandt\n");
  }

  @Test
  void pagesAreKnownByHowTheyBegin() throws IOException {
    assertThat(one(write("page", PAGE)).text()).startsWith("Ministers Meet in Accra\ndate");
    assertThat(one(pack("b.htm.gz", PAGE)).id()).isEqualTo("b");
    assertThat(one(pack("no-ending", PAGE)).publishedOn()).isPresent();
  }

  @Test
  void declaredEncodingIsTaken() throws IOException {
    String page = "<html><head><meta charset=windows-1252></head><body><p>Café – met.</body>";
    Charset latin = Charset.forName("windows-1252");
    assertThat(one(write("a.html", page.getBytes(latin))).text()).isEqualTo("Café – met.");
    assertThat(warnings(write("b.html", page))).containsExactly("charset");
    assertThat(one(write("c.html", page)).text()).isEqualTo("Café – met.");
    assertThat(outcome(write("d.html", page.replace("windows-1252", "utf-8").getBytes(latin))))
        .containsExactly("d.html:- invalid-utf8");
  }

  @Test
  void standardInputIsReadForWhatItIs() throws IOException {
    ArticleReader reader =
        new ArticleReader(
            Zoner.standard(),
            file -> new ByteArrayInputStream(PAGE.getBytes(StandardCharsets.UTF_8)),
            ArticleReader.Options.USUAL);
    Read.Ok ok = (Read.Ok) reader.read(List.of(Path.of("-"))).findFirst().orElseThrow();
    assertThat(ok.article().id()).isEqualTo("stdin");
    assertThat(ok.article().origin().file()).isEqualTo("-");
    assertThat(ok.article().publishedOn()).isPresent();
  }

  @Test
  void fieldsOfJsonLinesMayBeNamed() throws IOException {
    Path file =
        write(
            "a.jsonl",
            "{\"nr\":\"7\",\"story\":\"The envoys met.\",\"text\":\"No.\",\"link\":\"http://h.example/7\"}");
    ArticleReader.Options options =
        new ArticleReader.Options(JsonFields.of(List.of("id=nr", "text=story")), false);
    Article article =
        ((Read.Ok)
                new ArticleReader(Zoner.standard(), options)
                    .read(List.of(file))
                    .findFirst()
                    .orElseThrow())
            .article();
    assertThat(article.id()).isEqualTo("7");
    assertThat(article.text()).isEqualTo("The envoys met.");
    assertThat(article.origin())
        .isEqualTo(
            new Origin(file.toString(), OptionalInt.of(1), Optional.of("http://h.example/7")));
    assertThat(
            one(write(
                    "b.jsonl",
                    "{\"guid\":\"8\",\"headline\":\"H\",\"content\":\"<p>Met &amp; left.</p>\"}"))
                .text())
        .isEqualTo("H\n\nMet & left.");
  }

  @Test
  void feedsGiveTheirFullTexts() throws IOException {
    Path rss =
        write(
            "a.rss",
            """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
              xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour</title>
            <item><title>Ministers &amp;amp; envoys</title><link>https://h.example/1</link>
              <guid>h-1</guid><pubDate>Sat, 03 May 2031 10:00:00 +0000</pubDate><dc:creator>Ole Brandt</dc:creator>
              <description>Short.</description>
              <content:encoded><![CDATA[<p>The envoys met.</p><script>track()</script><p>They left.</p>
              <p>The post <a href="x">Ministers</a> appeared first on <a href="y">Harbour</a>.</p>]]></content:encoded></item>
            <item><title>Two&nbsp;words</title><link>https://h.example/2</link><description>Only a summary.</description></item>
            <item><title>None</title><guid>h-3</guid></item>
            </channel></rss>
            """);
    assertThat(outcome(rss))
        .containsExactly("h-1", "https://h.example/2 summary", "a.rss:3 no-text");
    Article first = one(rss);
    assertThat(first.text())
        .isEqualTo(
            "Ministers & envoys\ndate 2031-05-03\nBy Ole Brandt\n\nThe envoys met.\n\nThey left.");
    assertThat(first.origin().url()).contains("https://h.example/1");

    Path atom =
        write(
            "b.xml",
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title><entry><id>tag:h,1</id>
            <title type="html">A &lt;b&gt;pact&lt;/b&gt;</title><updated>2031-05-04T00:00:00Z</updated>
            <link rel="self" href="https://h.example/no"/><link href="https://h.example/yes"/>
            <author><name>Mia Farkas</name></author>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <b>envoys</b> met.</p><p>A &lt; B.</p></div></content>
            </entry></feed>
            """);
    assertThat(one(atom).text())
        .isEqualTo("A pact\ndate 2031-05-04\nBy Mia Farkas\n\nThe envoys met.\n\nA < B.");
    assertThat(one(atom).origin().url()).contains("https://h.example/yes");
  }

  @Test
  void entitiesOfADocumentTypeAreNeitherExpandedNorFetched() throws IOException {
    Path bomb =
        write(
            "a.xml",
            """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
            <rss><channel><item><guid>1</guid><description>x &b;&f;</description></item>
            <item><guid>2</guid><description>The envoys met.</description></item></channel></rss>
            """);
    assertThat(outcome(bomb)).first().asString().startsWith("a.xml:1 invalid-feed");
    assertThat(outcome(bomb)).noneMatch(line -> line.contains("root") || line.contains("haha"));
  }

  @Test
  void brokenFeedKeepsTheEntriesBeforeTheBreak() throws IOException {
    Path feed =
        write(
            "a.rss",
            "<rss><channel><item><guid>1</guid><description>The envoys met.</description></item><item><guid>2</oops>");
    assertThat(outcome(feed)).containsExactly("1 summary", "a.rss:2 invalid-feed");
  }

  @Test
  void archivesGiveTheirPages() throws IOException {
    byte[] chunked =
        response(
            "Content-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n",
            chunks(PAGE.getBytes(StandardCharsets.UTF_8)));
    byte[] packed =
        response(
            "Content-Type: text/html\r\nContent-Encoding: gzip\r\n",
            gzip("<p>The envoys of Malta met.".getBytes(StandardCharsets.UTF_8)));
    byte[] plain =
        response(
            "Content-Type: text/plain\r\n", "The envoys left.".getBytes(StandardCharsets.UTF_8));
    byte[] all =
        join(
            warc("warcinfo", "", "software: x\r\n".getBytes(StandardCharsets.UTF_8), 0),
            warc("response", "https://h.example/1", chunked, 0),
            warc("response", "https://h.example/2", packed, 0),
            warc(
                "response",
                "https://h.example/3",
                "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nNo"
                    .getBytes(StandardCharsets.UTF_8),
                0),
            warc(
                "response",
                "https://h.example/4",
                response("Content-Type: image/png\r\n", new byte[9]),
                0),
            warc("response", "https://h.example/5", plain, 0));
    List<String> expected =
        List.of(
            "a.warc:1 other-record",
            "https://h.example/1",
            "https://h.example/2",
            "a.warc:4 other-status",
            "a.warc:5 other-media",
            "https://h.example/5");
    Path file = write("a.warc", all);
    assertThat(outcome(file)).isEqualTo(expected);
    Files.delete(file);
    assertThat(outcome(write("a.warc.gz", gzip(all))))
        .isEqualTo(expected.stream().map(it -> it.replace("a.warc:", "a.warc.gz:")).toList());
  }

  @Test
  void archiveWithWrongLengthsLosesThoseRecordsAlone() throws IOException {
    byte[] text =
        response(
            "Content-Type: text/plain\r\n", "The envoys met.".getBytes(StandardCharsets.UTF_8));
    byte[] all =
        join(
            warc("response", "https://h.example/1", text, 0),
            warc("response", "https://h.example/2", text, 40),
            warc("response", "https://h.example/3", text, -4),
            warc("response", "https://h.example/4", text, 0));
    assertThat(outcome(write("a.warc", all)))
        .containsExactly(
            "https://h.example/1",
            "a.warc:2 invalid-warc",
            "a.warc:3 invalid-warc",
            "https://h.example/4");
    assertThat(outcome(write("b.warc", Arrays.copyOf(all, all.length - 20))))
        .containsExactly(
            "https://h.example/1",
            "b.warc:2 invalid-warc",
            "b.warc:3 invalid-warc",
            "b.warc:4 cut-off");
    byte[] members = join(gzip(warc("response", "https://h.example/1", text, 0)), gzip(all));
    assertThat(outcome(write("c.warc.gz", Arrays.copyOf(members, members.length - 30))))
        .first()
        .isEqualTo("https://h.example/1");
  }

  private static byte[] warc(String type, String target, byte[] content, int wrongBy) {
    String header =
        "WARC/1.0\r\nWARC-Type: %s\r\n%sWARC-Date: 2031-05-03T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(
                type,
                target.isEmpty() ? "" : "WARC-Target-URI: " + target + "\r\n",
                type.equals("response")
                    ? "application/http; msgtype=response"
                    : "application/warc-fields",
                content.length + wrongBy);
    return join(
        header.getBytes(StandardCharsets.UTF_8),
        content,
        "\r\n\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] response(String headers, byte[] body) {
    return join(("HTTP/1.1 200 OK\r\n" + headers + "\r\n").getBytes(StandardCharsets.UTF_8), body);
  }

  private static byte[] chunks(byte[] body) {
    int half = body.length / 2;
    return join(
        (Integer.toHexString(half) + "\r\n").getBytes(StandardCharsets.UTF_8),
        Arrays.copyOf(body, half),
        ("\r\n" + Integer.toHexString(body.length - half) + "\r\n")
            .getBytes(StandardCharsets.UTF_8),
        Arrays.copyOfRange(body, half, body.length),
        "\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static List<Read> reads(Path file) {
    return new ArticleReader(Zoner.standard()).read(List.of(file)).toList();
  }

  private static Article one(Path file) {
    return ((Read.Ok) reads(file).get(0)).article();
  }

  private static List<String> warnings(Path file) {
    return ((Read.Ok) reads(file).get(0)).warnings().stream().map(Read.Warning::code).toList();
  }

  private static List<String> outcome(Path file) {
    return reads(file).stream().map(FormatsTest::outcome).toList();
  }

  private static String outcome(Read read) {
    if (read instanceof Read.Ok ok) {
      StringBuilder line = new StringBuilder(ok.article().id());
      ok.warnings().forEach(warning -> line.append(' ').append(warning.code()));
      return line.toString();
    }
    if (read instanceof Read.Rejected no) {
      return told(no.source(), no.line(), no.code());
    }
    if (read instanceof Read.Skipped no) {
      return told(no.source(), no.line(), no.code());
    }
    throw new AssertionError(read);
  }

  private static String told(String source, OptionalInt record, String code) {
    String number = record.isPresent() ? Integer.toString(record.getAsInt()) : "-";
    return "%s:%s %s".formatted(FileListing.name(Path.of(source)), number, code);
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path pack(String name, String text) throws IOException {
    return write(name, gzip(text.getBytes(StandardCharsets.UTF_8)));
  }
}
