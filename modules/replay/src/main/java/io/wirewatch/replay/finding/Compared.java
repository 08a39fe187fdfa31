package io.wirewatch.replay.finding;

/**
 * Alerts of two sides, each a rule and an article. Without another side all are gained.
 *
 * @param gained only of the rules that are tried
 * @param lost only of the other side
 * @param same of both
 */
public record Compared(long gained, long lost, long same) {
  /** No alert. */
  public static final Compared NONE = new Compared(0, 0, 0);

  /** Both together. */
  public Compared plus(Compared other) {
    return new Compared(gained + other.gained, lost + other.lost, same + other.same);
  }

  /** Alerts of the rules that are tried. */
  public long now() {
    return gained + same;
  }

  /** Alerts of the other side. */
  public long before() {
    return lost + same;
  }

  /** Alerts of either side. */
  public long all() {
    return gained + lost + same;
  }
}
