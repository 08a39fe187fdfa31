package io.wirewatch.alert;

/** Nothing of a rule set was published; the message says why, and what to do. */
public final class NotPublishedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotPublishedException(String message, Throwable cause) {
    super(message, cause);
  }

  NotPublishedException(String message) {
    super(message);
  }
}
