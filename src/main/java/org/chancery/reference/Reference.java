package org.chancery.reference;

import org.chancery.ExitCode;
import org.chancery.UserException;

/** All that is known of the world before reading. Immutable; one is enough for all threads. */
public record Reference(Countries countries, Cities cities, Organizations organizations) {
  /**
   * Reads the tables that are packed into the jar.
   *
   * @throws UserException with {@link ExitCode#CONFIG} if one is missing or malformed
   */
  public static Reference load() {
    Countries countries = Countries.load();
    return new Reference(countries, Cities.load(countries), Organizations.load(countries));
  }
}
