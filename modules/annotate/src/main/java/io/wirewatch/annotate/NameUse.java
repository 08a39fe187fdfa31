package io.wirewatch.annotate;

/**
 * Bits that say how a name must be written to have a meaning; stored beside the meaning's index.
 */
public final class NameUse {
  /** In capitals only: US, not us. */
  public static final int CAPITALS = 1;

  /**
   * Also a common word: not at the start of a sentence, in Arabic script only after a word such as
   * "town".
   */
  public static final int WORD = 2;

  /** Also without a capital letter, as Kurmanji writes nationalities. */
  public static final int LOWER = 4;

  /** Also a name of persons: not beside another capitalised word. */
  public static final int PERSON = 8;

  /** Only in a Sorani text. */
  public static final int SORANI = 16;

  /** Only in a Kurmanji text. */
  public static final int KURMANJI = 32;

  /** Only without a Kurdish ending. */
  public static final int EXACT = 64;

  /**
   * Only where the tagger has found a place: too small, or too much a word, to be meant otherwise.
   */
  public static final int TAGGED = 128;

  /** Not in a Sorani text, where "did" is written like the Arabic for Kurds. */
  public static final int ARABIC = 256;

  /** How many bits there are. */
  public static final int BITS = 9;

  private NameUse() {}
}
