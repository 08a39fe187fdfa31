package io.wirewatch.ingest.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Feeds hold what editors paste: one control character in one headline, written or as a reference,
 * must not cost all other items.
 */
final class LegalXml {
  private static final char REPLACED = '\uFFFD';
  private static final Pattern REFERENCE =
      Pattern.compile("&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,9}));");

  private LegalXml() {}

  /** The document; each character that XML 1.0 has no place for is a replacement character. */
  static String of(String xml) {
    Matcher reference = REFERENCE.matcher(characters(xml));
    return reference.replaceAll(
        found ->
            isLegal(codePoint(found.group(1), found.group(2)))
                ? Matcher.quoteReplacement(found.group())
                : "\uFFFD");
  }

  private static String characters(String xml) {
    StringBuilder legal = new StringBuilder(xml.length());
    for (int at = 0; at < xml.length(); ) {
      int c = xml.codePointAt(at);
      legal.appendCodePoint(isLegal(c) ? c : REPLACED);
      at += Character.charCount(c);
    }
    return legal.toString();
  }

  private static long codePoint(String hexadecimal, String decimal) {
    return hexadecimal == null ? Long.parseLong(decimal) : Long.parseLong(hexadecimal, 16);
  }

  private static boolean isLegal(long c) {
    boolean white = c == '\t' || c == '\n' || c == '\r';
    boolean plain = (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD);
    return white || plain || (c >= 0x10000 && c <= 0x10FFFF);
  }
}
