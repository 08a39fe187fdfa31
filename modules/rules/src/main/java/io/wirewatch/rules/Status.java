package io.wirewatch.rules;

/** How far a rule is trusted. */
public enum Status {
  /** Alerts go where the rule says. */
  STABLE,
  /** Alerts go to the route {@code experimental} only. */
  EXPERIMENTAL
}
