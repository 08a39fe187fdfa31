package io.wirewatch.language;

import java.util.Locale;

/** The languages that the text analysis knows; every other one is {@link #OTHER}. */
public enum Language {
  /** English. */
  EN,
  /** Arabic. */
  AR,
  /** Sorani, Kurdish in Arabic script. */
  CKB,
  /** Kurmanji, Kurdish in Latin script. */
  KMR,
  /** Any other language, or none that could be told. */
  OTHER;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** {@code en}, {@code ar}, {@code ckb}, {@code kmr} or {@code other}. */
  public String code() {
    return code;
  }

  /**
   * The language with this code; {@link #OTHER} for a code that is not known. Case and a region
   * ({@code en-GB}) do not count.
   */
  public static Language of(String code) {
    int region = Math.max(code.indexOf('-'), code.indexOf('_'));
    String primary = (region < 0 ? code : code.substring(0, region)).toLowerCase(Locale.ROOT);
    for (Language language : values()) {
      if (language.code.equals(primary)) {
        return language;
      }
    }
    return OTHER;
  }
}
