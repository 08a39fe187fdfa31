package io.wirewatch.ingest.web;

import java.util.Locale;

/** An address that gave no answer; the message says why, in one line. */
public final class FetchFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What went wrong. */
  public enum Kind {
    TIMEOUT,
    NO_HOST,
    PRIVATE,
    TLS,
    CONNECTION,
    TOO_LARGE,
    REDIRECT;

    /** Its name in counters. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A failure of that kind. */
  public FetchFailedException(Kind kind, String reason) {
    super(reason);
    this.kind = kind;
  }

  FetchFailedException(Kind kind, String reason, Throwable cause) {
    super(reason, cause);
    this.kind = kind;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }
}
