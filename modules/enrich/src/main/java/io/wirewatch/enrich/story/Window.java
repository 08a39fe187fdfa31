package io.wirewatch.enrich.story;

/** The hash of so many parts of a sequence that follow each other, part by part (Rabin-Karp). */
final class Window {
  private final long[] parts;
  private final int width;
  private final long factorOfLeaving;
  private long sum;

  Window(long[] parts, int width) {
    this.parts = parts;
    this.width = width;
    long factor = 1;
    for (int i = 0; i <= width; i++) {
      factor = Hashes.and(0, factor);
    }
    this.factorOfLeaving = factor;
  }

  /** The hash of the parts that end with this one; asked of each in turn. */
  long slide(int last) {
    sum = Hashes.and(sum, parts[last]);
    if (last >= width) {
      sum -= parts[last - width] * factorOfLeaving;
    }
    return sum;
  }
}
