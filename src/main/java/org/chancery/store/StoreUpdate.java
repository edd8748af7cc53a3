package org.chancery.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.archive.Archive;
import org.chancery.archive.Ledger;
import org.chancery.mapping.Linksets;

/**
 * The next version of a store while it is made. Nobody else builds in the folder meanwhile, and
 * readers have the present version until this one is published: then it counts, complete and for
 * good. What is not published leaves no trace.
 */
public final class StoreUpdate implements AutoCloseable {
  private static final String TDB_LOCK = "tdb.lock";

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

  private static StoreUpdate begin(Path directory, boolean anew) {
    StoreFolder folder = new StoreFolder(directory);
    boolean newFolder = Files.notExists(directory);
    folder.create();
    BuildLock lock = BuildLock.take(folder);
    try {
      StoreUpdate update = new StoreUpdate(folder, newFolder, lock, anew);
      if (!anew) {
        update.requirePointer();
        folder.removeLeftovers(update.current);
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
    try {
      if (current.isEmpty() && archive.hasLedger()) {
        throw folder.pointerLost();
      }
    } catch (IOException failure) {
      throw folder.unwritable(failure);
    }
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
          } catch (IOException failure) {
            throw unwritten(failure);
          }
          amend(to, changes);
          try {
            Disk.forceAll(to);
          } catch (IOException failure) {
            throw unwritten(failure);
          }
        });
  }

  /** In one transaction; if it fails, this process writes to the database no more: jena#3877. */
  private static void amend(Path data, Consumer<Amendment> changes) {
    DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(data.toString());
    try {
      dataset.begin(TxnType.WRITE);
      try {
        changes.accept(new Amendment(dataset));
        dataset.commit();
      } catch (Throwable failure) {
        dataset.abort();
        throw failure;
      } finally {
        dataset.end();
      }
    } catch (InternalError fault) {
      throw Loading.noSpace(data, fault);
    } finally {
      TDBInternal.expel(dataset);
    }
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
    publish(Optional.empty());
    archive.clear();
  }

  /**
   * Makes the version the one that counts.
   *
   * @param base what the IRIs of entities start with; empty if there are none
   */
  public void publish(Ledger ledger, Optional<String> base) {
    ledgerWritten = true;
    try {
      archive.write(number(), ledger);
    } catch (IOException failure) {
      throw unwritten(failure);
    }
    publish(base);
    archive.keepOnly(number(), ledger);
  }

  private void publish(Optional<String> base) {
    if (!written) {
      throw new IllegalStateException("there is no database");
    }
    folder.publish(next, base);
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
