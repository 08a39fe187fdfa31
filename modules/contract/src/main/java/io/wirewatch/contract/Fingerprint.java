package io.wirewatch.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What ids are made of: the first 128 bits of SHA-256, as 32 hex digits. */
public final class Fingerprint {
  private static final int BYTES = 16;

  private Fingerprint() {}

  /** The fingerprint of parts in their order; a line feed stands between them. */
  public static String of(String... parts) {
    byte[] text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** The text with each run of white space as one blank, and none at its ends. */
  public static String folded(String text) {
    char[] folded = text.toCharArray();
    int length = 0;
    for (char c : folded) {
      // What is written never overtakes what is read.
      if (!isBlank(c)) {
        folded[length++] = c;
      } else if (length > 0 && folded[length - 1] != ' ') {
        folded[length++] = ' ';
      }
    }
    return new String(folded, 0, length).stripTrailing();
  }

  /** What is white space in Unicode or to Java; most characters are told by one comparison. */
  private static boolean isBlank(char c) {
    return (c <= ' ' || c > '~') && (Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
