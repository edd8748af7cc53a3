package org.chancery.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * From files to articles. A bad file becomes a {@link Read.Rejected} and never stops the others,
 * and neither does a bad line of a JSON Lines file.
 *
 * <p>Text files are UTF-8, or UTF-16 with a byte order mark; a byte order mark is not part of the
 * text. Files named {@code *.jsonl} and {@code *.jsonl.gz} hold a JSON object on each line, in
 * UTF-8, with an article's {@code id}, {@code title}, {@code published} (a day such as {@code
 * 2031-05-03}) and {@code text} or, if there is none, {@code html}. The text of such an article is
 * the title, a line {@code date 2031-05-03}, a blank line and then the text of the field or of the
 * page; its hash is that of the line's bytes without the line's end.
 */
public final class ArticleReader {
  /** Larger text files are rejected, and so are larger lines of JSON Lines files. */
  public static final int MAX_BYTES = 10_000_000;

  /** How a file is opened; tests put failing disks here. */
  interface Opener {
    InputStream open(Path file) throws IOException;
  }

  private final Zoner zoner;
  private final Opener opener;

  public ArticleReader(Zoner zoner) {
    this(zoner, Files::newInputStream);
  }

  ArticleReader(Zoner zoner, Opener opener) {
    this.zoner = zoner;
    this.opener = opener;
  }

  /**
   * Reads files and the {@code .txt}, {@code .jsonl} and {@code .jsonl.gz} files below folders, one
   * article at a time as the stream is consumed: the paths in the order given, within a folder
   * sorted by path. Hidden files and folders are passed over, and so is an article that repeats the
   * id and the bytes of an earlier one. Close a stream that is not consumed to its end.
   *
   * @throws org.chancery.UserException if a path is not there, or no path leads to a file
   */
  public Stream<Read> read(List<Path> paths) {
    Reading reading = new Reading(FileListing.of(paths).iterator());
    // An iterator of our own: that of a flat-mapped stream would hold all lines of a file at once.
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(reading, Spliterator.ORDERED), false)
        .onClose(reading::close);
  }

  /** One pass over the files: remembers which ids it has seen. */
  private final class Reading implements Iterator<Read> {
    private final Map<String, Seen> seenById = new HashMap<>();
    private final Iterator<FileListing.Entry> files;
    private Optional<JsonLines> lines = Optional.empty();
    private Optional<Read> ahead = Optional.empty();

    private Reading(Iterator<FileListing.Entry> files) {
      this.files = files;
    }

    private record Seen(String hash, String source) {}

    @Override
    public boolean hasNext() {
      while (ahead.isEmpty() && (lines.isPresent() || files.hasNext())) {
        if (lines.isPresent()) {
          ahead = lines.get().next(this::line);
          lines = lines.filter(open -> ahead.isPresent());
        } else {
          ahead = next(files.next());
        }
      }
      return ahead.isPresent();
    }

    @Override
    public Read next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Read next = ahead.orElseThrow();
      ahead = Optional.empty();
      return next;
    }

    private void close() {
      lines.ifPresent(JsonLines::close);
    }

    /** What a file is, unless its lines are to be asked. */
    private Optional<Read> next(FileListing.Entry entry) {
      String source = entry.source();
      if (entry.defect().isPresent()) {
        return entry.defect();
      }
      try {
        if (FileListing.isJsonLines(entry.path())) {
          lines = Optional.of(lines(entry.path()));
          return Optional.empty();
        }
        byte[] bytes = bytes(entry.path());
        String hash = sha256(bytes);
        String text = Decoder.text(bytes);
        String id = id(entry.path());
        return isNew(id, hash, source)
            ? Optional.of(new Read.Ok(zoner.article(id, text, hash)))
            : Optional.empty();
      } catch (Decoder.Unreadable e) {
        return Optional.of(new Read.Rejected(source, e.code(), e.reason()));
      } catch (IOException e) {
        return Optional.of(FileListing.unreadable(source, e));
      }
    }

    private Optional<Read> line(byte[] bytes, String where) throws Decoder.Unreadable {
      JsonLine line = JsonLine.of(bytes);
      String hash = sha256(bytes);
      return isNew(line.id(), hash, where)
          ? Optional.of(
              new Read.Ok(
                  zoner.article(line.id(), line.title(), line.published(), line.body(), hash)))
          : Optional.empty();
    }

    /** Whether the article is to be told; a copy of an earlier one is not. */
    private boolean isNew(String id, String hash, String where) throws Decoder.Unreadable {
      Seen seen = seenById.putIfAbsent(id, new Seen(hash, where));
      if (seen != null && !seen.hash().equals(hash)) {
        throw new Decoder.Unreadable(
            "duplicate-id",
            "the id \"%s\" already belongs to %s, whose text differs. Rename one of them"
                .formatted(id, seen.source()));
      }
      return seen == null;
    }

    private JsonLines lines(Path file) throws IOException, Decoder.Unreadable {
      requireFile(file);
      InputStream in = opener.open(file);
      try {
        return JsonLines.of(file, in);
      } catch (IOException | Decoder.Unreadable e) {
        in.close();
        throw e;
      }
    }

    private byte[] bytes(Path file) throws IOException, Decoder.Unreadable {
      requireFile(file);
      try (InputStream in = opener.open(file)) {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
          throw new Decoder.Unreadable(
              "too-large", "larger than %d bytes. Split the file".formatted(MAX_BYTES));
        }
        return bytes;
      }
    }
  }

  private static void requireFile(Path file) throws Decoder.Unreadable {
    // Opening a pipe would wait for its writer, and a device never ends.
    if (!Files.isRegularFile(file) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new Decoder.Unreadable("not-a-file", "not a regular file. Pass a text file");
    }
  }

  private static String id(Path file) {
    String name = FileListing.name(file);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
