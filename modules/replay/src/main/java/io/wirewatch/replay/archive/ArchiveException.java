package io.wirewatch.replay.archive;

/** An archive that cannot be written to, or read; the message says what to do. */
public final class ArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message for the user. */
  public ArchiveException(String message) {
    super(message);
  }

  /** The same with its cause. */
  public ArchiveException(String message, Throwable cause) {
    super(message, cause);
  }
}
