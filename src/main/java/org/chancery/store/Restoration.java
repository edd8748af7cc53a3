package org.chancery.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;
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
      update.requireRoom(backup.quads());
      Ledger ledger =
          backup.read(BackupFile.LEDGER, in -> Ledger.parse(BackupFile.LEDGER, in.readAllBytes()));
      NavigableMap<String, Entry> entries = readings(backup, update, ledger);
      load(backup, update);
      update.writeLinks(links);
      Ledger restored =
          new Ledger(entries, ledger.background(), ledger.rewritten(), ledger.decisions());
      List<Finding> findings = update.inspect(restored, links);
      if (!findings.isEmpty()) {
        Finding first = findings.get(0);
        throw backup.damaged("%s: %s".formatted(first.where(), first.reason()));
      }
      update.publish(restored, backup.base());
      return new Restoration(entries.size(), restored.quads());
    }
  }

  private static NavigableMap<String, Entry> readings(
      BackupFile backup, StoreUpdate update, Ledger ledger) {
    try (Archive.Writer writer = update.archive().begin()) {
      NavigableMap<String, Entry> entries =
          backup.read(BackupFile.READINGS, in -> writer.append(ledger.entries().values(), in));
      writer.force();
      return entries;
    } catch (IOException failure) {
      throw update.unwritten(failure);
    }
  }

  private static void load(BackupFile backup, StoreUpdate update) {
    Counting[] counted = new Counting[1];
    update.load(
        sink ->
            backup.read(
                BackupFile.GRAPH,
                in -> {
                  counted[0] = new Counting(sink);
                  try {
                    RDFParser.source(new GZIPInputStream(in, 1 << 16))
                        .lang(Lang.NQUADS)
                        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                        .parse(counted[0]);
                  } catch (RiotException malformed) {
                    throw backup.damaged(
                        "%s: %s".formatted(BackupFile.GRAPH, malformed.getMessage()));
                  }
                  return counted[0];
                }));
    if (counted[0].quads != backup.quads()) {
      throw backup.damaged(
          "%s has %d quads, not %d".formatted(BackupFile.GRAPH, counted[0].quads, backup.quads()));
    }
  }

  private static final class Counting extends StreamRDFWrapper {
    private long quads;

    Counting(StreamRDF sink) {
      super(sink);
    }

    @Override
    public void quad(Quad quad) {
      quads++;
      super.quad(quad);
    }
  }
}
