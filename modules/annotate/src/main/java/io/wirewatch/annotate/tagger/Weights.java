package io.wirewatch.annotate.tagger;

import java.util.Arrays;

/**
 * A weight for each feature (a row) and label, from -{@value #MOST} to {@value #MOST}. Not changed
 * once the model that has it is made.
 */
public final class Weights {
  /** The largest weight, and the smallest below zero. */
  public static final int MOST = 127;

  /* Most of the tagger's time goes into fetching rows from memory and adding them, so a row is three words of 64 bits: a
   * byte for each label, raised by 128 so that it is never below zero. Every other byte of a word is added to four sums of
   * 16 bits at once. They hold 257 rows; a word of a text has 128 features at most. */
  private static final int WORDS = 3;
  private static final int LABELS_A_WORD = 8;
  private static final int RAISED = 128;
  private static final long EVERY_OTHER = 0x00FF00FF00FF00FFL;
  private static final int SUM_BITS = 16;

  private final long[] rows;

  /**
   * All zero.
   *
   * @param bits there are two to this power rows
   */
  public Weights(int bits) {
    rows = new long[WORDS << bits];
    Arrays.fill(rows, 0x8080808080808080L);
  }

  /** Sets one; what is larger than {@link #MOST} becomes that. */
  public void set(int row, int label, int weight) {
    int word = row * WORDS + label / LABELS_A_WORD;
    int shift = label % LABELS_A_WORD * Byte.SIZE;
    int raised = RAISED + Math.max(-MOST, Math.min(MOST, weight));
    rows[word] = (rows[word] & ~(0xFFL << shift)) | ((long) raised << shift);
  }

  int get(int row, int label) {
    int shift = label % LABELS_A_WORD * Byte.SIZE;
    return (int) ((rows[row * WORDS + label / LABELS_A_WORD] >>> shift) & 0xFF) - RAISED;
  }

  /** Adds up the first so many of these rows: a sum for each label. */
  void sum(int[] features, int count, int[] sums) {
    long even0 = 0;
    long odd0 = 0;
    long even1 = 0;
    long odd1 = 0;
    long even2 = 0;
    long odd2 = 0;
    for (int i = 0; i < count; i++) {
      int at = features[i] * WORDS;
      long word0 = rows[at];
      long word1 = rows[at + 1];
      long word2 = rows[at + 2];
      even0 += word0 & EVERY_OTHER;
      odd0 += (word0 >>> Byte.SIZE) & EVERY_OTHER;
      even1 += word1 & EVERY_OTHER;
      odd1 += (word1 >>> Byte.SIZE) & EVERY_OTHER;
      even2 += word2 & EVERY_OTHER;
      odd2 += (word2 >>> Byte.SIZE) & EVERY_OTHER;
    }
    int raised = count * RAISED;
    spread(even0, odd0, 0, raised, sums);
    spread(even1, odd1, LABELS_A_WORD, raised, sums);
    spread(even2, odd2, 2 * LABELS_A_WORD, raised, sums);
  }

  private static void spread(long even, long odd, int label, int raised, int[] sums) {
    for (int i = 0; i < LABELS_A_WORD && label + i < Labels.COUNT; i++) {
      long four = i % 2 == 0 ? even : odd;
      int shift = i / 2 * SUM_BITS;
      sums[label + i] = (int) ((four >>> shift) & 0xFFFF) - raised;
    }
  }
}
