package io.wirewatch.annotate;

/** Bits that say what a word is as a name of persons. */
public final class PersonName {
  /** A given name. */
  public static final int GIVEN = 1;

  /** A family name. */
  public static final int FAMILY = 2;

  /** Above all an everyday English word. */
  public static final int WORD = 4;

  private PersonName() {}
}
