package io.wirewatch.dashboard.door;

/** Nobody can be let in as it is set; the message says what to do. */
public final class UnusableDoorException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnusableDoorException(String message) {
    super(message);
  }

  UnusableDoorException(String message, Throwable cause) {
    super(message, cause);
  }
}
