package org.chancery.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleReaderTest {
  private static final String TEXT = "The envoys met in Accra.";

  private final ArticleReader reader = new ArticleReader(Zoner.standard());
  private Path folder;

  @BeforeEach
  void freshFolder(@TempDir Path temporary) {
    folder = temporary;
  }

  @Test
  void foldersAreWalkedInTheOrderOfTheirPathsWithoutHiddenFiles() throws IOException {
    write("b.txt", TEXT);
    write("a/z.txt", TEXT);
    write("c.TXT", TEXT);
    write("notes.md", TEXT);
    write(".hidden.txt", TEXT);
    write(".git/x.txt", TEXT);
    assertThat(ids(folder))
        .containsExactly(
            "z",
            "b",
            "c",
            "notes.md other-kind: its name is not that of an article. Pass the file itself");
  }

  @Test
  void aNamedFileIsReadWhateverItsExtension() throws IOException {
    assertThat(ids(write("v1.2 notes.md", TEXT))).containsExactly("v1.2 notes");
  }

  @Test
  void theHashIsOfTheBytesAndTheByteOrderMarkIsNotInTheText() throws IOException {
    Article article = article(write("a.txt", "\ufeff" + TEXT));
    assertThat(article.text()).isEqualTo(TEXT);
    assertThat(article.contentHash())
        .hasSize(64)
        .isNotEqualTo(article(write("b.txt", TEXT)).contentHash());
    assertThat(article(write("c.txt", "abc")).contentHash())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void utf16IsReadWithItsByteOrderMark() throws IOException {
    byte[] big = ("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16BE);
    byte[] little = ("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16LE);
    assertThat(article(write("a.txt", big)).text()).isEqualTo(TEXT);
    assertThat(article(write("b.txt", little)).text()).isEqualTo(TEXT);
  }

  @Test
  void lineEndsStayInTheText() throws IOException {
    assertThat(article(write("a.txt", "One.\r\nTwo.\rThree.")).text())
        .isEqualTo("One.\r\nTwo.\rThree.");
  }

  @Test
  void badFilesAreNamedAndStopNoOther() throws IOException {
    write("a-good.txt", TEXT);
    write("b-empty.txt", "");
    write("c-blank.txt", " \n\u00a0\u200b");
    write("d-latin1.txt", "Caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    write("e-nul.txt", "ab\0c");
    write("f-large.txt", "a".repeat(ArticleReader.MAX_BYTES + 1));
    write("g-overlong.txt", new byte[] {'a', (byte) 0xC0, (byte) 0xAF});
    write("h-utf16.txt", new byte[] {(byte) 0xFE, (byte) 0xFF, (byte) 0xD8, 0, 0, 'a'});
    Files.createSymbolicLink(folder.resolve("i-link.txt"), folder.resolve("a-good.txt"));
    write("j-good.txt", TEXT);
    assertThat(reader.read(List.of(folder)).map(this::outcome))
        .containsExactly(
            "a-good",
            "b-empty.txt empty: the file is empty",
            "c-blank.txt blank: the file holds nothing but blanks",
            "d-latin1.txt invalid-utf8: not UTF-8 at byte offset 3 (0xE9). Convert the file to"
                + " UTF-8",
            "e-nul.txt binary: NUL at byte offset 2, so it is no text. Pass a text file",
            "f-large.txt too-large: larger than 10000000 bytes. Split the file",
            "g-overlong.txt invalid-utf8: not UTF-8 at byte offset 1 (0xC0). Convert the file to"
                + " UTF-8",
            "h-utf16.txt invalid-utf16: not UTF-16 at byte offset 2 (0xD8). Convert the file to"
                + " UTF-8",
            "i-link.txt symbolic-link: links inside a folder are not followed. Pass --follow, or the"
                + " file itself",
            "j-good");
  }

  @Test
  void failingDisksRejectTheFileAlone() throws IOException {
    write("a.txt", TEXT);
    write("b.txt", TEXT);
    write("c.txt", TEXT);
    write("d.txt", TEXT);
    ArticleReader onBadDisk =
        new ArticleReader(
            Zoner.standard(),
            file ->
                switch (FileListing.name(file)) {
                  case "a.txt" -> throw new AccessDeniedException(file.toString());
                  case "b.txt" -> throw new NoSuchFileException(file.toString());
                  case "c.txt" -> broken();
                  default -> new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8));
                },
            ArticleReader.Options.USUAL);
    assertThat(onBadDisk.read(List.of(folder)).map(this::outcome))
        .containsExactly(
            "a.txt unreadable: no permission to read it. Check the file and its permissions",
            "b.txt vanished: the file was there and is gone. Run again",
            "c.txt unreadable: sector 9 is bad. Check the file and its permissions",
            "d");
  }

  @Test
  void devicesAreNeverOpened() {
    assertThat(reader.read(List.of(Path.of("/dev/null"))))
        .singleElement()
        .isInstanceOfSatisfying(
            Read.Rejected.class, it -> assertThat(it.code()).isEqualTo("not-a-file"));
  }

  @Test
  void aSecondTextOfOneIdIsRejectedAndACopyPassedOver() throws IOException {
    write("1/a.txt", TEXT);
    write("2/a.txt", TEXT);
    write("3/a.txt", "The envoys parted.");
    assertThat(reader.read(List.of(folder)).map(this::outcome))
        .containsExactly(
            "a",
            "a.txt copy: the same as " + folder.resolve("1/a.txt"),
            "a.txt duplicate-id: the id \"a\" already belongs to %s, whose text differs. Rename one"
                    .formatted(folder.resolve("1/a.txt"))
                + " of them");
  }

  @Test
  void aMissingPathStopsBeforeAnythingIsRead() throws IOException {
    Path missing = folder.resolve("no\nsuch.txt");
    assertThatThrownBy(() -> reader.read(List.of(write("a.txt", TEXT), missing)))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.NO_INPUT))
        .hasMessageContaining("no\\u000asuch.txt is not there.");
  }

  @Test
  void aFolderWithoutArticlesSaysSo() {
    assertThatThrownBy(() -> reader.read(List.of(folder)))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("There is no such file in " + folder);
  }

  @Test
  void everyPassStartsAfresh() throws IOException {
    write("a.txt", TEXT);
    assertThat(ids(folder)).isEqualTo(ids(folder)).containsExactly("a");
  }

  private static InputStream broken() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("sector 9 is bad");
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        return read();
      }
    };
  }

  private String outcome(Read read) {
    if (read instanceof Read.Ok ok) {
      return ok.article().id();
    }
    if (read instanceof Read.Rejected rejected) {
      return "%s %s: %s"
          .formatted(
              FileListing.name(Path.of(rejected.source())), rejected.code(), rejected.reason());
    }
    if (read instanceof Read.Skipped skipped) {
      return "%s %s: %s"
          .formatted(FileListing.name(Path.of(skipped.source())), skipped.code(), skipped.reason());
    }
    throw new AssertionError("no outcome for " + read);
  }

  private List<String> ids(Path path) {
    return reader.read(List.of(path)).map(this::outcome).toList();
  }

  private Article article(Path path) {
    return reader
        .read(List.of(path))
        .map(read -> ((Read.Ok) read).article())
        .findFirst()
        .orElseThrow();
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolve("..").normalize());
    return Files.write(file, bytes);
  }
}
