package org.chancery.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.archive.Archive;
import org.chancery.archive.Entry;
import org.chancery.archive.Ledger;
import org.chancery.article.Article;
import org.chancery.article.OneLine;

/**
 * One version of a store with all that it is made of, held still whatever builds do meanwhile.
 * Where another process has the database open, as a server has, this looks into a copy, which is
 * safe since a published database is never written. Where none has, this opens the database itself:
 * builds go on, but until this is closed no other process can open that version.
 */
public final class Snapshot implements AutoCloseable {
  /** How often to begin anew when builds take over while a version is being taken hold of. */
  private static final int TRIES = 5;

  private final StoreFolder folder;
  private final Parts parts;
  private final Path data;
  private final boolean copied;
  private final DatasetGraph dataset;

  /**
   * What a version is made of, but for its database.
   *
   * @param links content of the files of mappings, by name
   */
  record Parts(
      String version,
      Ledger ledger,
      Optional<String> base,
      Archive archive,
      SortedMap<String, byte[]> links) {
    Parts {
      links = Collections.unmodifiableSortedMap(new TreeMap<>(links));
    }
  }

  /** Whether a file looks like what {@link #backUp} writes. */
  public static boolean isBackup(Path file) {
    return BackupFile.isOne(file);
  }

  private Snapshot(StoreFolder folder, Parts parts, Path data, boolean copied) {
    this.folder = folder;
    this.parts = parts;
    this.data = data;
    this.copied = copied;
    this.dataset = opened(folder, data);
    dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
  }

  private static DatasetGraph opened(StoreFolder folder, Path data) {
    try {
      return OpenDatabases.open(data);
    } catch (DBOpEnvException | UserException told) {
      throw told;
    } catch (RuntimeException damaged) {
      throw DiskFault.isIn(damaged)
          ? damaged
          : new UserException(
              ExitCode.DATA,
              "%s: the database cannot be opened (%s). Build the store again: ./chancery remove --all --store %s, then build."
                  .formatted(data, OneLine.of(damaged.toString()), folder.path()),
              damaged);
    }
  }

  /**
   * Takes hold of what the last complete build left.
   *
   * @throws UserException if there is no store ({@link ExitCode#NO_INPUT}), if it does not say what
   *     it is made of ({@link ExitCode#DATA}), if its folder is read-only ({@link
   *     ExitCode#PERMISSION}) or if there is no room for a copy ({@link ExitCode#IO})
   */
  public static Snapshot of(Path directory) {
    StoreFolder folder = new StoreFolder(directory);
    for (int left = TRIES - 1; ; left--) {
      Optional<String> version = folder.current();
      try {
        String current = folder.requireCurrent();
        folder.requireWritable();
        folder.removeCopies();
        Parts parts = parts(folder, current, left == 0);
        try {
          return over(folder, parts);
        } catch (RuntimeException | Error | IOException failure) {
          parts.archive().close();
          throw failure;
        }
      } catch (IOException failure) {
        // A build may have moved on meanwhile, or kept the version and moved its readings.
        if (left == 0 || DiskFault.isIn(failure)) {
          throw unreadable(folder, failure);
        }
      } catch (RuntimeException failure) {
        if (left == 0 || folder.current().equals(version)) {
          throw failure;
        }
      }
    }
  }

  private static UserException unreadable(StoreFolder folder, IOException failure) {
    if (DiskFault.isIn(failure)) {
      return folder.unwritable(failure);
    }
    return new UserException(
        failure instanceof NoSuchFileException ? ExitCode.DATA : ExitCode.IO,
        "%s cannot be read: %s".formatted(folder.path(), failure),
        failure);
  }

  /**
   * @param last whether to go on without readings that are not there: whoever reads one is told
   */
  private static Parts parts(StoreFolder folder, String version, boolean last) throws IOException {
    Archive archive = new Archive(folder.archive());
    try {
      Ledger ledger =
          archive
              .ledger(StoreFolder.number(version))
              .orElseThrow(() -> StoreLedger.silent(folder.path()));
      try {
        archive.hold(ledger.entries().values());
      } catch (IOException gone) {
        if (!last || DiskFault.isIn(gone)) {
          throw gone;
        }
      }
      Parts parts = new Parts(version, ledger, folder.base(), archive, links(folder));
      if (!folder.current().equals(Optional.of(version))) {
        throw new NoSuchFileException(folder.data(version).toString(), null, "replaced meanwhile");
      }
      return parts;
    } catch (IOException | RuntimeException failure) {
      archive.close();
      throw failure;
    }
  }

  private static SortedMap<String, byte[]> links(StoreFolder folder) throws IOException {
    SortedMap<String, byte[]> links = new TreeMap<>();
    if (Files.isDirectory(folder.links())) {
      try (Stream<Path> files = Files.list(folder.links())) {
        for (Path file : files.toList()) {
          String name = file.getFileName().toString();
          if (BackupFile.isLinks(name)) {
            links.put(name, Files.readAllBytes(file));
          }
        }
      }
    }
    return links;
  }

  private static Snapshot over(StoreFolder folder, Parts parts) throws IOException {
    Path data = folder.data(parts.version());
    try {
      return new Snapshot(folder, parts, data, false);
    } catch (DBOpEnvException elsewhere) {
      Disk.requireRoom(folder.path(), parts.ledger().quads());
      Path copy = folder.newCopy();
      try {
        Disk.copy(data, copy, StoreUpdate.TDB_LOCK);
        if (Disk.count(data, StoreUpdate.TDB_LOCK) != Disk.count(copy, StoreUpdate.TDB_LOCK)) {
          throw new NoSuchFileException(data.toString(), null, "removed meanwhile");
        }
        return new Snapshot(folder, parts, copy, true);
      } catch (UncheckedIOException gone) {
        folder.remove(copy);
        throw gone.getCause();
      } catch (IOException | RuntimeException | Error failure) {
        folder.remove(copy);
        throw failure;
      }
    }
  }

  /** Which build this is: the name of its database within the folder. */
  public String version() {
    return parts.version();
  }

  /** What the version says that it is made of. */
  public Ledger ledger() {
    return parts.ledger();
  }

  Parts parts() {
    return parts;
  }

  /**
   * An article as it was read.
   *
   * @throws UserException if what was read of it is damaged
   */
  public Article article(Entry entry) {
    return parts.archive().read(entry).article();
  }

  /**
   * Asks the version something, inside a read transaction.
   *
   * @param question must not keep the dataset or anything lazy from it
   */
  public <T> T read(Function<DatasetGraph, T> question) {
    return Txn.calculateRead(dataset, () -> question.apply(dataset));
  }

  /**
   * Looks at every index, node, reading and mapping.
   *
   * @return what is wrong
   */
  public List<Finding> inspect() {
    return read(opened -> new Inspection(opened, parts).findings());
  }

  /**
   * Writes the version as one file, from which {@link Restoration} makes a store.
   *
   * @throws IOException if the stream does not take it
   * @throws UserException with {@link ExitCode#DATA} if the store is damaged
   */
  public void backUp(OutputStream out) throws IOException {
    try {
      read(
          opened -> {
            try {
              BackupFile.write(opened, parts, folder.path(), out);
              return version();
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
          });
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  /** Lets go of the version. Only to be called once. */
  @Override
  public void close() {
    parts.archive().close();
    OpenDatabases.close(data);
    if (copied) {
      folder.remove(data);
    }
  }
}
