package io.wirewatch.annotate;

/** How wide a region is. */
public enum Level {
  COUNTRY,
  ADMIN1,
  PLACE
}
