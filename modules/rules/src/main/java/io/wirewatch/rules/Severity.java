package io.wirewatch.rules;

/** How much an alert of a rule matters, least first. */
public enum Severity {
  /** For the record. */
  LOW,
  /** The default. */
  MEDIUM,
  /** To be read soon. */
  HIGH,
  /** To be read now. */
  CRITICAL
}
