package io.wirewatch.ingest;

/** A whole input that cannot be used; the message says why and what to do, in one line. */
public class UnusableInputException extends Exception {
  private static final long serialVersionUID = 1L;

  /** An input that cannot be used, for a reason. */
  public UnusableInputException(String message) {
    super(message);
  }

  /** An input that cannot be used because of something else. */
  public UnusableInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
