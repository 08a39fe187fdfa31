package io.wirewatch.ingest.date;

import java.text.Normalizer;
import java.util.Locale;

/** Texts in as few letters as tell dates apart. */
public final class PlainLetters {
  private PlainLetters() {}

  /**
   * The text in one line, with ASCII digits, in small letters without their marks, and with one
   * letter for those that Arabic, Persian and Kurdish keyboards write differently.
   */
  public static String of(String written) {
    StringBuilder text = new StringBuilder(written.length());
    for (char c : Normalizer.normalize(written, Normalizer.Form.NFD).toCharArray()) {
      int type = Character.getType(c);
      if (Character.isDigit(c)) {
        text.append((char) ('0' + Character.digit(c, 10)));
      } else if (type != Character.FORMAT && type != Character.NON_SPACING_MARK) {
        text.append(Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : letter(c));
      }
    }
    String folded = text.toString().strip().replaceAll(" {2,}", " ").toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  private static char letter(char c) {
    return switch (c) {
      case 'ک' -> 'ك';
      case 'ی', 'ى' -> 'ي';
      case 'ھ', 'ة' -> 'ه';
      case 'ı' -> 'i';
      default -> c;
    };
  }
}
