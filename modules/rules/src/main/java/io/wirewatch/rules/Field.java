package io.wirewatch.rules;

/** The parts of an article that are searched, in reading order. */
public enum Field {
  /** The headline. */
  HEADLINE,
  /** The text below it. */
  BODY
}
