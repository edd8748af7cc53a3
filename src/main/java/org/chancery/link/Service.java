package org.chancery.link;

import java.util.Optional;

/** A service of others: one on the web, or one that tests put in its place. */
interface Service {
  /**
   * What the service answers.
   *
   * @param form body of a POST, or nothing for a GET
   * @throws org.chancery.UserException with {@link org.chancery.ExitCode#UNAVAILABLE} if it does
   *     not, or {@link org.chancery.ExitCode#TRY_AGAIN} if it is too busy
   */
  byte[] ask(Optional<String> form, String accept);
}
