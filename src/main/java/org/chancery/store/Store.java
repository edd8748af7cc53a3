package org.chancery.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2;
import org.chancery.ExitCode;
import org.chancery.Reason;
import org.chancery.UserException;
import org.chancery.archive.Archive;
import org.chancery.archive.Ledger;
import org.chancery.mapping.Linksets;
import org.jspecify.annotations.Nullable;

/**
 * A folder with one knowledge graph, opened for reading.
 *
 * <p>One process at a time may have a store open: TDB2 knows no readers across processes. Within a
 * process it may be opened as often as one likes.
 */
public final class Store implements AutoCloseable {
  /** How long a server has to go over to what a build has just published. */
  private static final Duration TO_FOLLOW = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final StoreFolder folder;
  private final String version;
  private final DatasetGraph dataset;
  private final Optional<String> base;
  private final Archive archive;
  private @Nullable Ledger ledger;
  private final AtomicBoolean announced = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Store(StoreFolder folder, String version, DatasetGraph dataset) {
    this.folder = folder;
    this.version = version;
    this.dataset = dataset;
    this.base = folder.base();
    this.archive = new Archive(folder.archive());
  }

  /**
   * Opens what the last complete build left; waits a few seconds for another process to finish.
   *
   * @throws UserException if there is no store ({@link ExitCode#NO_INPUT}), if another process has
   *     it open ({@link ExitCode#TRY_AGAIN}), if its folder is read-only ({@link
   *     ExitCode#PERMISSION}) or if another version of Chancery wrote it ({@link ExitCode#DATA})
   */
  public static Store open(Path directory) {
    StoreFolder folder = new StoreFolder(directory);
    OpenDatabases.Opened opened = OpenDatabases.openCurrent(folder);
    opened.dataset().getContext().set(TDB2.symUnionDefaultGraph, true);
    return new Store(folder, opened.version(), opened.dataset());
  }

  /**
   * Makes sure that a build was completed there, in whatever version of Chancery.
   *
   * @throws UserException with {@link ExitCode#NO_INPUT} if there is no store
   */
  public static void require(Path directory) {
    new StoreFolder(directory).require();
  }

  /**
   * Puts these quads in the place of whatever the store held, all or nothing: if anything fails,
   * the old store stays as it was. Whoever has the old one open goes on with it. The archive of
   * readings goes with what the store held: articles cannot be added to these quads.
   *
   * @param quads read once, in order, each in a named graph; the caller closes the stream
   * @throws UserException if the folder cannot be written or another build is at work in it
   * @throws IllegalArgumentException if a quad is in no named graph
   */
  public static void replace(Path directory, Stream<Quad> quads) {
    fill(
        directory,
        sink -> {
          sink.start();
          quads.forEachOrdered(sink::quad);
          sink.finish();
        });
  }

  /**
   * Like {@link #replace(Path, Stream)}, from an N-Quads file in UTF-8.
   *
   * @throws UserException also if the file is missing ({@link ExitCode#NO_INPUT}) or is not N-Quads
   *     in named graphs alone ({@link ExitCode#DATA})
   */
  public static void replace(Path directory, Path nquads) {
    if (!Files.isRegularFile(nquads)) {
      throw new UserException(ExitCode.NO_INPUT, nquads + " is not a file. Pass an N-Quads file.");
    }
    fill(
        directory,
        sink -> {
          try (InputStream in = Files.newInputStream(nquads)) {
            QuadReader.read(in, sink, Long.MAX_VALUE);
          } catch (QuadReader.MalformedException malformed) {
            throw new UserException(
                ExitCode.DATA,
                "%s: %s. Mend that line; the store is as it was."
                    .formatted(nquads, malformed.getMessage()),
                malformed);
          } catch (IOException failure) {
            throw new UserException(
                ExitCode.IO,
                "%s cannot be read: %s".formatted(nquads, Reason.of(failure)),
                failure);
          }
        });
  }

  /** The mappings of its things to others', which linkset graphs are made from. */
  public static Linksets linksets(Path directory) {
    return new Linksets(new StoreFolder(directory).links());
  }

  private static void fill(Path directory, Consumer<StreamRDF> source) {
    try (StoreUpdate update = StoreUpdate.begin(directory)) {
      update.load(source);
      update.publish();
    }
  }

  /**
   * Asks the store something, inside a read transaction. SPARQL sees the union of all graphs as the
   * default graph; the graph API has it as {@link DatasetGraph#getUnionGraph()}.
   *
   * @param question must not keep the dataset or anything lazy from it
   */
  public <T> T read(Function<DatasetGraph, T> question) {
    return Txn.calculateRead(dataset, () -> question.apply(dataset));
  }

  /** The dataset itself, for a server that opens its own read transactions. Never write to it. */
  public DatasetGraph dataset() {
    return dataset;
  }

  /**
   * The text of an article as it was read, which evidence points into: 0-based UTF-16 offsets.
   *
   * @param identifier as in {@code dcterms:identifier}
   * @return nothing if the store has no such article, or was filled with quads alone
   */
  public Optional<String> text(String identifier) {
    return Optional.ofNullable(ledger().entries().get(identifier))
        .map(entry -> archive.read(entry).article().text());
  }

  /** It takes a while to read and is asked for seldom, but then often. */
  private Ledger ledger() {
    synchronized (archive) {
      if (ledger == null) {
        ledger = archive.ledger(StoreFolder.number(version)).orElse(Ledger.EMPTY);
      }
      return ledger;
    }
  }

  /** What the IRIs of entities start with, if the store says so. */
  public Optional<String> base() {
    return base;
  }

  /** Leaves word in the folder that this process serves this store at that address. */
  public void announce(URI address) {
    announce(address, Optional.empty());
  }

  /**
   * As above, for a server that asks for passwords.
   *
   * @param token lets in whoever can read the folder of the store's owner
   */
  public void announce(URI address, Optional<String> token) {
    new ServerNotice(ProcessHandle.current().pid(), address, version, token).post(folder);
    announced.set(true);
  }

  /** Which build this is: the name of its database within the folder. */
  public String version() {
    return version;
  }

  /**
   * What a build has published since this was opened, if anything. Cheap: it looks into one small
   * file.
   *
   * @throws UserException if that file cannot be read
   */
  public Optional<String> newerVersion() {
    return folder.current().filter(current -> !current.equals(version));
  }

  /** Opens what its folder holds now, beside this. Fails as {@link #open} does. */
  public Store reopen() {
    return open(folder.path());
  }

  /**
   * Looks whether there is anything in the store, and whether it can be read.
   *
   * @throws UserException with {@link ExitCode#DATA} if there is not
   */
  public void requireReadable() {
    if (!this.<Boolean>read(dataset -> dataset.find().hasNext())) {
      throw new UserException(ExitCode.DATA, folder.data(version) + " holds nothing");
    }
  }

  /**
   * A server and what it serves.
   *
   * @param version as in {@link Store#version}
   * @param token what the server lets its owner's commands in by, if it asks for passwords
   */
  public record Served(URI address, String version, Optional<String> token) {
    /** A server that lets everybody in. */
    public Served(URI address, String version) {
      this(address, version, Optional.empty());
    }

    /** The HTTP header in which servers and their clients name a version. */
    public static final String VERSION_HEADER = "Chancery-Version";
  }

  /** Where a living server answers for what the store holds now; see {@link #served}. */
  public static Optional<URI> server(Path directory) {
    return served(directory).map(Served::address);
  }

  /**
   * Which living server answers for what the store holds now, if one does: while it runs, nobody
   * else can open the store. Waits a few seconds for a server that has yet to go over to what a
   * build has just published; one that stays behind does not count.
   */
  public static Optional<Served> served(Path directory) {
    StoreFolder folder = new StoreFolder(directory);
    long deadline = System.nanoTime() + TO_FOLLOW.toNanos();
    while (true) {
      Optional<ServerNotice> notice = ServerNotice.read(folder).filter(ServerNotice::answers);
      if (notice.isEmpty() || folder.current().equals(notice.map(ServerNotice::version))) {
        return notice.map(found -> new Served(found.address(), found.version(), found.token()));
      }
      if (System.nanoTime() > deadline) {
        return Optional.empty();
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new UserException(
          ExitCode.TRY_AGAIN, "Interrupted while waiting for the server.", stop);
    }
  }

  /** Lets other processes have the store. Only the first call counts. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      if (announced.get()) {
        ServerNotice.withdraw(folder, version);
      }
      OpenDatabases.close(folder.data(version));
      archive.close();
    }
  }
}
