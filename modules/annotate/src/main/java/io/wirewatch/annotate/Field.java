package io.wirewatch.annotate;

/** The part of an article that an offset points into. */
public enum Field {
  HEADLINE,
  BODY
}
