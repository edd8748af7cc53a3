package org.chancery.federation;

import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.article.OneLine;

/** That a service which may be asked gives no answer of use; the message says why, in one line. */
public final class ServiceFailure extends UserException {
  private static final long serialVersionUID = 1;

  ServiceFailure(Object service, String what) {
    super(ExitCode.UNAVAILABLE, line(service, what));
  }

  ServiceFailure(Object service, String what, Throwable cause) {
    super(ExitCode.UNAVAILABLE, line(service, what), cause);
  }

  private static String line(Object service, String what) {
    return OneLine.of("SERVICE <%s> %s".formatted(service, what));
  }
}
