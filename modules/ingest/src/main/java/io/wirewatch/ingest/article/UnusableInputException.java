package io.wirewatch.ingest.article;

/** A whole input that cannot be used; the message says why and what to do, in one line. */
public final class UnusableInputException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /** An input that cannot be used, for a reason. */
  public UnusableInputException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** An input that cannot be used because of something else. */
  public UnusableInputException(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /** The message. */
  public String reason() {
    return reason;
  }

  /** The same of an input that has a name. */
  public UnusableInputException of(String input) {
    return new UnusableInputException(input + ": " + reason, this);
  }
}
