package io.wirewatch.app;

/**
 * What was asked for cannot be done; the message tells the user, in one line, what to do. Exit 2.
 */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message);
  }

  Refusal(String message, Throwable cause) {
    super(message, cause);
  }
}
