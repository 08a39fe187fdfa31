package io.wirewatch.annotate;

/**
 * 64-bit keys of names: the key of a sequence of folded words is made from the key of the sequence
 * before its last word.
 *
 * <p>Two names that are not the same share a key with a probability of 2<sup>-64</sup>; the
 * gazetteer keeps keys only.
 */
public final class NameKey {
  /** The key of no words. */
  public static final long EMPTY = 0x9E3779B97F4A7C15L;

  private NameKey() {}

  /** The key of a word. */
  public static long of(String folded) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < folded.length(); i++) hash = (hash ^ folded.charAt(i)) * 0x100000001B3L;
    return mix(hash);
  }

  /** The key of a sequence that goes on with a word. */
  public static long then(long before, long word) {
    return mix(before * 0xD6E8FEB86659FD93L + word);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 32)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 29)) * 0x94D049BB133111EBL;
    mixed ^= mixed >>> 32;
    return mixed == 0 ? 1 : mixed;
  }
}
