package org.chancery.reconcile;

/** What a client sent cannot be answered; its message is one line for the client. */
final class BadRequestException extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  /**
   * @param status of HTTP
   * @param message nothing of the request in it
   */
  BadRequestException(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
