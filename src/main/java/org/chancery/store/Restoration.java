package org.chancery.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.zip.GZIPInputStream;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.archive.Archive;
import org.chancery.archive.Entry;
import org.chancery.archive.Ledger;

/**
 * A store made from a backup.
 *
 * @param articles how many it has
 * @param quads how many its graphs have
 */
public record Restoration(int articles, long quads) {
  /**
   * Makes a store in a new or empty folder. It counts once everything in it was verified; until
   * then, and if anything fails, there is no store.
   *
   * @throws UserException if the folder holds a store or anything else ({@link
   *     ExitCode#CANNOT_CREATE}), if the file is missing ({@link ExitCode#NO_INPUT}) or not as it
   *     was written ({@link ExitCode#DATA}), or if the disk is full ({@link ExitCode#IO})
   */
  public static Restoration of(Path file, Path directory) {
    try (BackupFile backup = BackupFile.open(file);
        StoreUpdate update = StoreUpdate.beginFirst(directory)) {
      SortedMap<String, byte[]> links = backup.links();
      update.requireNoLinksBut(links);
      Optional<String> base = backup.base();
      Ledger ledger = ledger(backup);
      update.requireRoom(ledger.quads());
      NavigableMap<String, Entry> entries = readings(backup, update, ledger);
      load(backup, update, ledger.quads());
      update.writeLinks(links);
      Ledger restored =
          new Ledger(entries, ledger.background(), ledger.rewritten(), ledger.decisions());
      List<Finding> findings = update.inspect(restored, links);
      if (!findings.isEmpty()) {
        Finding first = findings.get(0);
        throw backup.damaged("%s: %s".formatted(first.where(), first.reason()));
      }
      update.publish(restored, base);
      return new Restoration(entries.size(), restored.quads());
    }
  }

  private static Ledger ledger(BackupFile backup) {
    byte[] bytes = backup.whole(BackupFile.LEDGER);
    Ledger ledger;
    try {
      ledger = Ledger.parse(BackupFile.LEDGER, bytes);
    } catch (UserException broken) {
      throw backup.damaged("its ledger is damaged or of another version of Chancery", broken);
    }
    if (ledger.quads() != backup.quads()) {
      throw backup.damaged(
          "its ledger tells of %d quads, not %d".formatted(ledger.quads(), backup.quads()));
    }
    return ledger;
  }

  private static NavigableMap<String, Entry> readings(
      BackupFile backup, StoreUpdate update, Ledger ledger) {
    try (Archive.Writer writer = update.archive().begin()) {
      NavigableMap<String, Entry> entries =
          backup.read(BackupFile.READINGS, in -> writer.append(ledger.entries().values(), in));
      writer.force();
      return entries;
    } catch (UncheckedIOException failure) {
      throw update.unwritten(Objects.requireNonNull(failure.getCause()));
    } catch (IOException failure) {
      throw update.unwritten(failure);
    }
  }

  private static void load(BackupFile backup, StoreUpdate update, long quads) {
    long[] counted = {0};
    update.load(
        sink ->
            counted[0] =
                backup.read(
                    BackupFile.GRAPH,
                    in -> {
                      try {
                        return QuadReader.read(new GZIPInputStream(in, 1 << 16), sink, quads);
                      } catch (QuadReader.MalformedException malformed) {
                        throw backup.damaged(
                            "%s: %s".formatted(BackupFile.GRAPH, malformed.getMessage()),
                            malformed);
                      }
                    }));
    if (counted[0] != quads) {
      throw backup.damaged(
          "%s has %d quads, not %d".formatted(BackupFile.GRAPH, counted[0], quads));
    }
  }
}
