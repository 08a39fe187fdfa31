package io.wirewatch.replay.finding;

/**
 * How good a rule is by labels; only labelled articles that were examined count.
 *
 * @param right alerts that are labelled relevant
 * @param wrong alerts that are labelled irrelevant
 * @param missed articles that are labelled relevant and raise no alert
 */
public record Quality(long right, long wrong, long missed) {
  /** Nothing labelled. */
  public static final Quality NONE = new Quality(0, 0, 0);

  Quality plus(Quality other) {
    return new Quality(right + other.right, wrong + other.wrong, missed + other.missed);
  }

  /** Share of labelled alerts that are relevant, 0 to 1; not a number where none is labelled. */
  public double precision() {
    return (double) right / (right + wrong);
  }

  /** Share of relevant articles that raise an alert, 0 to 1; not a number where there is none. */
  public double recall() {
    return (double) right / (right + missed);
  }

  /** Whether no label counts. */
  public boolean isEmpty() {
    return right + wrong + missed == 0;
  }
}
