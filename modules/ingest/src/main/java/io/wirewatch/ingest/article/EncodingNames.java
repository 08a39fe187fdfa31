package io.wirewatch.ingest.article;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Encodings by the names that documents give them, some of which no registry has. */
final class EncodingNames {
  /* Whoever declares "mac_roman" or "x-mac-cyrillic" means what Java calls x-MacRoman and x-MacCyrillic, so
   * names that are not known are looked up by their letters and digits alone. */

  private static final Map<String, String> OTHERS =
      Map.of(
          "macintosh", "x-MacRoman",
          "mac", "x-MacRoman",
          "maclatin2", "x-MacCentralEurope",
          "uhc", "x-windows-949",
          "iso88598i", "ISO-8859-8",
          "iso88598e", "ISO-8859-8");

  /** What is declared is often the smaller part of what is meant, as browsers know. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("ISO-8859-1", "windows-1252"),
          Map.entry("US-ASCII", "windows-1252"),
          Map.entry("ISO-8859-9", "windows-1254"),
          Map.entry("TIS-620", "x-windows-874"),
          Map.entry("x-iso-8859-11", "x-windows-874"),
          Map.entry("GB2312", "GB18030"),
          Map.entry("GBK", "GB18030"),
          Map.entry("EUC-KR", "x-windows-949"),
          Map.entry("Shift_JIS", "windows-31j"),
          Map.entry("Big5", "Big5-HKSCS"));

  private EncodingNames() {}

  /** The encoding of that name; empty where this Java does not know it. */
  static Optional<Charset> named(String name) {
    try {
      return Optional.of(Charset.forName(name.strip()));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.ofNullable(Loose.NAMES.get(letters(name)));
    }
  }

  /** The encoding that is meant where this one is declared. */
  static Charset meant(Charset declared) {
    return Charset.forName(MEANT.getOrDefault(declared.name(), declared.name()));
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Loaded when the first strange name comes: there are hundreds. */
  private static final class Loose {
    private static final Map<String, Charset> NAMES = names();

    private static Map<String, Charset> names() {
      Map<String, Charset> names = new HashMap<>();
      for (Charset charset : Charset.availableCharsets().values()) {
        names.putIfAbsent(letters(charset.name()), charset);
        charset.aliases().forEach(alias -> names.putIfAbsent(letters(alias), charset));
      }
      OTHERS.forEach(
          (name, java) -> {
            if (Charset.isSupported(java)) {
              names.put(name, Charset.forName(java));
            }
          });
      return names;
    }
  }
}
