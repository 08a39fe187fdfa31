package io.wirewatch.ingest.feed;

import io.wirewatch.ingest.article.DecodedText;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 that somebody took for Western European and encoded again: {@code Ã©} for {@code é}. And
 * the characters 128 to 159, which nobody means: they are those of windows-1252.
 */
final class Mojibake {
  /* What is repaired consists, but for ASCII, of nothing else than sequences of UTF-8 that stand for letters
   * in use: a text that happens to look so would have no sense read as it stands. */

  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final String C1 = new String(bytes(), WESTERN);

  private Mojibake() {}

  private static byte[] bytes() {
    byte[] bytes = new byte[32];
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) (0x80 + at);
    }
    return bytes;
  }

  /** The text as it was meant. */
  static String repaired(String text) {
    if (text.chars().noneMatch(c -> c >= 0x80 && c <= 0xFF)) {
      return text;
    }
    byte[] bytes = new byte[text.length()];
    for (int at = 0; at < bytes.length; at++) {
      char c = text.charAt(at);
      int known = c < 0x100 || c == '\uFFFD' ? -1 : C1.indexOf(c);
      if (c >= 0x100 && known < 0) {
        return westernControls(text);
      }
      bytes[at] = (byte) (known < 0 ? c : 0x80 + known);
    }
    return DecodedText.strict(ByteBuffer.wrap(bytes), StandardCharsets.UTF_8)
        .filter(Mojibake::isOfLettersInUse)
        .orElseGet(() -> westernControls(text));
  }

  /** É’ is no letter of the phonetic alphabet. */
  private static boolean isOfLettersInUse(String text) {
    return text.chars().noneMatch(c -> (c >= 0x180 && c < 0x370) || (c >= 0x530 && c < 0x590));
  }

  private static String westernControls(String text) {
    StringBuilder meant = new StringBuilder(text);
    for (int at = 0; at < meant.length(); at++) {
      char c = meant.charAt(at);
      if (c >= 0x80 && c < 0xA0 && C1.charAt(c - 0x80) != '\uFFFD' && c != 0x85) {
        meant.setCharAt(at, C1.charAt(c - 0x80));
      }
    }
    return meant.toString();
  }
}
