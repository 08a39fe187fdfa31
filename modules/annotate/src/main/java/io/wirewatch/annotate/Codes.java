package io.wirewatch.annotate;

/** How the gazetteer's ids and numbers look outside. */
final class Codes {
  private static final String ISO = "iso:";

  private Codes() {}

  /** The bare ISO code of a country or division; the id of a place. */
  static String region(Meaning meaning) {
    return meaning.id().startsWith(ISO) ? meaning.id().substring(ISO.length()) : meaning.id();
  }

  /** To four digits, eleven metres: a float's own digits are noise. */
  static double degrees(float value) {
    return Math.round(value * 10_000.0) / 10_000.0;
  }
}
