package org.chancery.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.archive.Archive;
import org.chancery.archive.Durable;
import org.chancery.archive.Ledger;
import org.chancery.mapping.Linksets;

/**
 * The next version of a store while it is made. Nobody else builds in the folder meanwhile, and
 * readers have the present version until this one is published: then it counts, complete and for
 * good. What is not published leaves no trace.
 */
public final class StoreUpdate implements AutoCloseable {
  /** What TDB2 keeps its lock in, which is no part of a database. */
  static final String TDB_LOCK = "tdb.lock";

  private final StoreFolder folder;
  private final boolean newFolder;
  private final BuildLock lock;
  private final Archive archive;
  private final Optional<String> current;
  private final String next;
  private boolean written;
  private boolean ledgerWritten;
  private boolean published;
  private boolean kept;
  private boolean linksWritten;
  private boolean linksMoved;

  private StoreUpdate(StoreFolder folder, boolean newFolder, BuildLock lock, boolean anew) {
    this.folder = folder;
    this.newFolder = newFolder;
    this.lock = lock;
    this.archive = new Archive(folder.archive());
    this.current = anew ? Optional.empty() : folder.current();
    this.next = folder.nextVersion();
  }

  /**
   * Begins a version in the folder of a store, or in a new or empty folder.
   *
   * @throws UserException if the folder cannot be written, holds anything but a store or one that
   *     does not tell which version counts, or if another build is at work in it
   */
  public static StoreUpdate begin(Path directory) {
    return begin(directory, false);
  }

  /** Like {@link #begin}, but as if the store were empty, whatever state it is in. */
  public static StoreUpdate beginAnew(Path directory) {
    return begin(directory, true);
  }

  /**
   * Begins the first version of a store, in a new or empty folder.
   *
   * @throws UserException also if there is a store already ({@link ExitCode#CANNOT_CREATE})
   */
  static StoreUpdate beginFirst(Path directory) {
    StoreUpdate update = begin(directory, false);
    if (update.hasCurrent()) {
      update.close();
      throw new UserException(
          ExitCode.CANNOT_CREATE,
          "%s holds a store already. Pass --store with a new or empty folder."
              .formatted(directory));
    }
    return update;
  }

  private static StoreUpdate begin(Path directory, boolean anew) {
    StoreFolder folder = new StoreFolder(directory);
    boolean newFolder = Files.notExists(directory);
    folder.create();
    BuildLock lock = BuildLock.take(folder);
    try {
      StoreUpdate update = new StoreUpdate(folder, newFolder, lock, anew);
      if (!anew) {
        update.requirePointer();
        update.sweep();
      }
      return update;
    } catch (RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  /**
   * Without its pointer, a store looks like what a killed first build left, but for its ledger. In
   * doubt nothing is swept away.
   */
  private void requirePointer() {
    if (folder.hasLostPointer()) {
      throw folder.pointerLost();
    }
  }

  /**
   * What killed builds and restorations left. Links stay, also where no version counts: a person
   * may have put them there, and decided on them.
   */
  private void sweep() {
    folder.removeLeftovers(current);
    folder.remove(folder.linksDraft());
    if (current.isEmpty()) {
      archive.clear();
    }
  }

  /**
   * Makes sure that the disk has room for so many quads, as far as one can tell beforehand.
   *
   * @throws UserException with {@link ExitCode#IO} if it surely has not
   */
  public void requireRoom(long quads) {
    Disk.requireRoom(folder.path(), quads);
  }

  /** Whether there is a version to go on from. */
  public boolean hasCurrent() {
    return current.isPresent();
  }

  /**
   * What the present version is made of; empty if it does not say so.
   *
   * @throws UserException if the ledger is damaged
   */
  public Optional<Ledger> ledger() {
    return current.map(StoreFolder::number).flatMap(archive::ledger);
  }

  /** What the IRIs of the present version's entities start with, if it has any. */
  public Optional<String> base() {
    return current.flatMap(version -> folder.base());
  }

  /** The readings of all versions. */
  public Archive archive() {
    return archive;
  }

  /** The mappings of its things to others', for all versions. */
  public Linksets linksets() {
    return new Linksets(folder.links());
  }

  /**
   * Makes sure that the folder has no mappings, or just these, as a restoration leaves them that
   * was killed in its last moment.
   *
   * @param files what they hold, by name
   * @throws UserException with {@link ExitCode#CANNOT_CREATE} if it has others
   */
  void requireNoLinksBut(SortedMap<String, byte[]> files) {
    if (!Files.isDirectory(folder.links())) {
      return;
    }
    try (Stream<Path> present = Files.list(folder.links())) {
      for (Path file : (Iterable<Path>) present.sorted()::iterator) {
        byte[] expected = files.get(file.getFileName().toString());
        if (expected == null || !Arrays.equals(expected, Files.readAllBytes(file))) {
          throw new UserException(
              ExitCode.CANNOT_CREATE,
              "%s is not of this backup. Move it away, or pass --store with a new or empty folder."
                  .formatted(file));
        }
      }
    } catch (IOException failure) {
      throw folder.unwritable(failure);
    }
  }

  /**
   * Writes files of mappings, by name, and forces them to disk. They are the store's when the
   * version counts.
   */
  void writeLinks(SortedMap<String, byte[]> files) {
    if (files.isEmpty()) {
      return;
    }
    linksWritten = true;
    try {
      Files.createDirectories(folder.linksDraft());
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Durable.write(folder.linksDraft().resolve(file.getKey()), List.of(file.getValue()));
      }
    } catch (IOException failure) {
      throw unwritten(failure);
    }
    Durable.force(folder.linksDraft());
  }

  /**
   * Where there are files already, {@link #requireNoLinksBut} has made sure that they are these.
   */
  private void moveLinks() {
    if (!linksWritten) {
      return;
    }
    try {
      if (Files.isDirectory(folder.links()) && !isEmpty(folder.links())) {
        folder.remove(folder.linksDraft());
        return;
      }
      Files.deleteIfExists(folder.links());
      Files.move(folder.linksDraft(), folder.links(), StandardCopyOption.ATOMIC_MOVE);
      linksMoved = true;
    } catch (IOException failure) {
      throw unwritten(failure);
    }
    Durable.force(folder.path());
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }

  /**
   * What is wrong with the version's database, readings and mappings, before it counts.
   *
   * @param links content of the files of mappings, by name
   */
  List<Finding> inspect(Ledger ledger, SortedMap<String, byte[]> links) {
    Snapshot.Parts parts = new Snapshot.Parts(next, ledger, Optional.empty(), archive, links);
    Path data = folder.data(next);
    DatasetGraph dataset = OpenDatabases.open(data);
    try {
      return Txn.calculateRead(dataset, () -> new Inspection(dataset, parts).findings());
    } finally {
      OpenDatabases.close(data);
    }
  }

  private int number() {
    return StoreFolder.number(next);
  }

  /**
   * Fills the version's database from nothing.
   *
   * @throws UserException if the disk is full
   */
  public void load(Consumer<StreamRDF> source) {
    // The loader forces what it writes to disk.
    write(() -> Loading.into(folder, next, source));
  }

  /**
   * Fills the version's database with what the present one holds, changed.
   *
   * @throws UserException if the disk is full
   */
  public void amend(Consumer<Amendment> changes) {
    Path from = folder.data(current.orElseThrow());
    Path to = folder.data(next);
    write(
        () -> {
          try {
            Disk.copy(from, to, TDB_LOCK);
            amend(to, changes);
            Disk.forceAll(to);
          } catch (IOException failure) {
            throw unwritten(failure);
          } catch (RuntimeException | Error failure) {
            throw DiskFault.orElse(failure, to);
          }
        });
  }

  /** In one transaction; if it fails, this process writes to the database no more: jena#3877. */
  private static void amend(Path data, Consumer<Amendment> changes) {
    DatasetGraph dataset =
        OpenDatabases.connected(data, () -> DatabaseMgr.connectDatasetGraph(data.toString()));
    try {
      dataset.begin(TxnType.WRITE);
      changes.accept(new Amendment(dataset));
      dataset.commit();
      dataset.end();
    } catch (RuntimeException | Error failure) {
      OpenDatabases.giveUp(dataset, failure);
      throw failure;
    }
    TDBInternal.expel(dataset);
  }

  private void write(Runnable filling) {
    lock.requireHeld();
    if (written) {
      throw new IllegalStateException("the version was written already");
    }
    written = true;
    filling.run();
    Disk.forceNames(folder.data(next));
  }

  /** Whether the version has a database. */
  public boolean isWritten() {
    return written;
  }

  /** A failure to write readings or a ledger, for people. */
  public UserException unwritten(IOException failure) {
    return new UserException(
        ExitCode.IO,
        "%s cannot be written, perhaps because the disk is full (%s). The store is as it was."
            .formatted(folder.path(), failure),
        failure);
  }

  /**
   * Makes the version the one that counts, without telling what it is made of: the archive goes,
   * with the readings of all versions before.
   */
  public void publish() {
    folder.announce(next, Optional.empty());
    count();
    archive.clear();
  }

  /**
   * Makes the version the one that counts.
   *
   * @param base what the IRIs of entities start with; empty if there are none
   */
  public void publish(Ledger ledger, Optional<String> base) {
    folder.announce(next, base);
    ledgerWritten = true;
    try {
      archive.write(number(), ledger);
    } catch (IOException failure) {
      throw unwritten(failure);
    }
    moveLinks();
    count();
    archive.keepOnly(number(), ledger);
  }

  private void count() {
    if (!written) {
      throw new IllegalStateException("there is no database");
    }
    folder.publish();
    published = true;
    folder.removeLeftovers(Optional.of(next));
  }

  /** Keeps the present version's database, and says anew what it is made of. */
  public void keep(Ledger ledger) {
    int version = StoreFolder.number(current.orElseThrow());
    try {
      archive.write(version, ledger);
    } catch (IOException failure) {
      throw unwritten(failure);
    }
    kept = true;
    archive.keepOnly(version, ledger);
  }

  @Override
  public void close() {
    try {
      archive.close();
      if (!published) {
        folder.remove(next);
      }
      if (!published && !kept) {
        archive.discard();
      }
      if (!published && linksWritten) {
        folder.remove(folder.linksDraft());
      }
      if (!published && linksMoved) {
        folder.remove(folder.links());
      }
      if (!published && ledgerWritten) {
        archive.discardLedger(number());
      }
    } finally {
      lock.close();
    }
    if (newFolder && !published) {
      folder.removeIfEmpty();
    }
  }
}
