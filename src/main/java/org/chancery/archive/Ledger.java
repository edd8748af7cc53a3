package org.chancery.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.ExitCode;
import org.chancery.Reason;
import org.chancery.UserException;

/**
 * What one version of a store is made of.
 *
 * @param entries the articles, by identifier
 * @param background the graphs that belong to no article, by name
 * @param rewritten how many quads were added or removed since the database was last loaded in one
 *     go
 * @param decisions how many decisions of a curator the version was made with
 */
public record Ledger(
    NavigableMap<String, Entry> entries,
    NavigableMap<String, GraphNote> background,
    long rewritten,
    int decisions) {
  private static final int FORMAT = 2;

  /** Without the number of decisions. */
  private static final int FORMER_FORMAT = 1;

  /** Of a store with nothing in it. */
  public static final Ledger EMPTY = new Ledger(new TreeMap<>(), new TreeMap<>(), 0, 0);

  public Ledger {
    entries = Collections.unmodifiableNavigableMap(new TreeMap<>(entries));
    background = Collections.unmodifiableNavigableMap(new TreeMap<>(background));
  }

  /** How many quads the version's database holds. */
  public long quads() {
    long articles =
        entries.values().stream()
            .flatMap(e -> e.graph().stream())
            .mapToLong(GraphNote::quads)
            .sum();
    return articles + background.values().stream().mapToLong(GraphNote::quads).sum();
  }

  /**
   * Reads a ledger, if there is one.
   *
   * @throws UserException if it is damaged or another version of Chancery wrote it
   */
  public static Optional<Ledger> read(Path file) {
    try {
      return Optional.of(parse(file.toString(), Files.readAllBytes(file)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.IO, "%s cannot be read: %s".formatted(file, Reason.of(failure)), failure);
    }
  }

  /**
   * Reads a ledger from its bytes.
   *
   * @param name what to call it in messages
   * @throws UserException if it is damaged or another version of Chancery wrote it
   */
  public static Ledger parse(String name, byte[] bytes) {
    try {
      int end = Math.max(0, bytes.length - Digest.BYTES);
      byte[] content = Arrays.copyOf(bytes, end);
      if (!Arrays.equals(Digest.of(content), Arrays.copyOfRange(bytes, end, bytes.length))) {
        throw damaged(name, "its hash is wrong");
      }
      return decode(content);
    } catch (IllegalArgumentException
        | IndexOutOfBoundsException
        | DateTimeException
        | IOException broken) {
      throw damaged(name, "it cannot be understood");
    }
  }

  private static UserException damaged(String file, String how) {
    return new UserException(
        ExitCode.DATA,
        "%s is damaged or of another version of Chancery (%s). Empty the store with ./chancery remove --all and build it again, or pass --store with another folder."
            .formatted(file, how));
  }

  private static Ledger decode(byte[] bytes) throws IOException {
    Wire.In in = new Wire.In(bytes);
    int format = in.number();
    if (format != FORMAT && format != FORMER_FORMAT) {
      throw new IllegalArgumentException("another format");
    }
    long rewritten = in.longNumber();
    int decisions = format == FORMAT ? in.number() : 0;
    NavigableMap<String, GraphNote> background = new TreeMap<>();
    for (int left = in.number(); left > 0; left--) {
      background.put(in.text(), note(in));
    }
    NavigableMap<String, Entry> entries = new TreeMap<>();
    for (int left = in.number(); left > 0; left--) {
      Entry entry = entry(in);
      entries.put(entry.article(), entry);
    }
    return new Ledger(entries, background, rewritten, decisions);
  }

  private static Entry entry(Wire.In in) throws IOException {
    return new Entry(
        in.text(),
        in.text(),
        in.word(),
        in.optional(in::text),
        in.optional(in::day),
        in.number(),
        place(in),
        in.optional(() -> note(in)));
  }

  private static Place place(Wire.In in) throws IOException {
    Place place = new Place(in.number(), in.longNumber(), in.number(), in.text());
    if (place.segment() < 0 || place.offset() < 0 || place.length() < 0) {
      throw new IllegalArgumentException("a place before the first byte");
    }
    return place;
  }

  private static GraphNote note(Wire.In in) throws IOException {
    String source = in.text();
    int quads = in.number();
    if (quads < 0) {
      throw new IllegalArgumentException("fewer quads than none");
    }
    TreeMap<String, Integer> claims = new TreeMap<>();
    for (int left = in.number(); left > 0; left--) {
      claims.put(in.word(), in.number());
    }
    return new GraphNote(source, quads, claims);
  }

  /**
   * Writes the ledger and forces it to disk.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    Durable.write(file, List.of(bytes()));
  }

  /** The ledger as it is written. */
  public byte[] bytes() throws IOException {
    Wire.Out out = new Wire.Out();
    out.number(FORMAT);
    out.number(rewritten);
    out.number(decisions);
    out.number(background.size());
    for (Map.Entry<String, GraphNote> graph : background.entrySet()) {
      out.text(graph.getKey());
      note(out, graph.getValue());
    }
    out.number(entries.size());
    for (Entry entry : entries.values()) {
      entry(out, entry);
    }
    byte[] content = out.bytes();
    byte[] bytes = Arrays.copyOf(content, content.length + Digest.BYTES);
    System.arraycopy(Digest.of(content), 0, bytes, content.length, Digest.BYTES);
    return bytes;
  }

  private static void entry(Wire.Out out, Entry entry) throws IOException {
    out.text(entry.article());
    out.text(entry.contentHash());
    out.word(entry.engine());
    out.optional(entry.title(), out::text);
    out.optional(entry.publishedOn(), out::day);
    out.number(entry.silent());
    out.number(entry.place().segment());
    out.number(entry.place().offset());
    out.number(entry.place().length());
    out.text(entry.place().digest());
    out.optional(entry.graph(), (GraphNote note) -> note(out, note));
  }

  private static void note(Wire.Out out, GraphNote note) throws IOException {
    out.text(note.source());
    out.number(note.quads());
    out.number(note.claims().size());
    for (Map.Entry<String, Integer> kind : note.claims().entrySet()) {
      out.word(kind.getKey());
      out.number(kind.getValue());
    }
  }
}
