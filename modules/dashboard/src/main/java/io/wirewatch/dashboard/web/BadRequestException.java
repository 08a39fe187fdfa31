package io.wirewatch.dashboard.web;

/** What was asked makes no sense; the message says what to do, to whoever asked. */
public final class BadRequestException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With that message. */
  public BadRequestException(String message) {
    super(message);
  }

  /** With what was found. */
  public BadRequestException(String message, Throwable cause) {
    super(message, cause);
  }
}
