package org.chancery;

/** What a person can mend: the message says where, what, and what to do next, in one line. */
public class UserException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The sysexits code that the command exits with. */
  private final int exitCode;

  public UserException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public UserException(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
