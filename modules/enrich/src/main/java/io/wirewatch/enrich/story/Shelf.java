package io.wirewatch.enrich.story;

import org.jspecify.annotations.Nullable;

/** A number of first articles, side by side in plain arrays. */
final class Shelf {
  static final int PLACES = 4096;
  private static final int HEX_DIGITS = 16;
  private static final int RADIX = 16;

  final byte[] sketches = new byte[PLACES * Sketch.BYTES];

  /** For each key of each place the key, and the entry before it in its chain. */
  final int[] links = new int[PLACES * Sketch.KEYS * 2];

  private final long[] millis = new long[PLACES];
  private final long[] ids = new long[PLACES * 2];

  /** Ids that are not 32 hex digits; ours are. */
  private final @Nullable String[] otherIds = new String[PLACES];

  void put(int place, FirstArticle first) {
    System.arraycopy(first.sketch().bytes(), 0, sketches, place * Sketch.BYTES, Sketch.BYTES);
    millis[place] = first.eventMillis();
    String id = first.article();
    if (isHex(id)) {
      ids[2 * place] = Long.parseUnsignedLong(id, 0, HEX_DIGITS, RADIX);
      ids[2 * place + 1] = Long.parseUnsignedLong(id, HEX_DIGITS, 2 * HEX_DIGITS, RADIX);
      otherIds[place] = null;
    } else {
      otherIds[place] = id;
    }
  }

  long millis(int place) {
    return millis[place];
  }

  String id(int place) {
    String other = otherIds[place];
    return other == null ? hex(ids[2 * place]) + hex(ids[2 * place + 1]) : other;
  }

  private static String hex(long half) {
    String digits = Long.toHexString(half);
    return "0".repeat(HEX_DIGITS - digits.length()) + digits;
  }

  private static boolean isHex(String id) {
    if (id.length() != 2 * HEX_DIGITS) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}
