package io.wirewatch.language;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A text as bytes, eight of which are looked at in one step. */
final class AsciiBytes {
  /* To find where a word ends letter by letter costs a branch a letter, one of which no processor foresees. So every code unit
   * gets a bit that says whether it is part of a word, eight at once: a sum carries into the highest bit of a byte just when
   * the byte is above a bound [1]. Where a word starts and ends is then a count of zeros.
   * [1] Lamport: Multiple byte processing with full-word instructions, CACM 18(8), 1975 */
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final char LATIN = 0xFF;
  private static final long EACH = 0x0101_0101_0101_0101L;
  private static final long HIGH = 0x8080_8080_8080_8080L;
  private static final long SMALL = 0x2020_2020_2020_2020L;
  private static final long GATHER = 0x0002_0408_1020_4081L;

  private final int length;
  private final byte[] bytes;
  private final long[] words;
  private final long[] strange;

  AsciiBytes(String text) {
    length = text.length();
    bytes = Arrays.copyOf(of(text), length + 2 * Long.BYTES);
    words = new long[length / Long.SIZE + 1];
    strange = new long[words.length];
    for (int at = 0; at < length; at += Long.BYTES) {
      long eight = eight(at);
      words[at / Long.SIZE] |= gathered(wordParts(eight)) << at;
      strange[at / Long.SIZE] |= gathered(eight & HIGH) << at;
    }
  }

  /** A byte a code unit; less than 0 where that is not ASCII. */
  private static byte[] of(String text) {
    if (text.isEmpty() || text.charAt(text.length() / 2) <= LATIN) {
      // Of a text in Latin letters this is how it lies in memory, and three copies are faster than
      // one step a letter.
      byte[] latin = text.getBytes(ISO_8859_1);
      if (new String(latin, ISO_8859_1).equals(text)) {
        return latin;
      }
    }
    char[] chars = text.toCharArray();
    byte[] bytes = new byte[chars.length];
    for (int i = 0; i < chars.length; i++) {
      // All bits of a byte where it is not ASCII, without a branch.
      bytes[i] = (byte) (chars[i] | (0x7F - chars[i]) >> (Integer.SIZE - 1));
    }
    return bytes;
  }

  /** Eight code units from a position on, the first in the lowest byte. */
  long eight(int position) {
    return (long) EIGHT.get(bytes, position);
  }

  /** The code unit there if it is ASCII; else less than 0. Behind the end it is 0. */
  int at(int position) {
    return bytes[position];
  }

  /** From that position on, the first where a word may start; the text's length if none is. */
  int wordStart(int position) {
    int i = position / Long.SIZE;
    long found = (words[i] | strange[i]) & (-1L << position);
    while (found == 0 && ++i < words.length) {
      found = words[i] | strange[i];
    }
    return found == 0 ? length : i * Long.SIZE + Long.numberOfTrailingZeros(found);
  }

  /** From that position on, the first that is not an ASCII letter or digit. */
  int wordEnd(int position) {
    // The last of the numbers has a bit to spare, so that the end of the text is found too.
    int i = position / Long.SIZE;
    long found = ~words[i] & (-1L << position);
    while (found == 0) {
      found = ~words[++i];
    }
    return i * Long.SIZE + Long.numberOfTrailingZeros(found);
  }

  /** The highest bit of each byte that is a letter or digit. */
  private static long wordParts(long eight) {
    long ascii = eight & ~HIGH;
    long small = ascii | SMALL;
    long letters = above(small, 'a' - 1) & ~above(small, 'z');
    long digits = above(ascii, '0' - 1) & ~above(ascii, '9');
    return (letters | digits) & ~eight & HIGH;
  }

  private static long above(long ascii, int bound) {
    return ascii + (0x7F - bound) * EACH;
  }

  /** The highest bits of eight bytes, as the eight lowest bits. */
  private static long gathered(long highest) {
    return (highest * GATHER) >>> (Long.SIZE - Byte.SIZE);
  }
}
