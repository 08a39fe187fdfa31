package io.wirewatch.replay.finding;

/** What became of an alert between the two sides. */
public enum Verdict {
  /** Only the rules that are tried raise it. */
  GAINED,
  /** Only the other side raised it. */
  LOST,
  /** Both raise it. */
  SAME;

  /** One such alert. */
  Compared one() {
    return switch (this) {
      case GAINED -> new Compared(1, 0, 0);
      case LOST -> new Compared(0, 1, 0);
      case SAME -> new Compared(0, 0, 1);
    };
  }
}
