package io.wirewatch.enrich.story;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What is kept of a text to know its copies. Immutable; nobody writes to its arrays. */
public final class Sketch {
  /* One-permutation hashing [1] with b-bit values [2]: every shingle falls into one of the bins by its hash, and of the
   * shingles of a bin the lowest hash stays, eight bits of it. The share of bins in which two texts agree, of those that
   * are not empty in both, estimates the share of their shingles that they share (Jaccard).
   *
   * A second part tells copies from reports made from one template, that share most words but no number and no name. Its
   * bins choose among patterns (shingles in which a run of particulars is one sign), and beside eight bits of the pattern
   * stand eight of the words that were there. Of the patterns that two texts share, a copy has nearly all with the same
   * words; the next day's report has not. A pattern that a text has with several words tells nothing.
   * [1] Li, Owen, Zhang: One Permutation Hashing, NIPS 2012   [2] Li, König: b-Bit Minwise Hashing, WWW 2010 */
  static final int SHINGLES = 128;
  static final int PATTERNS = 64;

  /** Shingles, patterns, words of the patterns. */
  static final int BYTES = SHINGLES + 2 * PATTERNS;

  /** A text with fewer shingles is short: that of a notice of one or two sentences. */
  private static final int FEW_SHINGLES = 18;

  /** By how many of its shingles a text is found. */
  static final int KEYS = 10;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_SEVEN = 0x7F7F_7F7F_7F7F_7F7FL;

  private final byte[] bytes;
  private final int[] keys;

  Sketch(byte[] bytes, int[] keys) {
    this.bytes = bytes;
    this.keys = keys;
  }

  byte[] bytes() {
    return bytes;
  }

  /** What {@link #read} makes the same sketch of. */
  public ByteBuffer written() {
    ByteBuffer written = ByteBuffer.allocate(BYTES + KEYS * Integer.BYTES).put(bytes);
    for (int key : keys) {
      written.putInt(key);
    }
    return written.flip();
  }

  /**
   * The sketch that was written.
   *
   * @throws IllegalArgumentException where it is of another size
   */
  public static Sketch read(ByteBuffer written) {
    if (written.remaining() != BYTES + KEYS * Integer.BYTES) {
      throw new IllegalArgumentException("a sketch of another size: " + written.remaining());
    }
    ByteBuffer from = written.duplicate();
    byte[] bytes = new byte[BYTES];
    from.get(bytes);
    int[] keys = new int[KEYS];
    for (int i = 0; i < KEYS; i++) {
      keys[i] = from.getInt();
    }
    return new Sketch(bytes, keys);
  }

  /** By what the text is found; 0 where there is none. */
  int key(int i) {
    return keys[i];
  }

  /** The estimated share of shingles, of all that either text has, that both have: 0 to 1. */
  static double shared(byte[] one, byte[] others, int at) {
    int agreeing = 0;
    int empty = 0;
    for (int i = 0; i < SHINGLES; i += Long.BYTES) {
      long mine = (long) LONGS.get(one, i);
      long other = (long) LONGS.get(others, at + i);
      agreeing += zeros(mine ^ other);
      empty += zeros(mine | other);
    }
    return empty == SHINGLES ? 0 : (agreeing - empty) / (double) (SHINGLES - empty);
  }

  /** Whether there are few shingles in a text (of those that share a bin, one is counted). */
  static boolean isShort(byte[] sketches, int at) {
    int empty = 0;
    for (int i = 0; i < SHINGLES; i += Long.BYTES) {
      empty += zeros((long) LONGS.get(sketches, at + i));
    }
    return SHINGLES - empty < FEW_SHINGLES;
  }

  /**
   * Of the patterns that both texts have once, those with other names or numbers beyond what is let
   * pass; not above 0 in a copy.
   *
   * @param most share that may differ, beyond one that always may
   */
  static double unfaithful(byte[] one, byte[] others, int at, double most) {
    int known = 0;
    int differing = 0;
    for (int i = SHINGLES; i < SHINGLES + PATTERNS; i++) {
      byte mine = one[i + PATTERNS];
      byte other = others[at + i + PATTERNS];
      if (one[i] == others[at + i] && mine != 0 && other != 0) {
        known++;
        differing += mine == other ? 0 : 1;
      }
    }
    return differing - 1 - most * known;
  }

  /** How many of eight bytes are zero. */
  private static int zeros(long bytes) {
    return Long.bitCount(~(((bytes & LOW_SEVEN) + LOW_SEVEN) | bytes | LOW_SEVEN));
  }
}
