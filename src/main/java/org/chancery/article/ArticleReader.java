package org.chancery.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * From files to articles. A bad file becomes a {@link Read.Rejected} and never stops the others.
 *
 * <p>Files are UTF-8, or UTF-16 with a byte order mark; a byte order mark is not part of the text.
 */
public final class ArticleReader {
  /** Larger files are rejected. */
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
   * Reads files and the {@code .txt} files below folders, one at a time as the stream is consumed:
   * the paths in the order given, within a folder sorted by path. Hidden files and folders are
   * passed over, and so is a file that repeats the name and the bytes of an earlier one.
   *
   * @throws org.chancery.UserException if a path is not there, or no path leads to a file
   */
  public Stream<Read> read(List<Path> paths) {
    Iterator<FileListing.Entry> entries = FileListing.of(paths).iterator();
    Reading reading = new Reading();
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(entries, Spliterator.ORDERED), false)
        .flatMap(entry -> reading.next(entry).stream());
  }

  /** One pass over the files: remembers which ids it has seen. */
  private final class Reading {
    private final Map<String, Seen> seenById = new HashMap<>();

    private record Seen(String hash, String source) {}

    private Optional<Read> next(FileListing.Entry entry) {
      String source = entry.source();
      if (entry.defect().isPresent()) {
        return Optional.of(entry.defect().get());
      }
      try {
        byte[] bytes = bytes(entry.path());
        String hash = sha256(bytes);
        String text = Decoder.text(bytes);
        String id = id(entry.path());
        Seen seen = seenById.get(id);
        if (seen != null) {
          return seen.hash().equals(hash)
              ? Optional.empty()
              : Optional.of(
                  new Read.Rejected(
                      source,
                      "duplicate-id",
                      "the id \"%s\" already belongs to %s, whose text differs. Rename one of them"
                          .formatted(id, seen.source())));
        }
        seenById.put(id, new Seen(hash, source));
        return Optional.of(new Read.Ok(zoner.article(id, text, hash)));
      } catch (Decoder.Unreadable e) {
        return Optional.of(new Read.Rejected(source, e.code(), e.reason()));
      } catch (NoSuchFileException e) {
        return Optional.of(
            new Read.Rejected(source, "vanished", "the file was there and is gone. Run again"));
      } catch (IOException e) {
        return Optional.of(FileListing.unreadable(source, e));
      }
    }

    private byte[] bytes(Path file) throws IOException, Decoder.Unreadable {
      // Opening a pipe would wait for its writer, and a device never ends.
      if (!Files.isRegularFile(file) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new Decoder.Unreadable("not-a-file", "not a regular file. Pass a text file");
      }
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
