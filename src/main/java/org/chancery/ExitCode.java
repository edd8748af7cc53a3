package org.chancery;

/** What a command exits with, after BSD's sysexits. */
public final class ExitCode {
  public static final int OK = 0;

  /** The command line is wrong. */
  public static final int USAGE = 64;

  /** Some inputs were rejected or broke a shape. */
  public static final int DATA = 65;

  /** An input is not there. */
  public static final int NO_INPUT = 66;

  /** A service that the command needs does not answer. */
  public static final int UNAVAILABLE = 69;

  /** A bug of ours, or no memory left. */
  public static final int SOFTWARE = 70;

  /** An output cannot be created. */
  public static final int CANNOT_CREATE = 73;

  /** Reading or writing failed. */
  public static final int IO = 74;

  /** Something is in use: try again later. */
  public static final int TRY_AGAIN = 75;

  /** No permission. */
  public static final int PERMISSION = 77;

  /** A rule, lexicon, shape or table of ours is malformed. */
  public static final int CONFIG = 78;

  private ExitCode() {}
}
