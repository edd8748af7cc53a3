package org.chancery.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.claims.ArticleReading;

/**
 * A folder of readings. Each build appends its own to a segment of its own, {@code segment-N}, and
 * leaves a ledger, {@code ledger-N}, that says where everything lies; neither is ever changed
 * afterwards.
 *
 * <p>Reading is safe for use by several threads.
 */
public final class Archive implements AutoCloseable {
  private static final Pattern FILE = Pattern.compile("(segment|ledger)-([0-9]{1,9})");

  private static final Pattern DRAFT = Pattern.compile("ledger-[0-9]{1,9}\\.new");

  /** More segments than this are put together: each costs an open file. */
  private static final int MOST_SEGMENTS = 64;

  private static final Comparator<Entry> BY_PLACE =
      Comparator.<Entry>comparingInt(entry -> entry.place().segment())
          .thenComparingLong(entry -> entry.place().offset());

  private final Path folder;
  private final Map<Integer, FileChannel> open = new HashMap<>();
  private final Set<Integer> begun = new HashSet<>();

  /** The archive in a folder, which need not be there yet. */
  public Archive(Path folder) {
    this.folder = folder;
  }

  /**
   * The ledger of a version, if it has one.
   *
   * @throws UserException if it is damaged
   */
  public Optional<Ledger> ledger(int version) {
    return Ledger.read(folder.resolve("ledger-" + version));
  }

  /** The versions that have a ledger. */
  public Set<Integer> ledgers() throws IOException {
    return Files.isDirectory(folder) ? Set.copyOf(numbers("ledger")) : Set.of();
  }

  /** Writes the ledger of a version, or replaces it in one step, and forces it to disk. */
  public void write(int version, Ledger ledger) throws IOException {
    Files.createDirectories(folder);
    Path draft = folder.resolve("ledger-" + version + ".new");
    ledger.write(draft);
    Files.move(
        draft,
        folder.resolve("ledger-" + version),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    Durable.force(folder);
  }

  /**
   * Gives back what an article says.
   *
   * @throws UserException if the record is damaged or of an unknown format
   */
  public ArticleReading read(Entry entry) {
    try {
      return ReadingCodec.decode(bytes(entry));
    } catch (IOException broken) {
      throw damaged(entry, broken);
    }
  }

  private UserException damaged(Entry entry, IOException broken) {
    return new UserException(
        ExitCode.DATA,
        "%s: what was read of article \"%s\" is damaged or of another version of Chancery (%s). Build that article again: ./chancery build ITS_FILE, with the same --store."
            .formatted(segment(entry.place().segment()), entry.article(), broken.getMessage()),
        broken);
  }

  /** They name each other: a build or removal of fewer of them would stop at the rest. */
  private UserException damaged(List<Entry> entries) {
    List<String> articles = entries.stream().map(Entry::article).sorted().toList();
    return new UserException(
        ExitCode.DATA,
        "%s: what was read of %d articles is damaged or of another version of Chancery: %s. Build or remove these together: ./chancery build THEIR_FILES, or ./chancery remove with all of these identifiers, with the same --store."
            .formatted(
                folder,
                articles.size(),
                articles.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "))));
  }

  /**
   * Readings one at a time, in the order in which they lie; may be gone through repeatedly. Damaged
   * ones are passed over until the end, where a {@link UserException} names them all.
   */
  public Iterable<ArticleReading> readings(Collection<Entry> entries) {
    List<Entry> ordered = inOrder(entries);
    return () -> new SoundReadings(ordered.iterator());
  }

  /** Reads one ahead, as only that tells whether there is another. */
  private final class SoundReadings implements Iterator<ArticleReading> {
    private final Iterator<Entry> left;
    private final List<Entry> damaged = new ArrayList<>();
    private Optional<UserException> first = Optional.empty();
    private Optional<ArticleReading> next = Optional.empty();

    SoundReadings(Iterator<Entry> left) {
      this.left = left;
    }

    @Override
    public boolean hasNext() {
      while (next.isEmpty() && left.hasNext()) {
        Entry entry = left.next();
        try {
          next = Optional.of(ReadingCodec.decode(bytes(entry)));
        } catch (IOException broken) {
          damaged.add(entry);
          first = first.or(() -> Optional.of(damaged(entry, broken)));
        }
      }
      if (next.isEmpty() && first.isPresent()) {
        throw damaged.size() == 1 ? first.get() : damaged(damaged);
      }
      return next.isPresent();
    }

    @Override
    public ArticleReading next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      ArticleReading reading = next.orElseThrow();
      next = Optional.empty();
      return reading;
    }
  }

  /**
   * Opens what holds these readings, so that they can be read even if a build removes it meanwhile.
   *
   * @throws IOException if some of it is gone; the rest is open all the same
   */
  public void hold(Collection<Entry> entries) throws IOException {
    Optional<IOException> first = Optional.empty();
    for (int segment : segments(entries)) {
      try {
        channel(segment);
      } catch (IOException gone) {
        first = first.or(() -> Optional.of(gone));
      }
    }
    if (first.isPresent()) {
      throw first.get();
    }
  }

  /**
   * Copies readings, one behind the other.
   *
   * @return the same articles with their readings in a single segment
   * @throws UserException if a record is damaged
   */
  public NavigableMap<String, Entry> copy(Collection<Entry> entries, OutputStream out)
      throws IOException {
    NavigableMap<String, Entry> copied = new TreeMap<>();
    long offset = 0;
    for (Entry entry : inOrder(entries)) {
      byte[] record;
      try {
        record = bytes(entry);
      } catch (IOException broken) {
        throw damaged(entry, broken);
      }
      out.write(record);
      copied.put(
          entry.article(), entry.at(new Place(1, offset, record.length, entry.place().digest())));
      offset += record.length;
    }
    return copied;
  }

  /** Entries in the order in which their readings lie. */
  public static List<Entry> inOrder(Collection<Entry> entries) {
    return entries.stream().sorted(BY_PLACE).toList();
  }

  /** Whether an article's record is as it was written and of the present format. */
  public boolean isSound(Entry entry) {
    try {
      return new Wire.In(bytes(entry)).number() == ReadingCodec.FORMAT;
    } catch (IOException broken) {
      return false;
    }
  }

  private byte[] bytes(Entry entry) throws IOException {
    Place place = entry.place();
    ByteBuffer buffer = ByteBuffer.allocate(place.length());
    FileChannel channel = channel(place.segment());
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, place.offset() + buffer.position()) < 0) {
        throw new IOException("the file is cut off");
      }
    }
    if (!Digest.hex(buffer.array()).equals(place.digest())) {
      throw new IOException("its hash is wrong");
    }
    return buffer.array();
  }

  private synchronized FileChannel channel(int segment) throws IOException {
    FileChannel known = open.get(segment);
    if (known == null) {
      try {
        known = FileChannel.open(segment(segment), StandardOpenOption.READ);
      } catch (NoSuchFileException gone) {
        throw new IOException("the file is gone", gone);
      }
      open.put(segment, known);
    }
    return known;
  }

  private Path segment(int number) {
    return folder.resolve("segment-" + number);
  }

  /** Takes the readings of one build. */
  public static final class Writer implements AutoCloseable {
    private final int segment;
    private final FileChannel channel;
    private final OutputStream out;
    private long offset;

    private Writer(int segment, FileChannel channel) {
      this.segment = segment;
      this.channel = channel;
      this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /**
     * Appends a reading.
     *
     * @param engine version of what read it
     */
    public Entry append(ArticleReading reading, String engine) throws IOException {
      return new Entry(
          reading.article().id(),
          reading.article().contentHash(),
          engine,
          reading.article().title(),
          reading.article().publishedOn(),
          reading.silent().size(),
          append(ReadingCodec.encode(reading)),
          Optional.empty());
    }

    /**
     * Appends readings that {@link Archive#copy} gave.
     *
     * @param entries where they lie in what is read, without gaps
     * @return the same articles with their readings here
     * @throws IOException if what is read ends too early, goes on, or is not as it was written
     * @throws UncheckedIOException if the segment cannot be written
     */
    public NavigableMap<String, Entry> append(Collection<Entry> entries, InputStream in)
        throws IOException {
      NavigableMap<String, Entry> appended = new TreeMap<>();
      for (Entry entry : inOrder(entries)) {
        byte[] record = in.readNBytes(entry.place().length());
        if (!Digest.hex(record).equals(entry.place().digest())) {
          throw new IOException("what was read of \"%s\" is damaged".formatted(entry.article()));
        }
        try {
          appended.put(entry.article(), entry.at(append(record)));
        } catch (IOException unwritten) {
          throw new UncheckedIOException(unwritten);
        }
      }
      if (in.read() >= 0) {
        throw new IOException("there are more readings than articles");
      }
      return appended;
    }

    private Place append(byte[] record) throws IOException {
      out.write(record);
      Place place = new Place(segment, offset, record.length, Digest.hex(record));
      offset += record.length;
      return place;
    }

    /** Makes what was appended readable. */
    public void flush() throws IOException {
      out.flush();
    }

    /** Forces all to disk. */
    public void force() throws IOException {
      out.flush();
      channel.force(true);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** Begins a segment. */
  public Writer begin() throws IOException {
    Files.createDirectories(folder);
    int segment = numbers("segment").stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    begun.add(segment);
    return new Writer(
        segment,
        FileChannel.open(
            segment(segment), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  private List<Integer> numbers(String kind) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> FILE.matcher(file.getFileName().toString()))
          .filter(own -> own.matches() && own.group(1).equals(kind))
          .map(own -> Integer.valueOf(own.group(2)))
          .toList();
    }
  }

  /**
   * The same articles with their readings moved to a new segment if more than half of what lies in
   * the old ones is of use to none of them, or if there are too many segments.
   */
  public NavigableMap<String, Entry> tidied(NavigableMap<String, Entry> entries, Writer to)
      throws IOException {
    Set<Integer> segments = segments(entries.values());
    long kept =
        entries.values().stream()
            .filter(entry -> entry.place().segment() != to.segment)
            .mapToLong(entry -> entry.place().length())
            .sum();
    long held = 0;
    for (int segment : segments) {
      held += segment == to.segment || Files.notExists(segment(segment)) ? 0 : size(segment);
    }
    if (kept * 2 >= held && segments.size() <= MOST_SEGMENTS) {
      return entries;
    }
    NavigableMap<String, Entry> moved = new TreeMap<>(entries);
    for (Entry entry : inOrder(entries.values())) {
      if (entry.place().segment() != to.segment) {
        byte[] record;
        try {
          record = bytes(entry);
        } catch (IOException broken) {
          // It stays where it is: whoever reads it is told.
          continue;
        }
        moved.put(entry.article(), entry.at(to.append(record)));
      }
    }
    return moved;
  }

  private long size(int segment) throws IOException {
    return Files.size(segment(segment));
  }

  private static Set<Integer> segments(Collection<Entry> entries) {
    return entries.stream()
        .map(entry -> entry.place().segment())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Removes what a version does not need; what cannot be removed waits for the next time. */
  public void keepOnly(int version, Ledger ledger) {
    Set<Integer> needed = segments(ledger.entries().values());
    remove((kind, number) -> kind.equals("ledger") ? number == version : needed.contains(number));
  }

  /** Removes everything. */
  public void clear() {
    remove((kind, number) -> false);
  }

  /** Removes the segments that were begun here, which nobody will need. */
  public void discard() {
    remove((kind, number) -> !(kind.equals("segment") && begun.contains(number)));
  }

  /** Removes the ledger of a version that did not come to be. */
  public void discardLedger(int version) {
    remove((kind, number) -> !(kind.equals("ledger") && number == version));
  }

  private interface Keep {
    boolean test(String kind, int number);
  }

  private void remove(Keep keep) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        Matcher own = FILE.matcher(name);
        if (DRAFT.matcher(name).matches()) {
          // Of a build that was killed while it wrote its ledger.
          Files.delete(file);
        } else if (own.matches() && !keep.test(own.group(1), Integer.parseInt(own.group(2)))) {
          Files.delete(file);
        }
      }
    } catch (IOException harmless) {
      // Nothing points to it.
    }
  }

  @Override
  public synchronized void close() {
    try {
      for (FileChannel channel : open.values()) {
        channel.close();
      }
      open.clear();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
