package io.wirewatch.contract;

/**
 * A setting whose value is not legal. The message says which, and what would be; never the value.
 */
public final class InvalidSettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A setting, and what it would take. */
  public InvalidSettingException(String key, String range) {
    super(key + " is not legal: it takes " + range);
  }
}
