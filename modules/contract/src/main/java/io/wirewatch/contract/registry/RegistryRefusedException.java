package io.wirewatch.contract.registry;

import org.apache.kafka.common.errors.SerializationException;

/**
 * The schema registry answered that it has no such schema, or will not take this one. Asking again
 * changes nothing.
 */
public final class RegistryRefusedException extends SerializationException {
  private static final long serialVersionUID = 1L;

  private final int status;

  RegistryRefusedException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The HTTP status, such as 404 or 409. */
  public int status() {
    return status;
  }
}
