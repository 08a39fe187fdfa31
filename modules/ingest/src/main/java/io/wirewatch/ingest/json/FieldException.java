package io.wirewatch.ingest.json;

import org.jspecify.annotations.Nullable;

/** A JSON object that is no article; the message says why. */
public final class FieldException extends Exception {
  private static final long serialVersionUID = 1L;

  private final @Nullable String field;
  private final String reason;

  FieldException(@Nullable String field, String message) {
    super(message);
    this.field = field;
    this.reason = message;
  }

  /** What is wrong, in one line; names the field. */
  public String reason() {
    return reason;
  }

  /** The field that is wrong; null where the object as a whole is. */
  public @Nullable String field() {
    return field;
  }
}
