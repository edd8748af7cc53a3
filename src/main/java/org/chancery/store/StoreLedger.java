package org.chancery.store;

import java.nio.file.Path;
import java.util.Optional;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.archive.Archive;
import org.chancery.archive.Ledger;

/**
 * What a store says it is made of. To read that takes no database, so it works also while a server
 * has the store.
 *
 * @param base what the IRIs of entities start with; empty if there are none
 */
public record StoreLedger(Ledger ledger, Optional<String> base) {
  private static final int ATTEMPTS = 5;

  /**
   * Reads it.
   *
   * @throws UserException if there is no store ({@link ExitCode#NO_INPUT}), or it does not say what
   *     it is made of ({@link ExitCode#DATA})
   */
  public static StoreLedger of(Path directory) {
    StoreFolder folder = new StoreFolder(directory);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      String version = folder.requireCurrent();
      try (Archive archive = new Archive(folder.archive())) {
        Optional<Ledger> ledger = archive.ledger(StoreFolder.number(version));
        // A build may have moved on meanwhile, and removed what it no longer needs.
        if (ledger.isPresent()) {
          return new StoreLedger(ledger.get(), folder.base());
        }
      }
      if (folder.current().equals(Optional.of(version))) {
        break;
      }
    }
    throw silent(directory);
  }

  /** What the IRIs of a store's entities start with; empty if there is no store, or it has none. */
  public static Optional<String> base(Path directory) {
    return new StoreFolder(directory).base();
  }

  /** The complaint about a store that does not say what it is made of. */
  public static UserException silent(Path directory) {
    return new UserException(
        ExitCode.DATA,
        "%s does not say which articles it was built from: an earlier version of Chancery wrote it. Empty it with ./chancery remove --all --store %s and build it again, or pass --store with another folder."
            .formatted(directory, directory));
  }
}
