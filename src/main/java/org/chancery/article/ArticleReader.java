package org.chancery.article;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipException;

/**
 * From files to articles. A bad file becomes a {@link Read.Rejected} and never stops the others,
 * and neither does a bad line of a JSON Lines file, entry of a feed or record of a web archive.
 *
 * <p>A file is a text, a page, JSON Lines, a feed or a web archive, packed or not, by how it begins
 * and by its name ({@link Format}). Texts are UTF-8, or UTF-16 with a byte order mark; pages are
 * what they say they are; a byte order mark is not part of the text.
 */
public final class ArticleReader {
  /** Larger articles are rejected. */
  public static final int MAX_BYTES = 10_000_000;

  /**
   * How inputs are taken.
   *
   * @param fields which keys of JSON Lines hold what
   * @param follow whether links inside folders are followed
   */
  public record Options(JsonFields fields, boolean follow) {
    /** As they are taken unless a person says otherwise. */
    public static final Options USUAL = new Options(JsonFields.USUAL, false);
  }

  /** How a file is opened; tests put failing disks here. */
  interface Opener {
    InputStream open(Path file) throws IOException;
  }

  private final Zoner zoner;
  private final Opener opener;
  private final Options options;
  private final Meter meter = new Meter();

  public ArticleReader(Zoner zoner) {
    this(zoner, Options.USUAL);
  }

  public ArticleReader(Zoner zoner, Options options) {
    this(zoner, ArticleReader::open, options);
  }

  ArticleReader(Zoner zoner, Opener opener, Options options) {
    this.zoner = zoner;
    this.opener = opener;
    this.options = options;
  }

  private static InputStream open(Path file) throws IOException {
    return file.equals(FileListing.STANDARD_INPUT) ? System.in : Files.newInputStream(file);
  }

  /** How far reading has come. */
  public Meter meter() {
    return meter;
  }

  /**
   * The bytes of all files that the paths lead to, without those of standard input; what cannot be
   * looked at counts for nothing.
   *
   * @throws org.chancery.UserException if a path is not there, or no path leads to a file
   */
  public long size(List<Path> paths) {
    FileListing listing = FileListing.of(paths, options.follow());
    long size = 0;
    while (listing.hasNext()) {
      FileListing.Entry entry = listing.next();
      if (entry.defect().isEmpty() && Files.isRegularFile(entry.path())) {
        try {
          size += Files.size(entry.path());
        } catch (IOException gone) {
          // It is told when its turn comes.
        }
      }
    }
    return size;
  }

  /**
   * Reads files, and the files below folders whose names say that they hold articles, one article
   * at a time as the stream is consumed: the paths in the order given, within a folder sorted by
   * path. The path {@code -} is standard input. Hidden files and folders are passed over, and what
   * repeats the id and the bytes of an earlier article is a {@link Read.Skipped}. Close a stream
   * that is not consumed to its end.
   *
   * @throws org.chancery.UserException if a path is not there, or no path leads to a file
   */
  public Stream<Read> read(List<Path> paths) {
    Reading reading = new Reading(FileListing.of(paths, options.follow()));
    // An iterator of our own: that of a flat-mapped stream would hold all lines of a file at once.
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(reading, Spliterator.ORDERED), false)
        .onClose(reading::close);
  }

  /** One pass over the files: remembers which ids it has seen. */
  private final class Reading implements Iterator<Read> {
    private final Map<String, Seen> seenById = new HashMap<>();
    private final Iterator<FileListing.Entry> files;
    private String source = "";
    private Optional<Records> records = Optional.empty();
    private Optional<Read> ahead = Optional.empty();

    private Reading(Iterator<FileListing.Entry> files) {
      this.files = files;
    }

    private record Seen(String hash, String source) {}

    @Override
    public boolean hasNext() {
      while (ahead.isEmpty() && (records.isPresent() || files.hasNext())) {
        if (records.isPresent()) {
          Optional<Records.Item> item = records.get().next();
          records = records.filter(open -> item.isPresent());
          ahead = item.map(this::outcome);
        } else {
          ahead = enter(files.next());
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
      records.ifPresent(Records::close);
    }

    /** Opens a file; what is told if that cannot be. */
    private Optional<Read> enter(FileListing.Entry entry) {
      source = entry.source();
      if (entry.defect().isPresent()) {
        return entry.defect();
      }
      try {
        records = Optional.of(records(entry.path()));
        return Optional.empty();
      } catch (Decoder.Unreadable e) {
        return Optional.of(new Read.Rejected(source, e.code(), e.reason()));
      } catch (IOException e) {
        return Optional.of(Unpacked.broken(source, OptionalInt.empty(), e));
      }
    }

    private Records records(Path file) throws IOException, Decoder.Unreadable {
      boolean input = file.equals(FileListing.STANDARD_INPUT);
      String name = FileListing.name(file);
      if (!input) {
        requireFile(file);
      }
      InputStream in = opener.open(file);
      try {
        InputStream unpacked = unpacked(meter.counted(in), name);
        byte[] start = start(unpacked);
        String id = input ? "stdin" : id(name);
        return switch (Format.of(input ? Optional.empty() : Format.named(name), start)) {
          case TEXT -> new WholeFile(source, id, unpacked, false);
          case PAGE -> new WholeFile(source, id, unpacked, true);
          case LINES -> new JsonLines(source, unpacked, options.fields());
          case ARCHIVE -> new WebArchive(source, unpacked);
          case FEED -> new Feed(source, unpacked);
        };
      } catch (IOException | Decoder.Unreadable e) {
        in.close();
        throw e;
      }
    }

    private Read outcome(Records.Item item) {
      if (item instanceof Records.Item.Told told) {
        return told.read();
      }
      if (item instanceof Records.Item.Found found) {
        Draft draft = found.draft();
        try {
          return article(draft);
        } catch (Decoder.Unreadable e) {
          return new Read.Rejected(source, draft.record(), e.code(), e.reason());
        }
      }
      throw new AssertionError("no outcome of " + item);
    }

    private Read article(Draft draft) throws Decoder.Unreadable {
      Seen before = seenById.get(draft.id());
      if (before != null && before.hash().equals(draft.hash())) {
        return new Read.Skipped(source, draft.record(), "copy", "the same as " + before.source());
      }
      if (before != null) {
        throw new Decoder.Unreadable(
            "duplicate-id",
            "the id \"%s\" already belongs to %s, whose text differs. Rename one of them"
                .formatted(OneLine.of(draft.id()), before.source()));
      }
      Article article =
          zoner.article(draft, new Origin(source, draft.record(), draft.head().url()));
      requireEnglish(article);
      String where =
          draft.record().isPresent()
              ? "%s, %s %d".formatted(source, word(), draft.record().getAsInt())
              : source;
      seenById.put(draft.id(), new Seen(draft.hash(), where));
      return new Read.Ok(article, draft.bytes(), draft.warnings());
    }

    private String word() {
      return records.orElseThrow() instanceof JsonLines ? "line" : "record";
    }
  }

  private static void requireEnglish(Article article) throws Decoder.Unreadable {
    String body =
        article
            .zones(Zone.Kind.BODY)
            .map(zone -> zone.span().of(article.text()))
            .collect(Collectors.joining("\n"));
    Optional<String> foreign = Language.standard().foreign(body);
    if (foreign.isPresent()) {
      throw new Decoder.Unreadable(
          "not-english",
          "the text is %s, and only English is read. Leave it out".formatted(foreign.get()));
    }
  }

  /** What a file holds, from its start, whether it is packed or not. */
  private static InputStream unpacked(InputStream in, String name)
      throws IOException, Decoder.Unreadable {
    BufferedInputStream buffered = new BufferedInputStream(in);
    buffered.mark(2);
    boolean packed = buffered.read() == 0x1F && buffered.read() == 0x8B;
    buffered.reset();
    if (!packed && !name.endsWith(".gz")) {
      return buffered;
    }
    try {
      return new BufferedInputStream(new Unpacked(buffered));
    } catch (ZipException | EOFException e) {
      throw new Decoder.Unreadable(
          "invalid-gzip", "not in the format of gzip. Pack it again, or rename it");
    }
  }

  /** The first bytes, which are read again afterwards. */
  private static byte[] start(InputStream in) throws IOException {
    in.mark(Format.START + 1);
    try {
      return in.readNBytes(Format.START);
    } catch (ZipException | EOFException | Unpacked.Inflates broken) {
      // Told when what comes before it has been read.
      return new byte[0];
    } finally {
      in.reset();
    }
  }

  private static void requireFile(Path file) throws Decoder.Unreadable {
    // Opening a pipe would wait for its writer, and a device never ends.
    if (!Files.isRegularFile(file) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new Decoder.Unreadable("not-a-file", "not a regular file. Pass a text file");
    }
  }

  /** The name without the extensions that tell what the file is. */
  private static String id(String name) throws Decoder.Unreadable {
    String bare =
        name.endsWith(".gz") && name.length() > 3 ? name.substring(0, name.length() - 3) : name;
    int dot = bare.lastIndexOf('.');
    String id = dot > 0 ? bare.substring(0, dot) : bare;
    if (id.indexOf('\uFFFD') >= 0) {
      throw new Decoder.Unreadable(
          "invalid-name",
          "its name is no text, and an article is known by its name. Rename it,"
              + " or run with LC_ALL=C.UTF-8");
    }
    return id;
  }
}
