package io.wirewatch.enrich.story;

/**
 * From where on one text is a copy of another.
 *
 * @param shared least share of their shingles, of all that either has, that both have
 * @param sharedIfShort the same where one of them is short
 * @param differing most patterns that both have, as a share, with other names or numbers in them;
 *     one may always differ, of a short text no other
 */
public record Likeness(double shared, double sharedIfShort, double differing) {

  /** As measured; {@code docs/stories.md} says how. */
  public static final Likeness MEASURED = new Likeness(0.36, 0.45, 0.1);

  /** How much of their texts two articles share, where one is a copy; else 0. */
  double of(byte[] one, byte[] others, int at) {
    double found = Sketch.shared(one, others, at);
    if (found < shared) {
      return 0;
    }
    // Two short notices from one template differ in a word or two.
    boolean isShort = Sketch.isShort(one, 0) || Sketch.isShort(others, at);
    return found >= (isShort ? sharedIfShort : shared)
            && Sketch.unfaithful(one, others, at, isShort ? 0 : differing) <= 0
        ? found
        : 0;
  }
}
