package io.wirewatch.enrich.story;

import java.util.Arrays;
import java.util.Optional;

/** Makes sketches of texts. Not thread-safe: what it needs for one it uses again for the next. */
public final class Sketcher {
  /** Words of a shingle. */
  static final int WIDTH = 4;

  /** Units of a pattern: wider, since one name then shows in more of them. */
  static final int PATTERN_WIDTH = 8;

  /** With fewer words a text is a copy only of the very same. */
  private static final int FEWEST_WORDS = 12;

  /**
   * The same where nothing marks names: one word more or less, and a short text is of another
   * place.
   */
  private static final int FEWEST_UNMARKED_WORDS = 24;

  private static final long PARTICULAR = Hashes.mixed(Hashes.SEED + 1);
  private static final int SHINGLE_SHIFT =
      Long.SIZE - Integer.numberOfTrailingZeros(Sketch.SHINGLES);
  private static final int PATTERN_SHIFT =
      Long.SIZE - Integer.numberOfTrailingZeros(Sketch.PATTERNS);
  private static final long NONE = -1;

  private final long[] shingles = new long[Sketch.SHINGLES];
  private final long[] keys = new long[Sketch.KEYS];
  private final long[] patterns = new long[Sketch.PATTERNS];
  private final long[] wordsOfPatterns = new long[Sketch.PATTERNS];
  private final boolean[] isAmbiguous = new boolean[Sketch.PATTERNS];

  /**
   * What is kept of an article; empty where it has no word at all. The headline counts only where
   * the body is short: others write their own above a text that they copy.
   */
  public Optional<Sketch> of(String headline, String body) {
    TextWords words = TextWords.of(body);
    if (words.size() >= (words.areNamesMarked() ? FEWEST_WORDS : FEWEST_UNMARKED_WORDS)) {
      return Optional.of(sketched(words));
    }
    TextWords above = TextWords.of(headline);
    return words.size() + above.size() == 0
        ? Optional.empty()
        : Optional.of(whole(Hashes.mixed(words.whole(Hashes.and(above.whole(0), above.size())))));
  }

  /** A short text is one shingle, the whole of it, in all bins. */
  private static Sketch whole(long hash) {
    byte[] bytes = new byte[Sketch.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = value(Hashes.mixed(hash + i));
    }
    int[] keys = new int[Sketch.KEYS];
    keys[0] = key(hash);
    return new Sketch(bytes, keys);
  }

  private Sketch sketched(TextWords words) {
    Arrays.fill(shingles, NONE);
    Arrays.fill(keys, NONE);
    Arrays.fill(patterns, NONE);
    long[] hashes = new long[words.size()];
    Window window = new Window(hashes, WIDTH);
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = words.hash(i);
      long sum = window.slide(i);
      if (i + 1 >= WIDTH) {
        addShingle(Hashes.mixed(sum));
      }
    }
    addPatterns(words, hashes);
    return new Sketch(bytes(), Arrays.stream(keys).mapToInt(Sketcher::key).toArray());
  }

  /** The lowest of each bin stays, as numbers without a sign; none is the highest. */
  private void addShingle(long hash) {
    int bin = (int) (hash >>> SHINGLE_SHIFT);
    if (Long.compareUnsigned(hash, shingles[bin]) < 0) {
      shingles[bin] = hash;
    }
    int key = (int) (((hash & 0xFFFF_FFFFL) * Sketch.KEYS) >>> Integer.SIZE);
    if (Long.compareUnsigned(hash, keys[key]) < 0) {
      keys[key] = hash;
    }
  }

  /** Units are words, and runs of particulars. */
  private void addPatterns(TextWords text, long[] hashes) {
    // Units of nothing behind the last: else what ends a text would be in one pattern only.
    long[] signs = new long[hashes.length + PATTERN_WIDTH];
    long[] contents = new long[hashes.length + PATTERN_WIDTH];
    int units = 0;
    boolean isInRun = false;
    for (int i = 0; i < hashes.length; i++) {
      boolean isParticular = text.isParticular(i);
      if (isParticular && isInRun && !text.startsSentence(i)) {
        contents[units - 1] = Hashes.and(contents[units - 1], hashes[i]);
        continue;
      }
      signs[units] = isParticular ? PARTICULAR : hashes[i];
      contents[units++] = hashes[i];
      isInRun = isParticular;
    }
    Window pattern = new Window(signs, PATTERN_WIDTH);
    Window content = new Window(contents, PATTERN_WIDTH);
    for (int last = 0; last < units + PATTERN_WIDTH - 1; last++) {
      long sign = pattern.slide(last);
      long words = content.slide(last);
      if (last + 1 >= PATTERN_WIDTH) {
        addPattern(Hashes.mixed(sign), Hashes.mixed(words));
      }
    }
  }

  private void addPattern(long pattern, long content) {
    int bin = (int) (pattern >>> PATTERN_SHIFT);
    int order = Long.compareUnsigned(pattern, patterns[bin]);
    if (order < 0) {
      patterns[bin] = pattern;
      wordsOfPatterns[bin] = content;
      isAmbiguous[bin] = false;
    } else if (order == 0 && wordsOfPatterns[bin] != content) {
      isAmbiguous[bin] = true;
    }
  }

  private byte[] bytes() {
    byte[] bytes = new byte[Sketch.BYTES];
    for (int i = 0; i < Sketch.SHINGLES; i++) {
      bytes[i] = shingles[i] == NONE ? 0 : value(shingles[i]);
    }
    for (int i = 0; i < Sketch.PATTERNS; i++) {
      if (patterns[i] != NONE) {
        bytes[Sketch.SHINGLES + i] = value(patterns[i]);
        bytes[Sketch.SHINGLES + Sketch.PATTERNS + i] =
            isAmbiguous[i] ? 0 : value(wordsOfPatterns[i]);
      }
    }
    return bytes;
  }

  /** Eight bits of a hash, never 0. */
  private static byte value(long hash) {
    return (byte) (1 + Long.remainderUnsigned(hash & 0xFFFF_FFFFL, 255));
  }

  /** Thirty-two bits of a hash, 0 of none. */
  private static int key(long hash) {
    int key = (int) ((hash * 0x9E_37_79_B9_7F_4A_7C_15L) >>> Integer.SIZE);
    return hash == NONE ? 0 : key == 0 ? 1 : key;
  }
}
