package io.wirewatch.replay.archive;

import java.io.IOException;

/** Bytes of a file that are not what was written. */
final class DamagedException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedException(String message) {
    super(message);
  }

  DamagedException(String message, Throwable cause) {
    super(message, cause);
  }
}
