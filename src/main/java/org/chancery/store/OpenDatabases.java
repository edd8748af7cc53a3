package org.chancery.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.base.file.ProcessFileLock;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.DatabaseConnection;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.chancery.ExitCode;
import org.chancery.UserException;

/**
 * The databases that this process has open. TDB2 shares one connection per folder and closes it for
 * all at once, so this counts who still needs it.
 */
final class OpenDatabases {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Pattern HOLDER = Pattern.compile("held by process ([0-9]+)");

  /** Where TDB2 keeps a database that was never compacted. */
  private static final String FILES = "Data-0001";

  private static final Map<Path, Shared> OPEN = new HashMap<>();

  private record Shared(DatasetGraph dataset, int users) {}

  record Opened(String version, DatasetGraph dataset) {}

  private OpenDatabases() {}

  /** Opens what the folder points to, following it if a build moves on meanwhile. */
  static Opened openCurrent(StoreFolder folder) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      String version = folder.requireCurrent();
      Path data = folder.data(version);
      if (!Files.isWritable(folder.path()) || !Files.isWritable(data)) {
        throw folder.readOnly();
      }
      try {
        DatasetGraph dataset = open(data);
        if (folder.current().equals(Optional.of(version))) {
          return new Opened(version, dataset);
        }
        close(data);
      } catch (DBOpEnvException locked) {
        if (System.nanoTime() - deadline > 0 || ServerNotice.read(folder).isPresent()) {
          throw inUse(folder, locked);
        }
        pause();
      }
    }
  }

  /**
   * Opens one database.
   *
   * @throws DBOpEnvException if another process has it open
   * @throws UserException if there is none
   */
  static synchronized DatasetGraph open(Path data) {
    Path key = key(data);
    Shared shared = OPEN.get(key);
    DatasetGraph dataset = shared == null ? connect(key) : shared.dataset();
    OPEN.put(key, new Shared(dataset, shared == null ? 1 : shared.users() + 1));
    return dataset;
  }

  /** TDB2 would make a database where there is none, and keep its lock where it fails. */
  private static DatasetGraph connect(Path data) {
    if (!Files.isDirectory(data.resolve(FILES))) {
      throw new UserException(
          ExitCode.DATA, "%s holds no database. Build the store again.".formatted(data));
    }
    return connected(data, () -> DatabaseMgr.connectDatasetGraph(data.toString()));
  }

  /** Connects to a database that this process alone uses, or makes one. */
  static DatasetGraph connected(Path data, Supplier<DatasetGraph> connection) {
    try {
      return connection.get();
    } catch (DBOpEnvException locked) {
      throw locked;
    } catch (RuntimeException | Error damaged) {
      // TDB2 locks the database as a whole and the files in it, and forgets both when it fails.
      for (Path locked : List.of(key(data).resolve(FILES), key(data))) {
        ProcessFileLock lock =
            DatabaseConnection.lockForLocation(Location.create(locked.toString()));
        if (lock.isLockedHere()) {
          ProcessFileLock.release(lock);
        }
      }
      throw damaged;
    }
  }

  /**
   * Lets go of a database whose writing failed, for good. What fails in doing so is less telling
   * than what failed before.
   */
  static void giveUp(DatasetGraph dataset, Throwable failure) {
    List<Runnable> steps =
        List.of(
            () -> {
              if (dataset.isInTransaction()) {
                dataset.abort();
              }
            },
            dataset::end,
            () -> TDBInternal.expel(dataset, true));
    for (Runnable step : steps) {
      try {
        step.run();
      } catch (RuntimeException | InternalError again) {
        failure.addSuppressed(again);
      }
    }
  }

  static synchronized void close(Path data) {
    Path key = key(data);
    Shared shared = OPEN.get(key);
    if (shared == null) {
      throw new IllegalStateException(data + " is not open");
    }
    if (shared.users() > 1) {
      OPEN.put(key, new Shared(shared.dataset(), shared.users() - 1));
    } else {
      OPEN.remove(key);
      TDBInternal.expel(shared.dataset());
    }
  }

  /** Does something to a database that no process has open, while keeping all others out. */
  static synchronized void unlessInUse(Path data, Runnable action) {
    ProcessFileLock lock =
        DatabaseConnection.lockForLocation(Location.create(key(data).toString()));
    if (lock.isLockedHere()) {
      return;
    }
    try {
      if (lock.tryLock()) {
        action.run();
      }
    } finally {
      ProcessFileLock.release(lock);
    }
  }

  private static Path key(Path data) {
    return data.toAbsolutePath().normalize();
  }

  private static UserException inUse(StoreFolder folder, DBOpEnvException locked) {
    Matcher holder = HOLDER.matcher(Optional.ofNullable(locked.getMessage()).orElse(""));
    String process = holder.find() ? "process " + holder.group(1) : "another process";
    String whatNext =
        ServerNotice.read(folder)
            .filter(ServerNotice::answers)
            .map(
                notice ->
                    ", which serves it at %s. Stop that process, or pass --store with another folder."
                        .formatted(notice.address()))
            .orElse(
                ". Wait for it or stop it, or pass --store with another folder; if it is a server, query --server URL can ask it.");
    return new UserException(
        ExitCode.TRY_AGAIN,
        "%s is in use by %s%s".formatted(folder.path(), process, whatNext),
        locked);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new UserException(ExitCode.TRY_AGAIN, "Interrupted while waiting for the store.", stop);
    }
  }
}
