package org.chancery.link;

import java.util.Optional;
import java.util.function.Function;

/** A service of others: one on the web, or one that tests put in its place. */
interface Service {
  /**
   * What the service answers, as it is read. Only what can be read is kept.
   *
   * @param form body of a POST, or nothing for a GET
   * @throws org.chancery.UserException with {@link org.chancery.ExitCode#UNAVAILABLE} if it does
   *     not, or {@link org.chancery.ExitCode#TRY_AGAIN} if it is too busy
   */
  <T> T ask(Optional<String> form, String accept, Function<byte[], T> reading);
}
