package io.wirewatch.language;

import org.jspecify.annotations.Nullable;

/**
 * The words of a text, in order, with their places in it.
 *
 * <ul>
 *   <li>A word is a run of letters, marks and digits of any script. Joiners, direction marks,
 *       tatweel and apostrophes between letters belong to it ({@code Da'esh} is one word, folded
 *       {@code daesh}).
 *   <li>An ending set off by an apostrophe ({@code Iraq's}, {@code DAIŞ'ê}) does not belong to it:
 *       neither to the folded form nor to the span, which covers {@code Iraq}.
 *   <li>A dotted acronym is one word, its last dot included: {@code U.S.} is folded {@code us}.
 *   <li>A hyphenated word is several tokens, its parts. {@link #joined(int)} says that a hyphen (or
 *       underscore) and nothing else stands between a part and the next, so that a caller can put
 *       them together: {@code al-Qaim} is {@code al}, {@code qaim}.
 * </ul>
 *
 * <p>Offsets are UTF-16 code units. Linear in the length of the text. Immutable.
 */
public final class Tokens {
  private final String text;
  private final AsciiBytes ascii;
  private final int size;
  private final int[] starts;
  private final int[] ends;
  private @Nullable String @Nullable [] folded;

  Tokens(String text, AsciiBytes ascii, int size, int[] starts, int[] ends) {
    this.text = text;
    this.ascii = ascii;
    this.size = size;
    this.starts = starts;
    this.ends = ends;
  }

  /** The words of the text. */
  public static Tokens of(String text) {
    return new WordScanner(text).scan();
  }

  /** How many words there are. */
  public int size() {
    return size;
  }

  /** Where word {@code i} starts. */
  public int start(int i) {
    return starts[i];
  }

  /** Where word {@code i} ends, exclusive; without an ending that an apostrophe sets off. */
  public int end(int i) {
    return ends[i];
  }

  /** Word {@code i} as {@link Folding} has it; never empty. */
  public String folded(int i) {
    /* Folded when first asked for: who has met the surface before need not ask. Threads may do it twice, to the same end. */
    @Nullable String[] all = folded;
    if (all == null) {
      all = new String[size];
      folded = all;
    }
    @Nullable String known = all[i];
    if (known == null) {
      known = Folding.fold(withoutDots(surface(i)));
      all[i] = known;
    }
    return known;
  }

  /** Whether word {@code i} is ASCII letters and digits alone. */
  public boolean isAscii(int i) {
    return ascii.wordEnd(starts[i]) >= ends[i];
  }

  /** Word {@code i} as the text has it. */
  public String surface(int i) {
    return text.substring(starts[i], ends[i]);
  }

  /** Whether word {@code i} is glued to the next by a hyphen. */
  public boolean joined(int i) {
    return i + 1 < size && isHyphen(ends[i]) && starts[i + 1] == ends[i] + 1;
  }

  private boolean isHyphen(int position) {
    int ascii = this.ascii.at(position);
    return WordScanner.isHyphen(ascii < 0 ? text.charAt(position) : ascii);
  }

  /**
   * Eight code units of the text at once, for whoever compares many words: a byte each, the first
   * lowest. The highest bit of one that is not ASCII is set; behind the end of the text all are 0.
   *
   * @param position in the text
   */
  public long eight(int position) {
    return ascii.eight(position);
  }

  /** The text that the offsets point into. */
  public String text() {
    return text;
  }

  private static String withoutDots(String word) {
    return word.indexOf('.') < 0 ? word : word.replace(".", "");
  }
}
