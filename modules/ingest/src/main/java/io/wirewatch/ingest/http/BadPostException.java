package io.wirewatch.ingest.http;

import io.wirewatch.ingest.json.FieldException;
import org.jspecify.annotations.Nullable;

/** A request whose body is not articles. */
final class BadPostException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final int line;
  private final @Nullable String field;

  BadPostException(String reason, int line) {
    super(reason);
    this.reason = reason;
    this.line = line;
    this.field = null;
  }

  BadPostException(FieldException wrong, int line) {
    super(wrong.reason(), wrong);
    this.reason = wrong.reason();
    this.line = line;
    this.field = wrong.field();
  }

  String reason() {
    return reason;
  }

  /** The body's line that is wrong, the first is 1; 0 for the whole body. */
  int line() {
    return line;
  }

  @Nullable String field() {
    return field;
  }
}
