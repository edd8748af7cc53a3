package org.chancery.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.chancery.ExitCode;
import org.chancery.Reason;
import org.chancery.UserException;
import org.chancery.archive.Digest;
import org.chancery.archive.Entry;
import org.chancery.archive.Ledger;
import org.chancery.graph.SortedNQuads;

/**
 * One version of a store as a ZIP file, which any other program can open: {@code graph.nq.gz} holds
 * the graphs as N-Quads, sorted by graph and then by bytes; {@code readings} and {@code ledger}
 * what the articles say, as the archive has it; {@code links/} the mappings; {@code
 * backup.properties} the counts; and {@code SHA256SUMS} the hashes of all of these, as {@code
 * sha256sum -c} takes them. Equal stores give equal bytes.
 */
final class BackupFile implements AutoCloseable {
  static final String GRAPH = "graph.nq.gz";
  static final String READINGS = "readings";
  static final String LEDGER = "ledger";
  private static final String LINKS = "links/";
  private static final String PROPERTIES = "backup.properties";
  private static final String SUMS = "SHA256SUMS";
  private static final String FORMAT = "1";

  /** More than this no list of hashes and no properties have. */
  private static final long MOST_TOLD = 1 << 20;

  /** A part that is held in memory as a whole has no more than this. */
  private static final long MOST_HELD = 1 << 30;

  /** No ledger and no mappings pack better than this: each of their lines has something new. */
  private static final long BEST_PACKED = 100;

  /** The first moment that a ZIP file can tell; the clock goes into no backup. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final Pattern LINKS_FILE = Pattern.compile("[a-z][a-z0-9.-]{0,60}\\.sssom\\.tsv");
  private static final Pattern SUM = Pattern.compile("([0-9a-f]{64})  (\\S+)");

  private final Path path;
  private final ZipFile zip;
  private final SortedMap<String, String> sums;
  private final Properties properties;

  private BackupFile(
      Path path, ZipFile zip, SortedMap<String, String> sums, Properties properties) {
    this.path = path;
    this.zip = zip;
    this.sums = sums;
    this.properties = properties;
  }

  /** Whether a file in a store's folder of links belongs to it, by its name. */
  static boolean isLinks(String name) {
    return LINKS_FILE.matcher(name).matches();
  }

  /** Whether a file is a backup, by what it is made of; whole it need not be. */
  static boolean isOne(Path path) {
    try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8)) {
      return zip.getEntry(PROPERTIES) != null && zip.getEntry(SUMS) != null;
    } catch (IOException other) {
      return false;
    }
  }

  /**
   * Writes a backup; call inside a read transaction.
   *
   * @param store for messages
   * @throws IOException if the stream does not take it
   * @throws UserException with {@link ExitCode#DATA} if the store is damaged
   */
  static void write(DatasetGraph dataset, Snapshot.Parts parts, Path store, OutputStream out)
      throws IOException {
    Ledger held = parts.ledger();
    Writer writer = new Writer(new ZipOutputStream(out));
    long[] quads = {0};
    writer.zip.setLevel(Deflater.NO_COMPRESSION);
    writer.add(GRAPH, entry -> quads[0] = writeGraphs(dataset, store, entry));
    if (quads[0] != held.quads()) {
      throw new UserException(
          ExitCode.DATA,
          "%s holds %d quads, and its ledger says %d. Run ./chancery verify --store %s."
              .formatted(store, quads[0], held.quads(), store));
    }
    writer.zip.setLevel(Deflater.DEFAULT_COMPRESSION);
    NavigableMap<String, Entry> entries = new TreeMap<>();
    writer.add(
        READINGS, entry -> entries.putAll(parts.archive().copy(held.entries().values(), entry)));
    // What was rewritten leaves gaps in a database; a restored one is loaded in one go.
    Ledger packed = new Ledger(entries, held.background(), 0, held.decisions());
    writer.add(LEDGER, entry -> entry.write(packed.bytes()));
    for (Map.Entry<String, byte[]> file : parts.links().entrySet()) {
      writer.add(LINKS + file.getKey(), entry -> entry.write(file.getValue()));
    }
    String properties =
        "format=%s\narticles=%d\nquads=%d\n%s"
            .formatted(
                FORMAT,
                entries.size(),
                quads[0],
                parts.base().map(base -> "base=" + base + "\n").orElse(""));
    writer.add(PROPERTIES, entry -> entry.write(properties.getBytes(StandardCharsets.UTF_8)));
    String sums = writer.sums.toString();
    writer.add(SUMS, entry -> entry.write(sums.getBytes(StandardCharsets.UTF_8)));
    writer.zip.finish();
  }

  private static long writeGraphs(DatasetGraph dataset, Path store, OutputStream entry)
      throws IOException {
    long count = 0;
    GZIPOutputStream packed = new GZIPOutputStream(entry, 1 << 16);
    for (Node name : Inspection.names(dataset)) {
      List<Quad> quads = new ArrayList<>();
      try {
        dataset.find(name, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add);
      } catch (RuntimeException broken) {
        throw new UserException(
            ExitCode.DATA,
            "%s: the graph %s cannot be read (%s). Run ./chancery verify --store %s."
                .formatted(store, name, broken.getMessage(), store),
            broken);
      }
      SortedNQuads.write(quads, packed);
      count += quads.size();
    }
    packed.finish();
    return count;
  }

  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  private static final class Writer {
    private final ZipOutputStream zip;
    private final StringBuilder sums = new StringBuilder();

    Writer(ZipOutputStream zip) {
      this.zip = zip;
    }

    void add(String name, Content content) throws IOException {
      ZipEntry entry = new ZipEntry(name);
      entry.setTimeLocal(NO_TIME);
      zip.putNextEntry(entry);
      MessageDigest hash = Digest.begin();
      try (OutputStream part =
          new BufferedOutputStream(new DigestOutputStream(new Unclosed(zip), hash), 1 << 16)) {
        content.write(part);
      }
      zip.closeEntry();
      sums.append("%s  %s\n".formatted(Digest.endWhole(hash), name));
    }
  }

  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() {}
  }

  /**
   * Opens a backup.
   *
   * @throws UserException if it is missing ({@link ExitCode#NO_INPUT}), is no backup, is cut off or
   *     was made by another version of Chancery ({@link ExitCode#DATA})
   */
  static BackupFile open(Path path) {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
    } catch (NoSuchFileException missing) {
      throw new UserException(
          ExitCode.NO_INPUT,
          "There is no file %s. Pass one that ./chancery backup wrote.".formatted(path),
          missing);
    } catch (ZipException broken) {
      throw damaged(path, "it is no ZIP file, or is cut off", broken);
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.IO, "%s cannot be read: %s.".formatted(path, Reason.of(failure)), failure);
    }
    try {
      return open(path, zip);
    } catch (IOException | RuntimeException failure) {
      try {
        zip.close();
      } catch (IOException again) {
        failure.addSuppressed(again);
      }
      throw failure instanceof IOException io ? unreadable(path, io) : (RuntimeException) failure;
    }
  }

  private static BackupFile open(Path path, ZipFile zip) throws IOException {
    SortedMap<String, String> sums = new TreeMap<>();
    for (String line : text(path, zip, SUMS).lines().toList()) {
      Matcher sum = SUM.matcher(line);
      if (!sum.matches()) {
        throw damaged(path, "its %s has a line \"%s\"".formatted(SUMS, line));
      }
      sums.put(sum.group(2), sum.group(1));
    }
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      String name = all.nextElement().getName();
      if (!name.equals(SUMS) && !sums.containsKey(name)) {
        throw damaged(path, "it holds \"%s\", which is no part of it".formatted(name));
      }
    }
    for (String needed : List.of(GRAPH, READINGS, LEDGER, PROPERTIES)) {
      if (!sums.containsKey(needed)) {
        throw damaged(path, "it holds no " + needed);
      }
    }
    Properties properties = new Properties();
    BackupFile backup = new BackupFile(path, zip, sums, properties);
    byte[] told = backup.read(PROPERTIES, in -> upTo(MOST_TOLD, in));
    try {
      properties.load(new StringReader(new String(told, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException malformed) {
      throw damaged(path, "%s: %s".formatted(PROPERTIES, malformed.getMessage()), malformed);
    }
    if (!FORMAT.equals(properties.getProperty("format"))) {
      throw new UserException(
          ExitCode.DATA,
          "%s was made by another version of Chancery. Restore it with that version."
              .formatted(path));
    }
    return backup;
  }

  private static String text(Path path, ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw damaged(path, "it holds no " + name);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(upTo(MOST_TOLD, in), StandardCharsets.UTF_8);
    }
  }

  /** A few bytes may unpack to more than the memory takes. */
  private static byte[] upTo(long most, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes((int) most);
    if (in.read() >= 0) {
      throw new ZipException("it unpacks to more than %d bytes".formatted(most));
    }
    return bytes;
  }

  /**
   * A part as a whole, held against its hash.
   *
   * @throws UserException with {@link ExitCode#DATA} if it is not as it was written, or unpacks to
   *     more than such a part can have
   */
  byte[] whole(String name) {
    ZipEntry entry = zip.getEntry(name);
    long packed = entry == null ? 0 : Math.max(0, entry.getCompressedSize());
    long most =
        Math.min(MOST_HELD, Math.min(packed, MOST_HELD / BEST_PACKED) * BEST_PACKED + MOST_TOLD);
    return read(name, in -> upTo(most, in));
  }

  /** The complaint about a file that is not as it was written. */
  UserException damaged(String how) {
    return damaged(path, how);
  }

  UserException damaged(String how, Throwable cause) {
    return damaged(path, how, cause);
  }

  private static UserException damaged(Path path, String how) {
    return new UserException(ExitCode.DATA, damage(path, how));
  }

  private static UserException damaged(Path path, String how, Throwable cause) {
    return new UserException(ExitCode.DATA, damage(path, how), cause);
  }

  private static String damage(Path path, String how) {
    return "%s is not what ./chancery backup wrote: %s. Take another backup; nothing was restored."
        .formatted(path, how);
  }

  UserException unreadable(IOException failure) {
    return unreadable(path, failure);
  }

  private static UserException unreadable(Path path, IOException failure) {
    return failure instanceof ZipException
        ? damaged(path, String.valueOf(failure.getMessage()), failure)
        : new UserException(
            ExitCode.IO, "%s cannot be read: %s.".formatted(path, Reason.of(failure)), failure);
  }

  /** Reads a part. */
  interface Reader<T> {
    T read(InputStream in) throws IOException;
  }

  /**
   * Reads a part and holds it against its hash.
   *
   * @throws UserException with {@link ExitCode#DATA} if it is not as it was written
   */
  <T> T read(String name, Reader<T> reader) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw damaged("it holds no " + name);
    }
    MessageDigest hash = Digest.begin();
    T value;
    try (InputStream in =
        new DigestInputStream(new BufferedInputStream(zip.getInputStream(entry), 1 << 16), hash)) {
      value = reader.read(new Unclosable(in));
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException failure) {
      throw DiskFault.isIn(failure)
          ? unreadable(failure)
          : damaged(path, name + ": " + failure.getMessage(), failure);
    }
    if (!Digest.endWhole(hash).equals(sums.get(name))) {
      throw damaged("the hash of its %s is wrong".formatted(name));
    }
    return value;
  }

  /** Parsers close what they are given; the rest of it must still be hashed. */
  private static final class Unclosable extends FilterInputStream {
    Unclosable(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }

  /** What the mappings' files hold, by name. */
  SortedMap<String, byte[]> links() {
    SortedMap<String, byte[]> links = new TreeMap<>();
    for (String name : sums.tailMap(LINKS).keySet()) {
      if (name.startsWith(LINKS)) {
        String file = name.substring(LINKS.length());
        if (!isLinks(file)) {
          throw damaged("it holds \"%s\", which is no file of mappings".formatted(name));
        }
        links.put(file, whole(name));
      }
    }
    return links;
  }

  /** How many quads the graphs have in all. */
  long quads() {
    try {
      return Long.parseUnsignedLong(properties.getProperty("quads", ""));
    } catch (NumberFormatException none) {
      throw damaged(path, "its %s does not tell how many quads it has".formatted(PROPERTIES), none);
    }
  }

  /**
   * What the IRIs of entities start with, if there are any.
   *
   * @throws UserException with {@link ExitCode#DATA} if it is no absolute IRI
   */
  Optional<String> base() {
    Optional<String> base = Optional.ofNullable(properties.getProperty("base"));
    if (base.isPresent() && !isIri(base.get())) {
      throw damaged("its %s has a base that is no IRI".formatted(PROPERTIES));
    }
    return base;
  }

  private static boolean isIri(String text) {
    // A line break in it would be a line of its own in the store's pointer.
    if (text.codePoints().anyMatch(c -> Character.isISOControl(c) || c == ' ' || c == '\\')) {
      return false;
    }
    try {
      return IRIx.create(text).isAbsolute();
    } catch (IRIException malformed) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }
}
